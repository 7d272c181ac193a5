import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import { type CodeState, type FirmFields, type FirmStatus, firmFields } from '#shared/domain/firm.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import { firmSearchColumns } from '../firm-search.ts';
import type { ReadDb, SqlValue, WriteTx } from '../handles.ts';
import { brokenConstraint } from '../sqlite-errors.ts';
import { deleteSampleChains } from './chains.ts';
import { insertFormerName, listFormerNames } from './firm-names.ts';
import { columnValue, type FirmRecord, type FirmRow, firmColumns, firmFrom, selectFirm } from './firm-row.ts';
import { deleteSampleParks } from './parks.ts';
import { deleteSampleTasks } from './tasks.ts';

/** A firm to be added. */
export type NewFirm = Omit<FirmRecord, 'id'>;

/** What to change of a firm; absent keys stay as they are. */
export type FirmUpdate = {
  readonly fields?: Partial<FirmFields>;
  readonly codeState?: CodeState;
  readonly status?: FirmStatus;
  /** Day the change became known: the last day of a name that changes. */
  readonly today: Day;
};

const fieldColumns = firmFields.map((field) => firmColumns[field]);
const otherColumns = ['code_state', 'status', 'sample', 'name_key', 'name_sort', 'search_text'];
const insertSql = `INSERT INTO firm (${[...fieldColumns, ...otherColumns].join(', ')})
  VALUES (${[...fieldColumns, ...otherColumns].map(() => '?').join(', ')})`;

/** Adds a firm (企业) and gives its id. Throws `firm-code-taken` when another firm has the code. */
export function insertFirm(tx: WriteTx, firm: NewFirm): number {
  const search = firmSearchColumns({ ...firm.fields, formerNames: [] });
  const values: SqlValue[] = firmFields.map((field) => columnValue(firm.fields[field]));
  values.push(
    firm.codeState,
    firm.status,
    Number(firm.sample),
    search.nameKey,
    search.nameSort,
    search.searchText,
  );
  return withCodeCheck(tx, firm.fields.code, () =>
    Number(tx.write(insertSql).run(...values).lastInsertRowid),
  );
}

/**
 * Changes some facts of a firm. A name that really changes (not only its brackets or blanks) is kept as a
 * former name; what does not differ is not written. Throws `not-found`, `firm-code-taken`.
 */
export function updateFirm(tx: WriteTx, id: number, update: FirmUpdate): void {
  const before = getFirm(tx, id);
  if (before === undefined) throw new AppError('not-found');
  const after: FirmRecord = {
    ...before,
    fields: { ...before.fields, ...update.fields },
    codeState: update.codeState ?? before.codeState,
    status: update.status ?? before.status,
  };
  if (nameKey(after.fields.name) !== nameKey(before.fields.name)) {
    insertFormerName(tx, id, { name: before.fields.name, from: null, until: update.today });
  }
  const changed = differences(before, after);
  if (isFoundBy(changed)) changed.push(...searchColumns(tx, after));
  if (changed.length === 0) return;
  const assignments = changed.map(([column]) => `${column} = ?`).join(', ');
  const statement = tx.write(`UPDATE firm SET ${assignments} WHERE id = ?`);
  withCodeCheck(tx, after.fields.code, () => statement.run(...changed.map(([, value]) => value), id));
}

/** Makes the search columns of a firm anew, after its former names changed; nothing is written when they are right. */
export function refreshSearch(tx: WriteTx, id: number): void {
  const firm = getFirm(tx, id);
  if (firm === undefined) throw new AppError('not-found');
  const columns = searchColumns(tx, firm);
  const assignments = columns.map(([column]) => `${column} = ?`).join(', ');
  tx.write(`UPDATE firm SET ${assignments} WHERE id = ?`).run(...columns.map(([, value]) => value), id);
}

type ColumnChange = readonly [column: string, value: SqlValue];

function differences(before: FirmRecord, after: FirmRecord): ColumnChange[] {
  const changed: ColumnChange[] = firmFields
    .filter((field) => before.fields[field] !== after.fields[field])
    .map((field) => [firmColumns[field], columnValue(after.fields[field])]);
  if (before.codeState !== after.codeState) changed.push(['code_state', after.codeState]);
  if (before.status !== after.status) changed.push(['status', after.status]);
  return changed;
}

/** Columns that the search columns follow from. */
const searchedColumns = new Set([firmColumns.name, firmColumns.contactName, firmColumns.mainProduct]);

function isFoundBy(changed: readonly ColumnChange[]): boolean {
  return changed.some(([column]) => searchedColumns.has(column));
}

function searchColumns(tx: WriteTx, firm: FirmRecord): ColumnChange[] {
  const formerNames = listFormerNames(tx, firm.id).map((former) => former.name);
  const search = firmSearchColumns({ ...firm.fields, formerNames });
  return [
    ['name_key', search.nameKey],
    ['name_sort', search.nameSort],
    ['search_text', search.searchText],
  ];
}

function withCodeCheck<T>(tx: WriteTx, code: string | null, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const taken = brokenConstraint(error)?.message.endsWith('firm.code') ?? false;
    const holder = taken && code !== null ? findByCode(tx, code) : undefined;
    throw holder === undefined ? error : new AppError('firm-code-taken', { name: holder.fields.name });
  }
}

/** One firm, if it is there. */
export function getFirm(db: ReadDb, id: number): FirmRecord | undefined {
  const row = db.query<FirmRow>(`${selectFirm} WHERE firm.id = ?`).get(id);
  return row === undefined ? undefined : firmFrom(row);
}

/** The firm with this 统一社会信用代码. */
export function findByCode(db: ReadDb, code: string): FirmRecord | undefined {
  const row = db.query<FirmRow>(`${selectFirm} WHERE firm.code = ?`).get(code);
  return row === undefined ? undefined : firmFrom(row);
}

/** Firms by id, in the order asked for; ids that are gone are left out. */
export function getFirms(db: ReadDb, ids: readonly number[]): readonly FirmRecord[] {
  const rows = db
    .query<FirmRow>(`${selectFirm} WHERE firm.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [firmFrom(row)];
  });
}

/** Firms read in one go while all are gone through. */
const sliceOfFirms = 2000;

/** Every firm that is 在册, by its number, a slice in memory at a time. */
export function* activeFirms(db: ReadDb): Generator<FirmRecord> {
  const next = db.query<FirmRow>(
    `${selectFirm} WHERE firm.status = 'active' AND firm.id > ? ORDER BY firm.id LIMIT ${sliceOfFirms}`,
  );
  for (let last = 0; ; ) {
    const rows = next.all(last);
    for (const row of rows) yield firmFrom(row);
    const newest = rows.at(-1);
    if (newest === undefined) return;
    last = newest.id;
  }
}

/** What a list of awards or titles says of each firm. */
export type FirmHead = {
  readonly name: string;
  readonly code: string | null;
  readonly streetId: string | null;
};

/** Name, code and street of some firms, by id. */
export function firmHeads(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, FirmHead> {
  const rows = db
    .query<FirmHead & { id: number }>(
      'SELECT id, name, code, street_id AS streetId FROM firm WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

/** How many firms there are, and how many of them are sample data (示例数据). */
export function countFirms(db: ReadDb): { readonly firms: number; readonly samples: number } {
  const counts = db
    .query<{ firms: number; samples: number }>(
      'SELECT count(*) AS firms, (SELECT count(*) FROM firm WHERE sample = 1) AS samples FROM firm',
    )
    .get();
  if (counts === undefined) throw new Error('an aggregate always yields a row');
  return counts;
}

/** Where a firm belongs: street, platform, chain; null is 未填. */
export type FirmPlaces = {
  readonly streetId: string | null;
  readonly platformId: string | null;
  readonly chainId: string | null;
};

const placeColumns = 'street_id AS streetId, platform_id AS platformId, chain_id AS chainId';

/** How many firms belong to the same street, platform and chain, and how many of them are sample data (示例数据). */
export function countFirmsByPlaces(
  db: ReadDb,
): readonly (FirmPlaces & { readonly firms: number; readonly samples: number })[] {
  return db
    .query<FirmPlaces & { firms: number; samples: number }>(
      `SELECT ${placeColumns}, count(*) AS firms, sum(sample) AS samples FROM firm
       GROUP BY street_id, platform_id, chain_id`,
    )
    .all();
}

/** Where some firms belong, by id. */
export function placesOfFirms(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, FirmPlaces> {
  const rows = db
    .query<FirmPlaces & { id: number }>(
      `SELECT id, ${placeColumns} FROM firm WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Sample firms (示例企业) that an import wrote to, with the numbers of those change sets, newest first: what came in
 * by a roster is not sample data.
 */
export function importedSampleFirms(
  db: ReadDb,
): readonly { readonly name: string; readonly changeSetId: number }[] {
  return db
    .query<{ name: string; changeSetId: number }>(
      `SELECT firm.name, change_set.id AS changeSetId
       FROM firm JOIN change ON change.firm_id = firm.id JOIN change_set ON change_set.id = change.change_set_id
       WHERE firm.sample = 1 AND change_set.kind = 'import'
       GROUP BY firm.id, change_set.id ORDER BY change_set.id DESC, firm.id`,
    )
    .all();
}

/** Removes the sample data (示例数据) with everything that hangs on it; gives the number of firms removed. */
export function deleteSampleData(tx: WriteTx): number {
  const firmIsSample = 'firm_id IN (SELECT id FROM firm WHERE sample = 1)';
  const claimIsSample = `(${firmIsSample} OR event_id IN (SELECT id FROM title_event WHERE sample = 1))`;
  const ofSampleClaim = `claim_id IN (SELECT id FROM claim WHERE ${claimIsSample})`;
  for (const table of ['objection', 'payment', 'claim_step']) {
    tx.write(`DELETE FROM ${table} WHERE ${ofSampleClaim}`).run();
  }
  tx.write(`DELETE FROM claim WHERE ${claimIsSample}`).run();
  for (const table of ['public_aid', 'project', 'bank_account']) {
    tx.write(`DELETE FROM ${table} WHERE ${firmIsSample}`).run();
  }
  for (const table of ['evaluation_decision', 'evaluation_result']) {
    tx.write(`DELETE FROM ${table} WHERE ${firmIsSample}`).run();
  }
  tx.write('DELETE FROM evaluation WHERE id NOT IN (SELECT evaluation_id FROM evaluation_result)').run();
  tx.write(`DELETE FROM pool_event WHERE sample = 1 OR ${firmIsSample}`).run();
  tx.write(`DELETE FROM title_event WHERE sample = 1 OR ${firmIsSample}`).run();
  tx.write(
    `DELETE FROM firm_distinct WHERE ${firmIsSample} OR other_id IN (SELECT id FROM firm WHERE sample = 1)`,
  ).run();
  deleteSampleChains(tx);
  deleteSampleTasks(tx);
  for (const table of [
    'attachment',
    'firm_year',
    'improvement',
    'plan',
    'service_officer',
    'self_assessment',
    'service_request',
    'visit',
    'quiet_firm',
    'firm_merge',
    'firm_event',
    'firm_name',
  ]) {
    tx.write(`DELETE FROM ${table} WHERE ${firmIsSample}`).run();
  }
  const { changes } = tx.write('DELETE FROM firm WHERE sample = 1').run();
  deleteSampleParks(tx);
  return changes;
}
