import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/day.ts';
import { dayListText, readDayList } from '#shared/text/day-list.ts';

describe('days of a holiday notice', () => {
  it.each([
    ['1月1日（周五）至3日（周日）放假', ['2027-01-01', '2027-01-02', '2027-01-03']],
    ['2月27日、3月1日', ['2027-02-27', '2027-03-01']],
    ['9月30日至10月2日放假，共3天', ['2027-09-30', '2027-10-01', '2027-10-02']],
    ['2027-02-05 至 2027-02-06\n2月20日（周六）上班', ['2027-02-05', '2027-02-06', '2027-02-20']],
    ['', []],
  ])('reads %s', (text, days) => {
    expect(readDayList(text, 2027)).toEqual({ ok: true, days });
  });

  it.each(['春节', '2月30日', '1月3日至1日', '1月1日至2月28日', '2026年12月31日至2027年1月2日', '3日'])(
    'says what it cannot read: %s',
    (text) => {
      expect(readDayList(text, 2027)).toMatchObject({ ok: false, problem: expect.stringMatching(/^“/) });
    },
  );

  it('writes what it reads', () => {
    const dayOfYear = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2027-01-01', offset));
    fc.assert(
      fc.property(fc.uniqueArray(dayOfYear, { maxLength: 30 }), (days) => {
        expect(readDayList(dayListText(days), 2027)).toEqual({ ok: true, days: [...days].sort() });
      }),
    );
  });
});
