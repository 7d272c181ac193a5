import { tableLabel } from '#electron/db/audited-tables.ts';
import type { WriteTx } from '#electron/db/open.ts';
import { type FirmPart, giveParts, partsOfFirm } from '#electron/db/split-rows.ts';
import { listMerged } from '#electron/db/tables/duplicates.ts';
import { deleteFormerName, listFormerNames } from '#electron/db/tables/firm-names.ts';
import { getFirm, insertFirm, refreshSearch } from '#electron/db/tables/firms.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { emptyFirmFields, type FirmFields } from '#shared/domain/firm.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import type { OpenLedger } from './context.ts';
import { checkPatch } from './firm-patch.ts';
import { rowFields } from './history-view.ts';

/** Facts of a row that name it well enough. */
const factsShown = 4;

/** What a record consists of that could be of another firm, and the names it was known by. Throws `not-found`. */
export function splitParts(open: OpenLedger, firmId: number): OutputOf<'duplicates.parts'> {
  const { read } = open.ledger;
  const firm = firmOf(open, firmId);
  const parts = partsOfFirm(read, firmId);
  return {
    name: firm.fields.name,
    names: [
      ...listMerged(read, firmId).map(({ goneName, goneCode }) => ({ name: goneName, code: goneCode })),
      ...listFormerNames(read, firmId).map(({ name }) => ({ name, code: null })),
    ].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index),
    groups: [...new Set(parts.map(({ table }) => table))].map((table) => ({
      table,
      label: tableLabel(table),
      rows: parts
        .filter((part) => part.table === table)
        .map((part) => ({ id: part.id, text: partText(open, part), claimed: part.claimed })),
    })),
  };
}

function partText({ pack }: OpenLedger, { image }: FirmPart): string {
  return rowFields(image, pack)
    .slice(0, factsShown)
    .map(({ label, value }) => `${label} ${value}`)
    .join('，');
}

/**
 * Makes a record of its own out of parts of one (拆分) and gives its number. Throws `not-found`, `split-refused`, and
 * what is wrong with name or code.
 */
export function splitFirm(open: OpenLedger, tx: WriteTx, input: ParsedInputOf<'duplicates.split'>): number {
  const firm = firmOf(open, input.firmId);
  const { patch, codeState } = checkPatch(open, {
    id: null,
    patch: { name: input.name, code: input.code },
    acceptSuspiciousCode: input.acceptSuspiciousCode,
  });
  if (nameKey(patch.name ?? '') === nameKey(firm.fields.name))
    throw new AppError('split-refused', { problem: '新企业的名称与原企业相同' });
  const known = new Map(partsOfFirm(tx, input.firmId).map((part) => [`${part.table} ${part.id}`, part]));
  for (const { table, id } of input.rows) {
    const part = known.get(`${table} ${id}`);
    if (part === undefined) throw new AppError('not-found');
    if (part.claimed)
      throw new AppError('split-refused', { problem: `${partText(open, part)}已经立项兑现，不能划走` });
  }
  // The check made sure of the name; every other field may be null.
  const fields = { ...emptyFirmFields, streetId: firm.fields.streetId, ...patch } as FirmFields;
  const newId = insertFirm(tx, {
    fields,
    codeState: codeState ?? 'missing',
    status: 'active',
    sample: firm.sample,
  });
  giveParts(tx, input.rows, newId);
  for (const former of listFormerNames(tx, input.firmId))
    if (nameKey(former.name) === nameKey(fields.name)) deleteFormerName(tx, former.id);
  refreshSearch(tx, input.firmId);
  refreshSearch(tx, newId);
  return newId;
}

function firmOf({ ledger }: OpenLedger, firmId: number) {
  const firm = getFirm(ledger.read, firmId);
  if (firm === undefined) throw new AppError('not-found');
  return firm;
}
