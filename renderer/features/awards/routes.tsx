import type { RouteObject } from 'react-router';

const projectForm = async () => ({ Component: (await import('./project-form-page.tsx')).ProjectFormPage });

/** 奖补兑现 and its form of projects, loaded when they are first opened. */
export const routes: RouteObject[] = [
  { path: 'awards', lazy: async () => ({ Component: (await import('./awards-page.tsx')).AwardsPage }) },
  { path: 'awards/projects/new', lazy: projectForm },
  { path: 'awards/projects/:id', lazy: projectForm },
];
