import type { z } from 'zod';
import type { LibraryRuleSchema, LibrarySchema } from '#shared/contract/methods/policy.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import { titleEventText } from '#shared/domain/title.ts';
import type { Clause, ClauseHead, ClauseTrigger, Entitlement, OverlapScope } from '#shared/policy/clause.ts';
import { describeAmount, describeCondition } from '#shared/policy/describe.ts';
import type { Fact } from '#shared/policy/fact.ts';
import { isMoneyClause } from '#shared/policy/find-clause.ts';
import { termOf } from '#shared/policy/in-force.ts';
import { effectiveGroup } from '#shared/policy/overlap.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { OpenLedger } from './context.ts';
import { policySettings } from './policy-settings.ts';

type Library = z.output<typeof LibrarySchema>;
type LibraryRule = z.output<typeof LibraryRuleSchema>;

const payerWords: Readonly<Record<PayerLevel, string>> = { province: '省', city: '市', district: '区' };
const scopeWords: Readonly<Record<OverlapScope, string>> = {
  'same-title': '同一企业的同一称号',
  'same-firm': '同一企业的各个称号',
  'same-project': '同一项目',
  'same-kind-and-year': '同一年度同一类别',
  'same-object': '同一人才、产品、机构或标准',
  'same-contract': '同一合同',
  'same-payer': '同一事项同一出资层级',
};
const sourceWords: Readonly<Record<Fact['source']['kind'], string>> = {
  project: '申报填写',
  title: '由称号得出',
  holdsTitle: '由台账称号得出',
  awarded: '由奖补记录得出',
};

/** The policy document of the open ledger in words, in the order of the document. */
export function describeLibrary(open: OpenLedger): Library {
  const { pack } = open;
  const settings = policySettings(open);
  return {
    documentTitle: pack.document.title,
    term: termWords(pack, settings),
    rules: [
      ...[...pack.clauses, ...pack.entitlements].map((rule) => describeRule(rule, pack)),
      ...pack.budgets.map((budget) => ({
        ...describeHead(budget),
        kind: 'budget' as const,
        nature: `每年${budget.atLeast ? '不少于' : '安排'}${budget.parameter.text}`,
      })),
      ...pack.principles.map((principle) => ({ ...describeHead(principle), kind: 'principle' as const })),
    ].sort((a, b) => byPlace(a.id, b.id, pack)),
    overlapGroups: pack.overlapGroups.map((group) => ({
      id: group.id,
      label: group.label,
      scope: scopeWords[group.scope],
      outcome: effectiveGroup(group, settings).outcome,
      packOutcome: group.outcome,
      countsPaidBy: group.countsPaidBy.map((level) => payerWords[level]),
      reason: group.reason,
      reference: group.reference.text,
    })),
  };
}

function termWords(pack: Pack, settings: ReturnType<typeof policySettings>): string {
  const inForce = pack.clauses[0]?.inForce;
  if (inForce === undefined) return '';
  const { from, until, start } = termOf(inForce, settings);
  const pending = start === null ? '，起始日待定，请在系统设置中填写' : '';
  return `施行期${from}至${until}${pending}`;
}

/** Parts and numbers as the document orders them. */
function byPlace(a: string, b: string, pack: Pack): number {
  const heads: readonly ClauseHead[] = [
    ...pack.clauses,
    ...pack.entitlements,
    ...pack.budgets,
    ...pack.principles,
  ];
  const rank = (id: string) => {
    const head = heads.find((each) => each.id === id);
    const part = '一二三四五六七八九十'.indexOf(head?.part ?? '');
    return [part, Number(head?.item ?? 0), head?.sub ?? 0] as const;
  };
  const [x, y] = [rank(a), rank(b)];
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

function describeHead(head: ClauseHead): LibraryRule {
  const sub = head.sub === null ? '' : `（${head.sub}）`;
  return {
    id: head.id,
    kind: 'principle',
    place: `第${head.part}部分第${head.item}条${sub}`,
    title: head.title,
    summary: head.summary,
    reference: head.reference.text,
    departments: [...head.departments],
    dateLabel: null,
    trigger: null,
    nature: null,
    conditions: [],
    amount: [],
    rounding: null,
    payers: null,
    parameters: [],
    facts: [],
    evidence: [],
    notes: [...head.notes],
    remarks: [...head.remarks],
    overlapGroup: null,
  };
}

function describeRule(rule: Clause | Entitlement, pack: Pack): LibraryRule {
  const shared: LibraryRule = {
    ...describeHead(rule),
    kind: isMoneyClause(rule) ? 'money' : 'entitlement',
    dateLabel: rule.dateLabel,
    trigger: triggerWords(rule.trigger, pack),
    conditions: [...describeCondition(rule.conditions)],
    parameters: Object.values(rule.parameters).map(({ name, label, text, kind, reference }) => ({
      name,
      label,
      text,
      kind,
      reference: reference.text,
      quote: reference.quote,
    })),
    facts: Object.values(rule.facts).map(describeFact),
    evidence: [...rule.evidence],
  };
  if (!isMoneyClause(rule)) {
    return { ...shared, nature: rule.noFigure ? '文件没有写明数额' : '服务保障，不涉及奖补金额' };
  }
  return {
    ...shared,
    nature: rule.amount.mechanism === 'ceiling' ? '写明上限，金额由区里核定' : '按规定计算',
    amount: [...describeAmount(rule.amount)],
    rounding: rule.rounding,
    payers: rule.payers.map((level) => payerWords[level]).join('、'),
    overlapGroup: rule.overlap?.id ?? null,
  };
}

function describeFact(fact: Fact): LibraryRule['facts'][number] {
  return {
    name: fact.name,
    label: fact.label,
    type: fact.type,
    unit: fact.unit,
    choices: fact.choices.map(({ value, label }) => ({ value, label })),
    help: fact.help,
    source: sourceWords[fact.source.kind],
  };
}

function triggerWords(trigger: ClauseTrigger | null, pack: Pack): string | null {
  if (trigger === null) return null;
  if (trigger.kind === 'title') return `称号${titleEventText.recognised}，免申即享`;
  return pack.projectKinds.find((kind) => kind.id === trigger.projectKindId)?.label ?? null;
}
