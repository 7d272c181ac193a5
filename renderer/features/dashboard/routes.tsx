import type { RouteObject } from 'react-router';

/** The home page (工作台), loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('./dashboard-page.tsx')).DashboardPage }),
  },
];
