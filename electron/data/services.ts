import { firmHeads } from '#electron/db/tables/firms.ts';
import { listServiceOfficers } from '#electron/db/tables/service-officers.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { type ServiceOfficer, servesOn } from '#shared/domain/service-officer.ts';
import { firmsHolding, spanOn } from '#shared/report/figures.ts';
import { serviceCoverage } from '#shared/report/service-coverage.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels } from './labels.ts';
import { titleBook } from './title-holdings.ts';

type Output = OutputOf<'services.list'>;
type Row = Output['rows'][number];
type Input = ParsedInputOf<'services.list'>;
type Listed = {
  readonly row: Row;
  readonly streetId: string | null;
  readonly titled: boolean;
  /** Whose service goes on without a last day, whatever the day of the list. */
  readonly running: string | null;
};

/** 服务专员 of a day with coverage by street; the figures do not follow the filter, the rows do. */
export function serviceList(open: OpenLedger, input: Input): Output {
  const all = listedFirms(open, input);
  const titled = all.filter((each) => each.titled);
  const streetIds = open.pack.streets.map(({ id }) => id);
  const { streets } = placeLabels(open.pack);
  const rows = all.filter((each) => fits(each, input)).map(({ row }) => row);
  return {
    total: rows.length,
    titled: titled.length,
    covered: titled.filter(({ row }) => row.officer !== null).length,
    streets: serviceCoverage(
      titled.map(({ streetId, row }) => ({ streetId, served: row.officer !== null })),
      streetIds,
    ).map((each) => ({
      ...each,
      label: each.streetId === null ? '街道未填' : (streets.get(each.streetId) ?? each.streetId),
    })),
    officers: officersOf(all),
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

function listedFirms({ ledger, pack }: OpenLedger, { asOf }: Input): readonly Listed[] {
  const book = titleBook(ledger.read, pack);
  const titleIds = pack.titles.map(({ id }) => id);
  const titled = firmsHolding(book.holdings, titleIds, 'stock', asOf);
  const stretches = new Map<number, ServiceOfficer[]>();
  for (const each of listServiceOfficers(ledger.read)) {
    stretches.set(each.firmId, [...(stretches.get(each.firmId) ?? []), each]);
  }
  const ids = [...new Set([...titled, ...stretches.keys()])].sort((a, b) => a - b);
  const heads = firmHeads(ledger.read, ids);
  const { streets } = placeLabels(pack);
  return ids.map((firmId) => {
    const head = heads.get(firmId);
    const streetId = head?.streetId ?? null;
    const own = stretches.get(firmId) ?? [];
    const now = own.find((each) => servesOn(each, asOf));
    const held = new Set(
      (book.byFirm.get(firmId) ?? []).filter((each) => spanOn(each, asOf)).map(({ titleId }) => titleId),
    );
    return {
      streetId,
      titled: titled.has(firmId),
      running: own.find(({ until }) => until === null)?.officer ?? null,
      row: {
        firmId,
        firm: head?.name ?? '',
        code: head?.code ?? null,
        streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        titles: pack.titles.filter(({ id }) => held.has(id)).map(({ short }) => short),
        officer: now?.officer ?? null,
        unit: now?.unit ?? null,
        from: now?.from ?? null,
        before: own
          .filter(({ until }) => until !== null && until < asOf)
          .map(({ officer, from, until }) => `${officer}（${from} 至 ${until}）`)
          .reverse(),
      },
    };
  });
}

function officersOf(all: readonly Listed[]): Output['officers'] {
  const counts = new Map<string, { firms: number; running: number }>();
  const add = (officer: string | null, firms: number, running: number) => {
    if (officer === null) return;
    const count = counts.get(officer) ?? { firms: 0, running: 0 };
    counts.set(officer, { firms: count.firms + firms, running: count.running + running });
  };
  for (const { row, running } of all) {
    add(row.officer, 1, 0);
    add(running, 0, 1);
  }
  return [...counts]
    .map(([officer, count]) => ({ officer, ...count }))
    .sort((a, b) => a.officer.localeCompare(b.officer, 'zh'));
}

function fits({ row, streetId, titled }: Listed, input: Input): boolean {
  const text = input.text.trim();
  return (
    (!input.missing || (titled && row.officer === null)) &&
    (input.officer === null || row.officer === input.officer) &&
    (input.streetId === null || input.streetId === streetId) &&
    (text === '' || row.firm.includes(text) || (row.code ?? '').includes(text.toUpperCase()))
  );
}
