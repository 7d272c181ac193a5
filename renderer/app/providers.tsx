import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { followJobs } from '#renderer/client/jobs.ts';
import { followLedger, queryClient } from '#renderer/client/query-client.ts';
import { fontSizes, themeOf } from '#renderer/ui/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FontSizeContext, readFontSize, rememberFontSize } from './font-size.ts';
import { router } from './router.tsx';

/** Whether things may move: not where the system asks for calm. */
const motion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Everything around the pages: language, theme, size of type, cache, events, last-resort error page. */
export function Providers() {
  const [fontSize, setFontSize] = useState(readFontSize);
  useEffect(() => {
    document.documentElement.style.fontSize = `${fontSizes[fontSize]}px`;
    rememberFontSize(fontSize);
  }, [fontSize]);
  useEffect(() => {
    const stops = [followLedger(), followJobs()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(fontSize, motion)} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }} className="app">
        <ErrorBoundary>
          <FontSizeContext value={{ fontSize, setFontSize }}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </FontSizeContext>
        </ErrorBoundary>
      </App>
    </ConfigProvider>
  );
}
