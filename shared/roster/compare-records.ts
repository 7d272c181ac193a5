import type { CheckedRow } from './check-rows.ts';
import type { ComparedRow } from './compare-rows.ts';
import { type RowDecision, skip, type TableDecisions, useThis } from './decide.ts';
import type { Remark, RowIssue } from './issue.ts';
import { type LedgerLookup, type Match, matchFirm } from './match-firm.ts';
import type { RecordLookup, RecordValue, RowRecord } from './records/record.ts';
import { cleanText } from './values/text.ts';

/** One value of a record that would change, with the value in the ledger. */
export type RecordChange = {
  readonly name: string;
  readonly before: RecordValue;
  readonly after: RecordValue;
};

/** A record that a row would add (`fresh`) or change. */
export type ComparedRecord = {
  readonly record: RowRecord;
  readonly fresh: boolean;
  readonly changes: readonly RecordChange[];
};

/** A row of records before it is known whether other rows of the draft speak of the same. */
type Outcome = Pick<
  ComparedRow,
  'outcome' | 'firmId' | 'records' | 'reason' | 'issues' | 'toConfirm' | 'choices'
>;

/** What a row of records would do by itself; writes nothing. */
export function compareRecords(
  row: CheckedRow,
  lookup: LedgerLookup,
  { mode }: TableDecisions,
  decision: RowDecision | null,
): Outcome {
  const match = firmOf(row, lookup, decision);
  const rejected = (issues: readonly RowIssue[], reason: string): Outcome => ({
    ...nothing(issues),
    outcome: 'reject',
    reason,
  });
  if ('conflict' in match) {
    const choices = match.choices.filter(
      (choice) =>
        choice.decision.action !== 'new' &&
        !('identity' in choice.decision && choice.decision.identity === 'roster'),
    );
    const issues = [...row.issues, match.conflict];
    return { ...nothing(issues), outcome: 'conflict', reason: match.conflict.message, choices };
  }
  const error = row.issues.find(
    ({ severity, code }) => severity === 'error' && !(code === 'code-damaged' && match.firm !== undefined),
  );
  if (error !== undefined) return rejected(row.issues, error.message);
  if (match.firm === undefined) {
    const issue = at(row, firmUnknown);
    return rejected([...row.issues, issue], issue.message);
  }
  const firmId = match.firm.id;
  const ledger = row.recordKind === null ? undefined : lookup.records(row.recordKind);
  if (ledger === undefined) throw new Error('a row of records has a kind that the ledger knows');
  const { records, remarks, refused } = placed(row, firmId, ledger);
  if (refused !== undefined) {
    const issue = at(row, refused);
    return { ...rejected([...row.issues, issue], issue.message), firmId };
  }
  const wanted = records.filter(({ fresh }) => mode === 'both' || (mode === 'createOnly') === fresh);
  const issues = [...row.issues, ...remarks.map((remark) => at(row, remark))];
  const base = { ...nothing(issues), firmId, records: wanted };
  if (wanted.length === 0) {
    if (records.length === 0) return { ...base, outcome: 'unchanged' };
    const reason = mode === 'createOnly' ? '台账已有，本次选择仅新增' : '台账没有，本次选择仅更新';
    return { ...base, outcome: 'ignore', reason };
  }
  const outcome = wanted.every(({ fresh }) => fresh) ? 'create' : 'update';
  return { ...base, outcome, toConfirm: issues.some(({ severity }) => severity === 'warning') };
}

function nothing(issues: readonly RowIssue[]): Omit<Outcome, 'outcome'> {
  return { firmId: null, records: [], reason: null, issues, toConfirm: false, choices: [] };
}

/** The firm a row is about: the one a person chose, else by code, name, former name. */
function firmOf(row: CheckedRow, lookup: LedgerLookup, decision: RowDecision | null): Match {
  const chosen = decision?.action === 'firm' ? lookup.byId(decision.firmId) : undefined;
  return chosen === undefined ? matchFirm(row, lookup) : { firm: chosen };
}

function placed(
  row: CheckedRow,
  firmId: number,
  ledger: RecordLookup,
): {
  readonly records: readonly ComparedRecord[];
  readonly remarks: readonly Remark[];
  readonly refused?: Remark;
} {
  const records: ComparedRecord[] = [];
  const remarks: Remark[] = [];
  for (const record of row.records) {
    const place = ledger.place(firmId, record);
    if ('refused' in place) return { records: [], remarks: [], refused: place.refused };
    const stated = place.values ?? record.values;
    const changes = Object.entries(stated).flatMap(([name, after]): RecordChange[] => {
      const before = place.before?.[name] ?? null;
      return readsAlike(before, after) ? [] : [{ name, before, after }];
    });
    const said = place.remarks ?? [];
    if (changes.length === 0) {
      remarks.push(...said.filter(({ severity }) => severity === 'info'));
      continue;
    }
    if (place.fixed !== undefined) return { records: [], remarks: [], refused: place.fixed };
    records.push({ record: { ...record, values: stated }, fresh: place.before === null, changes });
    remarks.push(...said);
  }
  return { records, remarks };
}

/** Whether a cell that holds just what the ledger does would be read as this value: blanks and line ends do not count. */
function readsAlike(before: RecordValue, after: RecordValue): boolean {
  return before === after || (typeof before === 'string' && cleanText(before) === after);
}

/**
 * Settles what rows of records say of each other, over the whole draft: the same record said twice counts once, said
 * differently it waits for a person; and what only shows when all records of a firm are seen together.
 */
export function settleRecords(
  tables: readonly (readonly ComparedRow[])[],
  lookup: LedgerLookup,
): readonly (readonly ComparedRow[])[] {
  const all = tables.flat().filter(({ checked }) => checked.recordKind !== null);
  if (all.length === 0) return tables;
  const settled = new Map<ComparedRow, ComparedRow>();
  for (const group of groupsOf(all, (row) =>
    row.checked.records.map(({ key }) => `${row.firmId} ${row.checked.recordKind} ${key}`),
  )) {
    for (const [row, next] of settleTwins(group)) settled.set(row, next);
  }
  const now = (row: ComparedRow) => settled.get(row) ?? row;
  for (const group of groupsOf(
    all.filter((row) => isWritten(now(row))),
    (row) => [`${row.firmId} ${row.checked.recordKind}`],
    1,
  )) {
    for (const [row, next] of reviewed(group.map(now), lookup, group)) settled.set(row, next);
  }
  return tables.map((rows) => rows.map(now));
}

function isWritten({ outcome }: ComparedRow): boolean {
  return outcome === 'create' || outcome === 'update';
}

/** Rows that share a key, in groups of at least so many; rows without a firm belong to none. */
function groupsOf(
  rows: readonly ComparedRow[],
  keysOf: (row: ComparedRow) => readonly string[],
  least = 2,
): readonly (readonly ComparedRow[])[] {
  const groups = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    if (row.firmId === null || row.outcome === 'reject' || row.outcome === 'ignore') continue;
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return [...groups.values()].filter((group) => group.length >= least);
}

/** Rows that state one record several times: the chosen one counts, of equal ones the first, different ones wait. */
function settleTwins(rows: readonly ComparedRow[]): readonly (readonly [ComparedRow, ComparedRow])[] {
  const chosen = rows.find(({ decision }) => decision?.action === 'use');
  const [first] = rows;
  if (first === undefined) return [];
  const counts = chosen ?? first;
  const differs = rows.some((row) => contradict(row, first));
  return rows.flatMap((row): (readonly [ComparedRow, ComparedRow])[] => {
    if (row === counts && (chosen !== undefined || !differs)) {
      return [[row, chosen === undefined ? row : { ...row, choices: [useThis, skip] }]];
    }
    if (chosen !== undefined) {
      const reason = `同一企业的${labelsOf(row)}已选用第 ${chosen.checked.row} 行`;
      return [[row, { ...left(row, 'ignore', reason), choices: [useThis, skip] }]];
    }
    if (differs) {
      const message = `同一企业的${labelsOf(row)}在名册中有不止一行，内容不同`;
      const fix = '请选定以哪一行为准，或改正名册';
      const issue = at(row.checked, { code: 'record-differs', severity: 'error', message, fix });
      const issues = [...row.issues, issue];
      return [[row, { ...left(row, 'conflict', message), issues, choices: [useThis, skip] }]];
    }
    if (!same(row, first)) return [];
    const message = `与第 ${first.checked.row} 行的${labelsOf(row)}完全相同，只导入一次`;
    const issue = at(row.checked, { code: 'record-twice', severity: 'info', message, fix: null });
    return [[row, { ...left(row, 'ignore', message), issues: [...row.issues, issue] }]];
  });
}

function left(row: ComparedRow, outcome: 'ignore' | 'conflict' | 'reject', reason: string): ComparedRow {
  return { ...row, outcome, reason, records: [], toConfirm: false };
}

function labelsOf({ checked }: ComparedRow): string {
  return checked.records.map(({ label }) => label).join('、');
}

function contradict(a: ComparedRow, b: ComparedRow): boolean {
  return a.checked.records.some((one) => {
    const other = b.checked.records.find(({ key }) => key === one.key);
    return Object.entries(one.values).some(
      ([name, value]) => other !== undefined && name in other.values && other.values[name] !== value,
    );
  });
}

function same(a: ComparedRow, b: ComparedRow): boolean {
  return JSON.stringify(a.checked.records) === JSON.stringify(b.checked.records);
}

function reviewed(
  rows: readonly ComparedRow[],
  lookup: LedgerLookup,
  originals: readonly ComparedRow[],
): readonly (readonly [ComparedRow, ComparedRow])[] {
  const [first] = rows;
  const kind = first?.checked.recordKind ?? null;
  if (first === undefined || first.firmId === null || kind === null) return [];
  const records = rows.flatMap((row) => row.records.map(({ record }) => record));
  const said = lookup.records(kind)?.review?.(first.firmId, records);
  if (said === undefined) return [];
  return rows.flatMap((row, index): (readonly [ComparedRow, ComparedRow])[] => {
    const remarks = row.records.flatMap(({ record }) => said.get(record) ?? []);
    const original = originals[index];
    if (remarks.length === 0 || original === undefined) return [];
    const issues = [...row.issues, ...remarks.map((remark) => at(row.checked, remark))];
    const error = remarks.find(({ severity }) => severity === 'error');
    if (error !== undefined) return [[original, { ...left(row, 'reject', error.message), issues }]];
    return [[original, { ...row, issues, toConfirm: issues.some(({ severity }) => severity === 'warning') }]];
  });
}

function at(row: CheckedRow, remark: Remark): RowIssue {
  const { code, name } = row.cells();
  const cell = name?.address ?? code?.address ?? `A${row.row}`;
  return { ...remark, cell, field: 'name' };
}

/** A record of a firm that the ledger does not have. */
const firmUnknown: Remark = {
  code: 'firm-unknown',
  severity: 'error',
  message: '企业不在台账',
  fix: '请先导入企业名册或新建这家企业；名称写错的请改正名称，或选定它是哪一家',
};
