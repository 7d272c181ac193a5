import type { FirmField, FirmFields } from '#shared/domain/firm.ts';
import { type CheckedRow, sameFields } from './check-rows.ts';
import { nameKey } from './values/name-key.ts';

/** Place of a row in a draft: table by position, row by its number on the sheet. */
export type RowPlace = { readonly table: number; readonly row: number };

/** A firm that earlier rows of the draft were about. */
export type SeenFirm = {
  readonly first: RowPlace;
  readonly rows: { readonly place: RowPlace; readonly checked: CheckedRow }[];
  /** What those rows say together; the first to say something counts. */
  readonly fields: Partial<Record<FirmField, FirmFields[FirmField]>>;
};

/** Remembers the firms of a draft, over all its tables, by code and by exact name. */
export class SeenFirms {
  readonly #byCode = new Map<string, SeenFirm>();
  readonly #byName = new Map<string, SeenFirm>();

  /** The firm of an earlier row: the same code, or the same name where no two codes differ. */
  find({ fields: { code, name } }: CheckedRow): SeenFirm | undefined {
    const byCode = code == null ? undefined : this.#byCode.get(code);
    if (byCode !== undefined) return byCode;
    const byName = name === undefined ? undefined : this.#byName.get(nameKey(name));
    const known = byName?.fields.code;
    return byName !== undefined && (code == null || known == null || known === code) ? byName : undefined;
  }

  /** Notes a row, as one more of a firm that was seen or as the first of a new one. */
  add(checked: CheckedRow, place: RowPlace, seen: SeenFirm | undefined): void {
    const firm: SeenFirm = seen ?? { first: place, rows: [], fields: {} };
    firm.rows.push({ place, checked });
    for (const [key, value] of Object.entries(checked.fields)) {
      // The keys of checked fields are firm fields.
      firm.fields[key as FirmField] ??= value;
    }
    const { code, name } = checked.fields;
    if (code != null) this.#byCode.set(code, firm);
    if (name !== undefined && !this.#byName.has(nameKey(name))) this.#byName.set(nameKey(name), firm);
  }
}

/** The earlier row that says exactly the same, if there is one. */
export function twinOf(seen: SeenFirm, checked: CheckedRow): RowPlace | undefined {
  return seen.rows.find(
    (each) =>
      sameFields(each.checked.fields, checked.fields) &&
      JSON.stringify(each.checked.title) === JSON.stringify(checked.title) &&
      each.checked.clears.length === checked.clears.length,
  )?.place;
}

/** Fields of a row that contradict what earlier rows said of the same firm. */
export function contradictions(seen: SeenFirm, checked: CheckedRow): readonly FirmField[] {
  // The keys of checked fields are firm fields.
  return (Object.keys(checked.fields) as FirmField[]).filter((field) => {
    const [before, after] = [seen.fields[field], checked.fields[field]];
    if (before == null || after == null || before === after) return false;
    return field !== 'name' || nameKey(String(before)) !== nameKey(String(after));
  });
}
