import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type CallError, failureOf } from '#renderer/client/api.ts';
import { ErrorPanel } from './error-panel.tsx';

type Props<T> = {
  readonly query: UseQueryResult<T, CallError>;
  readonly children: (data: T) => ReactNode;
};

/** What was read, or its placeholder while it is being read, or why it could not be. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <ErrorPanel failure={failureOf(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <Skeleton active={false} paragraph={{ rows: 6 }} />
    </div>
  );
}
