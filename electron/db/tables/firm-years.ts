import {
  emptyYearFigures,
  type FirmYear,
  type YearFigures,
  yearFigureColumns,
  yearFigureInfo,
  yearFigures,
} from '#shared/domain/firm-year.ts';
import type { ReadDb, SqlValue, WriteTx } from '../handles.ts';

/** What to change of a year; absent keys stay as they are. */
export type FirmYearUpdate = {
  readonly figures: Partial<YearFigures>;
  readonly source?: string | null;
  readonly remark?: string | null;
};

const flags = yearFigures.filter((figure) => yearFigureInfo[figure].kind === 'flag');
const select = `SELECT firm_id AS firmId, year, source, remark, ${yearFigures
  .map((figure) => `${yearFigureColumns[figure]} AS ${figure}`)
  .join(', ')} FROM firm_year`;

type Row = Record<string, SqlValue>;

/** Turns a stored row into a year; the row object is taken over, not copied: lists are long. */
function yearFrom(row: Row): FirmYear {
  const target: Record<string, SqlValue | boolean> = row;
  for (const flag of flags) {
    const value = row[flag];
    target[flag] = value === null ? null : value === 1;
  }
  // The SELECT names every figure, and the table's CHECK rules keep each to its kind.
  return target as unknown as FirmYear;
}

/** Years of one firm (经营数据), oldest first. */
export function listFirmYears(db: ReadDb, firmId: number): readonly FirmYear[] {
  return db.query<Row>(`${select} WHERE firm_id = ? ORDER BY year`).all(firmId).map(yearFrom);
}

/** Years of some firms, in the order of firm and year. */
export function listYearsOfFirms(db: ReadDb, firmIds: readonly number[]): readonly FirmYear[] {
  return db
    .query<Row>(`${select} WHERE firm_id IN (SELECT value FROM json_each(?)) ORDER BY firm_id, year`)
    .all(JSON.stringify(firmIds))
    .map(yearFrom);
}

/** Years of all firms between two years, both included, in the order of firm and year. */
export function listYearsOfAll(db: ReadDb, from: number, until: number): readonly FirmYear[] {
  return db
    .query<Row>(`${select} WHERE year BETWEEN ? AND ? ORDER BY firm_id, year`)
    .all(from, until)
    .map(yearFrom);
}

/** Firms on record as having updated their information on the platform in a year (年度更新). */
export function firmsUpdatedIn(db: ReadDb, year: number): ReadonlySet<number> {
  const rows = db
    .query<{ id: number }>('SELECT firm_id AS id FROM firm_year WHERE year = ? AND title_update = 1')
    .all(year);
  return new Set(rows.map(({ id }) => id));
}

/** Writes some figures of a year; the year is added when it is new, and nothing is written that does not differ. */
export function putFirmYear(tx: WriteTx, firmId: number, year: number, update: FirmYearUpdate): void {
  const before = listFirmYears(tx, firmId).find((each) => each.year === year);
  const after = { ...(before ?? emptyYearFigures), ...update.figures };
  const source = update.source === undefined ? (before?.source ?? null) : update.source;
  const remark = update.remark === undefined ? (before?.remark ?? null) : update.remark;
  const values: SqlValue[] = yearFigures.map((figure) => {
    const value = after[figure];
    return typeof value === 'boolean' ? Number(value) : value;
  });
  const columns = [...yearFigures.map((figure) => yearFigureColumns[figure]), 'source', 'remark'];
  tx.write(
    `INSERT INTO firm_year (firm_id, year, ${columns.join(', ')})
     VALUES (?, ?, ${columns.map(() => '?').join(', ')})
     ON CONFLICT (firm_id, year) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  ).run(firmId, year, ...values, source, remark);
}
