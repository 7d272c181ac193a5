import { changeSet } from '#electron/db/change-set.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { getAccount } from '#electron/db/tables/payments.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';

/** How the audit trail calls what was looked at. */
const words = { contactName: '联系人', contactPhone: '联系电话', account: '收款账号' } as const;

/**
 * Shows one personal fact of one firm in clear (查看个人信息) after the audit trail has taken down who looked at what;
 * the fact itself does not stand there. Throws `not-found` when there is none.
 */
export function revealPersonal(
  context: Context,
  { id, what }: ParsedInputOf<'firms.reveal'>,
): OutputOf<'firms.reveal'> {
  const { ledger } = context.open();
  const firm = getFirm(ledger.read, id);
  const value =
    what === 'account' ? getAccount(ledger.read, id)?.accountNumber : (firm?.fields[what] ?? undefined);
  if (firm === undefined || value === undefined) throw new AppError('not-found');
  const done = changeSet(
    ledger,
    {
      actor: context.actor,
      kind: 'reveal',
      reason: `查看${firm.fields.name}的${words[what]}`,
      at: context.now(),
      keepEmpty: true,
    },
    () => undefined,
  );
  context.emit('data.changed', { changeSetId: done.id });
  return { value };
}
