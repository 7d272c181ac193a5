import { listYearsOfFirms, putFirmYear } from '#electron/db/tables/firm-years.ts';
import { assessmentsOfFirms, putSelfAssessment } from '#electron/db/tables/self-assessments.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { FirmYear, YearFigures } from '#shared/domain/firm-year.ts';
import { assessedFigures, type SelfAssessment } from '#shared/domain/self-assessment.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordValues } from '#shared/roster/records/record.ts';
import { figureLabel, figureText } from '#shared/text/year-figure-text.ts';
import { poolBook } from '../../pool-book.ts';
import { byFirm, type RecordStore } from './store.ts';

/** Where the year's figures come from when the ledger had none. */
const ownSource = '企业自评';

/** 年度自评: the words in `self_assessment`, the figures in `firm_year`; what the ledger has otherwise waits for 确认. */
export const assessmentsStore: RecordStore = {
  lookup: (db, firmIds, { today }) => {
    const years = byFirm(listYearsOfFirms(db, firmIds));
    const said = byFirm(assessmentsOfFirms(db, firmIds));
    return {
      place: (firmId, { key, values }) => {
        if (Number(key) > yearOf(today)) return { refused: future(key) };
        const year = years.get(firmId)?.find((each) => String(each.year) === key);
        const own = said.get(firmId)?.find((each) => String(each.year) === key);
        if (year === undefined && own === undefined) return { before: null };
        return { before: { ...valuesOf(year), ...wordsOf(own) }, remarks: differences(key, year, values) };
      },
    };
  },

  write: (tx, firmId, { record: { key, values } }) => {
    const year = Number(key);
    const stated = assessedFigures.filter((figure) => values[figure] !== undefined);
    if (stated.length > 0) {
      const known = listYearsOfFirms(tx, [firmId]).find((each) => each.year === year);
      putFirmYear(tx, firmId, year, {
        // Every value was read by the field of its own figure.
        figures: Object.fromEntries(stated.map((figure) => [figure, values[figure]])) as Partial<YearFigures>,
        ...(known === undefined ? { source: ownSource } : {}),
      });
    }
    const before = assessmentsOfFirms(tx, [firmId]).find((each) => each.year === year);
    const text = (name: keyof ReturnType<typeof wordsOf>) =>
      values[name] === undefined ? (before?.[name] ?? null) : String(values[name]);
    putSelfAssessment(tx, {
      firmId,
      year,
      filledOn: text('filledOn'),
      grade: text('grade'),
      achievements: text('achievements'),
      difficulties: text('difficulties'),
      nextSteps: text('nextSteps'),
    });
  },

  known: (db, firmIds, { today }, { due }) => {
    const last = yearOf(today) - 1;
    const years = byFirm(listYearsOfFirms(db, firmIds));
    const said = byFirm(assessmentsOfFirms(db, firmIds));
    const asked = due ? membersIn(db, last, today) : new Set<number>();
    return new Map(
      firmIds.map((firmId) => {
        const own = said.get(firmId) ?? [];
        const shown = new Set([...own.map(({ year }) => year), ...(asked.has(firmId) ? [last] : [])]);
        return [
          firmId,
          [...shown].sort().map((year): RecordValues => {
            const figures = years.get(firmId)?.find((each) => each.year === year);
            return { year, ...valuesOf(figures), ...wordsOf(own.find((each) => each.year === year)) };
          }),
        ];
      }),
    );
  },
};

/** Firms that were in a pool in a year, and have to assess themselves for it. */
function membersIn(db: Parameters<typeof poolBook>[0], year: number, today: Day): ReadonlySet<number> {
  return new Set(
    poolBook(db)
      .stays.filter(({ from, until }) => from <= `${year}-12-31` && (until === null || until >= today))
      .map(({ firmId }) => firmId),
  );
}

function valuesOf(year: FirmYear | undefined): RecordValues {
  return Object.fromEntries(assessedFigures.map((figure) => [figure, year?.[figure] ?? null]));
}

function wordsOf(own: SelfAssessment | undefined) {
  return {
    filledOn: own?.filledOn ?? null,
    grade: own?.grade ?? null,
    achievements: own?.achievements ?? null,
    difficulties: own?.difficulties ?? null,
    nextSteps: own?.nextSteps ?? null,
  } satisfies RecordValues;
}

/** Figures that the firm states otherwise than the ledger has them: a person decides which hold. */
function differences(key: string, year: FirmYear | undefined, values: RecordValues): readonly Remark[] {
  return assessedFigures.flatMap((figure): Remark[] => {
    const [before, after] = [year?.[figure] ?? null, values[figure] ?? null];
    if (before === null || after === null || before === after) return [];
    const message = `${key}年${figureLabel(figure)}自评为 ${figureText(figure, after)}，台账为 ${figureText(figure, before)}`;
    return [{ code: 'record-doubtful', severity: 'warning', message, fix: '核对后确认，确认即以自评为准' }];
  });
}

function future(year: string): Remark {
  return {
    code: 'record-refused',
    severity: 'error',
    message: `${year} 年还没有到`,
    fix: '请核对年度',
  };
}
