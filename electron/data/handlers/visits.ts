import { getFirm } from '#electron/db/tables/firms.ts';
import {
  deleteServiceRequest,
  getServiceRequest,
  insertServiceRequest,
  updateServiceRequest,
} from '#electron/db/tables/service-requests.ts';
import {
  deleteQuietFirm,
  deleteVisit,
  getVisit,
  insertVisit,
  putQuietFirm,
  updateVisit,
} from '#electron/db/tables/visits.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { requestKindText } from '#shared/domain/service-request.ts';
import type { Context, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';
import {
  beforeVisit,
  openRequests,
  quietFirm,
  requestList,
  requestProblem,
  visitList,
  visitProblem,
} from '../visits.ts';

/** 走访, 诉求 and 免打扰. */
export const visitHandlers: Handlers<
  | 'visits.list'
  | 'visits.before'
  | 'visits.save'
  | 'visits.remove'
  | 'visits.quiet'
  | 'requests.list'
  | 'requests.save'
  | 'requests.remove'
> = {
  'visits.list': (context, input) => visitList(context.open(), input),
  'visits.before': (context, input) => beforeVisit(context.open(), input),
  'requests.list': (context, input) => requestList(context.open(), input),

  'visits.save': (context, { id, ...visit }) => {
    const name = firmName(context, visit.firmId);
    const before = id === null ? undefined : visitOf(context, id, visit.firmId);
    checkVisit(context, visit, before?.plannedOn ?? null);
    const reason = `${name} ${visit.visitedOn ?? visit.plannedOn ?? ''}`;
    return changed(
      recordChange(context, visit.visitedOn === null ? 'visit-plan' : 'visit-save', reason, (tx) => {
        if (id === null) insertVisit(tx, visit);
        else updateVisit(tx, { ...visit, id });
      }),
    );
  },
  'visits.remove': (context, { id }) => {
    const visit = visitOf(context, id);
    const reason = `${firmName(context, visit.firmId)} ${visit.visitedOn ?? visit.plannedOn ?? ''}`;
    return changed(recordChange(context, 'visit-remove', reason, (tx) => deleteVisit(tx, id)));
  },
  'visits.quiet': (context, { firmId, quiet }) => {
    const name = firmName(context, firmId);
    const reason = quiet === null ? `${name} 取消` : `${name}：${quiet.reason}`;
    return changed(
      recordChange(context, 'visit-quiet', reason, (tx) => {
        if (quiet === null) deleteQuietFirm(tx, firmId);
        else putQuietFirm(tx, { firmId, ...quiet });
      }),
    );
  },

  'requests.save': (context, { id, ...request }) => {
    const name = firmName(context, request.firmId);
    if (id !== null) requestOf(context, id, request.firmId);
    if (request.visitId !== null) visitOf(context, request.visitId, request.firmId);
    const problem = requestProblem(request, context.today());
    if (problem !== undefined) throw new AppError('request-refused', { problem });
    return changed(
      recordChange(context, 'request-save', `${name} ${requestKindText[request.kind]}诉求`, (tx) => {
        if (id === null) insertServiceRequest(tx, request);
        else updateServiceRequest(tx, { ...request, id });
      }),
    );
  },
  'requests.remove': (context, { id }) => {
    const request = requestOf(context, id);
    const reason = `${firmName(context, request.firmId)} ${requestKindText[request.kind]}诉求`;
    return changed(recordChange(context, 'request-remove', reason, (tx) => deleteServiceRequest(tx, id)));
  },
};

const changed = ({ id }: { readonly id: number | null }) => ({ changeSetId: id });

function firmName(context: Context, firmId: number): string {
  const firm = getFirm(context.open().ledger.read, firmId);
  if (firm === undefined) throw new AppError('not-found');
  return firm.fields.name;
}

function visitOf(context: Context, id: number, firmId?: number) {
  const visit = getVisit(context.open().ledger.read, id);
  if (visit === undefined || (firmId !== undefined && visit.firmId !== firmId))
    throw new AppError('not-found');
  return visit;
}

function requestOf(context: Context, id: number, firmId?: number) {
  const request = getServiceRequest(context.open().ledger.read, id);
  if (request === undefined || (firmId !== undefined && request.firmId !== firmId))
    throw new AppError('not-found');
  return request;
}

type VisitInput = Omit<ParsedInputOf<'visits.save'>, 'id'>;

function checkVisit(
  context: Context,
  { firmId, plannedOn, visitedOn, visitors, record }: VisitInput,
  plannedBefore: string | null,
): void {
  const refuse = (problem: string) => new AppError('visit-refused', { problem });
  const today = context.today();
  const problem = visitProblem({ plannedOn, visitedOn, visitors, record }, today);
  if (problem !== undefined) throw refuse(problem);
  if (visitedOn !== null || plannedOn === plannedBefore || plannedOn === null) return;
  const { read } = context.open().ledger;
  const quiet = quietFirm(read, firmId, plannedOn);
  if (quiet !== undefined && openRequests(read, firmId, today) === 0) {
    throw refuse(`该企业要求免打扰（${quiet.reason}），又没有未办结的诉求，不安排计划走访`);
  }
}
