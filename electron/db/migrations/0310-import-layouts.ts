import { auditTriggers } from '../audit-triggers.ts';
import type { Migration } from './migration.ts';

/** Layouts (列对应): which header of a known layout feeds which field, as a person confirmed it, by street where one is known. */
export const importLayouts: Migration = {
  version: 310,
  name: 'import-layouts',
  sql: `
CREATE TABLE import_layout (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  street_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('firms', 'titles', 'reviews', 'publicity')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (fingerprint, street_id)
) STRICT;
${auditTriggers('import_layout', ['id', 'fingerprint', 'street_id', 'kind', 'fields'])}
`,
};
