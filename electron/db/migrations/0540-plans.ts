import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Files of firms (一企一策): target, contact, the diagnosis of the day; a firm has one that runs at a time. */
export const plans: Migration = {
  version: 540,
  name: 'plans',
  sql: `
CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT NOT NULL CHECK (title_id <> ''),
  application TEXT NOT NULL CHECK (application IN ('new', 'review')),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '${dayPattern}'),
  closed_on TEXT CHECK (closed_on GLOB '${dayPattern}' AND closed_on >= opened_on),
  result TEXT CHECK (result <> ''),
  contact TEXT,
  contact_unit TEXT,
  note TEXT,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  CHECK ((closed_on IS NULL) = (result IS NULL))
) STRICT;
CREATE INDEX plan_by_firm ON plan (firm_id);
CREATE UNIQUE INDEX plan_running ON plan (firm_id) WHERE closed_on IS NULL;
${auditTriggers('plan', [
  'id',
  'firm_id',
  'title_id',
  'application',
  'opened_on',
  'closed_on',
  'result',
  'contact',
  'contact_unit',
  'note',
  'snapshot',
])}
`,
};
