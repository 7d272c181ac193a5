import type { z } from 'zod';
import type { DraftRowSchema } from '#shared/contract/methods/imports.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import { isRecordField, type RosterField, rosterFieldLabels } from '#shared/roster/fields.ts';
import { isRecordKind, type RecordKind, type RosterKind, recordKinds } from '#shared/roster/kinds.ts';
import { yearInHeader } from '#shared/roster/records/aliases.ts';
import { recordFieldLabel, recordFields } from '#shared/roster/records/index.ts';
import { recordText } from '#shared/roster/records/record.ts';
import type { OpenLedger } from '../context.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';
import { findersOf } from './roster-context.ts';

type Choice = { field: string; label: string };

/** Label of a field in a table of a kind. */
export function fieldLabel({ pack }: OpenLedger, kind: RosterKind, field: RosterField): string {
  if (!isRecordField(field)) return rosterFieldLabels[field];
  return isRecordKind(kind) ? recordFieldLabel(field, kind, findersOf(pack)) : field;
}

/** Fields that a column can be given to in each kind of record; yearly figures also for each year that the headers name. */
export function recordChoices(open: OpenLedger, draft: ImportDraft): Record<RecordKind, Choice[]> {
  const finders = findersOf(open.pack);
  const headers = draft.tables.flatMap(({ found }) => found.columns.map(({ header }) => header));
  const years = [...new Set(headers.flatMap((header) => yearInHeader(header).year ?? []))].sort();
  const choicesOf = (kind: RecordKind): Choice[] => {
    const names = [...recordFields(kind, finders).keys()];
    const fields = names.map((name): `record.${string}` => `record.${name}`);
    const dated = fields.filter((field) => !undated.has(field));
    const byYear =
      kind === 'years'
        ? years.flatMap((year) => dated.map((field): `record.${string}` => `${field}@${year}`))
        : [];
    return [
      ...(['name', 'code', 'formerName'] as const).map((field) => ({
        field,
        label: rosterFieldLabels[field],
      })),
      ...[...fields, ...byYear].map((field) => ({ field, label: recordFieldLabel(field, kind, finders) })),
    ];
  };
  // fromEntries loses the keys, the list is total.
  return Object.fromEntries(recordKinds.map((kind) => [kind, choicesOf(kind)])) as Record<
    RecordKind,
    Choice[]
  >;
}

/** Fields of a yearly record that have no year of their own. */
const undated: ReadonlySet<string> = new Set(['record.year', 'record.source', 'record.remark']);

/** What a row would change in the records of its firm, values in words. */
export function recordChanges(
  { pack }: OpenLedger,
  { table }: DraftTable,
  { records }: ComparedRow,
): z.output<typeof DraftRowSchema>['changes'] {
  const { kind } = table;
  if (!isRecordKind(kind)) return [];
  const fields = recordFields(kind, findersOf(pack));
  return records.flatMap(({ record, changes }) =>
    changes.flatMap(({ name, before, after }) => {
      const info = fields.get(name);
      if (info === undefined) return [];
      return {
        field: `record.${name}`,
        label: `${record.label}${info.label}`,
        before: recordText(info.type, before),
        after: recordText(info.type, after),
      };
    }),
  );
}
