import type { RouteObject } from 'react-router';

/** 政策库. */
export const routes: RouteObject[] = [
  {
    path: 'policy',
    lazy: async () => ({ Component: (await import('./policy-page.tsx')).PolicyPage }),
  },
];
