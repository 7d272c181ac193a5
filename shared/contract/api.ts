import type { z } from 'zod';
import { attachmentMethods } from './methods/attachments.ts';
import { awardMethods } from './methods/awards.ts';
import { backupMethods } from './methods/backups.ts';
import { batchMethods } from './methods/batches.ts';
import { chainMethods } from './methods/chains.ts';
import { claimMethods } from './methods/claims.ts';
import { dashboardMethods } from './methods/dashboard.ts';
import { diagnosisMethods } from './methods/diagnosis.ts';
import { duplicateMethods } from './methods/duplicates.ts';
import { evaluationMethods } from './methods/evaluations.ts';
import { exportMethods } from './methods/exports.ts';
import { firmBatchMethods } from './methods/firm-batch.ts';
import { firmMoveMethods } from './methods/firm-moves.ts';
import { firmMethods } from './methods/firms.ts';
import { goalMethods } from './methods/goals.ts';
import { holidayMethods } from './methods/holidays.ts';
import { importMethods } from './methods/imports.ts';
import { improvementMethods } from './methods/improvements.ts';
import { ledgerMethods } from './methods/ledger.ts';
import { packMethods } from './methods/packs.ts';
import { parkMethods } from './methods/parks.ts';
import { planMethods } from './methods/plans.ts';
import { policyMethods } from './methods/policy.ts';
import { poolMethods } from './methods/pools.ts';
import { projectMethods } from './methods/projects.ts';
import { reportMethods } from './methods/reports.ts';
import { serviceMethods } from './methods/services.ts';
import { taskMethods } from './methods/tasks.ts';
import { titleMethods } from './methods/titles.ts';
import { viewMethods } from './methods/views.ts';
import { visitMethods } from './methods/visits.ts';
import { yearMethods } from './methods/years.ts';

/** The whole surface of the application: one row for each method that a page can call. */
export const api = {
  ...ledgerMethods,
  ...firmMethods,
  ...firmBatchMethods,
  ...viewMethods,
  ...firmMoveMethods,
  ...importMethods,
  ...exportMethods,
  ...goalMethods,
  ...dashboardMethods,
  ...awardMethods,
  ...projectMethods,
  ...claimMethods,
  ...batchMethods,
  ...poolMethods,
  ...evaluationMethods,
  ...policyMethods,
  ...packMethods,
  ...holidayMethods,
  ...reportMethods,
  ...titleMethods,
  ...backupMethods,
  ...yearMethods,
  ...diagnosisMethods,
  ...improvementMethods,
  ...planMethods,
  ...serviceMethods,
  ...visitMethods,
  ...parkMethods,
  ...attachmentMethods,
  ...taskMethods,
  ...chainMethods,
  ...duplicateMethods,
} as const;

/** Name of a method. */
export type MethodName = keyof typeof api;
/** What a caller may send (defaults not yet filled in). */
export type InputOf<M extends MethodName> = z.input<(typeof api)[M]['input']>;
/** What a handler receives after validation. */
export type ParsedInputOf<M extends MethodName> = z.output<(typeof api)[M]['input']>;
/** What a caller gets back. */
export type OutputOf<M extends MethodName> = z.output<(typeof api)[M]['output']>;
/** Names of the methods of one kind. */
export type MethodsOfKind<K extends 'read' | 'write' | 'job' | 'os'> = {
  [M in MethodName]: (typeof api)[M]['kind'] extends K ? M : never;
}[MethodName];
/** Methods that the data process answers. */
export type DataMethodName = MethodsOfKind<'read' | 'write' | 'job'>;
/** Methods that the main process answers. */
export type OsMethodName = MethodsOfKind<'os'>;

/** Whether a text from outside names a method of the table (own keys only). */
export function isMethodName(text: string): text is MethodName {
  return Object.hasOwn(api, text);
}
