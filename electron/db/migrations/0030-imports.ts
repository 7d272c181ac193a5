import { appendOnlyTriggers, auditTriggers } from '../audit-triggers.ts';
import type { Migration } from './migration.ts';

/**
 * Imports (导入批次): the receipt and every row as it stood in the file. Provenance outlives an undo, so
 * it is append-only and `import_row.firm_id` refers to a firm that may be gone. The receipt is in the audit
 * chain and carries a hash over its rows.
 */
export const imports: Migration = {
  version: 30,
  name: 'imports',
  sql: `
CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  format TEXT NOT NULL,
  kind TEXT NOT NULL,
  sheet TEXT NOT NULL,
  header_row INTEGER NOT NULL CHECK (header_row >= 0),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  rows_hash TEXT NOT NULL CHECK (length(rows_hash) = 64)
) STRICT;
CREATE INDEX import_file_by_change_set ON import_file (change_set_id);
CREATE INDEX import_file_by_content ON import_file (sha256);
${auditTriggers(
  'import_file',
  [
    'id',
    'change_set_id',
    'file_name',
    'sha256',
    'size',
    'format',
    'kind',
    'sheet',
    'header_row',
    'mapping',
    'counts',
    'issues',
    'row_count',
    'rows_hash',
  ],
  'appendOnly',
)}

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import_file (id) DEFERRABLE INITIALLY DEFERRED,
  row_number INTEGER NOT NULL CHECK (row_number >= 1),
  firm_id INTEGER,
  outcome TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  PRIMARY KEY (import_id, row_number)
) STRICT;
CREATE INDEX import_row_by_firm ON import_row (firm_id) WHERE firm_id IS NOT NULL;
${appendOnlyTriggers('import_row')}
`,
};
