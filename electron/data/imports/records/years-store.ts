import { listYearsOfFirms, putFirmYear } from '#electron/db/tables/firm-years.ts';
import { yearOf } from '#shared/domain/day.ts';
import { emptyYearFigures, type FirmYear, type YearFigures, yearFigures } from '#shared/domain/firm-year.ts';
import { yearNotes } from '#shared/domain/firm-year-notes.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordValues, RowRecord } from '#shared/roster/records/record.ts';
import { byFirm, type RecordStore } from './store.ts';

/** 年度经营数据 in the table `firm_year`: one row for a firm and year. */
export const yearsStore: RecordStore = {
  lookup: (db, firmIds) => {
    const known = byFirm(listYearsOfFirms(db, firmIds));
    const yearsOf = (firmId: number) => known.get(firmId) ?? [];
    return {
      place: (firmId, { key }) => ({
        before: valuesOf(yearsOf(firmId).find(({ year }) => String(year) === key)),
      }),
      review: (firmId, records) => notesOn(yearsOf(firmId), firmId, records),
    };
  },

  write: (tx, firmId, { record }) => {
    const { source, remark, ...figures } = record.values;
    putFirmYear(tx, firmId, Number(record.key), {
      // Every value was read by the field of its own figure.
      figures: figures as Partial<YearFigures>,
      ...textOf('source', source),
      ...textOf('remark', remark),
    });
  },

  known: (db, firmIds, { today }, { due }) => {
    const last = yearOf(today) - 1;
    const known = byFirm(listYearsOfFirms(db, firmIds));
    return new Map(
      firmIds.map((firmId) => {
        const years = known.get(firmId) ?? [];
        const rows = years.map((year): RecordValues => ({ year: year.year, ...valuesOf(year) }));
        // The year that is due, for the street to fill in.
        return [firmId, !due || years.some(({ year }) => year === last) ? rows : [...rows, { year: last }]];
      }),
    );
  },
};

function valuesOf(year: FirmYear | undefined): RecordValues | null {
  if (year === undefined) return null;
  const figures = yearFigures.map((figure) => [figure, year[figure]] as const);
  return { ...Object.fromEntries(figures), source: year.source, remark: year.remark };
}

function textOf(key: 'source' | 'remark', value: RecordValues[string] | undefined) {
  return value === undefined ? {} : { [key]: value === null ? null : String(value) };
}

/** 疑点 on the years as they would be after the import, for the records that they speak of. */
function notesOn(
  known: readonly FirmYear[],
  firmId: number,
  records: readonly RowRecord[],
): ReadonlyMap<RowRecord, readonly Remark[]> {
  const years = new Map(known.map((year) => [year.year, year]));
  for (const { key, values } of records) {
    const year = Number(key);
    const before = years.get(year) ?? { ...emptyYearFigures, firmId, year, source: null, remark: null };
    // Every value was read by the field of its own figure.
    years.set(year, { ...before, ...(values as Partial<YearFigures>) });
  }
  const notes = yearNotes([...years.values()].sort((a, b) => a.year - b.year));
  return new Map(
    records.map((record) => [
      record,
      notes
        .filter(({ year }) => String(year) === record.key)
        .map(
          ({ year, text }): Remark => ({
            code: 'record-doubtful',
            severity: 'warning',
            message: `${year}年${text}`,
            fix: '核对无误的请确认后导入',
          }),
        ),
    ]),
  );
}
