import { describe, expect, it } from 'vitest';
import { isWorkingDay, noticePeriod } from '#shared/domain/working-days.ts';

const table = [
  {
    year: 2031,
    off: ['2031-10-01', '2031-10-02', '2031-10-03'],
    work: ['2031-10-04'],
    toConfirm: false,
  },
];

describe('working days', () => {
  it('leave out weekends and holidays, and count the days worked in exchange', () => {
    expect(isWorkingDay('2031-09-30', table)).toBe(true); // Tuesday
    expect(isWorkingDay('2031-10-01', table)).toBe(false); // holiday
    expect(isWorkingDay('2031-10-04', table)).toBe(true); // Saturday, worked
    expect(isWorkingDay('2031-10-05', table)).toBe(false); // Sunday
  });

  it('make a notice of five of them, the first day included', () => {
    // 30 Sep, 4 Oct (worked), 6, 7, 8 Oct
    expect(noticePeriod('2031-09-30', 5, table)).toEqual({
      from: '2031-09-30',
      until: '2031-10-08',
      workingDays: 5,
      remarks: [],
    });
  });

  it('begin to count on the next working day when a notice begins on a day off', () => {
    expect(noticePeriod('2031-10-02', 1, table).until).toBe('2031-10-04');
  });

  it('say when the table of a year is missing or to be confirmed', () => {
    expect(noticePeriod('2032-03-01', 5, table).remarks).toEqual([
      '2032年节假日安排尚未录入，只按周末推算。',
    ]);
    const marked = table.map((year) => ({ ...year, toConfirm: true }));
    expect(noticePeriod('2031-03-03', 5, marked).remarks[0]).toContain('待核实');
  });
});
