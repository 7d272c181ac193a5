import type { RouteObject } from 'react-router';

/** 产业链, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'chains', lazy: async () => ({ Component: (await import('./chains-page.tsx')).ChainsPage }) },
];
