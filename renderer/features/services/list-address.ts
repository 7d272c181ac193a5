import type { SetURLSearchParams } from 'react-router';

/** Writes what a list is narrowed by into the address; null and blank take it out, and the list starts at its first page. */
export type Choose = (next: Readonly<Record<string, string | null>>) => void;

/** A `Choose` for the address of this page. */
export function chooser(setParams: SetURLSearchParams): Choose {
  return (next) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.delete('page');
        for (const [key, value] of Object.entries(next)) {
          if (value === null || value === '') changed.delete(key);
          else changed.set(key, value);
        }
        return changed;
      },
      { replace: true },
    );
}

/** Page of a list, from 1. */
export function pageOf(params: URLSearchParams): number {
  return Number(/^[1-9]\d{0,5}$/.exec(params.get('page') ?? '')?.[0] ?? 1);
}

/** One of the words that a parameter may have; null for none. */
export function oneOf<T extends string>(words: readonly T[], value: string | null): T | null {
  return words.find((word) => word === value) ?? null;
}
