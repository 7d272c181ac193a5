import { addDays, yearOf } from '#shared/domain/day.ts';
import { evidenceKinds, type TitleEvent, type TitleEventKind } from '#shared/domain/title.ts';

/** One thing that happened to a title, with the other lists that tell of the same thing. */
export type TitleStep = {
  /** The event with the best evidence: 正式名单 before 转载, 公示, 街道上报, 平台提示. */
  readonly event: TitleEvent;
  /** 同一次认定的其他名单: they count for nothing. */
  readonly copies: readonly TitleEvent[];
};

/** Lists of one recognition may straddle the turn of the year, but not by more than this. */
const sameListDays = 183;

const recognitions: readonly TitleEventKind[] = ['recognised', 'reRecognised'];
const endings: readonly TitleEventKind[] = ['reviewFailed', 'revoked', 'expired', 'movedOut'];

/** Whether the event takes the title away, or away from the district: 复核未过, 撤销, 到期, 迁出. */
export function endsTitle(kind: TitleEventKind): boolean {
  return endings.includes(kind);
}

/** Whether the event confers the title: 认定, 再次认定. */
export function confersTitle(kind: TitleEventKind): boolean {
  return recognitions.includes(kind);
}

/**
 * Orders the events of one firm and title and folds lists of the same recognition (review, publicity, move) into one step.
 * Same: equal batch, the same year, or at most half a year apart, with nothing in between that ended the title.
 */
export function titleSteps(events: readonly TitleEvent[]): readonly TitleStep[] {
  const groups: TitleEvent[][] = [];
  for (const event of [...events].sort(inOrder)) {
    const same = groups.findLast((group) => group.some((each) => tellsTheSame(each, event)));
    const ended = same !== undefined && groups.slice(groups.indexOf(same)).some(isEnding);
    if (same === undefined || ended) groups.push([event]);
    else same.push(event);
  }
  return groups.map(toStep).sort((a, b) => inOrder(a.event, b.event));
}

function isEnding(group: readonly TitleEvent[]): boolean {
  return group.some((event) => endsTitle(event.kind));
}

function tellsTheSame(earlier: TitleEvent, later: TitleEvent): boolean {
  const sameKind = earlier.kind === later.kind || (confersTitle(earlier.kind) && confersTitle(later.kind));
  if (!sameKind) return false;
  if (earlier.batch !== null && earlier.batch === later.batch) return true;
  return yearOf(earlier.on) === yearOf(later.on) || later.on <= addDays(earlier.on, sameListDays);
}

/** The best list speaks; a day of expiry that only a copy states is taken over. */
function toStep(group: readonly TitleEvent[]): TitleStep {
  const [best, ...copies] = [...group].sort(byEvidence);
  if (best === undefined) throw new Error('a step has at least one event');
  const stated = best.validUntil ?? copies.find((copy) => copy.validUntil !== null)?.validUntil ?? null;
  return { event: stated === best.validUntil ? best : { ...best, validUntil: stated }, copies };
}

function byEvidence(a: TitleEvent, b: TitleEvent): number {
  return evidenceKinds.indexOf(a.evidence) - evidenceKinds.indexOf(b.evidence) || inOrder(a, b);
}

/** By day; on one day what ends comes before what begins; then by id. */
function inOrder(a: TitleEvent, b: TitleEvent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return Number(endsTitle(b.kind)) - Number(endsTitle(a.kind)) || a.id - b.id;
}
