import type { RouteObject } from 'react-router';

/** 梯度认定, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'titles', lazy: async () => ({ Component: (await import('./titles-page.tsx')).TitlesPage }) },
];
