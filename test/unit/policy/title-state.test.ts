import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKinds, type TitleEvent, titleEventKinds } from '#shared/domain/title.ts';
import { firstRecognised, isValidOn, titleSpans } from '#shared/policy/title-state.ts';

const rule = { validityYears: 3 };

type Row = readonly [kind: TitleEvent['kind'], on: string, more?: Partial<TitleEvent>];

function events(...rows: readonly Row[]): readonly TitleEvent[] {
  return rows.map(([kind, on, more], i) => ({
    id: i + 1,
    firmId: 1,
    titleId: 'little-giant',
    kind,
    on,
    validUntil: null,
    batch: null,
    document: null,
    nameAt: null,
    evidence: 'finalList',
    ...more,
  }));
}

describe('spans of validity', () => {
  it.each<[string, readonly TitleEvent[], unknown]>([
    ['nothing happened', events(), []],
    ['only announced', events(['announced', '2024-06-20']), []],
    [
      'recognised: three years, the last day included',
      events(['recognised', '2024-07-01']),
      [{ from: '2024-07-01', until: '2027-06-30' }],
    ],
    [
      'the paper gives the last day',
      events(['recognised', '2024-07-01', { validUntil: '2026-12-31' }]),
      [{ from: '2024-07-01', until: '2026-12-31' }],
    ],
    [
      'announced copy, mirror and final list are one recognition, the final list speaks',
      events(
        ['announced', '2024-06-20'],
        ['recognised', '2024-06-28', { evidence: 'publicity', validUntil: '2027-12-31' }],
        ['recognised', '2024-09-02', { evidence: 'finalList' }],
        ['recognised', '2024-12-31', { evidence: 'roster' }],
      ),
      [{ from: '2024-09-02', until: '2027-12-31' }],
    ],
    [
      'lists over the turn of the year are one recognition',
      events(
        ['recognised', '2023-12-20', { evidence: 'publicity' }],
        ['recognised', '2024-01-10', { evidence: 'finalList' }],
      ),
      [{ from: '2024-01-10', until: '2027-01-09' }],
    ],
    [
      'a passed review prolongs by one term from the old end',
      events(['recognised', '2021-07-01'], ['reviewPassed', '2024-06-15']),
      [{ from: '2021-07-01', until: '2027-06-30' }],
    ],
    [
      'a review published months after the end continues the title',
      events(['recognised', '2021-07-01'], ['reviewPassed', '2024-10-15']),
      [{ from: '2021-07-01', until: '2027-06-30' }],
    ],
    [
      'two lists of one review prolong once',
      events(
        ['recognised', '2021-07-01'],
        ['reviewPassed', '2024-06-15', { evidence: 'publicity' }],
        ['reviewPassed', '2024-08-01'],
      ),
      [{ from: '2021-07-01', until: '2027-06-30' }],
    ],
    [
      'a review long after the end begins anew',
      events(['recognised', '2018-07-01'], ['reviewPassed', '2024-07-01']),
      [
        { from: '2018-07-01', until: '2021-06-30' },
        { from: '2024-07-01', until: '2027-06-30' },
      ],
    ],
    [
      'failing the review ends it the day before',
      events(['recognised', '2021-07-01'], ['reviewFailed', '2024-05-10']),
      [{ from: '2021-07-01', until: '2024-05-09', endedBy: 'reviewFailed' }],
    ],
    [
      'revoked, then recognised again',
      events(['recognised', '2021-07-01'], ['revoked', '2022-01-01'], ['reRecognised', '2025-07-01']),
      [
        { from: '2021-07-01', until: '2021-12-31', endedBy: 'revoked' },
        { from: '2025-07-01', until: '2028-06-30' },
      ],
    ],
    [
      'an expiry on record keeps its last day and cannot be prolonged',
      events(['recognised', '2021-07-01'], ['expired', '2024-06-30'], ['reviewPassed', '2024-09-01']),
      [
        { from: '2021-07-01', until: '2024-06-30', endedBy: 'expired' },
        { from: '2024-09-01', until: '2027-08-31' },
      ],
    ],
    [
      'expired and recognised again on the same day',
      events(['recognised', '2021-07-01'], ['reRecognised', '2024-06-30'], ['expired', '2024-06-30']),
      [
        { from: '2021-07-01', until: '2024-06-30', endedBy: 'expired' },
        { from: '2024-06-30', until: '2027-06-29' },
      ],
    ],
    [
      'recognised again before the end prolongs',
      events(['recognised', '2021-07-01'], ['reRecognised', '2024-05-01']),
      [{ from: '2021-07-01', until: '2027-04-30' }],
    ],
    [
      'moved out and back within the term',
      events(['recognised', '2024-03-01'], ['movedOut', '2024-08-01'], ['movedIn', '2025-02-01']),
      [
        { from: '2024-03-01', until: '2024-07-31', endedBy: 'movedOut' },
        { from: '2025-02-01', until: '2027-02-28' },
      ],
    ],
    [
      'moved out, lapsed elsewhere, moved back',
      events(['recognised', '2021-03-01'], ['movedOut', '2022-01-01'], ['movedIn', '2025-02-01']),
      [{ from: '2021-03-01', until: '2021-12-31', endedBy: 'movedOut' }],
    ],
    [
      'moved out, reviewed elsewhere, moved back',
      events(
        ['recognised', '2021-03-01'],
        ['movedOut', '2022-01-01'],
        ['reviewPassed', '2024-03-01'],
        ['movedIn', '2025-02-01'],
      ),
      [
        { from: '2021-03-01', until: '2021-12-31', endedBy: 'movedOut' },
        { from: '2025-02-01', until: '2027-02-28' },
      ],
    ],
    [
      'recognised elsewhere, counted here from the day of the move',
      events(['recognised', '2023-03-01'], ['movedIn', '2024-05-06'], ['movedIn', '2024-05-20']),
      [{ from: '2024-05-06', until: '2026-02-28' }],
    ],
    [
      'moved in with a title of which nothing else is known',
      events(['movedIn', '2024-05-06', { validUntil: '2025-01-31' }]),
      [{ from: '2024-05-06', until: '2025-01-31' }],
    ],
    [
      'a change of name changes nothing',
      events(['recognised', '2024-07-01'], ['renamed', '2025-01-01']),
      [{ from: '2024-07-01', until: '2027-06-30' }],
    ],
  ])('%s', (_, given, expected) => {
    expect(titleSpans(given, rule)).toEqual(expected);
  });

  it('stay open where the catalogue knows no term', () => {
    const spans = titleSpans(events(['recognised', '2024-07-01']), { validityYears: null });
    expect(spans).toEqual([{ from: '2024-07-01', until: null }]);
    expect(isValidOn(spans, '2099-01-01')).toBe(true);
  });

  it('include their first and last day', () => {
    const spans = titleSpans(events(['recognised', '2024-07-01']), rule);
    const days = ['2024-06-30', '2024-07-01', '2027-06-30', '2027-07-01'];
    expect(days.map((day) => isValidOn(spans, day))).toEqual([false, true, true, false]);
  });
});

describe('the day a firm counts as recognised', () => {
  it.each<[string, readonly TitleEvent[], string | null]>([
    ['none when only announced', events(['announced', '2024-06-20']), null],
    [
      'the first of several recognitions',
      events(['recognised', '2021-07-01'], ['reRecognised', '2025-07-01']),
      '2021-07-01',
    ],
    [
      'the day of the final list',
      events(['recognised', '2024-06-28', { evidence: 'mirror' }], ['recognised', '2024-09-02']),
      '2024-09-02',
    ],
    [
      'one term before a review when nothing else is known',
      events(['reviewPassed', '2024-07-01']),
      '2021-07-01',
    ],
    [
      'the move for a firm that came with it',
      events(['recognised', '2022-03-01'], ['movedIn', '2024-05-06']),
      '2024-05-06',
    ],
    [
      'also for a title revoked since',
      events(['recognised', '2021-07-01'], ['revoked', '2021-07-01']),
      '2021-07-01',
    ],
  ])('%s', (_, given, expected) => {
    expect(firstRecognised(given, rule)).toBe(expected);
  });
});

describe('whatever happened', () => {
  const day = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const history = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...titleEventKinds),
        on: day,
        evidence: fc.constantFrom(...evidenceKinds),
        batch: fc.constantFrom(null, null, '第六批', '第七批'),
      }),
      { maxLength: 8 },
    )
    .map((rows) => events(...rows.map(({ kind, on, ...more }): Row => [kind, on, more])));

  it('spans are in order and never overlap, and each ended one says by what', () => {
    fc.assert(
      fc.property(history, (given) => {
        const spans = titleSpans(given, rule);
        for (const [i, span] of spans.entries()) {
          expect(span.until).not.toBeNull();
          const next = spans[i + 1];
          if (next !== undefined) expect(span.until !== null && span.until <= next.from).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order in which events were typed in does not matter, nor does a second copy of an event', () => {
    fc.assert(
      fc.property(history, fc.nat(), (given, pick) => {
        const spans = titleSpans(given, rule);
        expect(titleSpans([...given].reverse(), rule)).toEqual(spans);
        const copy = given[pick % Math.max(1, given.length)];
        if (copy === undefined) return;
        expect(titleSpans([...given, { ...copy, id: 99 }], rule)).toEqual(spans);
      }),
      { numRuns: 500 },
    );
  });
});
