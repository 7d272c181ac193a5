import type { RouteObject } from 'react-router';

/** Pages of the registry, each loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: 'firms',
    lazy: async () => ({ Component: (await import('./list/firm-list-page.tsx')).FirmListPage }),
  },
  {
    path: 'firms/new',
    lazy: async () => ({ Component: (await import('./form/firm-form-page.tsx')).NewFirmPage }),
  },
  {
    path: 'firms/:id',
    lazy: async () => ({ Component: (await import('./detail/firm-page.tsx')).FirmPage }),
  },
  {
    path: 'firms/:id/edit',
    lazy: async () => ({ Component: (await import('./form/firm-form-page.tsx')).EditFirmPage }),
  },
];
