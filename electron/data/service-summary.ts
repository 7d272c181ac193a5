import { type FirmHead, firmHeads } from '#electron/db/tables/firms.ts';
import { listServiceRequests } from '#electron/db/tables/service-requests.ts';
import { listVisits } from '#electron/db/tables/visits.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import {
  closedInTime,
  requestKinds,
  requestKindText,
  requestStateOn,
  type ServiceRequest,
} from '#shared/domain/service-request.ts';
import { visitStateOn } from '#shared/domain/visit.ts';
import type { RequestCounts, ServiceSummary, StreetServices } from '#shared/report/services-report.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels } from './labels.ts';
import { serviceList } from './services.ts';

/** 服务覆盖与诉求办结: officers of titled firms on the day, visits and requests of the year up to the day, by street and unit. */
export function serviceSummary(open: OpenLedger, asOf: Day, year: number): ServiceSummary {
  const { read } = open.ledger;
  const inYear = (day: Day | null) => day !== null && yearOf(day) === year && day <= asOf;
  const visits = listVisits(read).filter(
    (visit) => visitStateOn(visit, asOf) === 'made' && inYear(visit.visitedOn),
  );
  const requests = listServiceRequests(read).filter(({ receivedOn }) => inYear(receivedOn));
  const ids = new Set([...visits, ...requests].map(({ firmId }) => firmId));
  const heads = firmHeads(read, [...ids]);
  const units = [...new Set(requests.map(({ unit }) => unit))].sort(unknownLast);
  return {
    streets: streetLines(open, asOf, { visits, requests, heads }),
    units: units.map((unit) => ({
      label: unit ?? '未明确',
      ...countsOf(
        requests.filter((each) => each.unit === unit),
        asOf,
      ),
    })),
    kinds: requestKinds
      .map((kind) => ({
        label: requestKindText[kind],
        received: requests.filter((each) => each.kind === kind).length,
      }))
      .sort((a, b) => b.received - a.received),
    overdue: overdueOf(open, requests, asOf, heads),
  };
}

function unknownLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.localeCompare(b, 'zh');
}

type Found = {
  readonly visits: readonly { readonly firmId: number }[];
  readonly requests: readonly ServiceRequest[];
  readonly heads: ReadonlyMap<number, FirmHead>;
};

/** Streets of the pack, and one line for firms without a known street if they have anything to show. */
function streetLines(open: OpenLedger, asOf: Day, { visits, requests, heads }: Found): StreetServices[] {
  const { streets } = open.pack;
  const covered = serviceList(open, {
    asOf,
    missing: false,
    officer: null,
    streetId: null,
    text: '',
    offset: 0,
    limit: 1,
  }).streets;
  const known = new Set(streets.map(({ id }) => id));
  const streetOf = ({ firmId }: { readonly firmId: number }) => {
    const id = heads.get(firmId)?.streetId ?? null;
    return id !== null && known.has(id) ? id : null;
  };
  const places: { readonly id: string | null; readonly label: string }[] = [
    ...streets,
    { id: null, label: '未填街道' },
  ];
  return places.flatMap(({ id, label }) => {
    const own = visits.filter((visit) => streetOf(visit) === id);
    const asked = requests.filter((request) => streetOf(request) === id);
    const coverage = covered.find(({ streetId }) => streetId === id);
    if (id === null && own.length + asked.length === 0 && coverage === undefined) return [];
    return [
      {
        label,
        titled: coverage?.titled ?? 0,
        covered: coverage?.covered ?? 0,
        visits: own.length,
        visitedFirms: new Set(own.map(({ firmId }) => firmId)).size,
        ...countsOf(asked, asOf),
      },
    ];
  });
}

function countsOf(requests: readonly ServiceRequest[], asOf: Day): RequestCounts {
  const closed = requests.filter((request) => requestStateOn(request, asOf) === 'closed');
  const judged = closed.filter(({ satisfaction }) => satisfaction !== null);
  return {
    received: requests.length,
    closed: closed.length,
    inTime: closed.filter(closedInTime).length,
    overdue: requests.filter((request) => requestStateOn(request, asOf) === 'overdue').length,
    judged: judged.length,
    content: judged.filter(({ satisfaction }) => satisfaction !== 'discontent').length,
  };
}

function overdueOf(
  { pack }: OpenLedger,
  requests: readonly ServiceRequest[],
  asOf: Day,
  heads: ReadonlyMap<number, FirmHead>,
): ServiceSummary['overdue'] {
  const { streets } = placeLabels(pack);
  return requests
    .filter((request) => requestStateOn(request, asOf) === 'overdue')
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
    .map(({ firmId, kind, text, unit, receivedOn, dueOn }) => {
      const head = heads.get(firmId);
      const streetId = head?.streetId ?? null;
      return {
        firm: head?.name ?? '',
        streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        kindLabel: requestKindText[kind],
        text,
        unit,
        receivedOn,
        dueOn,
      };
    });
}
