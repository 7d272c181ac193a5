import type { FirmYear, NumberFigure } from './firm-year.ts';
import { amountText, type Fen, fenPerWan, fenPerYi } from './money.ts';

/** Something about a year's figures that a person should look at; it never blocks. */
export type YearNote = { readonly year: number; readonly text: string };

/** A figure this many times another year's has usually been written in another unit (元、万元、亿元). */
const unitSlip = 100;
/** 万元 of revenue for each employee beyond which a unit slip is likelier than a very good firm. */
const perHeadWan = 5000;

/** Pairs of which the first is part of the second. */
const parts: readonly (readonly [part: NumberFigure, whole: NumberFigure, text: string])[] = [
  ['mainRevenue', 'revenue', '主营业务收入大于营业收入'],
  ['rdSpend', 'revenue', '研发费用大于营业收入'],
  ['rdStaff', 'employees', '研发人员多于从业人员'],
  ['ownClassOneIp', 'classOneIp', '自主研发Ⅰ类多于Ⅰ类知识产权总数'],
  ['highValueIp', 'classOneIp', 'Ⅰ类高价值多于Ⅰ类知识产权总数'],
  ['liabilities', 'assets', '负债总额大于资产总额（资不抵债，或单位填错）'],
];
const compared: readonly (readonly [figure: NumberFigure, label: string])[] = [
  ['revenue', '营业收入'],
  ['assets', '资产总额'],
  ['rdSpend', '研发费用'],
];

/**
 * Sanity notes on yearly figures (疑点): parts larger than the whole, and amounts that look like a slip of unit,
 * against the year before or against the number of employees. `years` are of one firm, oldest first.
 */
export function yearNotes(years: readonly FirmYear[]): readonly YearNote[] {
  return years.flatMap((year, index) => [
    ...partNotes(year),
    ...sizeNotes(year),
    ...jumpNotes(year, years[index - 1]),
  ]);
}

function partNotes(year: FirmYear): YearNote[] {
  return parts.flatMap(([part, whole, text]) => {
    const [a, b] = [year[part], year[whole]];
    return a !== null && b !== null && a > b ? [{ year: year.year, text: `${text}，请核对` }] : [];
  });
}

function sizeNotes({ year, revenue, employees }: FirmYear): YearNote[] {
  if (revenue === null) return [];
  if (revenue > 200 * fenPerYi) {
    return [{ year, text: `营业收入 ${amountText(revenue)}，超过 200 亿元，单位可能填错` }];
  }
  if (employees !== null && employees > 0 && revenue / employees > perHeadWan * fenPerWan) {
    return [{ year, text: `人均营业收入超过 ${perHeadWan} 万元，单位可能填错` }];
  }
  const tiny: Fen = fenPerWan;
  if (employees !== null && employees >= 10 && revenue > 0 && revenue < tiny * 10) {
    return [{ year, text: `营业收入仅 ${amountText(revenue)}，与 ${employees} 人不相称，单位可能填错` }];
  }
  return [];
}

function jumpNotes(year: FirmYear, before: FirmYear | undefined): YearNote[] {
  if (before === undefined || before.year !== year.year - 1) return [];
  return compared.flatMap(([figure, label]) => {
    const [now, then] = [year[figure], before[figure]];
    if (now === null || then === null || now === 0 || then === 0) return [];
    const [more, less] = now > then ? [now, then] : [then, now];
    if (more < less * unitSlip) return [];
    return [
      { year: year.year, text: `${label}与上年相差 ${Math.floor(more / less)} 倍，单位（元、万元）可能填错` },
    ];
  });
}
