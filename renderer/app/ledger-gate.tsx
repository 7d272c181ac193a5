import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { failureOf } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/use-query.ts';
import { LedgerProvider } from './as-of.tsx';
import { FirstStart } from './first-start.tsx';
import { PageLoading } from './page-loading.tsx';
import { StartFailure } from './start-failure.tsx';

/** Lets the pages appear once a ledger is open: otherwise the first start, or why it cannot be opened. */
export function LedgerGate() {
  const state = useApi('ledger.state', {});
  const settled = !state.isPending;
  useEffect(() => {
    if (settled) document.documentElement.dataset.ready = 'true';
  }, [settled]);

  if (state.data === undefined) {
    if (state.isError)
      return <StartFailure failure={failureOf(state.error)} onRetry={() => void state.refetch()} />;
    return <PageLoading />;
  }
  if (state.data.state === 'none') return <FirstStart packs={state.data.packs} />;
  return (
    <LedgerProvider district={state.data.district} today={state.data.today}>
      <Outlet />
    </LedgerProvider>
  );
}
