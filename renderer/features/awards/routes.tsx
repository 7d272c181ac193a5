import type { RouteObject } from 'react-router';

/** 奖补兑现, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'awards', lazy: async () => ({ Component: (await import('./awards-page.tsx')).AwardsPage }) },
];
