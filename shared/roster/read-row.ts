import type { RosterField } from './fields.ts';
import { addressOf, type Cell } from './grid.ts';
import type { IssueCode, Parsed, Remark, RowIssue } from './issue.ts';

/** Where a value was read, and what stood there. */
export type ReadCell = { readonly address: string; readonly raw: string };

/** The cells of a row by the field that each feeds. */
export type ReadCells = Readonly<Partial<Record<RosterField, ReadCell>>>;

/** Gathers the values and remarks of one row while its cells are read. */
export class RowReading {
  readonly values: Record<string, unknown> = {};
  /** The cell that each field was read from. */
  readonly seen = new Map<RosterField, Cell>();
  readonly issues: RowIssue[] = [];
  /** Fields whose cell says 清空. */
  readonly clears: RosterField[] = [];
  readonly row: number;

  constructor(row: number) {
    this.row = row;
  }

  /** Notes where a field stands, before its value is known. */
  see(field: RosterField, cell: Cell): void {
    this.seen.set(field, cell);
  }

  /** Takes what a parser made of a cell. */
  take<T>(field: RosterField, parsed: Parsed<T>): void {
    if (parsed.value !== null) this.values[field] = parsed.value;
    if (parsed.issue !== undefined) this.say(field, parsed.issue);
  }

  /** Takes back a remark that a closer look has settled. */
  unsay(field: RosterField, code: IssueCode): void {
    const at = this.issues.findIndex((issue) => issue.field === field && issue.code === code);
    if (at >= 0) this.issues.splice(at, 1);
  }

  /** Adds a remark at the cell of a field, or at the row. */
  say(field: RosterField | null, remark: Remark): void {
    const column = (field === null ? undefined : this.seen.get(field)?.column) ?? 1;
    this.issues.push({ ...remark, cell: addressOf(this.row, column), field });
  }
}
