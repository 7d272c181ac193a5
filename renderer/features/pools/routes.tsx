import type { RouteObject } from 'react-router';

/** 培育库, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'pools', lazy: async () => ({ Component: (await import('./pools-page.tsx')).PoolsPage }) },
];
