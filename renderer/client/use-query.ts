import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useErrorDialog } from '#renderer/ui/error-dialog.tsx';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/api.ts';
import type { Failure } from '#shared/contract/result.ts';
import { type CallError, call, failureOf } from './api.ts';
import { refreshAll } from './query-client.ts';

type QueryOptions = {
  readonly enabled?: boolean;
  /** Keeps the last answer on screen while the next input is being read (lists while typing or paging). */
  readonly keepPrevious?: boolean;
};

/** Reads something and keeps it fresh; key `[method, input]`. */
export function useApi<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<M>, CallError> {
  return useQuery<OutputOf<M>, CallError>({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type WriteOptions = {
  /** Says whether the caller shows this failure itself; otherwise the error dialog does. */
  readonly handles?: (failure: Failure) => boolean;
};

/** Changes something; afterwards everything on screen is read again. Failures open the error dialog. */
export function useWrite<M extends MethodName>(
  method: M,
  options: WriteOptions = {},
): UseMutationResult<OutputOf<M>, CallError, InputOf<M>> {
  const showError = useErrorDialog();
  return useMutation<OutputOf<M>, CallError, InputOf<M>>({
    mutationFn: (input) => call(method, input),
    onSuccess: refreshAll,
    onError: (error) => {
      const failure = failureOf(error);
      if (!options.handles?.(failure)) showError(failure);
    },
  });
}
