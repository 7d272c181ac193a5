import { QueryClient } from '@tanstack/react-query';
import { subscribe } from './api.ts';

/** The cache of everything read from the ledger; it is fresh until the ledger says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // There is no network: a query must never wait for one, and a failure is not transient.
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Marks everything read so far as old; what is on screen is read again. A running read is not started twice. */
export async function refreshAll(): Promise<void> {
  await queryClient.invalidateQueries({}, { cancelRefetch: false });
}

/** Keeps the cache in step with the ledger; returns the function that stops it. */
export function followLedger(): () => void {
  const stops = [
    subscribe('data.changed', () => void refreshAll()),
    subscribe('data.restored', () => void refreshAll()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
