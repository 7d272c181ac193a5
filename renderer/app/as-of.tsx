import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OutputOf } from '#shared/contract/api.ts';
import { type Day, isDay, yearOf } from '#shared/domain/day.ts';

type OpenLedger = Extract<OutputOf<'ledger.state'>, { readonly state: 'open' }>;
/** The district whose ledger is open. */
export type District = OpenLedger['district'];

/** The day that every page's figures are for, and how to change it. */
export type AsOf = {
  /** 截至日期. */
  readonly asOf: Day;
  /** 年度: the year of that day. */
  readonly year: number;
  readonly today: Day;
  readonly setAsOf: (day: Day) => void;
  /** Goes to the last day of a year, or to today in the present year. */
  readonly setYear: (year: number) => void;
};

const DistrictContext = createContext<District | null>(null);
const AsOfContext = createContext<AsOf | null>(null);

/** The district: name, streets, titles, counts. Only inside the frame. */
export function useDistrict(): District {
  const district = useContext(DistrictContext);
  if (district === null) throw new Error('useDistrict needs the frame around it');
  return district;
}

/** 截至日期 and 年度 of the whole application. Only inside the frame. */
export function useAsOf(): AsOf {
  const asOf = useContext(AsOfContext);
  if (asOf === null) throw new Error('useAsOf needs the frame around it');
  return asOf;
}

/** Where the day is kept while the window is open; a new start begins with today. */
const storageKey = 'asOf';

/** The last day that counts for a year: its end, or today while the year is running. */
function dayForYear(year: number, today: Day): Day {
  return year === yearOf(today) ? today : `${year}-12-31`;
}

type ProviderProps = {
  readonly district: District;
  readonly today: Day;
  readonly children: ReactNode;
};

/**
 * Gives every page the district and the day. A day in the address (a list opened from a figure of another day)
 * counts while that address is open; otherwise the day last chosen in the top bar, otherwise today.
 */
export function LedgerProvider({ district, today, children }: ProviderProps) {
  const [params, setParams] = useSearchParams();
  const [remembered, setRemembered] = useState<Day | null>(readRemembered);
  const inAddress = params.get('asOf');
  const addressed = inAddress !== null && isDay(inAddress) ? inAddress : null;
  const asOf = addressed ?? remembered ?? today;

  const value = useMemo<AsOf>(() => {
    const setAsOf = (day: Day) => {
      const next = day === today ? null : day;
      setRemembered(next);
      remember(next);
      setParams(
        (current) => {
          const changed = new URLSearchParams(current);
          if (next === null) changed.delete('asOf');
          else changed.set('asOf', next);
          return changed;
        },
        { replace: true },
      );
    };
    return {
      asOf,
      year: yearOf(asOf),
      today,
      setAsOf,
      setYear: (year) => setAsOf(dayForYear(year, today)),
    };
  }, [asOf, today, setParams]);

  return (
    <DistrictContext value={district}>
      <AsOfContext value={value}>{children}</AsOfContext>
    </DistrictContext>
  );
}

function readRemembered(): Day | null {
  const text = sessionStorage.getItem(storageKey);
  return text !== null && isDay(text) ? text : null;
}

function remember(day: Day | null): void {
  if (day === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, day);
}
