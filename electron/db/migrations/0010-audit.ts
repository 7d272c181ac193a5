import { auditTriggers, refuseEdits } from '../audit-triggers.ts';
import type { Migration } from './migration.ts';

/** "TD13": tells a ledger from any other SQLite file. Written by the first migration. */
export const applicationId = 0x54443133;

/** The audit trail (变更集) and the settings. */
export const audit: Migration = {
  version: 10,
  name: 'audit',
  sql: `
PRAGMA application_id = ${applicationId};

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  reason TEXT NOT NULL,
  undoes_id INTEGER REFERENCES change_set (id) CHECK (undoes_id < id),
  change_count INTEGER NOT NULL CHECK (change_count >= 0),
  parent_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX change_set_undoes ON change_set (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  firm_id INTEGER,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT CHECK ((before IS NULL) = (op = 'insert')),
  after TEXT CHECK ((after IS NULL) = (op = 'delete'))
) STRICT;
CREATE INDEX change_by_set ON change (change_set_id);
CREATE INDEX change_by_row ON change (table_name, row_id);
CREATE INDEX change_by_firm ON change (firm_id) WHERE firm_id IS NOT NULL;

-- Holds one row while a change set is open, and none when the transaction ends.
CREATE TABLE change_context (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_set_id INTEGER NOT NULL
) STRICT;

${refuseEdits('change_set')}
${refuseEdits('change')}

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
${auditTriggers('setting', ['id', 'key', 'value'])}
`,
};
