import { changeSet } from '#electron/db/change-set.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Clause, Entitlement } from '#shared/policy/clause.ts';
import { evaluate, evaluateEntitlement } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { readFacts } from '#shared/policy/facts.ts';
import { findRule, isMoneyClause } from '#shared/policy/find-clause.ts';
import { resultHeadline } from '#shared/policy/headline.ts';
import type { Handlers, OpenLedger } from '../context.ts';
import { computeBenefits } from '../policy-benefits.ts';
import { describeLibrary } from '../policy-library.ts';
import { overlapLedgerKey, policySettings } from '../policy-settings.ts';
import { computeWhatIf } from '../what-if.ts';

type PolicyMethod =
  | 'policy.library'
  | 'policy.benefits'
  | 'policy.try'
  | 'policy.whatIf'
  | 'policy.setOverlap';

/** The policy document: reading it, trying cases, assuming other figures, settling how awards overlap. */
export const policyHandlers: Handlers<PolicyMethod> = {
  'policy.library': (context) => describeLibrary(context.open()),

  'policy.benefits': (context, { clause, asOf }) => {
    const open = context.open();
    return computeBenefits(open, ruleOf(open, clause), asOf);
  },

  'policy.try': (context, { clause, on, facts }) => {
    const open = context.open();
    const rule = ruleOf(open, clause);
    const settings = policySettings(open);
    const read = readFacts(rule, facts);
    const result = isMoneyClause(rule)
      ? evaluate(rule, read, on, { settings })
      : evaluateEntitlement(rule, read, on, { settings });
    return {
      outcome: result.outcome,
      amountFen: result.outcome === 'awarded' ? result.amount : null,
      ceiling: result.outcome === 'awarded' && result.ceiling,
      headline: resultHeadline(result),
      explanation: [...explainTrace(result.trace), ...('notes' in result ? result.notes : [])],
    };
  },

  'policy.whatIf': (context, input) => computeWhatIf(context.open(), input),

  'policy.setOverlap': (context, { group, outcome, reason }) => {
    const { ledger, pack } = context.open();
    if (!pack.overlapGroups.some((each) => each.id === group)) throw new AppError('not-found');
    const key = overlapLedgerKey(group);
    const { id } = changeSet(
      ledger,
      { actor: context.actor, kind: 'setting', reason, at: context.now() },
      (tx) => {
        if (outcome === null) deleteSetting(tx, key);
        else putSetting(tx, key, outcome);
      },
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id };
  },
};

function ruleOf({ pack }: OpenLedger, cited: string): Clause | Entitlement {
  const rule = findRule(pack, cited);
  if (rule !== undefined) return rule;
  const known = [...pack.clauses, ...pack.entitlements].map(({ id }) => id).join('、');
  throw new AppError('unknown-clause', { clause: cited, known });
}
