import type { NodeState } from '#shared/domain/chain.ts';

/** A firm on a node as the box writes it. */
export type ChainLine = {
  readonly key: string;
  readonly text: string;
  /** Role and title, written at the end of the line. */
  readonly mark: string;
};

/** A box of the map: a node with the firms on it. */
export type ChainBox = {
  readonly key: string;
  readonly name: string;
  readonly state: NodeState;
  readonly lines: readonly ChainLine[];
  /** How many firms stand on the node. */
  readonly firms: number;
};

/** A part of the chain with its boxes, top first. */
export type ChainColumn = { readonly label: string; readonly boxes: readonly ChainBox[] };

/** A box with its place, in pixels. */
export type PlacedBox = ChainBox & {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The map laid out. */
export type ChainLayout = {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly label: string; readonly x: number; readonly width: number }[];
  readonly boxes: readonly PlacedBox[];
};

/** Sizes of the map in pixels. */
export const chainSizes = { head: 44, gap: 64, boxHead: 34, line: 22, pad: 12, between: 16 } as const;
const [smallestColumn, widestColumn] = [250, 520];
/** Firms that a box names; the rest are counted. */
const namedFirms = 6;

/** Places the boxes of each part one below the other, parts side by side, as wide as the room allows. */
export function layOutChain(columns: readonly ChainColumn[], room: number): ChainLayout {
  const { gap, head, between } = chainSizes;
  const gaps = gap * (columns.length - 1);
  const width = Math.min(
    widestColumn,
    Math.max(smallestColumn, Math.floor((room - gaps) / Math.max(1, columns.length))),
  );
  const boxes: PlacedBox[] = [];
  let height: number = head;
  for (const [column, { boxes: own }] of columns.entries()) {
    let y: number = head;
    for (const box of own) {
      const size = boxHeight(box);
      boxes.push({ ...box, column, x: column * (width + gap), y, width, height: size });
      y += size + between;
    }
    height = Math.max(height, y);
  }
  return {
    width: width * columns.length + gaps,
    height,
    columns: columns.map(({ label }, column) => ({ label, x: column * (width + gap), width })),
    boxes,
  };
}

/** What a box writes below its name: its firms, then how many more there are. */
export function boxLines({ lines }: ChainBox): readonly ChainLine[] {
  if (lines.length <= namedFirms) return lines;
  return [...lines.slice(0, namedFirms - 1), { key: 'more', text: `等 ${lines.length} 家`, mark: '' }];
}

function boxHeight(box: ChainBox): number {
  const { boxHead, line, pad } = chainSizes;
  return boxHead + Math.max(1, boxLines(box).length) * line + pad;
}

/** Where a box lands that is let go at a point: its part, and the box it comes before. */
export function dropPlace(
  { columns, boxes }: ChainLayout,
  moved: string,
  point: { readonly x: number; readonly y: number },
): { readonly column: number; readonly before: string | null } {
  const found = columns.findLastIndex(({ x }) => point.x >= x - chainSizes.gap / 2);
  const column = Math.max(0, found);
  const below = boxes.find(
    (box) => box.column === column && box.key !== moved && point.y < box.y + box.height / 2,
  );
  return { column, before: below?.key ?? null };
}

/** Cuts a text that does not fit. */
export function fitText(text: string, room: number, size = 14): string {
  let used = 0;
  for (const [index, sign] of [...text].entries()) {
    used += signWidth(sign, size);
    if (used > room) return `${[...text].slice(0, Math.max(1, index - 1)).join('')}…`;
  }
  return text;
}

/** Width of a text, by full and half width signs. */
export function textWidth(text: string, size = 14): number {
  return [...text].reduce((sum, sign) => sum + signWidth(sign, size), 0);
}

function signWidth(sign: string, size: number): number {
  return /[ -~]/.test(sign) ? size * 0.56 : size;
}
