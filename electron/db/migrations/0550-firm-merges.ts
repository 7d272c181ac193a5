import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/**
 * What a person decided about records that may be of one firm (重复企业): merged (合并), where the record that is
 * gone keeps its number and name here, or looked at and told apart (不是同一家).
 */
export const firmMerges: Migration = {
  version: 550,
  name: 'firm-merges',
  sql: `
CREATE TABLE firm_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  gone_id INTEGER NOT NULL UNIQUE CHECK (gone_id <> firm_id),
  gone_name TEXT NOT NULL CHECK (gone_name <> ''),
  gone_code TEXT,
  merged_on TEXT NOT NULL CHECK (merged_on GLOB '${dayPattern}')
) STRICT;
CREATE INDEX firm_merge_by_firm ON firm_merge (firm_id);
${auditTriggers('firm_merge', ['id', 'firm_id', 'gone_id', 'gone_name', 'gone_code', 'merged_on'])}

CREATE TABLE firm_distinct (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  other_id INTEGER NOT NULL REFERENCES firm (id) CHECK (other_id > firm_id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  UNIQUE (firm_id, other_id)
) STRICT;
CREATE INDEX firm_distinct_by_other ON firm_distinct (other_id);
${auditTriggers('firm_distinct', ['id', 'firm_id', 'other_id', 'reason'])}
`,
};
