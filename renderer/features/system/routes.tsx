import { Navigate, type RouteObject } from 'react-router';

/** Pages of the system part, each loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'system', element: <Navigate to="/system/history" replace /> },
  {
    path: 'system/history',
    lazy: async () => ({ Component: (await import('./history/history-page.tsx')).HistoryPage }),
  },
  {
    path: 'system/history/:id',
    lazy: async () => ({ Component: (await import('./history/change-set-page.tsx')).ChangeSetPage }),
  },
  {
    path: 'system/backups',
    lazy: async () => ({ Component: (await import('./backups/backups-page.tsx')).BackupsPage }),
  },
  {
    path: 'system/settings',
    lazy: async () => ({ Component: (await import('./settings/settings-page.tsx')).SettingsPage }),
  },
  {
    path: 'system/about',
    lazy: async () => ({ Component: (await import('./about-page.tsx')).AboutPage }),
  },
];
