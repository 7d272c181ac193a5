import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 走访与诉求: visits to firms, what they ask for, and firms that asked to be left in peace. */
export const visits: Migration = {
  version: 690,
  name: 'visits',
  sql: `
CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  planned_on TEXT CHECK (planned_on GLOB '${dayPattern}'),
  visited_on TEXT CHECK (visited_on GLOB '${dayPattern}'),
  visitors TEXT CHECK (visitors <> ''),
  record TEXT CHECK (record <> ''),
  CHECK (planned_on IS NOT NULL OR visited_on IS NOT NULL)
) STRICT;
CREATE INDEX visit_by_firm ON visit (firm_id);
CREATE TABLE service_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  visit_id INTEGER REFERENCES visit (id),
  received_on TEXT NOT NULL CHECK (received_on GLOB '${dayPattern}'),
  request_kind TEXT NOT NULL CHECK (request_kind <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  unit TEXT CHECK (unit <> ''),
  due_on TEXT CHECK (due_on GLOB '${dayPattern}'),
  answer TEXT CHECK (answer <> ''),
  closed_on TEXT CHECK (closed_on GLOB '${dayPattern}' AND closed_on >= received_on),
  satisfaction TEXT CHECK (satisfaction IN ('content', 'fair', 'discontent'))
) STRICT;
CREATE INDEX service_request_by_firm ON service_request (firm_id);
CREATE INDEX service_request_by_visit ON service_request (visit_id) WHERE visit_id IS NOT NULL;
CREATE TABLE quiet_firm (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL UNIQUE REFERENCES firm (id),
  from_on TEXT NOT NULL CHECK (from_on GLOB '${dayPattern}'),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
${auditTriggers('visit', ['id', 'firm_id', 'planned_on', 'visited_on', 'visitors', 'record'])}
${auditTriggers('service_request', [
  'id',
  'firm_id',
  'visit_id',
  'received_on',
  'request_kind',
  'content',
  'unit',
  'due_on',
  'answer',
  'closed_on',
  'satisfaction',
])}
${auditTriggers('quiet_firm', ['id', 'firm_id', 'from_on', 'reason'])}
`,
};
