import { expect, test } from 'vitest';
import { emptyYearFigures, type FirmYear } from '#shared/domain/firm-year.ts';
import { yearNotes } from '#shared/domain/firm-year-notes.ts';
import { fenPerWan } from '#shared/domain/money.ts';

function year(number: number, figures: Partial<FirmYear>): FirmYear {
  return { firmId: 1, year: number, source: null, remark: null, ...emptyYearFigures, ...figures };
}

test('figures that agree give no note', () => {
  const good = { revenue: 5000 * fenPerWan, mainRevenue: 5000 * fenPerWan, employees: 60, rdStaff: 12 };
  expect(yearNotes([year(2024, good), year(2025, { ...good, revenue: 6000 * fenPerWan })])).toEqual([]);
});

test('a part larger than its whole is pointed out', () => {
  const [note] = yearNotes([year(2025, { revenue: fenPerWan * 900, mainRevenue: fenPerWan * 901 })]);
  expect(note?.text).toContain('主营业务收入大于营业收入');
});

test('a year written in 元 instead of 万元 is pointed out', () => {
  const notes = yearNotes([
    year(2024, { revenue: 5000 * fenPerWan, employees: 60 }),
    year(2025, { revenue: 5000 * fenPerWan * 10_000, employees: 60 }),
  ]);
  expect(notes.map((note) => note.year)).toEqual([2025, 2025]);
  expect(notes.map((note) => note.text).join()).toContain('相差 10000 倍');
});

test('years that do not follow each other are not compared', () => {
  expect(yearNotes([year(2020, { assets: fenPerWan }), year(2025, { assets: fenPerWan * 1000 })])).toEqual(
    [],
  );
});
