import type { DataMethodName } from '#shared/contract/api.ts';
import type { Handlers } from '../context.ts';
import { attachmentHandlers } from './attachments.ts';
import { awardHandlers } from './awards.ts';
import { backupHandlers } from './backups.ts';
import { batchHandlers } from './batches.ts';
import { chainHandlers } from './chains.ts';
import { diagnosisHandlers } from './diagnosis.ts';
import { duplicateHandlers } from './duplicates.ts';
import { evaluationHandlers } from './evaluations.ts';
import { exportHandlers } from './exports.ts';
import { firmBatchHandlers } from './firm-batch.ts';
import { firmMoveHandlers } from './firm-moves.ts';
import { firmHandlers } from './firms.ts';
import { goalHandlers } from './goals.ts';
import { holidayHandlers } from './holidays.ts';
import { importHandlers } from './imports.ts';
import { improvementHandlers } from './improvements.ts';
import { ledgerHandlers } from './ledger.ts';
import { packHandlers } from './packs.ts';
import { parkHandlers } from './parks.ts';
import { planHandlers } from './plans.ts';
import { policyHandlers } from './policy.ts';
import { poolHandlers } from './pools.ts';
import { projectHandlers } from './projects.ts';
import { serviceHandlers } from './services.ts';
import { taskHandlers } from './tasks.ts';
import { titleHandlers } from './titles.ts';
import { viewHandlers } from './views.ts';
import { visitHandlers } from './visits.ts';
import { yearHandlers } from './years.ts';

/** One handler for each method of the data process; a missing one does not compile. */
export const handlers: Handlers<DataMethodName> = {
  ...ledgerHandlers,
  ...firmHandlers,
  ...firmBatchHandlers,
  ...viewHandlers,
  ...firmMoveHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...goalHandlers,
  ...awardHandlers,
  ...policyHandlers,
  ...packHandlers,
  ...holidayHandlers,
  ...projectHandlers,
  ...batchHandlers,
  ...titleHandlers,
  ...poolHandlers,
  ...evaluationHandlers,
  ...backupHandlers,
  ...yearHandlers,
  ...diagnosisHandlers,
  ...improvementHandlers,
  ...planHandlers,
  ...serviceHandlers,
  ...visitHandlers,
  ...parkHandlers,
  ...attachmentHandlers,
  ...taskHandlers,
  ...chainHandlers,
  ...duplicateHandlers,
};
