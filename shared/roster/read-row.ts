import type { RosterField } from './fields.ts';
import { addressOf, type Cell } from './grid.ts';
import type { IssueCode, Parsed, Remark, RowIssue } from './issue.ts';

/** Where a value was read, and what stood there. */
export type ReadCell = { readonly address: string; readonly raw: string };

/** Gathers the values and remarks of one row while its cells are read. */
export class RowReading {
  readonly values: Record<string, unknown> = {};
  readonly cells: Partial<Record<RosterField, ReadCell>> = {};
  readonly issues: RowIssue[] = [];
  /** Fields whose cell says 清空. */
  readonly clears: RosterField[] = [];
  readonly row: number;

  constructor(row: number) {
    this.row = row;
  }

  /** Notes where a field stands, before its value is known. */
  see(field: RosterField, cell: Cell): void {
    this.cells[field] = { address: addressOf(this.row, cell.column), raw: cell.text };
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
    const cell = (field === null ? undefined : this.cells[field]?.address) ?? addressOf(this.row, 1);
    this.issues.push({ ...remark, cell, field });
  }
}
