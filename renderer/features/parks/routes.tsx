import type { RouteObject } from 'react-router';

/** 平台载体, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'parks', lazy: async () => ({ Component: (await import('./parks-page.tsx')).ParksPage }) },
];
