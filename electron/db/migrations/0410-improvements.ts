import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Measures of 一企一策: what a firm is to improve, who sees to it, by when, and how far it is. */
export const improvements: Migration = {
  version: 410,
  name: 'improvements',
  sql: `
CREATE TABLE improvement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT,
  weak_point TEXT NOT NULL CHECK (weak_point <> ''),
  action TEXT NOT NULL CHECK (action <> ''),
  owner TEXT,
  due_on TEXT CHECK (due_on GLOB '${dayPattern}'),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done', 'dropped')),
  progress TEXT
) STRICT;
CREATE INDEX improvement_by_firm ON improvement (firm_id);
${auditTriggers('improvement', [
  'id',
  'firm_id',
  'title_id',
  'weak_point',
  'action',
  'owner',
  'due_on',
  'state',
  'progress',
])}
`,
};
