import type { WriteTx } from '#electron/db/handles.ts';
import {
  insertServiceRequest,
  requestsOfFirms,
  updateServiceRequest,
} from '#electron/db/tables/service-requests.ts';
import { insertVisit, updateVisit, visitsOfFirms } from '#electron/db/tables/visits.ts';
import { requestKinds, type ServiceRequest, satisfactions } from '#shared/domain/service-request.ts';
import type { Visit } from '#shared/domain/visit.ts';
import type { RecordPlace, RecordValues } from '#shared/roster/records/record.ts';
import { cleanText } from '#shared/roster/values/text.ts';
import { requestProblem, visitProblem } from '../../visits.ts';
import { byFirm, type RecordStore, type StoreContext } from './store.ts';

/** 走访与诉求 in the tables `visit` and `service_request`: a visit is known by its day, a request by its day and words. */
export const visitsStore: RecordStore = {
  lookup: (db, firmIds, context) => {
    const visits = byFirm(visitsOfFirms(db, firmIds));
    const requests = byFirm(requestsOfFirms(db, firmIds));
    return {
      place: (firmId, { values }) =>
        values.request === undefined
          ? placeVisit(context, visitFor(visits.get(firmId) ?? [], values), values)
          : placeRequest(context, requestFor(requests.get(firmId) ?? [], values), values),
    };
  },

  write: (tx, firmId, { record: { values } }) => {
    if (values.request === undefined) writeVisit(tx, firmId, values);
    else writeRequest(tx, firmId, values);
  },

  known: (db, firmIds, _context, { due }) => {
    const requests = byFirm(requestsOfFirms(db, firmIds));
    const visits = byFirm(visitsOfFirms(db, firmIds));
    return new Map(
      firmIds.map((firmId) => {
        const asked = requests.get(firmId) ?? [];
        const seen = visits.get(firmId) ?? [];
        const alone = asked.filter(({ visitId }) => !seen.some(({ id }) => id === visitId));
        const rows = seen.flatMap((visit): RecordValues[] => {
          const own = asked.filter(({ visitId }) => visitId === visit.id);
          if (own.length === 0) return [visitValues(visit)];
          return own.map((request) => ({ ...visitValues(visit), ...requestValues(request) }));
        });
        const all = [...rows, ...alone.map(requestValues)];
        // A line for the visit that is to come.
        return [firmId, due && all.length === 0 ? [{}] : all];
      }),
    );
  },
};

function visitFor(
  visits: readonly Visit[],
  { visitedOn, plannedOn, visitors }: RecordValues,
): Visit | undefined {
  const made = visits.filter((visit) => visitedOn !== undefined && visit.visitedOn === visitedOn);
  const same = made.find((visit) => cleanText(visit.visitors ?? '') === visitors) ?? made[0];
  if (same !== undefined) return same;
  // A visit that was planned for the day waits to be filled in.
  return visits.find(
    (visit) => visit.visitedOn === null && plannedOn !== undefined && visit.plannedOn === plannedOn,
  );
}

function requestFor(
  requests: readonly ServiceRequest[],
  { request, receivedOn }: RecordValues,
): ServiceRequest | undefined {
  return requests.find(({ text, receivedOn: on }) => cleanText(text) === request && on === receivedOn);
}

function placeVisit({ today }: StoreContext, visit: Visit | undefined, values: RecordValues): RecordPlace {
  const problem = visitProblem(visitOf(visit, values), today);
  if (problem !== undefined) return refuse(problem);
  return { before: visit === undefined ? null : visitValues(visit) };
}

function placeRequest(
  { today }: StoreContext,
  request: ServiceRequest | undefined,
  values: RecordValues,
): RecordPlace {
  const problem = requestProblem(requestOf(request, values), today);
  if (problem !== undefined) return refuse(problem);
  return { before: request === undefined ? null : requestValues(request) };
}

function writeVisit(tx: WriteTx, firmId: number, values: RecordValues): void {
  const before = visitFor(visitsOfFirms(tx, [firmId]), values);
  const visit = visitOf(before, values);
  if (before === undefined) insertVisit(tx, { ...visit, firmId });
  else updateVisit(tx, { ...visit, id: before.id });
}

function writeRequest(tx: WriteTx, firmId: number, values: RecordValues): void {
  const before = requestFor(requestsOfFirms(tx, [firmId]), values);
  const request = requestOf(before, values);
  if (before !== undefined) {
    updateServiceRequest(tx, { ...request, id: before.id });
    return;
  }
  // The visit of the row was written before; what came in on its day was heard on it.
  const visit = visitsOfFirms(tx, [firmId]).find(({ visitedOn }) => visitedOn === request.receivedOn);
  insertServiceRequest(tx, { ...request, visitId: visit?.id ?? null, firmId });
}

/** The visit as it is with what the row states; what the row leaves out stays. */
function visitOf(before: Visit | undefined, values: RecordValues): Omit<Visit, 'id' | 'firmId'> {
  const stated = (name: 'plannedOn' | 'visitedOn' | 'visitors' | 'record') =>
    values[name] === undefined ? (before?.[name] ?? null) : textOf(values[name]);
  return {
    plannedOn: stated('plannedOn'),
    visitedOn: stated('visitedOn'),
    visitors: stated('visitors'),
    record: stated('record'),
  };
}

function requestOf(
  before: ServiceRequest | undefined,
  values: RecordValues,
): Omit<ServiceRequest, 'id' | 'firmId'> {
  const kind = requestKinds.find((each) => each === values.requestKind);
  const text = (name: 'unit' | 'dueOn' | 'answer' | 'closedOn') =>
    values[name] === undefined ? (before?.[name] ?? null) : textOf(values[name]);
  return {
    visitId: before?.visitId ?? null,
    receivedOn: String(values.receivedOn),
    kind: kind ?? before?.kind ?? 'other',
    text: String(values.request),
    unit: text('unit'),
    dueOn: text('dueOn'),
    answer: text('answer'),
    closedOn: text('closedOn'),
    satisfaction:
      values.satisfaction === undefined
        ? (before?.satisfaction ?? null)
        : (satisfactions.find((each) => each === values.satisfaction) ?? null),
  };
}

function visitValues({ plannedOn, visitedOn, visitors, record }: Visit): RecordValues {
  return { plannedOn, visitedOn, visitors, record };
}

function requestValues({
  kind,
  text,
  firmId: _,
  id: __,
  visitId: ___,
  ...rest
}: ServiceRequest): RecordValues {
  return { requestKind: kind, request: text, ...rest };
}

function textOf(value: RecordValues[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function refuse(problem: string): RecordPlace {
  return {
    refused: { code: 'record-refused', severity: 'error', message: problem, fix: '请改正后重新导入' },
  };
}
