import type { ClauseHead } from './clause.ts';
import { describeAmount, describeCondition } from './describe.ts';
import { isMoneyClause } from './find-clause.ts';
import type { Pack } from './pack.ts';

/** One difference between two packs (政策包): what it is about, and how it reads before and after; null where it is not there. */
export type PackChange = {
  readonly part: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Described = { readonly part: string; readonly label: string; readonly text: string };

/** What a person must see before another pack takes the place of one: every figure, name and rule that reads differently. */
export function comparePacks(before: Pack, after: Pack): readonly PackChange[] {
  const old = describePack(before);
  const next = describePack(after);
  const keys = new Set([...old.keys(), ...next.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    const shown = is ?? was;
    if (shown === undefined || was?.text === is?.text) return [];
    return [{ part: shown.part, label: shown.label, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** Everything in a pack that has a name of its own, in words. */
function describePack(pack: Pack): ReadonlyMap<string, Described> {
  const found = new Map<string, Described>();
  const add = (part: string, id: string, label: string, text: string) =>
    found.set(`${part}/${id}`, { part, label, text });
  add('文件', 'document', '文件名称', `${pack.document.title}${pack.document.number ?? ''}`);
  add('文件', 'district', '区县', `${pack.district.name}（${pack.district.code}）`);
  for (const [part, places] of [
    ['街道', pack.streets],
    ['平台', pack.platforms],
    ['产业链', pack.chains],
  ] as const) {
    for (const { id, label, aliases } of places) add(part, id, label, [label, ...aliases].join('、'));
  }
  for (const { id, label, validityYears } of pack.titles)
    add('称号', id, label, validityYears === null ? '长期有效' : `有效期${validityYears}年`);
  for (const { id, label, targets, baseline } of pack.measures) {
    add('指标', `${id}/基数`, `${label}基数`, baseline === null ? '未写明' : String(baseline));
    for (const { year, value } of targets) add('指标', `${id}/${year}`, `${label}${year}年`, String(value));
  }
  for (const { id, label, stages, standard } of pack.pools)
    add('培育库', id, label, `${stages.join('、')}；${standard.pass}分入库；${standard.note}`);
  for (const { id, title, group, leads, supports, indicators } of pack.tasks) {
    const figures = indicators.map(
      ({ label, target, unit }) => `${label}${target === null ? '' : target}${unit}`,
    );
    add('任务', id, title, [group, title, ...leads, ...supports, ...figures].join('、'));
  }
  for (const { year, off, work } of pack.holidays)
    add(
      '节假日',
      String(year),
      `${year}年`,
      `放假${off.length}天，调休上班${work.length}天：${[...off, ...work].join('、')}`,
    );
  describeRules(pack, add);
  return found;
}

function describeRules(
  pack: Pack,
  add: (part: string, id: string, label: string, text: string) => unknown,
): void {
  for (const { id, label, outcome, scope, countsPaidBy } of pack.overlapGroups)
    add('重复奖补', id, label, [scope, outcome, ...countsPaidBy].join('，'));
  for (const rule of [...pack.clauses, ...pack.entitlements]) {
    const name = nameOf(rule);
    add('条款', rule.id, name, rule.summary);
    for (const parameter of Object.values(rule.parameters))
      add('参数', `${rule.id}/${parameter.name}`, `${name}：${parameter.label}`, parameter.text);
    add('条款', `${rule.id}/条件`, `${name}：条件`, linesOf(describeCondition(rule.conditions)));
    if (isMoneyClause(rule))
      add('条款', `${rule.id}/金额`, `${name}：金额`, linesOf(describeAmount(rule.amount)));
  }
  for (const budget of pack.budgets) add('条款', budget.id, nameOf(budget), budget.parameter.text);
  for (const principle of pack.principles) add('条款', principle.id, nameOf(principle), principle.summary);
}

function nameOf({ part, item, title }: ClauseHead): string {
  return `${part}${item} ${title}`;
}

function linesOf(lines: readonly { readonly text: string }[]): string {
  return lines
    .map(({ text }) => text)
    .join('；')
    .replaceAll('：；', '：');
}
