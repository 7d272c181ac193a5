import type { TableSheet } from '#electron/excel/write/table-sheet.ts';
import type { Report, ReportTable } from '#shared/report/report.ts';

/** A column of a workbook is this much wider in characters than its share of the printed page. */
const widthFactor = 1.3;
const narrowest = 8;

/** The tables of a paper as sheets, one each: the same rows and totals as on the page. */
export function reportSheets(report: Report): readonly TableSheet[] {
  const tables = report.blocks.filter((block): block is ReportTable => block.type === 'table');
  const footLines = report.sample
    ? ['含示例数据，不得用于正式报送。', ...report.footLines]
    : report.footLines;
  return tables.map((table) => ({
    name: table.title.replace(/[(（].*$/, ''),
    lines: [
      { text: report.title, look: 'title' },
      { text: table.title, look: 'subtitle' },
    ],
    columns: table.columns.map(({ label, kind, width }) => ({
      label,
      kind,
      width: Math.max(narrowest, width * widthFactor),
    })),
    batches: [table.rows],
    total: table.total,
    footLines,
    frozenColumns: 0,
    filter: false,
  }));
}
