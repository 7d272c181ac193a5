import { changeSet } from '#electron/db/change-set.ts';
import { searchFirmIds } from '#electron/db/tables/firm-list.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { getFirms, updateFirm } from '#electron/db/tables/firms.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { batchFields, type firmBatchMethods } from '#shared/contract/methods/firm-batch.ts';
import { type FirmFields, firmFieldLabels } from '#shared/domain/firm.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import type { Context, Handlers, OpenLedger } from '../context.ts';
import { firmConditions } from '../firm-conditions.ts';
import { checkPlaces, typedPatch } from '../firm-patch.ts';
import { placeLabels } from '../labels.ts';

/** Firms of a preview that are shown one by one. */
const shown = 100;

/** 批量修改: one value for many firms, shown before it is written. */
export const firmBatchHandlers: Handlers<keyof typeof firmBatchMethods> = {
  'firms.ids': (context, { filter, sort }) => {
    const open = context.open();
    return { ids: [...searchFirmIds(open.ledger.read, { ...firmConditions(open, filter), sort })] };
  },

  'firms.previewBatch': (context, input) => {
    const open = context.open();
    const { firms, patch, changing } = weigh(open, input);
    return {
      changed: changing.length,
      same: firms.length - changing.length,
      rows: changing.slice(0, shown).map((firm) => ({
        id: firm.id,
        name: firm.fields.name,
        changes: changesOf(open, firm, patch),
      })),
    };
  },

  'firms.saveBatch': (context, input) => {
    const open = context.open();
    const { patch, changing } = weigh(open, input);
    if (changing.length === 0) return { changeSetId: null, changed: 0 };
    const { id } = changeSet(
      open.ledger,
      {
        actor: context.actor,
        kind: 'firm-edit',
        reason: input.reason || `批量修改 ${changing.length} 家：${patchWords(context, patch)}`,
        at: context.now(),
      },
      (tx) => {
        for (const firm of changing) updateFirm(tx, firm.id, { fields: patch, today: context.today() });
      },
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id, changed: changing.length };
  },
};

type Patch = Partial<FirmFields>;
type Batch = ParsedInputOf<'firms.previewBatch'>;

function weigh(open: OpenLedger, { ids, patch: sent }: Batch) {
  const patch = typedPatch(sent);
  checkPlaces(open.pack, patch);
  const wanted = [...new Set(ids)];
  const firms = getFirms(open.ledger.read, wanted);
  if (firms.length < wanted.length)
    throw new AppError('bad-request', { problem: '勾选的企业有的已不在台账，请刷新列表后重新勾选。' });
  const changing = firms.filter((firm) =>
    fieldsOf(patch).some((field) => firm.fields[field] !== patch[field]),
  );
  return { firms, patch, changing };
}

function fieldsOf(patch: Patch) {
  return batchFields.filter((field) => Object.hasOwn(patch, field));
}

function changesOf({ pack }: OpenLedger, { fields }: FirmRecord, patch: Patch) {
  const labels = placeLabels(pack);
  return fieldsOf(patch)
    .filter((field) => fields[field] !== patch[field])
    .map((field) => ({
      label: firmFieldLabels[field],
      before: firmFieldText(field, fields[field], labels),
      after: firmFieldText(field, patch[field] ?? null, labels),
    }));
}

function patchWords(context: Context, patch: Patch): string {
  const labels = placeLabels(context.open().pack);
  return fieldsOf(patch)
    .map(
      (field) =>
        `${firmFieldLabels[field]}改为${firmFieldText(field, patch[field] ?? null, labels) ?? '未填'}`,
    )
    .join('、');
}
