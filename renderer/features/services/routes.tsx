import type { RouteObject } from 'react-router';

/** 企业服务, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'services', lazy: async () => ({ Component: (await import('./services-page.tsx')).ServicesPage }) },
];
