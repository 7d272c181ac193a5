import type { RouteObject } from 'react-router';

/** 重复企业, loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: 'duplicates',
    lazy: async () => ({ Component: (await import('./duplicates-page.tsx')).DuplicatesPage }),
  },
];
