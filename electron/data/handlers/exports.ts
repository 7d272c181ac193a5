import type { Handlers } from '../context.ts';
import { exportAwards } from '../exports/export-awards.ts';
import { exportChanges } from '../exports/export-changes.ts';
import { exportErrors } from '../exports/export-errors.ts';
import { exportFirms } from '../exports/export-firms.ts';
import { exportRecords } from '../exports/export-records.ts';
import { writeTemplate } from '../exports/write-template.ts';

/** Lists, templates and error lists that leave the application as files (名册导出). */
export const exportHandlers: Handlers<
  | 'exports.firms'
  | 'exports.awards'
  | 'exports.records'
  | 'exports.template'
  | 'exports.changes'
  | 'exports.errors'
> = {
  'exports.firms': exportFirms,
  'exports.awards': exportAwards,
  'exports.records': exportRecords,
  'exports.template': writeTemplate,
  'exports.changes': exportChanges,
  'exports.errors': exportErrors,
};
