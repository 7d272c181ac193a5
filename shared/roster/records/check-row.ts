import type { CheckedRow, RowChecker } from '../check-rows.ts';
import type { Finders } from '../context.ts';
import { isRecordField, type RosterField, recordFieldParts } from '../fields.ts';
import { createCellResolver } from '../fill-down.ts';
import type { RosterTable } from '../find-tables.ts';
import { unitIn } from '../heading.ts';
import { hiddenRow, nameMissing } from '../issue.ts';
import type { RecordKind } from '../kinds.ts';
import { cellsOf, readCell, usedColumns } from '../read-cell.ts';
import { RowReading } from '../read-row.ts';
import { parseCode } from '../values/code.ts';
import { readName } from '../values/name.ts';
import { recordKey } from './aliases.ts';
import { recordFields, recordRules } from './index.ts';
import { parseRecordValue } from './read-value.ts';

/** Reads and checks the rows of a table of records: whose they are, and what they state. */
export function createRecordChecker(table: RosterTable, kind: RecordKind, finders: Finders): RowChecker {
  const resolve = createCellResolver(table);
  const fields = recordFields(kind, finders);
  const tableUnit = unitIn(table.heading);
  const used = usedColumns(table.columns).map((column) => ({
    column,
    info: isRecordField(column.field) ? fields.get(recordFieldParts(column.field).name) : undefined,
    facts: {
      unit: recordKey(column.header).unit ?? tableUnit,
      losesZero: table.untyped,
      form: table.form,
    },
  }));
  const read = used
    .filter(({ info, column: { field } }) => info !== undefined || isIdentityField(field))
    .map(({ column }) => column);
  const columns = new Set(used.flatMap(({ column }) => (isRecordField(column.field) ? [column.field] : [])));
  return (row) => {
    const reading = new RowReading(row.number);
    for (const { column, info, facts } of used) {
      const resolved = resolve(row, column);
      if (resolved === undefined) continue;
      const { field } = column;
      if (info !== undefined) {
        readCell(reading, column, resolved, (cell) =>
          reading.take(field, parseRecordValue(cell, info, facts)),
        );
      } else if (isIdentityField(field)) {
        readCell(reading, column, resolved, (cell) => readIdentity(reading, field, cell));
      }
    }
    for (const field of reading.clears) if (isRecordField(field)) reading.values[field] = null;
    if (row.hidden) reading.say(null, hiddenRow);
    const firm = identityOf(reading);
    if (firm.fields.name === undefined && firm.fields.code == null) reading.say('name', nameMissing);
    const records = recordRules[kind].read({
      reading,
      row,
      heading: table.heading,
      finders,
      columns,
      variant: table.variant,
      form: table.form,
    });
    return {
      row: row.number,
      ...firm,
      title: null,
      recordKind: kind,
      records,
      clears: [],
      senderStreet: null,
      cells: cellsOf(row, read, resolve),
      issues: reading.issues,
    };
  };
}

/** A field that says which firm a record belongs to. */
type IdentityField = 'name' | 'code' | 'formerName';

function isIdentityField(field: RosterField): field is IdentityField {
  return field === 'name' || field === 'code' || field === 'formerName';
}

function readIdentity(
  reading: RowReading,
  field: IdentityField,
  cell: Parameters<typeof parseCode>[0],
): void {
  if (field === 'code') {
    const { candidates, ...parsed } = parseCode(cell);
    reading.values.codeCandidates = candidates;
    reading.take(field, parsed);
    return;
  }
  const { name, formerName } = readName(cell.text);
  reading.take(field, { value: name });
  if (field === 'name' && formerName !== null) reading.values.formerName ??= formerName;
}

function identityOf({
  values,
}: RowReading): Pick<CheckedRow, 'fields' | 'codeState' | 'codeCandidates' | 'formerName'> {
  const { name, code, codeCandidates, formerName } = values;
  // The reader of `code` puts in nothing else.
  const parsed = (code ?? null) as ReturnType<typeof parseCode>['value'];
  return {
    fields: {
      ...(typeof name === 'string' ? { name } : {}),
      ...(parsed === null ? {} : { code: parsed.code }),
    },
    codeState: parsed?.state ?? 'missing',
    // So is the list of candidates: only the reader of `code` fills it.
    codeCandidates: (codeCandidates as readonly string[] | undefined) ?? [],
    formerName: typeof formerName === 'string' ? formerName : null,
  };
}
