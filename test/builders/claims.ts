import type { InputOf } from '#shared/contract/api.ts';
import type { ClaimAction } from '#shared/domain/claim.ts';
import type { TestCore } from './core.ts';

/** 分 in 万元. */
export const wan = 1_000_000;

/** Who takes the steps. */
export const person = '王经办';

/** What a claim can be taken through without a batch or money. */
export type Step = Exclude<ClaimAction, 'announce' | 'pay'>;

/** Firms, claims and batches of a test, each made the way a page makes it. */
export function claimsOf(test: () => TestCore) {
  async function firm(name: string, titleId?: string, on = '2024-05-18'): Promise<number> {
    const { id } = await test().ask('firms.save', {
      id: null,
      patch: { name, streetId: 'xiasha' },
      reason: '',
    });
    if (titleId !== undefined) {
      await test().ask('titles.record', {
        firmId: id,
        titleId,
        kind: 'recognised',
        on,
        validUntil: null,
        batch: null,
        document: null,
        reason: '',
      });
    }
    return id;
  }

  /** Opens a claim on every ground of the firm that earns money, in the order of the list. */
  async function open(firmId: number, year = 2024, on = '2025-01-10'): Promise<readonly number[]> {
    const { items } = await test().ask('awards.list', { year, withRefused: false });
    const grounds = items
      .filter((item) => item.firmId === firmId && item.claimId === null)
      .map(({ clause, groundKey }) => ({ firmId, clause, groundKey }));
    return (await test().ask('claims.open', { grounds, on, person })).ids;
  }

  function step(id: number, action: Step, on: string, other: Partial<InputOf<'claims.act'>> = {}) {
    return test().ask('claims.act', { ids: [id], action, on, person, ...other });
  }

  /** A decided claim of 20万 in a locked batch. */
  async function lockedBatch() {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const [id = 0] = await open(firmId);
    await step(id, 'decide', '2025-02-10');
    const batch = await test().ask('batches.create', { year: 2025, name: '第一批', claimIds: [id] });
    await test().ask('batches.lock', { id: batch.id, locked: true, on: '2025-02-11' });
    return { firmId, id, batchId: batch.id };
  }

  function announce(batchId: number, from = '2025-09-29') {
    return test().ask('batches.announce', {
      id: batchId,
      from,
      workingDays: 5,
      contact: '企业科 88000000',
      person,
    });
  }

  return { firm, open, step, lockedBatch, announce };
}

/** First tranche of the district. */
export function payment(
  id: number,
  amountFen: number,
  other: Partial<InputOf<'claims.pay'>> = {},
): InputOf<'claims.pay'> {
  return {
    id,
    payer: 'district',
    tranche: 1,
    amountFen,
    on: '2025-10-20',
    voucher: '记-101',
    person,
    ...other,
  };
}

/** A project of the kind 品牌 that its clause pays. */
export const brand = {
  kindId: 'brand',
  name: '品牌强国工程',
  eventOn: '2025-06-01',
  facts: { famousList: true },
  object: '甲牌',
  contract: null,
  remark: null,
};
