import type { z } from 'zod';
import { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { Result } from '#shared/contract/result.ts';
import type { Context } from './context.ts';
import type { Core } from './core.ts';
import { reportWorkbook } from './report-workbook.ts';
import { buildReport } from './reports.ts';

type ReportSpec = z.output<typeof ReportSpecSchema>;

/**
 * Calls between the processes that pages cannot make: their names begin with `@`, which no method of the
 * contract table does, and the router of the main process never forwards them for a page.
 */
export const internalMethods = {
  /** The workbook of a paper, as bytes. */
  '@excel': {
    schema: ReportSpecSchema,
    handle: (context: Context, spec: ReportSpec): Promise<Uint8Array> =>
      reportWorkbook(buildReport(context.open(), spec)),
  },
} as const;

/** Name of an internal method. */
export type InternalMethodName = keyof typeof internalMethods;

/** Whether a text names an internal method (own keys only). */
export function isInternalMethodName(text: string): text is InternalMethodName {
  return Object.hasOwn(internalMethods, text);
}

/** Asks the core for the workbook of a paper. */
export async function excelBytes(core: Core, spec: ReportSpec): Promise<Result<Uint8Array>> {
  const result = await core.call('@excel', spec);
  // The handler above answers `@excel` with bytes.
  return result as Result<Uint8Array>;
}
