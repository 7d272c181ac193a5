import type { z } from 'zod';
import type { ReportSchema, ReportTableSchema } from '#shared/contract/methods/reports.ts';
import type { Day } from '#shared/domain/day.ts';

/** One paper, ready to draw on screen, page or workbook. */
export type Report = z.output<typeof ReportSchema>;
/** One part of a paper. */
export type ReportBlock = Report['blocks'][number];
/** A table of a paper. */
export type ReportTable = z.output<typeof ReportTableSchema>;
/** A cell: text, a number in the unit of its column, or nothing. */
export type ReportCell = ReportTable['rows'][number][number];

/** What every paper prints about where its figures come from. */
export type ReportOrigin = {
  readonly districtName: string;
  readonly documentTitle: string;
  readonly ruleVersion: string;
  /** Whether 示例数据 is among the figures. */
  readonly sample: boolean;
};

/** A day as prose writes it: `2026年3月5日`, no leading zeros (GB/T 9704). */
export function proseDay(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** The small lines below a paper: source, cut-off day, rule and version. */
export function originLines(origin: ReportOrigin, asOf: Day): string[] {
  return [
    `数据来源：${origin.districtName}专精特新梯度培育台账；数据截至${proseDay(asOf)}。`,
    `政策依据：${origin.documentTitle}；政策包版本 ${origin.ruleVersion}。`,
  ];
}

/** Who signs below a table, in the customary order. */
export const customarySigners: readonly string[] = ['制表人', '审核人', '负责人', '日期'];

/** Adds up the given columns of the rows; text and empty cells count nothing, other columns stay empty. */
export function totalRow(
  rows: readonly (readonly ReportCell[])[],
  width: number,
  summed: readonly number[],
): ReportCell[] {
  const total: ReportCell[] = Array.from({ length: width }, (_, column) => (column === 0 ? '合计' : null));
  for (const column of summed) {
    total[column] = rows.reduce((sum, row) => sum + numberIn(row[column]), 0);
  }
  return total;
}

function numberIn(cell: ReportCell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}

/** The first 合计 that is not the sum of its rows, which must not go on paper; shares are not added up. */
export function wrongTotal({
  blocks,
}: Pick<Report, 'blocks'>):
  | { readonly table: string; readonly column: string; readonly total: number; readonly sum: number }
  | undefined {
  for (const block of blocks) {
    if (block.type !== 'table' || block.total === null) continue;
    for (const [index, { label, kind }] of block.columns.entries()) {
      const total = block.total[index];
      if (typeof total !== 'number' || kind === 'percent') continue;
      const sum = block.rows.reduce((all, row) => all + numberIn(row[index]), 0);
      if (sum !== total) return { table: block.title, column: label, total, sum };
    }
  }
  return undefined;
}
