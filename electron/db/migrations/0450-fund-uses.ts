import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** What was spent from a sum that the document sets aside each year (年度资金使用). */
export const fundUses: Migration = {
  version: 450,
  name: 'fund-uses',
  sql: `
CREATE TABLE fund_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fund_id TEXT NOT NULL CHECK (fund_id <> ''),
  used_on TEXT NOT NULL CHECK (used_on GLOB '${dayPattern}'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  document TEXT
) STRICT;
CREATE INDEX fund_use_by_fund ON fund_use (fund_id, used_on);
${auditTriggers('fund_use', ['id', 'fund_id', 'used_on', 'amount_fen', 'purpose', 'document'])}
`,
};
