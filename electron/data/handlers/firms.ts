import { changeSet } from '#electron/db/change-set.ts';
import { firmHistory } from '#electron/db/firm-history.ts';
import type { WriteTx } from '#electron/db/open.ts';
import { countAttachments } from '#electron/db/tables/attachments.ts';
import { listMerged } from '#electron/db/tables/duplicates.ts';
import { listFirmEvents } from '#electron/db/tables/firm-events.ts';
import { searchFirms } from '#electron/db/tables/firm-list.ts';
import { listFormerNames } from '#electron/db/tables/firm-names.ts';
import { getFirm, insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { insertTitleEvent, listTitleEventSources } from '#electron/db/tables/title-events.ts';
import { AppError } from '#shared/contract/errors.ts';
import { emptyFirmFields, type FirmFields, firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import { firmEventText } from '#shared/domain/firm-event.ts';
import { titleEventText } from '#shared/domain/title.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import { maskName, maskPhone } from '#shared/text/mask.ts';
import { firmAwards } from '../awards.ts';
import type { Handlers, OpenLedger } from '../context.ts';
import { firmConditions } from '../firm-conditions.ts';
import { firmEntitlements } from '../firm-entitlements.ts';
import { type CheckedPatch, checkPatch } from '../firm-patch.ts';
import { presentFirm } from '../firm-view.ts';
import { presentChangeSet, presentRowChange } from '../history-view.ts';
import { placeLabels, titleLabel } from '../labels.ts';
import { revealPersonal } from '../reveal.ts';
import { titleBook } from '../title-holdings.ts';

/** The registry (企业台账) and title events. */
export const firmHandlers: Handlers<
  | 'firms.search'
  | 'firms.get'
  | 'firms.history'
  | 'firms.reveal'
  | 'firms.save'
  | 'titles.record'
  | 'titles.years'
> = {
  'firms.search': (context, { filter, sort, offset, limit }) => {
    const open = context.open();
    const book = titleBook(open.ledger.read, open.pack);
    const page = searchFirms(open.ledger.read, { ...firmConditions(open, filter), sort, offset, limit });
    return {
      total: page.total,
      rows: page.rows.map((record) =>
        presentFirm(record, book.byFirm.get(record.id) ?? [], open.pack, filter.asOf),
      ),
    };
  },

  'firms.get': (context, { id, asOf }) => firmDetail(context.open(), id, asOf),

  'firms.history': (context, { id, offset, limit }) => {
    const { ledger, pack } = context.open();
    if (getFirm(ledger.read, id) === undefined) throw new AppError('not-found');
    const { total, entries } = firmHistory(ledger.read, id, { offset, limit });
    return {
      total,
      entries: entries.map(({ set, rows, alone }) => ({
        changeSet: presentChangeSet(set),
        rows: rows.map((row) => presentRowChange(row, pack)),
        alone,
      })),
    };
  },

  'firms.reveal': revealPersonal,

  'firms.save': (context, input) => {
    const { ledger } = context.open();
    const before = input.id === null ? undefined : getFirm(ledger.read, input.id);
    if (input.id !== null && before === undefined) throw new AppError('not-found');
    const checked = checkPatch(context.open(), input);
    const done = changeSet(
      ledger,
      {
        actor: context.actor,
        kind: input.id === null ? 'firm-add' : 'firm-edit',
        reason: input.reason || (input.id === null ? '新增企业' : '修改企业'),
        at: context.now(),
      },
      (tx) => saveFirm(tx, input.id, checked, context.today()),
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id, id: done.value };
  },

  'titles.record': (context, input) => {
    const { ledger, pack } = context.open();
    const firm = getFirm(ledger.read, input.firmId);
    if (firm === undefined || !pack.titles.some((title) => title.id === input.titleId))
      throw new AppError('not-found');
    if (input.validUntil !== null && input.validUntil < input.on) {
      throw new AppError('bad-request', { problem: `有效期至 ${input.validUntil} 早于日期 ${input.on}。` });
    }
    const done = changeSet(
      ledger,
      {
        actor: context.actor,
        kind: 'title-record',
        reason: input.reason || `${titleLabel(pack, input.titleId)}${titleEventText[input.kind]}`,
        at: context.now(),
      },
      (tx) =>
        insertTitleEvent(tx, {
          firmId: input.firmId,
          titleId: input.titleId,
          kind: input.kind,
          on: input.on,
          validUntil: input.validUntil,
          batch: input.batch,
          document: input.document,
          nameAt: firm.fields.name,
          evidence: 'finalList',
          sample: firm.sample,
        }),
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id };
  },

  'titles.years': (context) => {
    const { ledger, pack } = context.open();
    const years = new Set(titleBook(ledger.read, pack).events.map((event) => Number(event.on.slice(0, 4))));
    return { years: [...years].sort((a, b) => a - b) };
  },
};

function firmDetail(open: OpenLedger, id: number, asOf: string) {
  const { ledger, pack } = open;
  const record = getFirm(ledger.read, id);
  if (record === undefined) throw new AppError('not-found');
  const book = titleBook(ledger.read, pack);
  const labels = placeLabels(pack);
  const { contactName, contactPhone, ...form } = record.fields;
  const masked = { contactName: maskName(contactName), contactPhone: maskPhone(contactPhone) };
  return {
    row: presentFirm(record, book.byFirm.get(id) ?? [], pack, asOf),
    fields: firmFields.map((field) => ({
      field,
      label: firmFieldLabels[field],
      value:
        field === 'contactName' || field === 'contactPhone'
          ? masked[field]
          : firmFieldText(field, record.fields[field], labels),
    })),
    form,
    moves: listFirmEvents(ledger.read, id).map(({ kind, on, document, note }) => ({
      label: firmEventText[kind],
      on,
      document,
      note,
    })),
    merged: listMerged(ledger.read, id).map(({ goneName, goneCode, mergedOn }) => ({
      name: goneName,
      code: goneCode,
      on: mergedOn,
    })),
    formerNames: listFormerNames(ledger.read, id).map(({ name, until }) => ({ name, until })),
    titleEvents: listTitleEventSources(ledger.read, id).map(({ event, source }) => ({
      id: event.id,
      titleId: event.titleId,
      titleLabel: titleLabel(pack, event.titleId),
      kind: event.kind,
      kindLabel: titleEventText[event.kind],
      on: event.on,
      validUntil: event.validUntil,
      batch: event.batch,
      document: event.document,
      nameAt: event.nameAt,
      evidence: event.evidence,
      source,
    })),
    awards: firmAwards(open, id),
    entitlements: firmEntitlements(open, id, asOf),
    attachments: countAttachments(ledger.read, { kind: 'firm', id }),
  };
}

function saveFirm(tx: WriteTx, id: number | null, { patch, codeState }: CheckedPatch, today: string): number {
  if (id !== null) {
    updateFirm(tx, id, { fields: patch, ...(codeState === undefined ? {} : { codeState }), today });
    return id;
  }
  // checkPatch made sure of the name; every other field may be null.
  const fields = { ...emptyFirmFields, ...patch } as FirmFields;
  return insertFirm(tx, { fields, codeState: codeState ?? 'missing', status: 'active', sample: false });
}
