import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { WhatIfInputSchema, WhatIfSchema } from '#shared/contract/methods/policy.ts';
import { yearOf } from '#shared/domain/day.ts';
import { assumedFigure, overridesOf } from '#shared/policy/assumption.ts';
import { overlapOutcomeText } from '#shared/policy/clause.ts';
import { effectiveGroup, overlapSettingKey } from '#shared/policy/overlap.ts';
import { type ComparedLine, compareRules } from '#shared/policy/what-if.ts';
import { publicMoney } from './claims/settlement.ts';
import type { OpenLedger } from './context.ts';
import { policyCases } from './policy-cases.ts';
import { policySettings } from './policy-settings.ts';

type Input = z.output<typeof WhatIfInputSchema>;
type WhatIf = z.output<typeof WhatIfSchema>;
const firmsShown = 500;

/**
 * 测算: the cases of a year, or of all years, under the rules of today and under assumed figures. Reads the ledger and
 * never writes. Every table adds up to the total; the list of firms holds those whose money changes, most first.
 */
export function computeWhatIf(open: OpenLedger, input: Input): WhatIf {
  const { pack } = open;
  const figures = input.assumptions.map(({ clause, parameter, text }) =>
    assumedFigure(pack, clause, parameter, text),
  );
  const outcomes = Object.fromEntries(
    input.outcomes.map(({ group, outcome }) => [overlapSettingKey(group), outcome]),
  );
  const cases = policyCases(open);
  const compared = compareRules(
    pack,
    cases,
    { overrides: overridesOf(figures), settings: outcomes },
    {
      settings: policySettings(open),
      paid: publicMoney(open),
      wanted: ({ on }) => input.year === null || yearOf(on) === input.year,
    },
  );
  const names = new Map(cases.map((each) => [String(each.subject.firmId), each.firmName]));
  const streets = new Map(pack.streets.map(({ id, label }) => [id, label]));
  const titles = new Map(pack.clauses.map(({ id, title }) => [id, title]));
  const changed = compared.byFirm.filter((line) => line.todayFen !== line.assumedFen);
  return {
    year: input.year,
    assumptions: figures.map(({ clauseId, parameter, text }) => ({
      clause: clauseId,
      parameter: parameter.name,
      label: parameter.label,
      today: parameter.text,
      assumed: text,
      reference: parameter.reference.text,
    })),
    outcomes: assumedOutcomes(open, input),
    total: { ...compared.total, label: '合计' },
    byClause: compared.byClause.map((line) => ({ ...line, label: titles.get(line.key) ?? line.key })),
    byStreet: compared.byStreet.map((line) => ({ ...line, label: streets.get(line.key) ?? '未填街道' })),
    byYear: compared.byYear.map((line) => ({ ...line, label: `${line.key}年` })),
    byFirm: [...changed]
      .sort((a, b) => difference(b) - difference(a) || (a.key < b.key ? -1 : 1))
      .slice(0, firmsShown)
      .map((line) => ({ ...line, label: names.get(line.key) ?? line.key })),
    firmsChanged: changed.length,
  };
}

function assumedOutcomes({ pack, ...open }: OpenLedger, input: Input): WhatIf['outcomes'] {
  const settings = policySettings({ pack, ...open });
  return input.outcomes.flatMap(({ group: id, outcome }) => {
    const group = pack.overlapGroups.find((each) => each.id === id);
    if (group === undefined) throw new AppError('facts-invalid', { problem: `没有重叠组“${id}”。` });
    const today = effectiveGroup(group, settings).outcome;
    return [
      {
        group: id,
        label: group.label,
        today: overlapOutcomeText[today],
        assumed: overlapOutcomeText[outcome],
        reference: group.reference.text,
      },
    ];
  });
}

function difference(line: ComparedLine): number {
  return Math.abs(line.assumedFen - line.todayFen);
}
