import type { Day } from '#shared/domain/day.ts';
import { type TitleEvent, titleEventText } from '#shared/domain/title.ts';
import type { Clause, TitleTrigger } from './clause.ts';
import type { Facts } from './fact.ts';
import { confersTitle, endsTitle, type TitleStep, titleSteps } from './title-steps.ts';

/** One thing for which a title clause may or may not pay: an event with the facts that follow from it. */
export type TitleGround = {
  readonly titleId: string;
  readonly eventId: number;
  /** Day by which the clause is chosen (认定日期). */
  readonly on: Day;
  /** Stable name of the ground: the first recognition of a title keeps it when a better list arrives. */
  readonly key: string;
  /** For lists: 国家级专精特新“小巨人”企业首次认定（2024-07-01）. */
  readonly label: string;
  readonly facts: Facts;
  /** Where each fact comes from, for the trace. */
  readonly origins: Readonly<Record<string, string>>;
};

/**
 * Grounds of a firm for a clause that a first recognition sets off, oldest first.
 * Only the first recognition earns; 公示, 复核通过, 再次认定, 迁入 and further lists of the same recognition
 * are grounds too, with facts that make the clause say why they earn nothing.
 * @param events all title events of one firm, in any order
 */
export function titleGrounds(clause: Clause, events: readonly TitleEvent[]): readonly TitleGround[] {
  const trigger = clause.trigger;
  if (trigger.kind !== 'title') return [];
  return trigger.titleIds
    .flatMap((titleId) =>
      groundsOfTitle(clause, trigger, titleSteps(events.filter((event) => event.titleId === titleId))),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.eventId - b.eventId));
}

function groundsOfTitle(
  clause: Clause,
  trigger: TitleTrigger,
  steps: readonly TitleStep[],
): readonly TitleGround[] {
  return steps.flatMap((step, i) => {
    const earlier = steps.slice(0, i);
    const story = tell(step, earlier, steps.slice(i + 1));
    if (story === undefined) return [];
    const copies = step.copies.map((copy) =>
      groundOf(clause, trigger, copy, {
        first: false,
        here: story.here,
        word: `${titleEventText[copy.kind]}（重复名单）`,
        why: `与${step.event.on}的名单是同一次${titleEventText[step.event.kind]}，不重复计`,
      }),
    );
    return [groundOf(clause, trigger, step.event, story), ...copies];
  });
}

type Story = {
  readonly first: boolean;
  readonly here: boolean;
  readonly word: string;
  readonly why: string;
};

/** What an event means for a claim; nothing for events that nobody would claim for. */
function tell(
  step: TitleStep,
  earlier: readonly TitleStep[],
  later: readonly TitleStep[],
): Story | undefined {
  const { kind, on } = step.event;
  const here = !isElsewhere(earlier, later);
  const known = earlier.find(({ event }) => event.kind !== 'announced' && event.kind !== 'renamed');
  switch (kind) {
    case 'recognised':
      return known === undefined
        ? { first: true, here, word: '首次认定', why: `${on}认定` }
        : { first: false, here, word: '认定', why: `此前已有${eventWords(known)}` };
    case 'reRecognised': {
      const before = known === undefined ? '' : `，此前已有${eventWords(known)}`;
      return { first: false, here, word: '再次认定', why: `本次为再次认定${before}` };
    }
    case 'reviewPassed':
      return { first: false, here, word: '复核通过', why: '本次为复核通过，不是首次认定' };
    case 'announced':
      return { first: false, here, word: '公示', why: announcedWhy(later) };
    case 'movedIn':
      return { first: false, here: false, word: '迁入', why: '称号随企业迁入，不在本区认定' };
    default:
      return undefined;
  }
}

function announcedWhy(later: readonly TitleStep[]): string {
  const recognition = later.find(({ event }) => confersTitle(event.kind));
  return recognition === undefined ? '仅为公示，尚未认定' : `仅为公示，认定见${recognition.event.on}的名单`;
}

/** Outside the district: after a move out, or before the first move in that is on record. */
function isElsewhere(earlier: readonly TitleStep[], later: readonly TitleStep[]): boolean {
  const isMove = ({ event }: TitleStep) => event.kind === 'movedIn' || event.kind === 'movedOut';
  const lastMove = earlier.findLast(isMove);
  if (lastMove !== undefined) return lastMove.event.kind === 'movedOut';
  return later.find(isMove)?.event.kind === 'movedIn';
}

function eventWords(step: TitleStep): string {
  const { kind, on } = step.event;
  return `${on}的${endsTitle(kind) ? `${titleEventText[kind]}记录` : titleEventText[kind]}`;
}

function groundOf(clause: Clause, trigger: TitleTrigger, event: TitleEvent, story: Story): TitleGround {
  const { title, firstRecognition, firstInDistrict } = trigger.facts;
  const label = clause.facts[title]?.choices.find((choice) => choice.value === event.titleId)?.label;
  const source = [event.document, event.batch].filter((part) => part !== null).join(',');
  return {
    titleId: event.titleId,
    eventId: event.id,
    on: event.on,
    key: story.first ? `${event.titleId}:first` : `${event.titleId}:event-${event.id}`,
    label: `${label ?? event.titleId}${story.word}（${event.on}）`,
    facts: {
      [title]: event.titleId,
      [firstRecognition]: story.first,
      [firstInDistrict]: story.here,
    },
    origins: {
      [title]: source === '' ? `${event.on}${titleEventText[event.kind]}` : source,
      [firstRecognition]: story.why,
      [firstInDistrict]: story.here ? '认定时没有区外记录' : '认定时企业在区外',
    },
  };
}
