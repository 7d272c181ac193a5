import type { Handlers } from '../context.ts';
import { exportErrors } from '../exports/export-errors.ts';
import { exportFirms } from '../exports/export-firms.ts';
import { writeTemplate } from '../exports/write-template.ts';

/** Lists, templates and error lists that leave the application as files (名册导出). */
export const exportHandlers: Handlers<'exports.firms' | 'exports.template' | 'exports.errors'> = {
  'exports.firms': exportFirms,
  'exports.template': writeTemplate,
  'exports.errors': exportErrors,
};
