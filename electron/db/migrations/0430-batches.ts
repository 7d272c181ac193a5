import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** Batches of a year (兑现批次) with their public notice (公示), and the money set aside a year and clause (预算). */
export const batches: Migration = {
  version: 430,
  name: 'batches',
  sql: `
CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  name TEXT NOT NULL CHECK (name <> ''),
  locked_on TEXT CHECK (locked_on GLOB '${dayPattern}'),
  notice_from TEXT CHECK (notice_from GLOB '${dayPattern}'),
  notice_until TEXT CHECK (notice_until GLOB '${dayPattern}'),
  notice_days INTEGER CHECK (notice_days > 0),
  notice_contact TEXT,
  UNIQUE (year, name),
  CHECK (notice_until >= notice_from),
  CHECK ((notice_from IS NULL) = (notice_until IS NULL) AND (notice_from IS NULL) = (notice_days IS NULL)),
  CHECK (notice_from IS NULL OR locked_on IS NOT NULL)
) STRICT;
${auditTriggers('batch', [
  'id',
  'year',
  'name',
  'locked_on',
  'notice_from',
  'notice_until',
  'notice_days',
  'notice_contact',
])}

CREATE TABLE budget (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  clause_id TEXT NOT NULL CHECK (clause_id <> ''),
  amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
  UNIQUE (year, clause_id)
) STRICT;
${auditTriggers('budget', ['id', 'year', 'clause_id', 'amount_fen'])}

CREATE TABLE bank_account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm_id INTEGER NOT NULL UNIQUE REFERENCES firm (id),
  holder TEXT NOT NULL CHECK (holder <> ''),
  bank TEXT NOT NULL CHECK (bank <> ''),
  account_number TEXT NOT NULL CHECK (account_number <> '')
) STRICT;
${auditTriggers('bank_account', ['id', 'firm_id', 'holder', 'bank', 'account_number'])}
`,
};
