import type { RouteObject } from 'react-router';

/** 一企一策: the list of files and the file of one firm, each loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'plans', lazy: async () => ({ Component: (await import('./plans-page.tsx')).PlansPage }) },
  { path: 'plans/:firmId', lazy: async () => ({ Component: (await import('./plan-page.tsx')).PlanPage }) },
];
