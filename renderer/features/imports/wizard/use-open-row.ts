import { useState } from 'react';
import type { DraftRow, RowPlace } from '../outcomes.ts';
import { neighbour } from './use-rows.ts';

/** The row that is open beside the list, and the steps to those around it. */
export type OpenRow = {
  readonly place: RowPlace | null;
  readonly show: (row: DraftRow) => void;
  readonly close: () => void;
  /** To the row before or after; nothing where the page has none. */
  readonly back: (() => void) | undefined;
  readonly forward: (() => void) | undefined;
};

/** Remembers the open row and where it stood, because a row that was decided may leave the list. */
export function useOpenRow(rows: readonly DraftRow[]): OpenRow {
  const [open, setOpen] = useState<{ readonly place: RowPlace; readonly position: number } | null>(null);
  const show = ({ table, row }: RowPlace) =>
    setOpen({
      place: { table, row },
      position: rows.findIndex((each) => each.table === table && each.row === row),
    });
  const step = (by: 1 | -1) => {
    const next = open === null ? undefined : neighbour(rows, open.place, open.position, by);
    return next === undefined ? undefined : () => show(next);
  };
  return { place: open?.place ?? null, show, close: () => setOpen(null), back: step(-1), forward: step(1) };
}
