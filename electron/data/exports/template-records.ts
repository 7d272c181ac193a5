import { getFirms } from '#electron/db/tables/firms.ts';
import type { TableRow, TableValue } from '#electron/excel/write/table-sheet.ts';
import type { Day } from '#shared/domain/day.ts';
import { isRecordField, recordFieldParts } from '#shared/roster/fields.ts';
import type { RecordKind } from '#shared/roster/kinds.ts';
import { recordFields } from '#shared/roster/records/index.ts';
import { type RecordType, type RecordValue, recordText } from '#shared/roster/records/record.ts';
import type { TemplateColumn } from '#shared/roster/template.ts';
import type { OpenLedger } from '../context.ts';
import { findersOf } from '../imports/compare-draft.ts';
import { recordStores } from '../imports/records/index.ts';

const batchSize = 500;

/** What the ledger knows of the records of some firms, as rows of their form. */
export function* recordRows(
  { ledger, pack }: OpenLedger,
  kind: RecordKind,
  {
    ids,
    columns,
    today,
  }: {
    readonly ids: readonly number[];
    readonly columns: readonly TemplateColumn[];
    readonly today: Day;
  },
): Generator<readonly TableRow[]> {
  const fields = recordFields(kind, findersOf(pack));
  const infos = columns.map(({ field }) =>
    isRecordField(field) ? fields.get(recordFieldParts(field).name) : undefined,
  );
  let number = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const known = recordStores[kind].known(ledger.read, batch, { pack, today });
    yield getFirms(ledger.read, batch).flatMap((firm) =>
      (known.get(firm.id) ?? []).map((values): TableRow => {
        number += 1;
        const cells = columns.map(({ field }, index): TableValue => {
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
