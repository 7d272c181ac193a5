import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Title events (称号事件): what happened to a title, with the paper and the cell it came from. */
export const titles: Migration = {
  version: 40,
  name: 'titles',
  sql: `
CREATE TABLE title_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL REFERENCES firm (id),
  title_id TEXT NOT NULL CHECK (title_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('announced', 'recognised', 'reviewPassed', 'reviewFailed', 'renamed',
    'revoked', 'expired', 'reRecognised', 'movedIn', 'movedOut')),
  event_on TEXT NOT NULL CHECK (event_on GLOB '${dayPattern}'),
  valid_until TEXT CHECK (valid_until GLOB '${dayPattern}'),
  batch TEXT,
  document TEXT,
  name_at TEXT,
  evidence TEXT NOT NULL CHECK (evidence IN ('finalList', 'mirror', 'publicity', 'roster', 'platformHint')),
  import_id INTEGER REFERENCES import_file (id) DEFERRABLE INITIALLY DEFERRED,
  cell TEXT,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;
CREATE INDEX title_event_by_firm ON title_event (firm_id, event_on);
${auditTriggers('title_event', [
  'id',
  'firm_id',
  'title_id',
  'kind',
  'event_on',
  'valid_until',
  'batch',
  'document',
  'name_at',
  'evidence',
  'import_id',
  'cell',
  'sample',
])}
`,
};
