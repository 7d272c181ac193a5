import { listFirmYears, listYearsOfAll } from '#electron/db/tables/firm-years.ts';
import { activeFirms, getFirm } from '#electron/db/tables/firms.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { diagnose } from '#shared/diagnosis/diagnose.ts';
import type { Score } from '#shared/diagnosis/score.ts';
import type { Application, Standard } from '#shared/diagnosis/standard.ts';
import { standardFor } from '#shared/diagnosis/standards/index.ts';
import type { Subject } from '#shared/diagnosis/subject.ts';
import { actualText, gapText, needText } from '#shared/diagnosis/words.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { FirmFields } from '#shared/domain/firm.ts';
import { emptyYearFigures, type FirmYear } from '#shared/domain/firm-year.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { spanOn, type TitleHolding } from '#shared/report/figures.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels, titleLabel } from './labels.ts';
import { titleBook } from './title-holdings.ts';
import { moneyOfTitle } from './title-money.ts';

/** Years before the day that standards look at: three completed ones, and one more for growth. */
const yearsBack = 4;

/** Titles of the district for which a standard is known on a day. */
export function diagnosisTargets({ pack }: OpenLedger, asOf: Day): OutputOf<'diagnosis.targets'> {
  return {
    targets: pack.titles.flatMap(({ id, label }) => {
      const [fresh, review] = (['new', 'review'] as const).map((each) => standardFor(id, each, asOf));
      if (fresh === undefined && review === undefined) return [];
      return [{ titleId: id, label, new: presented(fresh), review: presented(review) }];
    }),
  };
}

/** What a diagnosis looks at: the facts of a firm, its titles, its yearly figures. */
export type Diagnosed = {
  readonly fields: FirmFields;
  readonly holdings: readonly TitleHolding[];
  readonly years: readonly FirmYear[];
};

/** A title, for what, on which day. */
export type DiagnosisTarget = {
  readonly titleId: string;
  readonly application: Application;
  readonly asOf: Day;
};

/** One firm against the standard of a title, condition by condition. */
export function diagnoseFirm(
  open: OpenLedger,
  input: ParsedInputOf<'diagnosis.get'>,
): OutputOf<'diagnosis.get'> {
  const { firmId, titleId, application, asOf, assume } = input;
  const firm = diagnosedFirm(open, firmId);
  const years = assumed(firm.years, firmId, yearOf(asOf) - 1, assume);
  return {
    firmId,
    firm: firm.fields.name,
    code: firm.fields.code,
    titleId,
    titleLabel: titleLabel(open.pack, titleId),
    application,
    asOf,
    ...diagnoseFacts(open.pack, { ...firm, years }, input),
    money: application === 'new' ? moneyOfTitle(open, firmId, titleId, asOf) : [],
  };
}

/** What the ledger knows of a firm that a diagnosis looks at. Throws `not-found`. */
export function diagnosedFirm({ ledger, pack }: OpenLedger, firmId: number): Diagnosed {
  const firm = getFirm(ledger.read, firmId);
  if (firm === undefined) throw new AppError('not-found');
  return {
    fields: firm.fields,
    holdings: titleBook(ledger.read, pack).byFirm.get(firmId) ?? [],
    years: listFirmYears(ledger.read, firmId),
  };
}

/** The facts of a firm against the standard that counts for the target. Throws `bad-request` when there is none. */
export function diagnoseFacts(
  pack: Pack,
  { fields, holdings, years }: Diagnosed,
  { titleId, application, asOf }: DiagnosisTarget,
): Pick<OutputOf<'diagnosis.get'>, 'standard' | 'outcome' | 'distance' | 'items' | 'score'> {
  const standard = chosenStandard(titleId, application, asOf);
  const result = diagnose(standard, application, subjectOf(fields, holdings, years, asOf));
  return {
    standard: citation(standard),
    outcome: result.outcome,
    distance: rounded(result.distance),
    items: result.findings.map(({ condition, finding }) => ({
      id: condition.id,
      label: condition.label,
      outcome: finding.outcome,
      need: needText(finding.test, (id) => titleLabel(pack, id)),
      actual: actualText(finding),
      gap: gapText(finding),
      missing: finding.outcome === 'unknown' ? [...new Set(finding.missing)] : [],
      certainty: condition.certainty,
      note: condition.note,
    })),
    score: result.score === null ? null : presentScore(result.score),
  };
}

function presentScore({ low, high, pass, parts }: Score): OutputOf<'diagnosis.get'>['score'] {
  return {
    low,
    high,
    pass,
    parts: parts.map((part) => ({
      ...part,
      criteria: part.criteria.map(({ criterion, missing, ...points }) => ({
        label: criterion.label,
        full: criterion.full,
        certainty: criterion.certainty,
        low: points.low,
        high: points.high,
        missing: [...missing],
      })),
    })),
  };
}

/** Every firm in the register against one standard, nearest first. */
export function nearMisses(
  open: OpenLedger,
  input: ParsedInputOf<'diagnosis.nearMiss'>,
): OutputOf<'diagnosis.nearMiss'> {
  const { titleId, application, asOf, lacks, offset, limit } = input;
  const standard = chosenStandard(titleId, application, asOf);
  const { byFirm } = titleBook(open.ledger.read, open.pack);
  const years = yearsByFirm(open, asOf);
  const { streets } = placeLabels(open.pack);
  const all: OutputOf<'diagnosis.nearMiss'>['rows'] = [];
  for (const firm of activeFirms(open.ledger.read)) {
    const holdings = byFirm.get(firm.id) ?? [];
    const subject = subjectOf(firm.fields, holdings, years.get(firm.id) ?? [], asOf);
    if (subject.titleIds.has(titleId) !== (application === 'review')) continue;
    const { outcome, distance, findings } = diagnose(standard, application, subject);
    const idsOf = (wanted: string) =>
      findings.flatMap(({ condition, finding }) => (finding.outcome === wanted ? [condition.id] : []));
    const { name, code, streetId } = firm.fields;
    all.push({
      firmId: firm.id,
      firm: name,
      code,
      streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
      outcome,
      distance: rounded(distance),
      unmet: idsOf('unmet'),
      unknown: idsOf('unknown'),
    });
  }
  const fit = all.filter((row) => lacks === null || row.unmet.includes(lacks) || row.unknown.includes(lacks));
  fit.sort((a, b) => a.distance - b.distance || a.unmet.length - b.unmet.length || a.firmId - b.firmId);
  return {
    standard: citation(standard),
    considered: all.length,
    ready: all.filter((row) => row.unmet.length + row.unknown.length === 0).length,
    total: fit.length,
    conditions: standard.conditions
      .filter(({ only }) => only === null || only === application)
      .map(({ id, label }) => ({
        id,
        label,
        unmet: all.filter((row) => row.unmet.includes(id)).length,
        unknown: all.filter((row) => row.unknown.includes(id)).length,
      })),
    rows: fit.slice(offset, offset + limit),
  };
}

function chosenStandard(titleId: string, application: Application, day: Day): Standard {
  const standard = standardFor(titleId, application, day);
  if (standard === undefined) {
    throw new AppError('bad-request', { problem: `${day} 没有适用的认定标准，请换一个称号或日期。` });
  }
  return standard;
}

function subjectOf(
  fields: FirmFields,
  holdings: readonly TitleHolding[],
  years: readonly FirmYear[],
  day: Day,
): Subject {
  return {
    day,
    registeredOn: fields.registeredOn,
    scale: fields.scale,
    titleIds: new Set(
      holdings.filter((holding) => spanOn(holding, day) !== undefined).map((holding) => holding.titleId),
    ),
    years: new Map(years.map((year) => [year.year, year])),
  };
}

/** The years with the assumed figures in the place of those of one year. */
function assumed(
  years: readonly FirmYear[],
  firmId: number,
  year: number,
  assume: ParsedInputOf<'diagnosis.get'>['assume'],
): readonly FirmYear[] {
  if (Object.keys(assume).length === 0) return years;
  const known = years.find((each) => each.year === year);
  const base = known ?? { ...emptyYearFigures, firmId, year, source: null, remark: null };
  return [...years.filter((each) => each.year !== year), { ...base, ...assume }];
}

function yearsByFirm(open: OpenLedger, asOf: Day): ReadonlyMap<number, readonly FirmYear[]> {
  const byFirm = new Map<number, FirmYear[]>();
  for (const year of listYearsOfAll(open.ledger.read, yearOf(asOf) - yearsBack, yearOf(asOf))) {
    const list = byFirm.get(year.firmId);
    if (list === undefined) byFirm.set(year.firmId, [year]);
    else list.push(year);
  }
  return byFirm;
}

function citation({ id, label, document, number, notes }: Standard) {
  return { id, label, document, number, notes: [...notes] };
}

function presented(standard: Standard | undefined) {
  return standard === undefined ? null : citation(standard);
}

function rounded(distance: number): number {
  return Math.round(distance * 1000) / 1000;
}
