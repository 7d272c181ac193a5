import type { RouteObject } from 'react-router';

/** Pages of the exchange of rosters, each loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: 'imports',
    lazy: async () => ({ Component: (await import('./home/imports-page.tsx')).ImportsPage }),
  },
  {
    path: 'imports/:draftId',
    lazy: async () => ({ Component: (await import('./wizard/wizard-page.tsx')).WizardPage }),
  },
];
