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
  return joined(tables).map((table) => ({
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

/** Tables of the same title about several firms become one, with the firm in front. */
function joined(tables: readonly ReportTable[]): readonly ReportTable[] {
  const several = tables.filter(({ about }) => about !== undefined && about !== tables[0]?.about);
  if (several.length === 0) return tables;
  const byTitle = new Map<string, ReportTable>();
  for (const table of tables) {
    const rows = table.rows.map((row) => [table.about ?? '', ...row]);
    const known = byTitle.get(table.title);
    byTitle.set(table.title, {
      ...table,
      columns: [{ label: '企业名称', kind: 'text', width: 26 }, ...table.columns],
      rows: known === undefined ? rows : [...known.rows, ...rows],
      total: null,
    });
  }
  return [...byTitle.values()];
}
