import { type FirmField, type FirmFields, firmFields } from '#shared/domain/firm.ts';
import { evidenceKinds, type TitleEvent } from '#shared/domain/title.ts';
import type { CheckedRow } from './check-rows.ts';
import { type ComparedRecord, compareRecords, settleRecords } from './compare-records.ts';
import {
  type RowChoice,
  type RowDecision,
  sameDecision,
  skip,
  type TableDecisions,
  useThis,
} from './decide.ts';
import type { RowIssue } from './issue.ts';
import { type KnownFirm, type LedgerLookup, type Match, matchFirm } from './match-firm.ts';
import { contradictions, type RowPlace, type SeenFirm, SeenFirms, twinOf } from './same-firm.ts';
import { nameKey } from './values/name-key.ts';
import { cleanPhone } from './values/phone.ts';
import { cleanText } from './values/text.ts';

/** What would happen to a row: 新增, 变更, 无变化, 冲突, 错误, 忽略. */
export type RowOutcome = 'create' | 'update' | 'unchanged' | 'conflict' | 'reject' | 'ignore';

/** One field that would change, with the value in the ledger. */
export type FieldChange = {
  readonly field: FirmField;
  readonly before: FirmFields[FirmField];
  readonly after: FirmFields[FirmField];
};

/** A row with its place in the ledger. */
export type ComparedRow = {
  readonly checked: CheckedRow;
  readonly outcome: RowOutcome;
  /** Firm it belongs to; null for a new one. */
  readonly firmId: number | null;
  /** Earlier row of the draft that is the same new firm. */
  readonly sameFirmAs: RowPlace | null;
  readonly changes: readonly FieldChange[];
  /** Whether a title event would be added. */
  readonly addsTitle: boolean;
  /** Records that would be added or changed. */
  readonly records: readonly ComparedRecord[];
  readonly reason: string | null;
  readonly issues: readonly RowIssue[];
  /** Waits for a person's confirmation because of a warning. */
  readonly toConfirm: boolean;
  /** What a person can decide about it, where that is needed. */
  readonly choices: readonly RowChoice[];
  readonly decision: RowDecision | null;
};

/** The rows of one table with what was decided about them. */
export type TableToCompare = {
  readonly rows: readonly CheckedRow[];
  readonly decisions: TableDecisions;
  /** Name of the table as a message gives it, where a draft has several. */
  readonly label: string;
};

/** Rows compared between two yields, so that whoever drives the work can let others in. */
const sliceSize = 500;

/**
 * Compares the rows of all tables of a draft with the ledger and with each other; writes nothing. Yields after every
 * slice the number of rows done, and returns the rows by table.
 */
export function* compareTables(
  tables: readonly TableToCompare[],
  lookup: LedgerLookup,
): Generator<number, readonly (readonly ComparedRow[])[]> {
  const work = new Comparison(tables, lookup);
  let done = 0;
  for (const [table, { rows }] of tables.entries()) {
    for (const row of rows) {
      work.compare(row, table);
      done += 1;
      if (done % sliceSize === 0) yield done;
    }
  }
  return work.results();
}

class Comparison {
  readonly #tables: readonly TableToCompare[];
  readonly #lookup: LedgerLookup;
  readonly #seen = new SeenFirms();
  readonly #compared: ComparedRow[][];
  readonly #quarrels = new Set<SeenFirm>();
  readonly #chosen = new SeenFirms();

  constructor(tables: readonly TableToCompare[], lookup: LedgerLookup) {
    this.#tables = tables;
    this.#lookup = lookup;
    this.#compared = tables.map(() => []);
    for (const [table, each] of tables.entries()) {
      for (const row of newestUsed(each)) {
        if (row.recordKind === null && this.#chosen.find(row) === undefined)
          this.#chosen.add(row, { table, row: row.row }, undefined);
      }
    }
  }

  compare(row: CheckedRow, table: number): void {
    const { decisions } = this.#table(table);
    const decision = decisions.rows.get(row.row) ?? null;
    const result = limitMode(this.#decided(row, table, decision), decisions);
    // Of several rows of a firm that were chosen the newest choice counts.
    const overtaken = decision?.action === 'use' && result.outcome === 'ignore';
    this.#compared[table]?.push({ ...result, decision: overtaken ? null : decision });
  }

  results(): readonly (readonly ComparedRow[])[] {
    return settleRecords(this.#settledFirms(), this.#lookup);
  }

  #settledFirms(): readonly (readonly ComparedRow[])[] {
    if (this.#quarrels.size === 0) return this.#compared;
    const key = ({ table, row }: RowPlace) => `${table} ${row}`;
    const quarrelling = new Set(
      [...this.#quarrels].flatMap((seen) => seen.rows.map(({ place }) => key(place))),
    );
    return this.#compared.map((rows, table) =>
      rows.map((row) => (quarrelling.has(key({ table, row: row.checked.row })) ? asConflict(row) : row)),
    );
  }

  #table(index: number): TableToCompare {
    const table = this.#tables[index];
    if (table === undefined) throw new Error('no such table in this comparison');
    return table;
  }

  #decided(row: CheckedRow, table: number, decision: RowDecision | null): ComparedRow {
    if (decision?.action === 'skip') return { ...plain(row, 'ignore', '经办人选择不导入'), choices: [skip] };
    if (row.recordKind !== null) {
      const { decisions } = this.#table(table);
      return { ...plain(row, 'unchanged', null), ...compareRecords(row, this.#lookup, decisions, decision) };
    }
    const chosen = this.#chosen.find(row)?.first;
    if (chosen !== undefined && !(chosen.table === table && chosen.row === row.row) && row.title === null) {
      return {
        ...plain(row, 'ignore', `同一企业已选用${this.#name(chosen, table)}`),
        choices: [useThis, skip],
      };
    }
    const match = matchBy(row, decision, this.#lookup);
    const errors = row.issues.filter((issue) => issue.severity === 'error');
    const [error] = errors;
    // A firm known by its name needs no code: a damaged one only stays out.
    const known = 'conflict' in match || match.firm !== undefined;
    if (error !== undefined && !(known && errors.every(({ code }) => code === 'code-damaged'))) {
      return plain(row, 'reject', error.message);
    }
    return this.#placed(row, table, match, decision);
  }

  #placed(row: CheckedRow, table: number, match: Match, decision: RowDecision | null): ComparedRow {
    const place = { table, row: row.row };
    const seen = decision?.action === 'new' ? undefined : this.#seen.find(row);
    const twin = seen === undefined ? undefined : twinOf(seen, row);
    if (twin !== undefined) return this.#duplicate(row, twin, table);
    const quarrel = seen === undefined ? [] : contradictions(seen, row);
    this.#seen.add(row, place, seen);
    if ('conflict' in match) {
      const issues = [...row.issues, match.conflict];
      return { ...plain(row, 'conflict', match.conflict.message), issues, choices: match.choices };
    }
    if (seen !== undefined && quarrel.length > 0 && row.title === null) {
      this.#quarrels.add(seen);
      return this.#quarrel(row, seen.first, table);
    }
    const kept = quarrel.length === 0 ? row : keepFirst(row, quarrel);
    if (match.firm === undefined) return this.#asNew(kept, seen);
    return compareWith(kept, match.firm, this.#lookup, this.#table(table).decisions, decision);
  }

  #asNew(row: CheckedRow, seen: SeenFirm | undefined): ComparedRow {
    const base = { addsTitle: row.title !== null, toConfirm: waits(row.issues) };
    if (seen !== undefined) {
      const changes = firmFields.flatMap((field): FieldChange[] => {
        const after = row.fields[field] ?? null;
        return after === null || field === 'name' ? [] : [{ field, before: null, after }];
      });
      return { ...plain(row, 'update', '补充上文新增的企业'), ...base, sameFirmAs: seen.first, changes };
    }
    if (row.fields.name !== undefined) return { ...plain(withSender(row), 'create', null), ...base };
    return plain(row, 'reject', '台账中没有这个代码，而这一行没有企业名称');
  }

  #name(place: RowPlace, from: number): string {
    return place.table === from
      ? `第 ${place.row} 行`
      : `“${this.#table(place.table).label}”第 ${place.row} 行`;
  }

  #duplicate(row: CheckedRow, earlier: RowPlace, table: number): ComparedRow {
    const message = `与${this.#name(earlier, table)}完全相同，只导入一次`;
    const issue: RowIssue = {
      cell: nameCell(row),
      field: null,
      code: 'duplicate-row',
      severity: 'info',
      message,
      fix: null,
    };
    return { ...plain(row, 'ignore', message), issues: [...row.issues, issue] };
  }

  #quarrel(row: CheckedRow, earlier: RowPlace, table: number): ComparedRow {
    const message = `与${this.#name(earlier, table)}是同一企业而内容不同`;
    const fix = '请选定以哪一行为准，或改正名册';
    const issue: RowIssue = {
      cell: nameCell(row),
      field: null,
      code: 'same-firm-differs',
      severity: 'error',
      message,
      fix,
    };
    return { ...plain(row, 'conflict', message), issues: [...row.issues, issue], choices: [useThis, skip] };
  }
}

/** Rows that a person chose among several of one firm, the newest choice first. */
function newestUsed({ rows, decisions }: TableToCompare): readonly CheckedRow[] {
  const used = [...decisions.rows].filter(([, { action }]) => action === 'use').map(([row]) => row);
  if (used.length === 0) return [];
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  return used.reverse().flatMap((row) => byNumber.get(row) ?? []);
}

function matchBy(row: CheckedRow, decision: RowDecision | null, lookup: LedgerLookup): Match {
  if (decision?.action === 'new') return { firm: undefined };
  const match = matchFirm(row, lookup);
  if (decision?.action !== 'firm') return match;
  const offered =
    'conflict' in match && match.choices.some((choice) => sameDecision(choice.decision, decision));
  // A decision that the ledger has overtaken no longer counts.
  return offered ? { firm: lookup.byId(decision.firmId) } : match;
}

function compareWith(
  row: CheckedRow,
  firm: KnownFirm,
  lookup: LedgerLookup,
  { clearBlanks }: TableDecisions,
  decision: RowDecision | null,
): ComparedRow {
  const keepsIdentity = decision?.action === 'firm' && decision.identity === 'ledger';
  const changes = changesOf(row, firm, clearBlanks).filter(
    ({ field }) => !keepsIdentity || (field !== 'name' && field !== 'code'),
  );
  const addsTitle = row.title !== null && !hasEvent(row, lookup.eventsOf(firm.id));
  const renamed = changes.some(({ field }) => field === 'name');
  const issues = renamed ? [...row.issues, renameIssue(row, firm)] : row.issues;
  return {
    ...plain(row, changes.length > 0 || addsTitle ? 'update' : 'unchanged', null),
    firmId: firm.id,
    changes,
    addsTitle,
    issues,
    toConfirm: (changes.length > 0 || addsTitle) && waits(issues),
  };
}

/** Fields whose value in the row differs from the ledger; a blank erases only where asked, a name differs only in earnest. */
function changesOf(
  row: CheckedRow,
  firm: KnownFirm,
  clearBlanks: ReadonlySet<FirmField>,
): readonly FieldChange[] {
  const cells = clearBlanks.size === 0 ? {} : row.cells();
  const erases = (field: FirmField) =>
    row.clears.includes(field) ||
    (clearBlanks.has(field) && field !== 'name' && field !== 'code' && cells[field] === undefined);
  return firmFields.flatMap((field): readonly FieldChange[] => {
    const before = firm.fields[field];
    const after = statedOrSender(row, field, before);
    if (after === null) return before !== null && erases(field) ? [{ field, before, after }] : [];
    if (after === before || readsAlike(field, before, after)) return [];
    if (field === 'name') {
      const known = [firm.fields.name, row.formerName ?? ''].map(nameKey);
      if (known.includes(nameKey(String(after))) || nameKey(firm.fields.name) === nameKey(String(after)))
        return [];
    }
    return [{ field, before, after }];
  });
}

/** Whether a cell that holds just what the ledger does would be read as this value: blanks and line ends do not count. */
function readsAlike(field: FirmField, before: FirmFields[FirmField], after: FirmFields[FirmField]): boolean {
  if (typeof before !== 'string') return false;
  return (field === 'contactPhone' ? cleanPhone(before) : cleanText(before)) === after;
}

function statedOrSender(
  row: CheckedRow,
  field: FirmField,
  before: FirmFields[FirmField],
): FirmFields[FirmField] {
  const stated = row.fields[field] ?? null;
  return stated === null && field === 'streetId' && before === null ? row.senderStreet : stated;
}

/** A new firm without a street gets that of the sender. */
function withSender(row: CheckedRow): CheckedRow {
  if (row.senderStreet === null || row.fields.streetId != null) return row;
  const message = '街道取自填报单位或表名';
  const issue: RowIssue = {
    cell: nameCell(row),
    field: 'streetId',
    code: 'street-from-heading',
    severity: 'info',
    message,
    fix: null,
  };
  return { ...row, fields: { ...row.fields, streetId: row.senderStreet }, issues: [...row.issues, issue] };
}

/** The same event from another copy of the list is no new event, unless this copy is the better paper. */
function hasEvent({ title }: CheckedRow, events: readonly TitleEvent[]): boolean {
  if (title === null) return true;
  return events.some(
    (event) =>
      event.titleId === title.titleId &&
      event.kind === title.kind &&
      event.on.slice(0, 4) === title.on.slice(0, 4) &&
      evidenceKinds.indexOf(event.evidence) <= evidenceKinds.indexOf(title.evidence),
  );
}

function renameIssue(row: CheckedRow, firm: KnownFirm): RowIssue {
  return {
    cell: nameCell(row),
    field: 'name',
    code: 'name-changed',
    severity: 'warning',
    message: `代码相同而名称不同：台账为“${firm.fields.name}”，导入后原名记为曾用名`,
    fix: '确认是更名后再导入；若是代码填错请改正',
  };
}

/** In a title list a firm may stand several times; what later rows say otherwise of the firm itself is left out. */
function keepFirst(row: CheckedRow, fields: readonly FirmField[]): CheckedRow {
  const kept = Object.fromEntries(
    Object.entries(row.fields).filter(([field]) => !fields.some((each) => each === field)),
  );
  const message = '同一企业在上文已有一行，企业信息以上文为准，这一行只登记称号';
  const issue: RowIssue = {
    cell: nameCell(row),
    field: null,
    code: 'same-firm-first',
    severity: 'info',
    message,
    fix: null,
  };
  return { ...row, fields: kept, issues: [...row.issues, issue] };
}

function limitMode(row: ComparedRow, { mode }: TableDecisions): ComparedRow {
  const unwanted =
    (mode === 'createOnly' && row.outcome === 'update') ||
    (mode === 'updateOnly' && row.outcome === 'create');
  if (!unwanted) return row;
  const reason = mode === 'createOnly' ? '台账已有，本次选择仅新增' : '台账没有，本次选择仅更新';
  return { ...row, outcome: 'ignore', changes: [], addsTitle: false, toConfirm: false, reason };
}

function asConflict(row: ComparedRow): ComparedRow {
  if (row.outcome === 'conflict') return row;
  const reason = '下文另有一行是同一企业而内容不同';
  return {
    ...row,
    outcome: 'conflict',
    changes: [],
    addsTitle: false,
    toConfirm: false,
    reason,
    choices: [useThis, skip],
  };
}

function plain(row: CheckedRow, outcome: RowOutcome, reason: string | null): ComparedRow {
  return {
    checked: row,
    outcome,
    firmId: null,
    sameFirmAs: null,
    changes: [],
    addsTitle: false,
    records: [],
    reason,
    issues: row.issues,
    toConfirm: false,
    choices: [],
    decision: null,
  };
}

function waits(issues: readonly RowIssue[]): boolean {
  return issues.some((issue) => issue.severity === 'warning');
}

function nameCell(row: CheckedRow): string {
  return row.cells().name?.address ?? `A${row.row}`;
}
