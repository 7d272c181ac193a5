import { useState } from 'react';
import type { CallError } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/use-query.ts';
import type { InputOf } from '#shared/contract/api.ts';
import type { DraftRow, RowPlace } from '../outcomes.ts';

/** Rows on a page that can be chosen. */
export const pageSizes = [50, 100, 200] as const;

/** Which rows of a draft are listed. */
export type RowFilter = Pick<InputOf<'imports.rows'>, 'table' | 'outcomes' | 'onlyIssues' | 'onlyToConfirm'>;

/** One page of the rows of a draft. */
export type RowList = {
  readonly rows: readonly DraftRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly loading: boolean;
  readonly error: CallError | null;
  readonly retry: () => void;
  readonly goTo: (page: number, pageSize: number) => void;
};

/** Reads the rows of a draft page by page; another filter starts at its first page. */
export function useRows(draftId: string, filter: RowFilter): RowList {
  const key = JSON.stringify(filter);
  const [place, setPlace] = useState({ key, page: 1, pageSize: Number(pageSizes[0]) });
  const { pageSize } = place;
  const asked = place.key === key ? place.page : 1;
  const query = useApi(
    'imports.rows',
    { draftId, ...filter, offset: (asked - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  const total = query.data?.total ?? 0;
  // Rows that were decided leave their list; a page that is empty now gives way to the last one.
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (!query.isPlaceholderData && query.data !== undefined && asked > last) {
    setPlace({ key, page: last, pageSize });
  }
  return {
    rows: query.data?.rows ?? [],
    total,
    page: asked,
    pageSize,
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    goTo: (page, size) => setPlace({ key, page: size === pageSize ? page : 1, pageSize: size }),
  };
}

/** The row before or after another in the list; of one that has left the list, those that stood around it. */
export function neighbour(
  rows: readonly DraftRow[],
  current: RowPlace,
  position: number,
  step: 1 | -1,
): DraftRow | undefined {
  const at = rows.findIndex(({ table, row }) => table === current.table && row === current.row);
  if (at >= 0) return rows[at + step];
  return rows[step === 1 ? position : position - 1];
}
