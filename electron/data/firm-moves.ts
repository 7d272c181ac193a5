import type { WriteTx } from '#electron/db/open.ts';
import { insertFirmEvent, listFirmEvents } from '#electron/db/tables/firm-events.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { getFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { listFirmPlans, updatePlan } from '#electron/db/tables/plans.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { insertTitleEvent, listTitleEvents } from '#electron/db/tables/title-events.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import {
  allowedFrom,
  type FirmEvent,
  type FirmEventKind,
  firmEventText,
  statusAfter,
} from '#shared/domain/firm-event.ts';
import type { TitleEventKind } from '#shared/domain/title.ts';
import { titleTerms } from '#shared/policy/title-state.ts';
import { stayOn } from '#shared/report/pools.ts';
import { statusText } from '#shared/text/firm-text.ts';
import type { OpenLedger } from './context.ts';
import { poolBook } from './pool-book.ts';

/** A move or closing of a firm, before it is recorded. */
export type Move = Omit<FirmEvent, 'id'>;

/** Event of a title that follows from each: with a firm that is closed its titles run out that day. */
const titleKind: Readonly<Record<FirmEventKind, TitleEventKind>> = {
  movedIn: 'movedIn',
  movedOut: 'movedOut',
  closed: 'expired',
};

/** What is recorded along with a move: events of titles, exits of pools, the close of the running 一企一策. */
export type MoveEffects = {
  readonly firm: FirmRecord;
  readonly titleKind: TitleEventKind;
  readonly titleIds: readonly string[];
  readonly poolIds: readonly string[];
  readonly closesPlan: boolean;
};

/**
 * What follows from a move or closing on a day.
 * @throws AppError `not-found`; `move-refused` when the firm is not where it could happen, or more is on record since
 */
export function moveEffects(
  open: OpenLedger,
  { firmId, kind, on }: Pick<Move, 'firmId' | 'kind' | 'on'>,
): MoveEffects {
  const { read } = open.ledger;
  const firm = getFirm(read, firmId);
  if (firm === undefined) throw new AppError('not-found');
  const events = listFirmEvents(read, firmId);
  if (!allowedFrom[kind].includes(firm.status)) {
    throw new AppError('move-refused', {
      problem: `企业现为“${statusText[firm.status]}”，不能登记“${firmEventText[kind]}”`,
    });
  }
  if (kind === 'movedIn' && firm.status === 'active' && events.some((event) => event.kind === 'movedIn')) {
    throw new AppError('move-refused', { problem: '企业已登记迁入，仍在本区' });
  }
  const last = events.at(-1);
  if (last !== undefined && last.on > on) {
    throw new AppError('move-refused', {
      problem: `${last.on} 已登记“${firmEventText[last.kind]}”，日期不能更早`,
    });
  }
  const leaves = kind !== 'movedIn';
  return {
    firm,
    titleKind: titleKind[kind],
    titleIds: firm.status === 'movedOut' && leaves ? [] : titlesTaken(open, firmId, kind, on),
    poolIds: leaves
      ? stayOn(
          poolBook(read).stays.filter((stay) => stay.firmId === firmId),
          on,
        ).map((stay) => stay.poolId)
      : [],
    closesPlan: leaves && listFirmPlans(read, firmId).some((plan) => plan.closedOn === null),
  };
}

/** Titles whose last term runs on the day: held here when the firm goes, held elsewhere when it comes. */
function titlesTaken({ ledger, pack }: OpenLedger, firmId: number, kind: FirmEventKind, on: Day): string[] {
  const events = listTitleEvents(ledger.read, { firmId });
  return [...new Set(events.map((event) => event.titleId))].filter((titleId) => {
    const validityYears = pack.titles.find((title) => title.id === titleId)?.validityYears ?? null;
    const own = events.filter((event) => event.titleId === titleId);
    const term = titleTerms(own, { validityYears }).at(-1);
    if (term === undefined || term.event.on > on || (term.until !== null && term.until < on)) return false;
    return kind === 'movedIn' && term.next !== null ? term.next.kind === 'movedOut' : term.next === null;
  });
}

/** Records a move or closing with all that follows from it, within an open change set. */
export function recordMove(tx: WriteTx, move: Move, effects: MoveEffects): void {
  const { firm, titleIds, poolIds, closesPlan } = effects;
  const { firmId, kind, on } = move;
  insertFirmEvent(tx, move);
  for (const titleId of titleIds) {
    insertTitleEvent(tx, {
      firmId,
      titleId,
      kind: effects.titleKind,
      on,
      validUntil: null,
      batch: null,
      document: move.document ?? `企业${firmEventText[kind]}`,
      nameAt: firm.fields.name,
      evidence: 'finalList',
      sample: firm.sample,
    });
  }
  if (kind !== 'movedIn') {
    for (const poolId of poolIds) {
      insertPoolEvent(tx, {
        firmId,
        poolId,
        kind: 'left',
        stage: null,
        exit: kind,
        on,
        reason: move.document,
        sample: firm.sample,
      });
    }
  }
  if (closesPlan) closePlan(tx, move);
  updateFirm(tx, firmId, { status: statusAfter[kind], today: on });
}

function closePlan(tx: WriteTx, { firmId, kind, on }: Move): void {
  const running = listFirmPlans(tx, firmId).find((plan) => plan.closedOn === null);
  if (running === undefined) return;
  const closedOn = on < running.openedOn ? running.openedOn : on;
  updatePlan(tx, { ...running, closedOn, result: `企业${firmEventText[kind]}` });
}
