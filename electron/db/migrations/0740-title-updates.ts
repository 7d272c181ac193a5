import { auditTriggers } from '../audit-triggers.ts';
import { firmYearColumns } from './0400-firm-years.ts';
import type { Migration } from './migration.ts';

/** 年度更新: whether a firm updated its information on the platform in the year. */
export const titleUpdates: Migration = {
  version: 740,
  name: 'title-updates',
  sql: `
ALTER TABLE firm_year ADD COLUMN title_update INTEGER CHECK (title_update IN (0, 1));
DROP TRIGGER firm_year_audit_insert;
DROP TRIGGER firm_year_audit_update;
DROP TRIGGER firm_year_audit_delete;
${auditTriggers('firm_year', [...firmYearColumns, 'title_update'])}
`,
};
