import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import {
  type EntitlementResult,
  type Evaluation,
  evaluate,
  evaluateEntitlement,
} from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { readFacts } from '#shared/policy/facts.ts';
import { findRule, isMoneyClause } from '#shared/policy/find-clause.ts';
import { resultHeadline } from '#shared/policy/headline.ts';
import { type CliArguments, type Command, dayOption, optional, required } from '../command.ts';
import { packArgument } from '../pack-folder.ts';

const FactsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** `clauses`: what can be evaluated, and which facts each clause asks for. */
export const clausesCommand: Command = {
  name: 'clauses',
  usage: '--pack 政策包或文件夹',
  summary: '列出政策包里的条款（奖补与服务保障）和各自需要的情况（事实）。',
  options: { pack: 'value' },
  run: async (args) => {
    const pack = await packArgument(required(args, 'pack'));
    const items = [...pack.clauses, ...pack.entitlements].map((clause) => ({
      id: clause.id,
      pays: isMoneyClause(clause),
      label: clause.title,
      reference: clause.reference.text,
      facts: Object.values(clause.facts).map(({ name, label, type, unit, choices, source }) => ({
        name,
        label,
        type,
        unit,
        choices: choices.map(({ value, label: text }) => ({ value, label: text })),
        source: source.kind,
      })),
    }));
    return {
      json: { pack: pack.id, clauses: items },
      lines: items.map((item) => `${item.id}\t${item.label}\t${item.reference}`),
    };
  },
};

/** `evaluate`: one clause for one case, without a ledger. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  usage:
    '--pack 政策包或文件夹 --clause 条款 --facts 文件.json --date YYYY-MM-DD [--policy-start YYYY-MM-DD]',
  summary:
    '不用台账，按给定情况测算一个条款。条款可写编号，也可写“四2”“二3.4”；情况可写事实名或中文名，数值可带单位。',
  options: { pack: 'value', clause: 'value', facts: 'value', date: 'value', 'policy-start': 'value' },
  run: async (args) => {
    const pack = await packArgument(required(args, 'pack'));
    const wanted = required(args, 'clause');
    const clause = findRule(pack, wanted);
    if (clause === undefined) {
      throw new AppError('unknown-clause', {
        clause: wanted,
        known: [...pack.clauses, ...pack.entitlements].map(({ id }) => id).join('、'),
      });
    }
    const date = dayOption(args, 'date');
    const settings = startSetting(args, pack.startSetting?.id);
    const facts = readFacts(clause, await readFactsFile(required(args, 'facts')));
    const result = isMoneyClause(clause)
      ? evaluate(clause, facts, date, { settings })
      : evaluateEntitlement(clause, facts, date, { settings });
    return {
      json: { clause: clause.id, date, ...present(result) },
      lines: [resultHeadline(result), ...explainTrace(result.trace)],
    };
  },
};

function startSetting(args: CliArguments, key: string | undefined): Readonly<Record<string, string>> {
  if (optional(args, 'policy-start') === undefined || key === undefined) return {};
  return { [key]: dayOption(args, 'policy-start') };
}

/** The result with its amount under the name that every other command uses. */
function present(result: Evaluation | EntitlementResult): object {
  if (result.outcome !== 'awarded') return result;
  const { amount, ...rest } = result;
  return { amountFen: amount, ...rest };
}

async function readFactsFile(path: string): Promise<z.output<typeof FactsSchema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new AppError('file-missing', { file: path });
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // JSON.parse only fails on the text itself, and that is what the message says.
    throw new AppError('facts-invalid', { problem: `${path} 不是有效的 JSON。` });
  }
  const parsed = FactsSchema.safeParse(value);
  if (!parsed.success) throw new AppError('facts-invalid', { problem: `${path} 应为一层的 名称：值。` });
  return parsed.data;
}
