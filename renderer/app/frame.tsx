import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { DataProcessBanner } from './data-process-banner.tsx';
import { PageLoading } from './page-loading.tsx';
import { Rail } from './rail.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { TopBar } from './top-bar.tsx';

/** The window: bar above, rail on the left, notices that concern everything, the page. */
export function Frame() {
  return (
    <div className="frame">
      <TopBar />
      <div className="frame-body">
        <Rail />
        <main className="frame-main" id="main">
          <DataProcessBanner />
          <SampleBanner />
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}
