import type { RecordKind } from '#shared/roster/kinds.ts';
import { assessmentsStore } from './assessments-store.ts';
import { decisionsStore } from './decisions-store.ts';
import { paymentsStore } from './payments-store.ts';
import { poolsStore } from './pools-store.ts';
import { projectsStore } from './projects-store.ts';
import type { RecordStore } from './store.ts';
import { visitsStore } from './visits-store.ts';
import { yearsStore } from './years-store.ts';

/** Where the records of each kind lie in the ledger. */
export const recordStores: Readonly<Record<RecordKind, RecordStore>> = {
  payments: paymentsStore,
  decisions: decisionsStore,
  pools: poolsStore,
  projects: projectsStore,
  years: yearsStore,
  visits: visitsStore,
  assessments: assessmentsStore,
};
