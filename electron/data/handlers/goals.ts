import { computeGoals } from '#shared/report/goals.ts';
import type { Handlers } from '../context.ts';
import { computeDashboard } from '../dashboard.ts';
import { allHoldings } from '../pool-book.ts';
import { buildReport } from '../reports.ts';

/** Targets, home page, papers. */
export const goalHandlers: Handlers<'goals.get' | 'dashboard.get' | 'reports.get'> = {
  'goals.get': (context, { asOf }) => {
    const { pack } = context.open();
    return computeGoals(pack.measures, allHoldings(context.open()), asOf);
  },
  'dashboard.get': (context, { asOf }) => computeDashboard(context.open(), asOf),
  'reports.get': (context, spec) => buildReport(context.open(), spec),
};
