import { searchFirmIds } from '#electron/db/tables/firm-list.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { listTitleEvents } from '#electron/db/tables/title-events.ts';
import type { TableRow, TableValue } from '#electron/excel/write/table-sheet.ts';
import type { FirmField } from '#shared/domain/firm.ts';
import { type TitleEvent, titleEventText } from '#shared/domain/title.ts';
import { isFirmOrTitleField, type RosterField, titleFieldLabels } from '#shared/roster/fields.ts';
import { isRecordKind } from '#shared/roster/kinds.ts';
import type { TemplateColumn, TemplateForm, TemplateKind } from '#shared/roster/template.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import { maskName, maskPhone } from '#shared/text/mask.ts';
import type { OpenLedger } from '../context.ts';
import type { StoreContext } from '../imports/records/store.ts';
import { placeLabels } from '../labels.ts';
import { statedEvents } from './template-choices.ts';
import { recordRows } from './template-records.ts';

/** Which firms a form is filled with, and whether their personal data is in clear. */
export type Filling = {
  readonly kind: TemplateKind;
  readonly streetId: string | null;
  readonly unmasked: boolean;
};

const batchSize = 500;

/** What the ledger knows, as rows of a form: 在册 firms of the street by name, or each event that a title list can state. */
export function* filledRows(
  context: StoreContext,
  filling: Filling,
  form: TemplateForm,
): Generator<readonly TableRow[]> {
  const { open } = context;
  const ids = searchFirmIds(open.ledger.read, {
    streetIds: filling.streetId === null ? [] : [filling.streetId],
    statuses: ['active'],
    sort: { field: 'name', direction: 'asc' },
  });
  if (isRecordKind(filling.kind)) {
    yield* recordRows(context, filling.kind, { ids, form, due: true });
    return;
  }
  const events = filling.kind === 'titles' ? statedByFirm(open) : undefined;
  const write = rowWriter(open, filling, form.columns);
  let number = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const rows: TableRow[] = [];
    for (const firm of getFirms(open.ledger.read, ids.slice(from, from + batchSize))) {
      for (const event of events === undefined ? [null] : (events.get(firm.id) ?? [])) {
        number += 1;
        rows.push([number, ...write(firm, event)]);
      }
    }
    yield rows;
  }
}

/** Events that a form can state, by firm; two that would read the same are one. */
function statedByFirm({ ledger }: OpenLedger): ReadonlyMap<number, readonly TitleEvent[]> {
  const byFirm = new Map<number, TitleEvent[]>();
  for (const event of listTitleEvents(ledger.read)) {
    if (!statedEvents.includes(event.kind)) continue;
    const known = byFirm.get(event.firmId);
    if (known === undefined) byFirm.set(event.firmId, [event]);
    else if (!known.some((each) => readsTheSame(each, event))) known.push(event);
  }
  return byFirm;
}

function readsTheSame(a: TitleEvent, b: TitleEvent): boolean {
  return a.titleId === b.titleId && a.kind === b.kind && a.on === b.on && a.validUntil === b.validUntil;
}

function rowWriter(
  open: OpenLedger,
  { unmasked }: Filling,
  columns: readonly TemplateColumn[],
): (firm: FirmRecord, event: TitleEvent | null) => TableRow {
  const labels = placeLabels(open.pack);
  const titles = new Map(open.pack.titles.map(({ id, label }) => [id, label]));
  const firmCell = (field: FirmField, { fields }: FirmRecord): TableValue => {
    const value = fields[field];
    if (field === 'registeredCapital') return fields.registeredCapital;
    const text = firmFieldText(field, value, labels);
    if (unmasked) return text;
    if (field === 'contactPhone') return maskPhone(text);
    return field === 'contactName' ? maskName(text) : text;
  };
  return (firm, event) =>
    columns.map(({ field }) => {
      if (isTitleField(field)) return titleCell(field, event, titles);
      return isFirmOrTitleField(field) ? firmCell(field, firm) : null;
    });
}

type TitleField = keyof typeof titleFieldLabels;

function isTitleField(field: RosterField): field is TitleField {
  return Object.hasOwn(titleFieldLabels, field);
}

function titleCell(
  field: TitleField,
  event: TitleEvent | null,
  titles: ReadonlyMap<string, string>,
): TableValue {
  if (event === null) return null;
  switch (field) {
    case 'titleName':
      return titles.get(event.titleId) ?? event.titleId;
    case 'eventResult':
      return titleEventText[event.kind];
    case 'recognisedOn':
      return event.on;
    case 'validUntil':
      return event.validUntil;
    case 'batch':
      return event.batch;
    case 'document':
      return event.document;
    case 'recognisedYear':
    case 'formerName':
      return null;
  }
}
