import type { RouteObject } from 'react-router';

/** 报表打印, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'reports', lazy: async () => ({ Component: (await import('./reports-page.tsx')).ReportsPage }) },
];
