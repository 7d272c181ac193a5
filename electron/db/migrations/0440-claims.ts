import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

const claimColumns = [
  'id',
  'firm_id',
  'clause_id',
  'year',
  'ground_key',
  'ground_label',
  'event_on',
  'title_id',
  'event_id',
  'project_id',
  'batch_id',
  'state',
  'computed_fen',
  'ceiling',
  'requested_fen',
  'decided_fen',
  'decision_reason',
  'paid_fen',
  'settlement',
  'payers',
  'trace',
  'pack_id',
  'pack_hash',
  'computed_on',
];

const states = [
  'computed',
  'filed',
  'checked',
  'decided',
  'announced',
  'paid',
  'archived',
  'returned',
  'refused',
  'withdrawn',
]
  .map((state) => `'${state}'`)
  .join(', ');

/** Sum of what is paid on a claim, for the triggers that keep money within its decision. */
const paidOn = (claim: string) =>
  `(SELECT coalesce(sum(amount_fen), 0) FROM payment WHERE payment.claim_id = ${claim})`;

/**
 * Claims (兑现事项) with their steps, payments (拨付) and objections (异议). They take the place of the kept awards
 * (留存测算) of step 50, which are dropped: those rows were computations only, without decision or money, and the
 * same figures come out of titles and pack at any time. What was kept stays readable in the audit trail.
 * Rules that no caller may break: one live claim a ground, paid ≤ decided ≤ computed, a locked batch keeps its list.
 * `paid_fen` is the sum of the payments: with it each payment moves its claim, so an undo sees what came after.
 */
export const claims: Migration = {
  version: 440,
  name: 'claims',
  sql: `
DROP TABLE award;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  clause_id TEXT NOT NULL CHECK (clause_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  ground_key TEXT NOT NULL CHECK (ground_key <> ''),
  ground_label TEXT NOT NULL CHECK (ground_label <> ''),
  event_on TEXT NOT NULL CHECK (event_on GLOB '${dayPattern}'),
  title_id TEXT,
  event_id INTEGER REFERENCES title_event (id),
  project_id INTEGER REFERENCES project (id),
  batch_id INTEGER REFERENCES batch (id),
  state TEXT NOT NULL CHECK (state IN (${states})),
  computed_fen INTEGER NOT NULL CHECK (computed_fen >= 0),
  ceiling INTEGER NOT NULL CHECK (ceiling IN (0, 1)),
  requested_fen INTEGER CHECK (requested_fen > 0),
  decided_fen INTEGER CHECK (decided_fen > 0 AND decided_fen <= computed_fen),
  decision_reason TEXT,
  paid_fen INTEGER NOT NULL DEFAULT 0 CHECK (paid_fen >= 0 AND paid_fen <= coalesce(decided_fen, 0)),
  settlement TEXT CHECK (json_valid(settlement)),
  payers TEXT NOT NULL CHECK (json_type(payers) = 'array'),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  pack_id TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  computed_on TEXT NOT NULL CHECK (computed_on GLOB '${dayPattern}'),
  CHECK ((event_id IS NULL) = (title_id IS NULL) AND (event_id IS NULL) <> (project_id IS NULL)),
  CHECK ((state IN ('decided', 'announced', 'paid', 'archived')) = (decided_fen IS NOT NULL)),
  CHECK (state NOT IN ('announced', 'paid', 'archived') OR batch_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX claim_once ON claim (firm_id, clause_id, ground_key) WHERE state <> 'withdrawn';
CREATE INDEX claim_by_year ON claim (year, state);
CREATE INDEX claim_by_batch ON claim (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX claim_by_event ON claim (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX claim_by_project ON claim (project_id) WHERE project_id IS NOT NULL;
${auditTriggers('claim', claimColumns)}

CREATE TABLE claim_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  action TEXT NOT NULL CHECK (action IN ('assemble', 'recompute', 'file', 'check', 'decide', 'announce', 'pay',
    'archive', 'return', 'refuse', 'withdraw')),
  step_on TEXT NOT NULL CHECK (step_on GLOB '${dayPattern}'),
  person TEXT NOT NULL CHECK (person <> ''),
  amount_fen INTEGER,
  document TEXT,
  note TEXT
) STRICT;
CREATE INDEX claim_step_by_claim ON claim_step (claim_id);
${auditTriggers('claim_step', [
  'id',
  'claim_id',
  'firm_id',
  'action',
  'step_on',
  'person',
  'amount_fen',
  'document',
  'note',
])}

CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  payer TEXT NOT NULL CHECK (payer IN ('province', 'city', 'district')),
  tranche INTEGER NOT NULL CHECK (tranche > 0),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '${dayPattern}'),
  voucher TEXT,
  document TEXT,
  UNIQUE (claim_id, tranche, payer)
) STRICT;
${auditTriggers('payment', [
  'id',
  'claim_id',
  'firm_id',
  'payer',
  'tranche',
  'amount_fen',
  'paid_on',
  'voucher',
  'document',
])}
CREATE TRIGGER payment_within_decision_insert AFTER INSERT ON payment BEGIN
  SELECT RAISE(ABORT, 'payment: more than decided')
  WHERE ${paidOn('NEW.claim_id')} > coalesce((SELECT decided_fen FROM claim WHERE id = NEW.claim_id), 0);
END;
CREATE TRIGGER payment_within_decision_update AFTER UPDATE ON payment BEGIN
  SELECT RAISE(ABORT, 'payment: more than decided')
  WHERE ${paidOn('NEW.claim_id')} > coalesce((SELECT decided_fen FROM claim WHERE id = NEW.claim_id), 0);
END;
CREATE TRIGGER claim_covers_payments AFTER UPDATE OF decided_fen ON claim BEGIN
  SELECT RAISE(ABORT, 'claim: decided less than paid')
  WHERE ${paidOn('NEW.id')} > coalesce(NEW.decided_fen, 0);
END;
CREATE TRIGGER claim_stays_in_locked_batch AFTER UPDATE OF batch_id ON claim
WHEN OLD.batch_id IS NOT NEW.batch_id AND OLD.state = 'decided' AND NEW.state = 'decided' BEGIN
  SELECT RAISE(ABORT, 'claim: the batch is locked')
  WHERE EXISTS (SELECT 1 FROM batch WHERE id IN (OLD.batch_id, NEW.batch_id) AND locked_on IS NOT NULL);
END;

CREATE TABLE objection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  claim_id INTEGER REFERENCES claim (id),
  received_on TEXT NOT NULL CHECK (received_on GLOB '${dayPattern}'),
  raised_by TEXT NOT NULL CHECK (raised_by <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  outcome TEXT,
  closed_on TEXT CHECK (closed_on GLOB '${dayPattern}'),
  CHECK ((outcome IS NULL) = (closed_on IS NULL))
) STRICT;
CREATE INDEX objection_by_batch ON objection (batch_id);
${auditTriggers('objection', [
  'id',
  'batch_id',
  'claim_id',
  'received_on',
  'raised_by',
  'content',
  'outcome',
  'closed_on',
])}
`,
};
