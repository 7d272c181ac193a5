import { createHashRouter } from 'react-router';
import { routes as awardRoutes } from '../features/awards/routes.tsx';
import { routes as chainRoutes } from '../features/chains/routes.tsx';
import { routes as dashboardRoutes } from '../features/dashboard/routes.tsx';
import { routes as diagnosisRoutes } from '../features/diagnosis/routes.tsx';
import { routes as duplicateRoutes } from '../features/duplicates/routes.tsx';
import { routes as firmRoutes } from '../features/firms/routes.tsx';
import { routes as importRoutes } from '../features/imports/routes.tsx';
import { routes as parkRoutes } from '../features/parks/routes.tsx';
import { routes as planRoutes } from '../features/plans/routes.tsx';
import { routes as policyRoutes } from '../features/policy/routes.tsx';
import { routes as poolRoutes } from '../features/pools/routes.tsx';
import { routes as reportRoutes } from '../features/reports/routes.tsx';
import { routes as serviceRoutes } from '../features/services/routes.tsx';
import { routes as systemRoutes } from '../features/system/routes.tsx';
import { routes as taskRoutes } from '../features/tasks/routes.tsx';
import { routes as titleRoutes } from '../features/titles/routes.tsx';
import { RouteFault } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { LedgerGate } from './ledger-gate.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { PageLoading } from './page-loading.tsx';

/** All pages. Addresses are hashes, because the files are served under a scheme of their own. */
export const router = createHashRouter([
  {
    element: <LedgerGate />,
    errorElement: <RouteFault />,
    children: [
      {
        element: <Frame />,
        children: [
          {
            errorElement: <RouteFault />,
            hydrateFallbackElement: <PageLoading />,
            children: [
              ...dashboardRoutes,
              ...firmRoutes,
              ...duplicateRoutes,
              ...titleRoutes,
              ...policyRoutes,
              ...poolRoutes,
              ...taskRoutes,
              ...diagnosisRoutes,
              ...planRoutes,
              ...serviceRoutes,
              ...parkRoutes,
              ...chainRoutes,
              ...importRoutes,
              ...awardRoutes,
              ...reportRoutes,
              ...systemRoutes,
              { path: '*', element: <NoSuchPage /> },
            ],
          },
        ],
      },
    ],
  },
]);
