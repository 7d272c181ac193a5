import type { RouteObject } from 'react-router';

/** 任务分工, loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'tasks', lazy: async () => ({ Component: (await import('./tasks-page.tsx')).TasksPage }) },
];
