import { type CodeState, type FirmField, type FirmFields, firmFields } from '#shared/domain/firm.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import { type CheckedRow, sameFields } from './check-rows.ts';
import type { RowIssue } from './issue.ts';
import { nameKey } from './values/name-key.ts';

/** A firm of the ledger, as far as comparing needs it. */
export type KnownFirm = { readonly id: number; readonly fields: FirmFields; readonly codeState: CodeState };

/** How comparing asks the ledger. */
export type LedgerLookup = {
  readonly byCode: (code: string) => KnownFirm | undefined;
  readonly byNameKey: (key: string) => readonly KnownFirm[];
  readonly byFormerNameKey: (key: string) => readonly KnownFirm[];
  readonly eventsOf: (firmId: number) => readonly TitleEvent[];
};

/** What would happen to a row: 新增, 变更, 无变化, 冲突, 错误, 忽略. */
export type RowOutcome = 'create' | 'update' | 'unchanged' | 'conflict' | 'reject' | 'ignore';

/** A row with its place in the ledger. */
export type ComparedRow = {
  readonly checked: CheckedRow;
  readonly outcome: RowOutcome;
  /** Firm it belongs to; null for a new one. */
  readonly firmId: number | null;
  /** Earlier row of the same table that is the same new firm. */
  readonly sameFirmAsRow: number | null;
  /** Fields that would change, with the value in the ledger. */
  readonly changes: readonly {
    readonly field: FirmField;
    readonly before: FirmFields[FirmField];
    readonly after: FirmFields[FirmField];
  }[];
  /** Whether a title event would be added. */
  readonly addsTitle: boolean;
  readonly reason: string | null;
  readonly issues: readonly RowIssue[];
  /** Waits for a person's confirmation because of a warning. */
  readonly toConfirm: boolean;
};

/** Compares the rows of one table with the ledger and with each other; writes nothing. */
export function compareRows(rows: readonly CheckedRow[], lookup: LedgerLookup): readonly ComparedRow[] {
  const first = new Map<string, CheckedRow>();
  const compared: ComparedRow[] = [];
  const quarrels = new Set<number>();
  for (const row of rows) {
    const key = firmKey(row);
    const earlier = key === undefined ? undefined : first.get(key);
    if (earlier !== undefined && sameRow(earlier, row)) compared.push(duplicate(row, earlier));
    else if (earlier !== undefined && row.title === null) {
      quarrels.add(earlier.row);
      compared.push(quarrel(row, earlier));
    } else {
      if (key !== undefined && earlier === undefined) first.set(key, row);
      compared.push(compareOne(row, lookup, earlier?.row ?? null));
    }
  }
  return compared.map((each) =>
    quarrels.has(each.checked.row) && each.outcome !== 'reject' ? asConflict(each) : each,
  );
}

/** What makes two rows one firm: the code, else the exact name. */
function firmKey(row: CheckedRow): string | undefined {
  if (row.fields.code != null) return row.fields.code;
  return row.fields.name === undefined ? undefined : nameKey(row.fields.name);
}

function sameRow(a: CheckedRow, b: CheckedRow): boolean {
  return sameFields(a.fields, b.fields) && JSON.stringify(a.title) === JSON.stringify(b.title);
}

function compareOne(row: CheckedRow, lookup: LedgerLookup, sameFirmAsRow: number | null): ComparedRow {
  const error = row.issues.find((issue) => issue.severity === 'error');
  const matched = match(row, lookup);
  const onlyCode = error?.code === 'code-damaged' && 'firm' in matched && matched.firm !== undefined;
  if (error !== undefined && !onlyCode) return plain(row, 'reject', error.message);
  if ('conflict' in matched)
    return { ...plain(row, 'conflict', matched.conflict.message), issues: [...row.issues, matched.conflict] };
  if (matched.firm === undefined) {
    return {
      ...plain(row, 'create', null),
      sameFirmAsRow,
      changes: sameFirmAsRow === null ? filled(row) : [],
      addsTitle: row.title !== null,
      toConfirm: waits(row.issues),
    };
  }
  return compareWith(row, matched.firm);

  function compareWith(checked: CheckedRow, firm: KnownFirm): ComparedRow {
    const changes = changesOf(checked, firm);
    const addsTitle = checked.title !== null && !hasEvent(checked, lookup.eventsOf(firm.id));
    const renamed = changes.some(({ field }) => field === 'name');
    const issues = renamed ? [...checked.issues, renameIssue(checked, firm)] : checked.issues;
    return {
      ...plain(checked, changes.length > 0 || addsTitle ? 'update' : 'unchanged', null),
      firmId: firm.id,
      changes,
      addsTitle,
      issues,
      toConfirm: (changes.length > 0 || addsTitle) && waits(issues),
    };
  }
}

/** Everything a new firm starts with. */
function filled({ fields }: CheckedRow): ComparedRow['changes'] {
  return firmFields.flatMap((field) => {
    const after = fields[field] ?? null;
    return after === null ? [] : [{ field, before: null, after }];
  });
}

type Match = { readonly firm: KnownFirm | undefined } | { readonly conflict: RowIssue };

/** Valid code, then exact name, then former name; never likeness. */
function match(row: CheckedRow, lookup: LedgerLookup): Match {
  const { code, name } = row.fields;
  const byCode = code == null ? undefined : lookup.byCode(code);
  if (name === undefined) return { firm: byCode };
  const key = nameKey(name);
  const named = lookup.byNameKey(key);
  if (byCode !== undefined) {
    const other = named.find((firm) => firm.id !== byCode.id);
    return other === undefined
      ? { firm: byCode }
      : {
          conflict: otherFirm(
            row,
            'name-of-other-firm',
            `代码属于“${byCode.fields.name}”，名称却是台账中的另一家企业`,
          ),
        };
  }
  const candidates = named.length > 0 ? named : lookup.byFormerNameKey(key);
  const [only, second] = candidates;
  if (only === undefined) return { firm: undefined };
  if (second !== undefined)
    return {
      conflict: otherFirm(row, 'name-ambiguous', `台账中有 ${candidates.length} 家企业用过“${name}”这一名称`),
    };
  if (code != null && only.fields.code !== null && only.fields.code !== code) {
    return {
      conflict: otherFirm(
        row,
        'code-of-other-firm',
        `台账中“${only.fields.name}”的代码是 ${only.fields.code}，与本行不同`,
      ),
    };
  }
  return { firm: only };
}

function otherFirm(row: CheckedRow, code: RowIssue['code'], message: string): RowIssue {
  const cell = row.cells.code?.address ?? row.cells.name?.address ?? `A${row.row}`;
  return { cell, field: 'code', code, severity: 'error', message, fix: '请核对名称与代码，改正后重新导入' };
}

/** Fields whose value in the row differs from the ledger; a blank cell erases nothing, a name differs only in earnest. */
function changesOf(row: CheckedRow, firm: KnownFirm): ComparedRow['changes'] {
  return firmFields.flatMap((field) => {
    const after = row.fields[field] ?? null;
    const before = firm.fields[field];
    if (after === null || after === before) return [];
    if (field === 'name') {
      const known = [firm.fields.name, row.formerName ?? ''].map(nameKey);
      if (known.includes(nameKey(String(after)))) return [];
    }
    return [{ field, before, after }];
  });
}

/** The same recognition from another copy of the list is no new event. */
function hasEvent(row: CheckedRow, events: readonly TitleEvent[]): boolean {
  return events.some(
    (event) =>
      event.titleId === row.title?.titleId &&
      event.kind === 'recognised' &&
      event.on.slice(0, 4) === row.title.on.slice(0, 4),
  );
}

function renameIssue(row: CheckedRow, firm: KnownFirm): RowIssue {
  return {
    cell: row.cells.name?.address ?? `A${row.row}`,
    field: 'name',
    code: 'name-changed',
    severity: 'warning',
    message: `代码相同而名称不同：台账为“${firm.fields.name}”，导入后原名记为曾用名`,
    fix: '确认是更名后再导入；若是代码填错请改正',
  };
}

function duplicate(row: CheckedRow, earlier: CheckedRow): ComparedRow {
  const issue: RowIssue = {
    cell: row.cells.name?.address ?? `A${row.row}`,
    field: null,
    code: 'duplicate-row',
    severity: 'info',
    message: `与第 ${earlier.row} 行完全相同，只导入一次`,
    fix: null,
  };
  return { ...plain(row, 'ignore', issue.message), issues: [...row.issues, issue] };
}

function quarrel(row: CheckedRow, earlier: CheckedRow): ComparedRow {
  const issue: RowIssue = {
    cell: row.cells.name?.address ?? `A${row.row}`,
    field: null,
    code: 'same-firm-differs',
    severity: 'error',
    message: `与第 ${earlier.row} 行是同一企业而内容不同`,
    fix: '请只保留正确的一行后重新导入',
  };
  return { ...plain(row, 'conflict', issue.message), issues: [...row.issues, issue] };
}

function asConflict(row: ComparedRow): ComparedRow {
  return {
    ...row,
    outcome: 'conflict',
    changes: [],
    addsTitle: false,
    toConfirm: false,
    reason: '下文另有一行是同一企业而内容不同',
  };
}

function plain(row: CheckedRow, outcome: RowOutcome, reason: string | null): ComparedRow {
  return {
    checked: row,
    outcome,
    firmId: null,
    sameFirmAsRow: null,
    changes: [],
    addsTitle: false,
    reason,
    issues: row.issues,
    toConfirm: false,
  };
}

function waits(issues: readonly RowIssue[]): boolean {
  return issues.some((issue) => issue.severity === 'warning');
}
