/** A column as its widest contents are: the header and every value as printed. */
export type ColumnText = {
  readonly label: string;
  readonly values: readonly string[];
  /** Width that is kept free in any case, in half characters. */
  readonly room?: number;
};

/** Blank at both sides of a cell and its border, in half characters. */
const padding = 1.7;
/** A column of words is never narrower than four characters. */
const leastWords = 8;
/** One row in ten may be longer than the rest: it wraps more, rather than making every other row wrap with it. */
const usualShare = 0.9;
/** Lines after which more wrapping no longer helps. */
const linesAtMost = 30;

/**
 * Widths that make the rows as low as they can be: codes, days and numbers stand on one line, words wrap evenly.
 * @param space width of the table in half characters (a Chinese character is two)
 * @returns share of the width by column, adding up to 1
 */
export function columnWidths(columns: readonly ColumnText[], space: number): readonly number[] {
  const needs = columns.map(needOf);
  let widths: readonly number[] = [];
  for (let lines = 1; lines <= linesAtMost; lines += 1) {
    widths = needs.map(({ least, usual }) => Math.max(least, Math.ceil(usual / lines)) + padding);
    if (sum(widths) <= space) break;
  }
  widths = withSpare(widths, needs, space);
  const total = sum(widths);
  return widths.map((width) => width / total);
}

/** Gives what is left over to the columns that still wrap, first to the one that lacks least. */
function withSpare(widths: readonly number[], needs: readonly Need[], space: number): readonly number[] {
  const wide = [...widths];
  let spare = Math.max(0, space - sum(widths));
  const lacks = widths.map((width, index) => ({
    index,
    lack: (needs[index]?.longest ?? 0) + padding - width,
  }));
  for (const { index, lack } of lacks.sort((a, b) => a.lack - b.lack)) {
    const given = Math.min(spare, Math.max(0, lack));
    wide[index] = (wide[index] ?? 0) + given;
    spare -= given;
  }
  return wide;
}

/** Lengths that a column asks for; `usual` is that of all but a few of its values. */
type Need = { readonly least: number; readonly usual: number; readonly longest: number };

function needOf({ label, values, room = 0 }: ColumnText): Need {
  const lengths = values.map(halfCharacters);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const usual = [...lengths].sort((a, b) => a - b)[Math.ceil(lengths.length * usualShare) - 1] ?? 0;
  const unbroken = values.reduce(
    (most, value, index) => (isUnbroken(value) ? Math.max(most, lengths[index] ?? 0) : most),
    0,
  );
  // A header wraps in two lines rather than widening its column.
  const header = Math.ceil(halfCharacters(label) / 4) * 2;
  const least = Math.max(unbroken, header, room, Math.min(longest, leastWords));
  return { least, usual: Math.max(usual, least), longest: Math.max(longest, least) };
}

/** Codes, days and amounts: what a reader must not have to put together from two lines. */
function isUnbroken(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value);
}

/** Length in half characters; capitals and digits are wider than half a character. */
function halfCharacters(text: string): number {
  let length = 0;
  for (const sign of text) length += sign.charCodeAt(0) > 0xff ? 2 : /[A-Z]/.test(sign) ? 1.5 : 1.15;
  return length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
