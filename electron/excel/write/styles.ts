import type { CellLook, ColumnKind } from './table-sheet.ts';

const kinds: readonly ColumnKind[] = ['text', 'count', 'wan', 'percent', 'day', 'plain'];
/** Beside the looks of cells: one for cells that nobody has filled, so that what is typed there has the right format. */
const looks = ['plain', 'total', 'marked', 'sample', 'blank'] as const satisfies readonly (
  | CellLook
  | 'blank'
)[];
type Look = (typeof looks)[number];
/** Looks of cells outside the rows, after the default style. */
const frames = ['title', 'subtitle', 'note', 'head', 'foot'] as const;

/** A cell outside the rows of a table. */
export type FrameLook = (typeof frames)[number];

const formats: Readonly<Record<ColumnKind, number>> = {
  text: 49,
  count: 3,
  wan: 4,
  percent: 164,
  day: 165,
  plain: 0,
};
const fonts: Readonly<Record<Look, number>> = { plain: 0, total: 1, marked: 0, sample: 5, blank: 0 };
const fills: Readonly<Record<Look, number>> = { plain: 0, total: 0, marked: 3, sample: 4, blank: 0 };

const framesFrom = 1;
const cellsFrom = framesFrom + frames.length;
const quotedFrom = cellsFrom + kinds.length * looks.length;

/** Number of the style of a cell outside the rows. */
export function frameStyle(look: FrameLook): number {
  return framesFrom + frames.indexOf(look);
}

/** Number of the style of a number or day. */
export function numberStyle(kind: ColumnKind, look: CellLook): number {
  return cellsFrom + kinds.indexOf(kind) * looks.length + looks.indexOf(look);
}

/** Number of the style that a whole column has before anything stands in it. */
export function columnStyle(kind: ColumnKind): number {
  return cellsFrom + kinds.indexOf(kind) * looks.length + looks.indexOf('blank');
}

/** Number of the style of a text; a quoted one stays text even when someone edits the cell. */
export function textStyle(look: CellLook, quoted: boolean): number {
  return quoted ? quotedFrom + looks.indexOf(look) : numberStyle('text', look);
}

/** The part `styles.xml`: every style that the numbers above name, in their order. */
export function stylesXml(): string {
  const cells = [
    xf({ format: 0, font: 0, fill: 0, border: 0, align: '' }),
    ...frames.map(frameXf),
    ...kinds.flatMap((kind) => looks.map((look) => cellXf(kind, look, ''))),
    ...looks.map((look) => cellXf('text', look, ' quotePrefix="1"')),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
    `<fonts count="6">${font('')}${font('<b/>')}${font('<b/>', 16)}${font('<b/>', 11, 'FFFFFFFF')}${font('', 9, 'FF5A6472')}${font('<i/>', 11, 'FF5A6472')}</fonts>` +
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FF1F4E9E')}${fill('FFFFD9D6')}${fill('FFF2F4F7')}</fills>` +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFC7D2"/></${side}>`).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function frameXf(look: FrameLook): string {
  const centred = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  const left = '<alignment horizontal="left" vertical="center" wrapText="1"/>';
  switch (look) {
    case 'title':
      return xf({ format: 49, font: 2, fill: 0, border: 0, align: centred });
    case 'subtitle':
      return xf({ format: 49, font: 0, fill: 0, border: 0, align: centred });
    case 'head':
      return xf({ format: 49, font: 3, fill: 2, border: 1, align: centred });
    case 'note':
      return xf({ format: 49, font: 0, fill: 0, border: 0, align: left });
    case 'foot':
      return xf({ format: 49, font: 4, fill: 0, border: 0, align: '<alignment horizontal="left"/>' });
  }
}

function cellXf(kind: ColumnKind, look: Look, extra: string): string {
  const side = kind === 'count' || kind === 'wan' || kind === 'percent' ? 'right' : 'left';
  const wrap = kind === 'text' || kind === 'plain' ? ' wrapText="1"' : '';
  const align = `<alignment${kind === 'plain' ? '' : ` horizontal="${side}"`} vertical="center"${wrap}/>`;
  return xf({
    format: formats[kind],
    font: fonts[look],
    fill: fills[look],
    border: look === 'blank' ? 0 : 1,
    align,
    extra,
  });
}

type Xf = {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly align: string;
  readonly extra?: string;
};

function xf({ format, font: fontId, fill: fillId, border, align, extra = '' }: Xf): string {
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0" ${applied}${extra}>${align}</xf>`;
}

function font(marks: string, size = 11, colour = 'FF1D2129'): string {
  return `<font>${marks}<sz val="${size}"/><color rgb="${colour}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}
