import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Report, ReportCell, ReportTable } from '#shared/report/report.ts';
import { cellText, tableSpace, tableWidths } from '#shared/report/table-text.ts';
import { look, twips, twipsOfMm } from './look.ts';

/** Width of the text block in millimetres. */
const blockWidth = { portrait: 156, landscape: 225 } as const;

type Column = ReportTable['columns'][number];

/** A table with its caption: the header repeats on every page, rows do not split. */
export function tableOf(
  table: ReportTable,
  orientation: Report['orientation'],
): readonly (Paragraph | Table)[] {
  const whole = twipsOfMm(blockWidth[orientation]);
  const widths = tableWidths(table, tableSpace[orientation]).map((share) => Math.floor(share * whole));
  const last = table.total === null ? -1 : table.rows.length - 1;
  const rowOf = (row: readonly ReportCell[], total: boolean, index: number) =>
    new TableRow({
      cantSplit: true,
      children: table.columns.map(({ kind, byHand }, column) =>
        cellOf(cellText(row[column] ?? null, kind, total || byHand === true), widths[column] ?? 0, {
          font: total ? 'heading' : 'body',
          alignment: alignments[kind],
          keepNext: index === last,
        }),
      ),
    });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: twips(8), after: twips(4) },
      children: [new TextRun({ text: table.title, ...look('heading', 12) })],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: whole, type: WidthType.DXA },
      columnWidths: widths,
      borders,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: table.columns.map(({ label }, index) =>
            cellOf(label, widths[index] ?? 0, {
              font: 'heading',
              alignment: AlignmentType.CENTER,
              keepNext: true,
            }),
          ),
        }),
        ...table.rows.map((row, index) => rowOf(row, false, index)),
        ...(table.total === null ? [] : [rowOf(table.total, true, -2)]),
      ],
    }),
  ];
}

const alignments = {
  text: AlignmentType.LEFT,
  count: AlignmentType.RIGHT,
  wan: AlignmentType.RIGHT,
  percent: AlignmentType.RIGHT,
  day: AlignmentType.CENTER,
} as const satisfies Record<Column['kind'], string>;

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
} as const;

type CellLook = {
  readonly font: 'heading' | 'body';
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Stays on the page of the next row: the header with the first, the last with 合计. */
  readonly keepNext: boolean;
};

function cellOf(text: string, width: number, { font, alignment, keepNext }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: twips(2), bottom: twips(2), left: twips(3), right: twips(3) },
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment,
          keepNext,
          children: [new TextRun({ text: part, ...look(font, 10.5) })],
        }),
    ),
  });
}
