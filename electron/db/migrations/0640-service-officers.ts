import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 服务专员 of firms with the days they serve; a firm has one at a time, earlier ones stay as history. */
export const serviceOfficers: Migration = {
  version: 640,
  name: 'service officers',
  sql: `
CREATE TABLE service_officer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  officer TEXT NOT NULL CHECK (officer <> ''),
  unit TEXT CHECK (unit <> ''),
  from_on TEXT NOT NULL CHECK (from_on GLOB '${dayPattern}'),
  until_on TEXT CHECK (until_on GLOB '${dayPattern}' AND until_on >= from_on)
) STRICT;
CREATE INDEX service_officer_by_firm ON service_officer (firm_id);
CREATE UNIQUE INDEX service_officer_running ON service_officer (firm_id) WHERE until_on IS NULL;
${auditTriggers('service_officer', ['id', 'firm_id', 'officer', 'unit', 'from_on', 'until_on'])}
`,
};
