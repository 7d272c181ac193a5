import type { RouteObject } from 'react-router';

/** 对标诊断, loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: 'diagnosis',
    lazy: async () => ({ Component: (await import('./diagnosis-page.tsx')).DiagnosisPage }),
  },
];
