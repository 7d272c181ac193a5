import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Projects (项目) with the facts their clauses need, and other public money (其他财政资金) already received. */
export const projects: Migration = {
  version: 420,
  name: 'projects',
  sql: `
CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  kind_id TEXT NOT NULL CHECK (kind_id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  event_on TEXT NOT NULL CHECK (event_on GLOB '${dayPattern}'),
  facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
  object TEXT CHECK (object <> ''),
  contract TEXT CHECK (contract <> ''),
  remark TEXT
) STRICT;
CREATE INDEX project_by_firm ON project (firm_id);
CREATE UNIQUE INDEX project_once ON project (firm_id, kind_id, name);
${auditTriggers('project', ['id', 'firm_id', 'kind_id', 'name', 'event_on', 'facts', 'object', 'contract', 'remark'])}

CREATE TABLE public_aid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  project_id INTEGER REFERENCES project (id),
  title_id TEXT,
  payer TEXT NOT NULL CHECK (payer IN ('province', 'city', 'district')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  received_on TEXT NOT NULL CHECK (received_on GLOB '${dayPattern}'),
  document TEXT NOT NULL CHECK (document <> ''),
  remark TEXT,
  CHECK ((project_id IS NULL) <> (title_id IS NULL))
) STRICT;
CREATE INDEX public_aid_by_firm ON public_aid (firm_id);
CREATE INDEX public_aid_by_project ON public_aid (project_id) WHERE project_id IS NOT NULL;
${auditTriggers('public_aid', [
  'id',
  'firm_id',
  'project_id',
  'title_id',
  'payer',
  'amount_fen',
  'received_on',
  'document',
  'remark',
])}
`,
};
