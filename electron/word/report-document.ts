import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Report, ReportBlock, ReportTable } from '#shared/report/report.ts';
import { look, twips, twipsOfMm } from './look.ts';
import { tableOf } from './report-table.ts';

/** Body text: 22 lines in 225 mm; 28 characters of 16 pt in 156 mm stand a quarter of a point closer than full width. */
const body = { size: 16, line: 28.95, closer: -5 } as const;
/** Body text of turned pages, which are mostly tables. */
const bodyTurned = { size: 12, line: 20, closer: 0 } as const;

/**
 * A paper as a Word document (docx), for those that are edited before they go out: the same blocks and figures as on
 * the page, in official layout (GB/T 9704). Fonts are named, not embedded.
 */
export async function reportDocument(report: Report): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    creator: '梯度131',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: look('body', body.size) } } },
    sections: [
      {
        properties: { page: pageOf(report) },
        footers: {
          default: footer(AlignmentType.RIGHT, '— ', ' —\u00a0'),
          even: footer(AlignmentType.LEFT, '\u00a0— ', ' —'),
        },
        children: [
          ...headOf(report),
          ...report.blocks.flatMap((block, index) => partsOf(block, report, report.blocks[index - 1])),
          ...endOf(report),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Margins as printed; a turned page is turned whole, so its binding edge is on top. */
function pageOf({ orientation }: Report) {
  const [top, right, bottom, left] = orientation === 'portrait' ? [37, 26, 35, 28] : [28, 35, 26, 37];
  return {
    size: {
      width: twipsOfMm(210),
      height: twipsOfMm(297),
      orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: {
      top: twipsOfMm(top),
      right: twipsOfMm(right),
      bottom: twipsOfMm(bottom),
      left: twipsOfMm(left),
      // The number stands 7 mm below the text block, and is 5 mm high itself.
      footer: twipsOfMm(bottom - 12),
    },
  };
}

function footer(
  alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT,
  before: string,
  after: string,
) {
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        children: [new TextRun({ children: [before, PageNumber.CURRENT, after], ...look('number', 14) })],
      }),
    ],
  });
}

function headOf({ title, sample }: Report): readonly Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: twips(14), line: twips(32), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: title, ...look('title', 22) })],
    }),
    ...(sample ? [centred('示例数据，不得用于正式报送')] : []),
  ];
}

function centred(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, ...look('heading', 12) })],
  });
}

function partsOf(
  block: ReportBlock,
  { orientation }: Report,
  before: ReportBlock | undefined,
): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          pageBreakBefore: before?.type === 'pageBreak',
          ...shapeOf(body),
          children: [
            new TextRun({
              text: block.text,
              color: '000000',
              ...look(block.level === 1 ? 'heading' : 'subheading', 16),
            }),
          ],
        }),
      ];
    case 'paragraph':
      return [paragraphOf(block.text, orientation === 'portrait' ? body : bodyTurned)];
    case 'pageBreak':
      // The heading that follows begins the page; a break of its own would leave an empty line on it.
      return [];
    case 'table':
      return tableOf(block, orientation);
    case 'chart':
      return tableOf(tableOfChart(block), orientation);
  }
}

type Body = { readonly size: number; readonly line: number; readonly closer: number };

function paragraphOf(text: string, shape: Body): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    ...shapeOf(shape),
    children: [new TextRun({ text, characterSpacing: shape.closer, ...look('body', shape.size) })],
  });
}

/** First line set in by two characters, lines of a fixed height. */
function shapeOf({ size, line }: Body) {
  return {
    indent: { firstLine: twips(size * 2) },
    spacing: { before: 0, after: 0, line: twips(line), lineRule: LineRuleType.EXACT },
  };
}

/** A chart as its figures, which can be edited. */
function tableOfChart({
  title,
  unit,
  points,
}: Extract<ReportBlock, { readonly type: 'chart' }>): ReportTable {
  return {
    type: 'table',
    title: `${title}（单位：${unit}）`,
    columns: [
      { label: '时间', kind: 'text', width: 10 },
      { label: '目标', kind: 'count', width: 10 },
      { label: '实际', kind: 'count', width: 10 },
    ],
    rows: points.map(({ label, target, actual }) => [label, target, actual]),
    total: null,
  };
}

function endOf({ signers, footLines }: Report): readonly Paragraph[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: twips(18), after: twips(10) },
      children: [
        new TextRun({
          text: signers.map((signer) => `${signer}：`).join('　　　　　　'),
          ...look('body', 12),
        }),
      ],
    }),
    ...footLines.map((text) => new Paragraph({ children: [new TextRun({ text, ...look('body', 9) })] })),
  ];
}
