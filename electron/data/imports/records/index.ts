import type { RecordKind } from '#shared/roster/kinds.ts';
import { projectsStore } from './projects-store.ts';
import type { RecordStore } from './store.ts';
import { yearsStore } from './years-store.ts';

/** Where the records of each kind lie in the ledger. */
export const recordStores: Readonly<Record<RecordKind, RecordStore>> = {
  projects: projectsStore,
  years: yearsStore,
};
