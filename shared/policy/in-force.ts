import { AppError } from '#shared/contract/errors.ts';
import { addDays, addYears, type Day, isDay } from '#shared/domain/day.ts';
import type { Clause, Entitlement, InForce, StartSetting } from './clause.ts';
import type { TraceNode } from './trace.ts';

/** Settings of the bureau that rules read, such as `policy-start`; absent or null means not filled in. */
export type PolicySettings = Readonly<Record<string, string | null>>;

/** The term of a document with its blank filled in as far as it is. */
export type Term = {
  readonly from: Day;
  readonly until: Day;
  /** Day the document takes effect; null while 起始日待定. */
  readonly start: Day | null;
};

/**
 * The days on which cases count. Without a start day the earliest possible one is assumed.
 * @throws AppError `facts-invalid` when the start day set lies outside what the document allows
 */
export function termOf(inForce: InForce, settings: PolicySettings): Term {
  const setting = inForce.startSetting;
  const start = setting === null ? inForce.from : (settings[setting.id] ?? null);
  const known = terms.get(inForce)?.get(start);
  if (known !== undefined) return known;
  if (start !== null && setting !== null && !allows(setting, start)) {
    const problem = `“${setting.label}”应在${setting.earliest}至${setting.latest}之间，现为“${start}”。`;
    throw new AppError('facts-invalid', { problem });
  }
  const term = {
    from: inForce.from,
    until: addDays(addYears(start ?? inForce.from, inForce.years), -1),
    start,
  };
  terms.set(inForce, (terms.get(inForce) ?? new Map<Day | null, Term>()).set(start, term));
  return term;
}

/** Terms worked out before: the same few are asked for with every case of a year. */
const terms = new WeakMap<InForce, Map<Day | null, Term>>();

function allows(setting: StartSetting, day: Day): boolean {
  return isDay(day) && day >= setting.earliest && day <= setting.latest;
}

/** The step that checks the day of the case against the term. */
export function inForceTrace(clause: Clause | Entitlement, term: Term, date: Day): TraceNode {
  const met = date >= term.from && date <= term.until;
  const { label = '' } = clause.inForce.startSetting ?? {};
  return {
    id: 'inForce',
    label: '施行期',
    mechanism: 'inForce',
    ...(term.start === null ? { word: '起始日待定' } : undefined),
    value: met,
    parameters: termParameters(clause.inForce, term),
    inputs: [{ field: 'date', label: clause.dateLabel, value: date, text: date }],
    met,
    ...(met ? undefined : { reason: outsideReason(clause.dateLabel, term, date, label) }),
    children: [],
  };
}

function termParameters({ reference }: InForce, term: Term): TraceNode['parameters'] {
  const known = parameters.get(term);
  if (known !== undefined) return known;
  const { from, until } = term;
  const text = `${from}至${until}`;
  const written = [
    { name: 'term', label: '施行期', value: [from, until], unit: '', text, reference: reference.text },
  ];
  parameters.set(term, written);
  return written;
}

/** How a term is written into a trace, by term: one for each document and start day. */
const parameters = new WeakMap<Term, TraceNode['parameters']>();

function outsideReason(dateLabel: string, term: Term, date: Day, settingLabel: string): string {
  if (date < term.from) return `${dateLabel}${date}早于施行期（${term.from}起）`;
  const pending =
    term.start === null ? `；起始日待定，暂按${term.from}起算，请填写“${settingLabel}”后重新测算` : '';
  return `${dateLabel}${date}晚于施行期（${term.until}止）${pending}`;
}

/** What an award under this term must say beside its amount. */
export function inForceNotes(clause: Clause | Entitlement, term: Term, date: Day): readonly string[] {
  const setting = clause.inForce.startSetting;
  if (setting === null) return [];
  if (term.start === null) {
    return [`起始日待定：暂按${term.from}至${term.until}掌握，请填写“${setting.label}”。`];
  }
  return date < term.start
    ? [`${clause.dateLabel}${date}在施行起始日${term.start}之前，参照本文件执行。`]
    : [];
}

/** Puts the step into words. */
export function explainInForce(trace: TraceNode): readonly string[] {
  const [input, term] = [trace.inputs[0], trace.parameters[0]];
  if (input === undefined || term === undefined) return [];
  const pending = trace.word === undefined ? '' : `,${trace.word}`;
  const outcome = trace.met === true ? '在施行期内' : '不在施行期内';
  return [`${input.label}${input.text}，施行期${term.text}（依据${term.reference}${pending}），${outcome}。`];
}
