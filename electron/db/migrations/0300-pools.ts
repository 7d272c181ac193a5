import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Pool events (培育库入库、调整阶段、出库): who was in which pool when, and why it left. */
export const pools: Migration = {
  version: 300,
  name: 'pools',
  sql: `
CREATE TABLE pool_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  pool_id TEXT NOT NULL CHECK (pool_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'staged', 'left')),
  stage TEXT CHECK ((stage IS NULL) = (kind = 'left')),
  exit TEXT CHECK (exit IN ('reached', 'failed', 'movedOut', 'closed', 'withdrawn', 'other')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '${dayPattern}'),
  reason TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  CHECK ((exit IS NULL) = (kind <> 'left'))
) STRICT;
CREATE INDEX pool_event_by_firm ON pool_event (firm_id, event_on);
${auditTriggers('pool_event', [
  'id',
  'firm_id',
  'pool_id',
  'kind',
  'stage',
  'exit',
  'event_on',
  'reason',
  'sample',
])}
`,
};
