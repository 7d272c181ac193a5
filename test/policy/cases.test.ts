import { describe, expect, it } from 'vitest';
import {
  type EvidenceKind,
  evidenceKinds,
  type TitleEvent,
  type TitleEventKind,
  titleEventKinds,
  titleEventText,
} from '#shared/domain/title.ts';
import type { Clause } from '#shared/policy/clause.ts';
import {
  type EntitlementResult,
  type Evaluation,
  evaluate,
  evaluateEntitlement,
} from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { readFacts } from '#shared/policy/facts.ts';
import { findClause, findRule, isMoneyClause } from '#shared/policy/find-clause.ts';
import { mechanismNames } from '#shared/policy/mechanisms/index.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';
import { parseQuantity } from '#shared/policy/quantity.ts';
import { titleGrounds } from '#shared/policy/title-grounds.ts';
import type { TraceNode } from '#shared/policy/trace.ts';
import { type FactsCase, type ListCase, readCaseFiles } from './case-file.ts';
import { packOf } from './example-pack.ts';

const files = readCaseFiles();

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
  it.each(file.用例.map((each) => [each.名称, each] as const))('%s', (_name, each) => {
    checkCase(evaluateCase(file.政策包, each.条款 ?? file.条款, each), each);
  });

  it.each(file.名单.map((each) => [each.名称, each] as const))('%s', (_name, each) => {
    checkList(clauseOf(file.政策包, file.条款), each);
  });
});

describe('the cases together', () => {
  it.each(packIds)('cover every clause of %s, and every money clause with money and with a refusal', (id) => {
    const pack = loadPack(id);
    const outcomes = new Map<string, Set<string>>();
    for (const file of files.filter((each) => each.政策包 === id)) {
      for (const each of file.用例) {
        const rule = findRule(pack, each.条款 ?? file.条款);
        if (rule === undefined) throw new Error(`${each.名称}: no clause`);
        outcomes.set(rule.id, (outcomes.get(rule.id) ?? new Set()).add(each.结果));
      }
    }
    for (const { id: clause } of pack.clauses) {
      const seen = [...(outcomes.get(clause) ?? [])];
      expect(
        seen.some((word) => word === '奖补' || word === '上限'),
        `${clause}: 有金额`,
      ).toBe(true);
      expect(seen, `${clause}: 不适用`).toContain('不适用');
    }
    for (const { id: entitlement } of pack.entitlements) {
      const seen = [...(outcomes.get(entitlement) ?? [])];
      expect(seen, entitlement).toEqual(expect.arrayContaining(['可享受', '不适用']));
    }
  });

  it('use every mechanism, and every mechanism can say what it did', () => {
    const seen = new Set<string>();
    for (const file of files) {
      for (const each of file.用例) {
        const { trace } = evaluateCase(file.政策包, each.条款 ?? file.条款, each);
        for (const node of nodesOf(trace)) {
          seen.add(node.mechanism);
          expect(explainTrace(node), `${each.名称}: ${node.id}`).not.toEqual([]);
        }
      }
    }
    expect([...mechanismNames].filter((name) => !seen.has(name))).toEqual([]);
  });
});

function clauseOf(packId: string, cited: string): Clause {
  const clause = findClause(packOf(packId), cited);
  if (clause === undefined) throw new Error(`${packId} has no clause ${cited}`);
  return clause;
}

function evaluateCase(packId: string, cited: string, each: FactsCase): Evaluation | EntitlementResult {
  const rule = findRule(packOf(packId), cited);
  if (rule === undefined) throw new Error(`${packId} has no clause ${cited}`);
  const overrides = Object.fromEntries(
    Object.entries(each.假设).map(([name, text]) => [name, parseQuantity(text)?.value ?? Number.NaN]),
  );
  const facts = readFacts(rule, each.情况);
  const options = { settings: each.设置, overrides };
  if (!isMoneyClause(rule)) return evaluateEntitlement(rule, facts, each.日期, options);
  const decided = each.核定 && {
    amount: parseQuantity(each.核定.金额)?.value ?? Number.NaN,
    reason: each.核定.理由,
  };
  return evaluate(rule, facts, each.日期, { ...options, ...(decided === undefined ? {} : { decided }) });
}

function checkCase(result: Evaluation | EntitlementResult, each: FactsCase): void {
  expect(outcomeWord(result)).toBe(each.结果);
  const amount = result.outcome === 'awarded' ? result.amount : undefined;
  expect(amount).toBe(each.金额 === undefined ? undefined : parseQuantity(each.金额)?.value);
  const reasons = result.outcome === 'notApplicable' ? result.reasons.join('\n') : '';
  for (const part of each.原因含) expect(reasons).toContain(part);
  const notes = 'notes' in result ? result.notes.join('\n') : '';
  for (const part of each.提示含) expect(notes).toContain(part);
  const explanation = explainTrace(result.trace).join('\n');
  for (const part of each.说明含) expect(explanation).toContain(part);
  const missing = result.outcome === 'needsData' ? result.fields.map((field) => field.label) : [];
  expect(missing).toEqual(each.缺);
}

function outcomeWord(result: Evaluation | EntitlementResult): FactsCase['结果'] {
  if (result.outcome === 'entitled') return '可享受';
  if (result.outcome === 'needsData') return '缺资料';
  if (result.outcome === 'notApplicable') return '不适用';
  return result.ceiling ? '上限' : '奖补';
}

function checkList(clause: Clause, each: ListCase): void {
  const awarded: { 日期: string; 金额: number }[] = [];
  const refused: { 日期: string; reasons: string }[] = [];
  for (const ground of titleGrounds(clause, each.事项.map(toEvent))) {
    const result = evaluate(clause, ground.facts, ground.on, { origins: ground.origins });
    if (result.outcome === 'awarded') awarded.push({ 日期: ground.on, 金额: result.amount });
    if (result.outcome === 'notApplicable') {
      refused.push({ 日期: ground.on, reasons: result.reasons.join('\n') });
    }
  }
  expect(awarded).toEqual(each.应奖.map(({ 日期, 金额 }) => ({ 日期, 金额: parseQuantity(金额)?.value })));
  expect(refused.map(({ 日期 }) => 日期)).toEqual(each.不奖.map(({ 日期 }) => 日期));
  for (const [i, expected] of each.不奖.entries()) {
    for (const part of expected.原因含) expect(refused[i]?.reasons).toContain(part);
  }
}

const evidenceWords: Readonly<Record<string, EvidenceKind>> = {
  正式名单: 'finalList',
  转载名单: 'mirror',
  公示名单: 'publicity',
  街道上报: 'roster',
  平台提示: 'platformHint',
};

function toEvent(row: ListCase['事项'][number], index: number): TitleEvent {
  const evidence = evidenceWords[row.依据 ?? '正式名单'];
  if (evidence === undefined || !evidenceKinds.includes(evidence)) throw new Error(`依据“${row.依据}”不对`);
  return {
    id: index + 1,
    firmId: 1,
    titleId: row.称号,
    kind: kindOf(row.事项),
    on: row.日期,
    validUntil: row.有效期至 ?? null,
    batch: row.批次 ?? null,
    document: null,
    nameAt: null,
    evidence,
  };
}

function kindOf(word: string): TitleEventKind {
  const kind = titleEventKinds.find((each) => titleEventText[each] === word);
  if (kind === undefined) throw new Error(`事项“${word}”不对`);
  return kind;
}

function nodesOf(node: TraceNode): readonly TraceNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}
