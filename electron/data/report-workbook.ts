import { tableWorkbook } from '#electron/excel/write-table.ts';
import type { Report, ReportTable } from '#shared/report/report.ts';

/** Writes the tables of a paper into a workbook, one sheet each: the same rows and totals as on the page. */
export function reportWorkbook(report: Report): Promise<Uint8Array> {
  const tables = report.blocks.filter((block): block is ReportTable => block.type === 'table');
  return tableWorkbook({
    sheets: tables.map((table) => ({
      name: table.title.replace(/[(（].*$/, ''),
      title: report.title,
      subtitle: table.title,
      columns: table.columns.map(({ label, kind, width }) => ({ label, kind, width })),
      rows: table.rows,
      total: table.total,
      footLines: report.sample ? ['含示例数据，不得用于正式报送。', ...report.footLines] : report.footLines,
    })),
  });
}
