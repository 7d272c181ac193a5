import type { BenchCase } from '../bench-case.ts';
import { dashboardCase } from './dashboard.ts';
import { exportCase } from './export.ts';
import { importCase, importScanCase } from './import.ts';
import { nearMissCase } from './near-miss.ts';
import { pagesCase } from './pages.ts';
import { policyCase } from './policy.ts';
import { readCase } from './read.ts';
import { searchCase } from './search.ts';
import { startCase } from './start.ts';

/** Every measurement of `npm run bench`, in the order of the table. */
export const cases: readonly BenchCase[] = [
  readCase,
  importCase,
  importScanCase,
  exportCase,
  searchCase,
  policyCase,
  nearMissCase,
  dashboardCase,
  pagesCase,
  startCase,
];
