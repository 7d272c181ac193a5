import { firmHeads } from '#electron/db/tables/firms.ts';
import { listServiceRequests, requestsOfFirms } from '#electron/db/tables/service-requests.ts';
import { listQuietFirms, listVisits, visitsOfFirms } from '#electron/db/tables/visits.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Day, daysBetween, yearOf } from '#shared/domain/day.ts';
import {
  closedInTime,
  type RequestState,
  requestStateOn,
  requestStates,
  type ServiceRequest,
} from '#shared/domain/service-request.ts';
import { restingDays, type Visit, type VisitState, visitStateOn, visitStates } from '#shared/domain/visit.ts';
import { cleanText } from '#shared/roster/values/text.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels } from './labels.ts';

type Filter = Pick<ParsedInputOf<'visits.list'>, 'streetId' | 'text' | 'firmId' | 'offset' | 'limit'>;

/** 走访 that fit the filter, those that wait first. */
export function visitList(open: OpenLedger, input: ParsedInputOf<'visits.list'>): OutputOf<'visits.list'> {
  const { read } = open.ledger;
  const requests = new Map<number, number>();
  for (const { visitId } of listServiceRequests(read)) {
    if (visitId !== null) requests.set(visitId, (requests.get(visitId) ?? 0) + 1);
  }
  const all = withFirms(open, listVisits(read), input).map((visit) => ({
    ...visit,
    state: visitStateOn(visit, input.asOf),
    requests: requests.get(visit.id) ?? 0,
  }));
  const year = yearOf(input.asOf);
  const made = all.filter(({ state, visitedOn }) => state === 'made' && yearOf(visitedOn ?? '') === year);
  const rows = all
    .filter(({ state }) => input.state === null || state === input.state)
    .sort((a, b) => rankOf(visitOrder, a, b) || waitingFirst(a, b));
  return {
    total: rows.length,
    counts: countsOf(visitStates, all),
    firmsThisYear: new Set(made.map(({ firmId }) => firmId)).size,
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

const visitOrder: readonly VisitState[] = ['overdue', 'planned', 'made'];

/** What waits by the day it is planned for, what was made from the latest on. */
function waitingFirst(a: Visit, b: Visit): number {
  if (a.visitedOn !== null && b.visitedOn !== null) return b.visitedOn < a.visitedOn ? -1 : 1;
  return (a.plannedOn ?? '') < (b.plannedOn ?? '') ? -1 : 1;
}

/** 诉求 that fit the filter, those past their day and the open ones first. */
export function requestList(
  open: OpenLedger,
  input: ParsedInputOf<'requests.list'>,
): OutputOf<'requests.list'> {
  const requests = listServiceRequests(open.ledger.read);
  const all = withFirms(open, requests, input)
    .filter(({ kind }) => input.kind === null || kind === input.kind)
    .filter(({ unit }) => input.unit === null || unit === input.unit)
    .map((request) => ({ ...request, state: requestStateOn(request, input.asOf) }));
  const closed = all.filter(({ state }) => state === 'closed');
  const rows = all
    .filter(({ state }) => input.state === null || state === input.state)
    .sort((a, b) => rankOf(requestOrder, a, b) || dueFirst(a, b));
  return {
    total: rows.length,
    counts: countsOf(requestStates, all),
    inTime: closed.filter(closedInTime).length,
    content: closed.filter(({ satisfaction }) => satisfaction === 'content' || satisfaction === 'fair')
      .length,
    judged: closed.filter(({ satisfaction }) => satisfaction !== null).length,
    units: [...new Set(requests.flatMap(({ unit }) => unit ?? []))].sort((a, b) => a.localeCompare(b, 'zh')),
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

const requestOrder: readonly RequestState[] = ['overdue', 'open', 'answered', 'closed'];

/** By the day it is due, the latest received first where none is. */
function dueFirst(a: ServiceRequest, b: ServiceRequest): number {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return b.receivedOn < a.receivedOn ? -1 : 1;
}

/** What is to be known before a firm is visited. */
export function beforeVisit(
  { ledger }: OpenLedger,
  { firmId, asOf }: ParsedInputOf<'visits.before'>,
): OutputOf<'visits.before'> {
  if (!firmHeads(ledger.read, [firmId]).has(firmId)) throw new AppError('not-found');
  const visits = visitsOfFirms(ledger.read, [firmId]);
  const made = visits.flatMap(({ visitedOn }) => (visitedOn !== null && visitedOn <= asOf ? visitedOn : []));
  const lastVisit = made.at(-1) ?? null;
  const since = lastVisit === null ? null : daysBetween(lastVisit, asOf);
  const quiet = quietFirm(ledger.read, firmId, asOf);
  return {
    quiet: quiet === undefined ? null : { from: quiet.from, reason: quiet.reason },
    lastVisit,
    planned: visits.find(({ visitedOn }) => visitedOn === null)?.plannedOn ?? null,
    openRequests: openRequests(ledger.read, firmId, asOf),
    restedDays: since !== null && since < restingDays ? since : null,
  };
}

/** The wish of a firm to be left in peace (免打扰), when it holds on the day. */
export function quietFirm(read: OpenLedger['ledger']['read'], firmId: number, day: Day) {
  return listQuietFirms(read).find((each) => each.firmId === firmId && each.from <= day);
}

/** How many requests of a firm are not closed on the day. */
export function openRequests(read: OpenLedger['ledger']['read'], firmId: number, day: Day): number {
  return requestsOfFirms(read, [firmId]).filter((each) => requestStateOn(each, day) !== 'closed').length;
}

/** Why a visit cannot be so; nothing when it can. */
export function visitProblem(
  { plannedOn, visitedOn, record }: Omit<Visit, 'id' | 'firmId'>,
  today: Day,
): string | undefined {
  if (plannedOn === null && visitedOn === null) return '请填写计划日期或走访日期';
  if (visitedOn !== null && visitedOn > today) return `走访日期 ${visitedOn} 晚于今天，请填在计划日期`;
  return visitedOn === null && record !== null ? '写了走访情况，没有写走访日期' : undefined;
}

/** Why a request cannot be so; nothing when it can. */
export function requestProblem(
  { receivedOn, text, dueOn, answer, closedOn, satisfaction }: Omit<ServiceRequest, 'id' | 'firmId'>,
  today: Day,
): string | undefined {
  // Words for nothing (无) in a form would be read as blank.
  if (cleanText(text) === null) return '请写明诉求内容';
  if (receivedOn > today) return `提出日期 ${receivedOn} 晚于今天`;
  if (dueOn !== null && dueOn < receivedOn) return '办理期限早于提出日期';
  if (closedOn !== null && closedOn > today) return `办结日期 ${closedOn} 晚于今天`;
  if (closedOn !== null && closedOn < receivedOn) return '办结日期早于提出日期';
  if (closedOn !== null && answer === null) return '办结的诉求须写明办理情况';
  return satisfaction !== null && closedOn === null ? '办结后才能登记满意度' : undefined;
}

type Placed<T> = T & { readonly firm: string; readonly streetLabel: string | null };

function withFirms<T extends { readonly firmId: number }>(
  { ledger, pack }: OpenLedger,
  rows: readonly T[],
  { streetId, text, firmId }: Filter,
): Placed<T>[] {
  const heads = firmHeads(ledger.read, [...new Set(rows.map((row) => row.firmId))]);
  const { streets } = placeLabels(pack);
  const words = text.trim();
  return rows.flatMap((row) => {
    const head = heads.get(row.firmId);
    if (head === undefined || (firmId !== null && row.firmId !== firmId)) return [];
    if (streetId !== null && head.streetId !== streetId) return [];
    if (words !== '' && !head.name.includes(words) && !(head.code ?? '').includes(words.toUpperCase()))
      return [];
    const label = head.streetId === null ? null : (streets.get(head.streetId) ?? head.streetId);
    return [{ ...row, firm: head.name, streetLabel: label }];
  });
}

function rankOf<S extends string>(
  order: readonly S[],
  a: { readonly state: S },
  b: { readonly state: S },
): number {
  return order.indexOf(a.state) - order.indexOf(b.state);
}

function countsOf<S extends string>(
  states: readonly S[],
  rows: readonly { readonly state: S }[],
): Record<S, number> {
  // The keys are the states, each of them once.
  return Object.fromEntries(
    states.map((each) => [each, rows.filter(({ state }) => state === each).length]),
  ) as Record<S, number>;
}
