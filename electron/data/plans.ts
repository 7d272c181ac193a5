import { firmHeads, getFirm } from '#electron/db/tables/firms.ts';
import { listImprovements } from '#electron/db/tables/improvements.ts';
import { listFirmPlans, listMeasureHeads, listPlans, type MeasureHead } from '#electron/db/tables/plans.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { PlanSnapshotSchema } from '#shared/contract/methods/plans.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { YearFigure } from '#shared/domain/firm-year.ts';
import { isOverdue } from '#shared/domain/improvement.ts';
import { contactedTitleId, type Plan } from '#shared/domain/plan.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firmsHolding, spanOn } from '#shared/report/figures.ts';
import { figureLabel, figureText } from '#shared/text/year-figure-text.ts';
import type { OpenLedger } from './context.ts';
import { type Diagnosed, type DiagnosisTarget, diagnoseFacts, diagnosisTargets } from './diagnosis.ts';
import { placeLabels, titleLabel } from './labels.ts';
import { titleBook } from './title-holdings.ts';

/** Figures a file prints for three completed years and the running one. */
const printedFigures: readonly YearFigure[] = [
  'revenue',
  'mainRevenue',
  'netProfit',
  'assets',
  'liabilities',
  'rdSpend',
  'employees',
  'rdStaff',
  'classOneIp',
  'marketShare',
  'platformScore',
];
const completedYears = 3;

type PlanView = OutputOf<'plans.get'>['plans'][number];

/** The diagnosis of a firm with its figures, as a file keeps it. Throws `bad-request` when no standard judges the target. */
export function planSnapshot(pack: Pack, firm: Diagnosed, target: DiagnosisTarget): PlanView['snapshot'] {
  const { standard, outcome, items, score } = diagnoseFacts(pack, firm, target);
  const running = yearOf(target.asOf);
  const years = Array.from({ length: completedYears + 1 }, (_, index) => running - completedYears + index);
  const known = new Map(firm.years.map((each) => [each.year, each]));
  return {
    asOf: target.asOf,
    standard: standard.label,
    document: `${standard.document}${standard.number === null ? '' : `（${standard.number}）`}`,
    outcome,
    items: items.map(({ note: _note, ...item }) => item),
    score: score === null ? null : { low: score.low, high: score.high, pass: score.pass },
    years,
    figures: printedFigures.map((figure) => ({
      label: figureLabel(figure),
      values: years.map((year) => {
        const value = known.get(year)?.[figure] ?? null;
        return value === null ? null : figureText(figure, value);
      }),
    })),
  };
}

/** Measures of one firm (培育措施), those due first on top. */
export function firmMeasures(open: OpenLedger, firmId: number, asOf: Day): PlanView['measures'] {
  return listImprovements(open.ledger.read, firmId).map(({ firmId: _firm, ...item }) => ({
    ...item,
    titleLabel: item.titleId === null ? null : titleLabel(open.pack, item.titleId),
    overdue: isOverdue(item, asOf),
  }));
}

/** One firm with its files. Throws `not-found`. */
export function firmPlans(open: OpenLedger, firmId: number, asOf: Day): OutputOf<'plans.get'> {
  const { ledger, pack } = open;
  const firm = getFirm(ledger.read, firmId);
  if (firm === undefined) throw new AppError('not-found');
  const { name, code, streetId, mainProduct } = firm.fields;
  const held = new Set(
    (titleBook(ledger.read, pack).byFirm.get(firmId) ?? [])
      .filter((holding) => spanOn(holding, asOf) !== undefined)
      .map((holding) => holding.titleId),
  );
  const { targets } = diagnosisTargets(open, asOf);
  const measures = firmMeasures(open, firmId, asOf);
  return {
    firmId,
    firm: name,
    code,
    streetLabel: streetId === null ? null : (placeLabels(pack).streets.get(streetId) ?? streetId),
    mainProduct,
    contactTitle: held.has(contactedTitleId) ? titleLabel(pack, contactedTitleId) : null,
    targets: targets.map((target) => ({
      titleId: target.titleId,
      label: target.label,
      applications: (['new', 'review'] as const).filter((each) => target[each] !== null),
    })),
    suggested: suggestedTarget(targets, held),
    plans: listFirmPlans(ledger.read, firmId).map((plan) =>
      presentPlan(
        open,
        plan,
        measures.filter(({ titleId }) => belongsTo({ titleId }, plan)),
      ),
    ),
  };
}

/** The next rung the firm does not hold; where there is none, the review of the highest it holds. */
function suggestedTarget(
  targets: OutputOf<'diagnosis.targets'>['targets'],
  held: ReadonlySet<string>,
): OutputOf<'plans.get'>['suggested'] {
  const last = targets.findLastIndex((target) => held.has(target.titleId));
  const next = targets.slice(last + 1).find((target) => target.new !== null);
  if (next !== undefined) return { titleId: next.titleId, application: 'new' };
  const top = targets[last];
  return top?.review == null ? null : { titleId: top.titleId, application: 'review' };
}

/** A measure belongs to the file with its title; one that serves no title in particular to all files of the firm. */
function belongsTo(measure: { readonly titleId: string | null }, plan: Pick<Plan, 'titleId'>): boolean {
  return measure.titleId === null || measure.titleId === plan.titleId;
}

function presentPlan(open: OpenLedger, plan: Plan, measures: PlanView['measures']): PlanView {
  const { firmId: _firm, snapshot, ...head } = plan;
  return {
    ...head,
    titleLabel: titleLabel(open.pack, plan.titleId),
    snapshot: PlanSnapshotSchema.parse(JSON.parse(snapshot)),
    measures,
  };
}

/** The list of files, filtered, with the measures that are late and the 小巨人 that have no contact. */
export function planList(open: OpenLedger, input: ParsedInputOf<'plans.list'>): OutputOf<'plans.list'> {
  const { ledger, pack } = open;
  const { asOf } = input;
  const plans = listPlans(ledger.read);
  const heads = firmHeads(
    ledger.read,
    plans.map((plan) => plan.firmId),
  );
  const measures = measuresByFirm(open);
  const { streets } = placeLabels(pack);
  const all = plans.map((plan) => {
    const own = (measures.get(plan.firmId) ?? []).filter((measure) => belongsTo(measure, plan));
    const head = heads.get(plan.firmId);
    const streetId = head?.streetId ?? null;
    return {
      streetId,
      row: {
        id: plan.id,
        firmId: plan.firmId,
        firm: head?.name ?? '',
        code: head?.code ?? null,
        streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        titleLabel: titleLabel(pack, plan.titleId),
        application: plan.application,
        openedOn: plan.openedOn,
        closedOn: plan.closedOn,
        contact: plan.contact,
        ...standing(own, plan.closedOn === null ? asOf : null),
      },
    };
  });
  const running = all.filter(({ row }) => row.closedOn === null);
  const rows = all
    .filter(({ streetId, row }) => fits(row, streetId, input))
    .map(({ row }) => row)
    .sort((a, b) => b.overdue - a.overdue);
  return {
    total: rows.length,
    running: running.length,
    overdueMeasures: running.reduce((sum, { row }) => sum + row.overdue, 0),
    owners: [...new Set(all.flatMap(({ row }) => people(row)))].sort((a, b) => a.localeCompare(b, 'zh')),
    contacts: contactGaps(open, asOf),
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

function measuresByFirm({ ledger }: OpenLedger): ReadonlyMap<number, readonly MeasureHead[]> {
  const byFirm = new Map<number, MeasureHead[]>();
  for (const measure of listMeasureHeads(ledger.read)) {
    const list = byFirm.get(measure.firmId);
    if (list === undefined) byFirm.set(measure.firmId, [measure]);
    else list.push(measure);
  }
  return byFirm;
}

type Row = OutputOf<'plans.list'>['rows'][number];

function people({ owners, contact }: Row): readonly string[] {
  return contact === null ? owners : [...owners, contact];
}

function fits(row: Row, streetId: string | null, input: ParsedInputOf<'plans.list'>): boolean {
  const text = input.text.trim();
  return (
    (input.state === 'all' || (input.state === 'running') === (row.closedOn === null)) &&
    (!input.overdue || row.overdue > 0) &&
    (input.owner === null || people(row).includes(input.owner)) &&
    (input.streetId === null || input.streetId === streetId) &&
    (text === '' || row.firm.includes(text) || (row.code ?? '').includes(text.toUpperCase()))
  );
}

/** How the measures of a file stand on a day; of a closed file nothing is late. */
function standing(measures: readonly MeasureHead[], day: Day | null) {
  const counted = measures.filter(({ state }) => state !== 'dropped');
  const waiting = counted.filter(({ state, dueOn }) => state !== 'done' && dueOn !== null);
  return {
    owners: [...new Set(measures.flatMap(({ owner }) => owner ?? []))],
    measures: counted.length,
    done: counted.filter(({ state }) => state === 'done').length,
    overdue: day === null ? 0 : counted.filter((measure) => isOverdue(measure, day)).length,
    nextDue:
      day === null
        ? null
        : (waiting
            .map(({ dueOn }) => dueOn)
            .filter((dueOn) => dueOn !== null)
            .sort()[0] ?? null),
  };
}

/** Holders of 小巨人 on a day without a named person in a running file (一对一联系). */
export function contactGaps(open: OpenLedger, asOf: Day): OutputOf<'plans.list'>['contacts'] {
  const { ledger, pack } = open;
  const holders = [...firmsHolding(titleBook(ledger.read, pack).holdings, [contactedTitleId], 'stock', asOf)];
  const named = new Set(
    listPlans(ledger.read).flatMap((plan) =>
      plan.closedOn === null && plan.contact !== null ? [plan.firmId] : [],
    ),
  );
  const heads = firmHeads(ledger.read, holders);
  const { streets } = placeLabels(pack);
  return {
    titleLabel: titleLabel(pack, contactedTitleId),
    holders: holders.length,
    missing: holders
      .filter((firmId) => !named.has(firmId))
      .map((firmId) => {
        const head = heads.get(firmId);
        const streetId = head?.streetId ?? null;
        return {
          firmId,
          firm: head?.name ?? '',
          streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        };
      }),
  };
}
