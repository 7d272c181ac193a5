import { auditTriggers } from '../audit-triggers.ts';
import type { Migration } from './migration.ts';

/** Layouts (列对应) of further kinds of roster: the list of kinds is the application's, not the schema's. */
export const importLayoutKinds: Migration = {
  version: 510,
  name: 'import-layout-kinds',
  sql: `
CREATE TEMP TABLE layout_kept AS SELECT id, fingerprint, street_id, kind, fields FROM import_layout;
DROP TABLE import_layout;
CREATE TABLE import_layout (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  street_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (fingerprint, street_id)
) STRICT;
INSERT INTO import_layout SELECT id, fingerprint, street_id, kind, fields FROM layout_kept;
DROP TABLE layout_kept;
${auditTriggers('import_layout', ['id', 'fingerprint', 'street_id', 'kind', 'fields'])}
`,
};
