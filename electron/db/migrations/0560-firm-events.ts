import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** When a firm moved into or out of the district, or was closed (迁入, 迁出, 注销), and by which document. */
export const firmEvents: Migration = {
  version: 560,
  name: 'firm-events',
  sql: `
CREATE TABLE firm_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  kind TEXT NOT NULL CHECK (kind IN ('movedIn', 'movedOut', 'closed')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '${dayPattern}'),
  document TEXT,
  note TEXT
) STRICT;
CREATE INDEX firm_event_by_firm ON firm_event (firm_id);
${auditTriggers('firm_event', ['id', 'firm_id', 'kind', 'event_on', 'document', 'note'])}
`,
};
