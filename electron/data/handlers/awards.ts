import { getClaim } from '#electron/db/tables/claims.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { putAccount } from '#electron/db/tables/payments.ts';
import { deleteAid, insertAid } from '#electron/db/tables/projects.ts';
import { AppError } from '#shared/contract/errors.ts';
import { claimActionText } from '#shared/domain/claim.ts';
import { payerText } from '#shared/domain/payer.ts';
import { computeAwards } from '../awards.ts';
import { claimDetail } from '../claims/claim-detail.ts';
import { claimList } from '../claims/claim-list.ts';
import { actOnClaims, payClaim, recomputeClaims } from '../claims/claim-steps.ts';
import { openClaims } from '../claims/open-claims.ts';
import type { Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';

/** Computing awards, and taking claims through their steps. */
export const awardHandlers: Handlers<
  | 'awards.list'
  | 'claims.list'
  | 'claims.get'
  | 'claims.open'
  | 'claims.act'
  | 'claims.recompute'
  | 'claims.pay'
  | 'claims.setAccount'
  | 'claims.addAid'
  | 'claims.removeAid'
> = {
  'awards.list': (context, { year, withRefused }) => computeAwards(context.open(), year, { withRefused }),
  'claims.list': (context, { year }) => claimList(context.open(), year),
  'claims.get': (context, { id }) => claimDetail(context.open(), id),

  'claims.open': (context, input) => {
    const open = context.open();
    const done = recordChange(context, 'claim-open', `立项${input.grounds.length}笔`, (tx) =>
      openClaims(open, tx, input),
    );
    return { changeSetId: done.id, ids: done.value };
  },

  'claims.act': (context, input) => {
    const open = context.open();
    const reason = `${claimActionText[input.action]}${input.ids.length}笔${input.note === '' ? '' : `：${input.note}`}`;
    const done = recordChange(context, 'claim-step', reason, (tx) =>
      actOnClaims(open, tx, input, context.today()),
    );
    return { changeSetId: done.id };
  },

  'claims.recompute': (context, input) => {
    const open = context.open();
    const done = recordChange(context, 'claim-recompute', `重新测算${input.ids.length}笔`, (tx) =>
      recomputeClaims(open, tx, input, { actor: context.actor, today: context.today() }),
    );
    return { changeSetId: done.id, changed: done.value };
  },

  'claims.pay': (context, input) => {
    const reason = `第${input.id}号事项第${input.tranche}期${payerText[input.payer]}资金`;
    const done = recordChange(context, 'claim-pay', reason, (tx) => payClaim(tx, input, context.today()));
    return { changeSetId: done.id };
  },

  'claims.setAccount': (context, account) => {
    const firm = getFirm(context.open().ledger.read, account.firmId);
    if (firm === undefined) throw new AppError('not-found');
    const done = recordChange(context, 'account-set', firm.fields.name, (tx) => putAccount(tx, account));
    return { changeSetId: done.id };
  },

  'claims.addAid': (context, input) => {
    const claim = getClaim(context.open().ledger.read, input.claimId);
    const done = recordChange(context, 'aid-add', `${payerText[input.payer]}资金：${input.document}`, (tx) =>
      insertAid(tx, {
        firmId: claim.firmId,
        projectId: claim.projectId,
        titleId: claim.titleId,
        payer: input.payer,
        amountFen: input.amountFen,
        receivedOn: input.on,
        document: input.document,
        remark: input.remark || null,
      }),
    );
    return { changeSetId: done.id };
  },

  'claims.removeAid': (context, { id }) => {
    const done = recordChange(context, 'aid-remove', '删除其他财政资金记录', (tx) => {
      if (!deleteAid(tx, id)) throw new AppError('not-found');
    });
    return { changeSetId: done.id };
  },
};
