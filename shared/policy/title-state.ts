import { addDays, addYears, type Day } from '#shared/domain/day.ts';
import type { TitleEvent, TitleEventKind } from '#shared/domain/title.ts';
import { endsTitle, titleSteps } from './title-steps.ts';

/** A stretch of time in which the firm held the title in this district. */
export type TitleSpan = {
  readonly from: Day;
  /** Last valid day; null when open-ended. */
  readonly until: Day | null;
  /** The event that closed it; absent when it runs, or ran out by itself. */
  readonly endedBy?: TitleEventKind;
};

/** What the catalogue says about a title where the paper is silent. */
export type TitleRule = { readonly validityYears: number | null };

/** A review may be published this many years after the term ran out and still continue it. */
const reviewGraceYears = 1;

/**
 * Spans of validity of one title of one firm, oldest first, from its events in any order.
 * 认定 and 再次认定 begin or prolong, 复核通过 prolongs by one term from the old end, 复核未过, 撤销, 到期 and 迁出 end,
 * 迁入 begins what was held elsewhere; lists of the same recognition count once (正式名单为准); 公示 and 更名 change nothing.
 * @param events events of one firm and one title
 * @param rule validity when the paper gives no last day
 */
export function titleSpans(events: readonly TitleEvent[], rule: TitleRule): readonly TitleSpan[] {
  let state: State = { spans: [], place: 'assumedHere', elsewhere: null };
  for (const { event } of titleSteps(events)) state = advance(state, event, rule);
  return state.spans;
}

/** One term (有效期) of a title: what opened or prolonged it, and the last day it gave. */
export type TitleTerm = {
  readonly event: TitleEvent;
  /** Last valid day of this term; null when open-ended. */
  readonly until: Day | null;
  /** What became of the title next: the review, a new recognition, the end; null when nothing is on record. */
  readonly next: TitleEvent | null;
};

/**
 * The terms of one title of one firm, oldest first: one for each 认定, 再次认定, 复核通过 and 迁入, with what followed.
 * A review cohort (复核批次) of a year is the terms that end in it.
 */
export function titleTerms(events: readonly TitleEvent[], rule: TitleRule): readonly TitleTerm[] {
  const steps = titleSteps(events).filter(
    ({ event }) => event.kind !== 'announced' && event.kind !== 'renamed',
  );
  const terms: TitleTerm[] = [];
  let state: State = { spans: [], place: 'assumedHere', elsewhere: null };
  for (const [index, { event }] of steps.entries()) {
    state = advance(state, event, rule);
    const span = current(state);
    if (endsTitle(event.kind) || span === null || state.place === 'elsewhere') continue;
    terms.push({ event, until: span.until, next: steps[index + 1]?.event ?? null });
  }
  return terms;
}

/** Whether the title is valid on the day (当前有效). */
export function isValidOn(spans: readonly TitleSpan[], day: Day): boolean {
  return spans.some((span) => span.from <= day && (span.until === null || day <= span.until));
}

/**
 * Day from which the firm counts as recognised in this district (首次认定); null when it never held the title here.
 * Where the ledger knows a passed review but no recognition, the recognition is taken to lie one term earlier,
 * so that an old holder is not counted as new.
 */
export function firstRecognised(events: readonly TitleEvent[], rule: TitleRule): Day | null {
  const first = titleSpans(events, rule)[0]?.from;
  if (first === undefined) return null;
  const openers = titleSteps(events).filter(({ event }) => event.on === first);
  const reviewOnly = openers.every(({ event }) => event.kind === 'reviewPassed');
  return reviewOnly ? addYears(first, -(rule.validityYears ?? 0)) : first;
}

type State = {
  readonly spans: readonly TitleSpan[];
  /** Where the firm is; taken to be here until a move is on record. */
  readonly place: 'assumedHere' | 'here' | 'elsewhere';
  /** The term of a title held outside the district; null when there is none. */
  readonly elsewhere: TitleSpan | null;
};

function advance(state: State, event: TitleEvent, rule: TitleRule): State {
  switch (event.kind) {
    case 'announced':
    case 'renamed':
      return state;
    case 'recognised':
    case 'reRecognised':
      return hold(state, recognised(current(state), event, rule));
    case 'reviewPassed':
      return hold(state, reviewed(current(state), event, rule));
    case 'movedIn':
      return moveIn(state, event, rule);
    case 'movedOut':
      return {
        ...end(state, event, addDays(event.on, -1)),
        place: 'elsewhere',
        elsewhere: current(state),
      };
    case 'reviewFailed':
    case 'revoked':
      return end(state, event, addDays(event.on, -1));
    case 'expired':
      return end(state, event, event.on);
  }
}

/** The term that is running or was the last to run out by itself. */
function current(state: State): TitleSpan | null {
  if (state.place === 'elsewhere') return state.elsewhere;
  const last = state.spans.at(-1);
  return last === undefined || last.endedBy !== undefined ? null : last;
}

function recognised(span: TitleSpan | null, event: TitleEvent, rule: TitleRule): TitleSpan {
  const until = event.validUntil ?? fullTerm(event.on, rule);
  const running = span !== null && (span.until === null || event.on <= addDays(span.until, 1));
  return running ? { ...span, until: later(span.until, until) } : { from: event.on, until };
}

function reviewed(span: TitleSpan | null, event: TitleEvent, rule: TitleRule): TitleSpan {
  if (span === null || (span.until !== null && event.on > addYears(span.until, reviewGraceYears))) {
    return { from: event.on, until: event.validUntil ?? fullTerm(event.on, rule) };
  }
  const next =
    span.until === null || rule.validityYears === null ? null : addYears(span.until, rule.validityYears);
  return { ...span, until: event.validUntil ?? next };
}

/** Puts a new or changed term in its place: in the district's spans, or aside while the firm is outside. */
function hold(state: State, span: TitleSpan): State {
  if (state.place === 'elsewhere') return { ...state, elsewhere: span };
  const replaces = current(state)?.from === span.from;
  return { ...state, spans: [...(replaces ? state.spans.slice(0, -1) : state.spans), span] };
}

/**
 * From the day of the move the title counts here. What came before the first known move was held elsewhere;
 * a second list of the same move changes nothing.
 */
function moveIn(state: State, event: TitleEvent, rule: TitleRule): State {
  const held = current(state);
  if (state.place === 'here' && held !== null) return state;
  const before = state.place === 'assumedHere' ? [] : state.spans;
  const until = event.validUntil ?? (held === null ? fullTerm(event.on, rule) : held.until);
  const lapsed = until !== null && until < event.on;
  const spans = lapsed ? before : [...before, { from: event.on, until }];
  return { spans, place: 'here', elsewhere: null };
}

function end(state: State, event: TitleEvent, lastDay: Day): State {
  const span = current(state);
  if (span === null) return state;
  if (state.place === 'elsewhere') return { ...state, elsewhere: null };
  const until = span.until !== null && span.until < lastDay ? span.until : lastDay;
  return { ...state, spans: [...state.spans.slice(0, -1), { ...span, until, endedBy: event.kind }] };
}

function fullTerm(from: Day, rule: TitleRule): Day | null {
  return rule.validityYears === null ? null : addDays(addYears(from, rule.validityYears), -1);
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? null : a > b ? a : b;
}
