import { auditTriggers } from '../audit-triggers.ts';
import type { Migration } from './migration.ts';

/** Every edition of the pack (政策包版本) by which a claim was computed, whole, so that it can be computed again. */
export const packVersions: Migration = {
  version: 460,
  name: 'pack-versions',
  sql: `
CREATE TABLE pack_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  pack_id TEXT NOT NULL CHECK (pack_id <> ''),
  rule_version TEXT NOT NULL CHECK (rule_version <> ''),
  texts TEXT NOT NULL CHECK (json_type(texts) = 'object')
) STRICT;
${auditTriggers('pack_version', ['id', 'hash', 'pack_id', 'rule_version', 'texts'])}
`,
};
