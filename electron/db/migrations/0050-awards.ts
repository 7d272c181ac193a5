import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Kept awards (奖补): one amount for one ground, with the whole trace and the pack it was computed by. */
export const awards: Migration = {
  version: 50,
  name: 'awards',
  sql: `
CREATE TABLE award (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  clause_id TEXT NOT NULL CHECK (clause_id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  ground_key TEXT NOT NULL CHECK (ground_key <> ''),
  event_id INTEGER REFERENCES title_event (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  ceiling INTEGER NOT NULL CHECK (ceiling IN (0, 1)),
  outcome TEXT NOT NULL CHECK (outcome IN ('awarded', 'notApplicable', 'needsData')),
  trace TEXT NOT NULL CHECK (json_valid(trace)),
  pack_id TEXT NOT NULL,
  pack_hash TEXT NOT NULL,
  computed_on TEXT NOT NULL CHECK (computed_on GLOB '${dayPattern}'),
  UNIQUE (firm_id, clause_id, ground_key)
) STRICT;
CREATE INDEX award_by_year ON award (year);
CREATE INDEX award_by_event ON award (event_id) WHERE event_id IS NOT NULL;
${auditTriggers('award', [
  'id',
  'firm_id',
  'clause_id',
  'year',
  'ground_key',
  'event_id',
  'amount_fen',
  'ceiling',
  'outcome',
  'trace',
  'pack_id',
  'pack_hash',
  'computed_on',
])}
`,
};
