import { getFirms } from '#electron/db/tables/firms.ts';
import type { TableRow, TableValue } from '#electron/excel/write/table-sheet.ts';
import { isRecordField, recordFieldParts } from '#shared/roster/fields.ts';
import type { RecordKind } from '#shared/roster/kinds.ts';
import { recordFields } from '#shared/roster/records/index.ts';
import { type RecordType, type RecordValue, recordText } from '#shared/roster/records/record.ts';
import type { TemplateForm } from '#shared/roster/template.ts';
import { recordStores } from '../imports/records/index.ts';
import type { StoreContext } from '../imports/records/store.ts';
import { findersOf } from '../imports/roster-context.ts';

const batchSize = 500;

/** What the ledger knows of the records of some firms, as rows of one of their forms. */
export function* recordRows(
  context: StoreContext,
  kind: RecordKind,
  { ids, form, due }: { readonly ids: readonly number[]; readonly form: TemplateForm; readonly due: boolean },
): Generator<readonly TableRow[]> {
  const { ledger, pack } = context.open;
  const fields = recordFields(kind, findersOf(pack));
  const infos = form.columns.map(({ field }) =>
    isRecordField(field) ? fields.get(recordFieldParts(field).name) : undefined,
  );
  let number = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const known = recordStores[kind].known(ledger.read, batch, context, { form: form.id, due });
    yield getFirms(ledger.read, batch).flatMap((firm) =>
      (known.get(firm.id) ?? []).map((values): TableRow => {
        number += 1;
        const cells = form.columns.map(({ field }, index): TableValue => {
          if (field === 'name' || field === 'code') return firm.fields[field];
          const info = infos[index];
          return info === undefined ? null : cellOf(info.type, values[info.name] ?? null);
        });
        return [number, ...cells];
      }),
    );
  }
}

/** A value as its column writes it: 分 for money, percent and points as typed, words for choices. */
function cellOf(type: RecordType, value: RecordValue): TableValue {
  if (typeof value !== 'number') return recordText(type, value);
  if (type.is === 'share') return value / 10_000;
  return type.is === 'score' ? value / 100 : value;
}
