import type { IRunOptions } from 'docx';

/** Fonts of official papers (GB/T 9704) by what they are for; a word processor without one takes its own. */
const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  number: '宋体',
} as const;

/** Name of one of the fonts. */
export type FontName = keyof typeof fonts;

/** A run in one of the fonts, Latin signs too, at a size in points. */
export function look(font: FontName, points: number): Pick<IRunOptions, 'font' | 'size'> {
  const name = fonts[font];
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, size: points * 2 };
}

/** Points as twentieths of a point, the unit of spaces. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Millimetres as twentieths of a point. */
export function twipsOfMm(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}
