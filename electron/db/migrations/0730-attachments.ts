import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 附件: what is attached to firms and to entries of progress; the contents lie beside the ledger by their SHA-256. */
export const attachments: Migration = {
  version: 730,
  name: 'attachments',
  sql: `
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER REFERENCES firm (id),
  task_note_id INTEGER REFERENCES task_note (id),
  attachment_name TEXT NOT NULL CHECK (attachment_name <> ''),
  attachment_kind TEXT NOT NULL CHECK (attachment_kind <> ''),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  content_bytes INTEGER NOT NULL CHECK (content_bytes > 0),
  added_on TEXT NOT NULL CHECK (added_on GLOB '${dayPattern}'),
  attachment_note TEXT CHECK (attachment_note <> ''),
  CHECK ((firm_id IS NULL) <> (task_note_id IS NULL))
) STRICT;
CREATE INDEX attachment_by_firm ON attachment (firm_id);
CREATE INDEX attachment_by_task_note ON attachment (task_note_id);
${auditTriggers('attachment', [
  'id',
  'firm_id',
  'task_note_id',
  'attachment_name',
  'attachment_kind',
  'content_sha256',
  'content_bytes',
  'added_on',
  'attachment_note',
])}
`,
};
