import type { Locator } from '@playwright/test';

/** The text of every cell of a table on screen, row by row, header included. */
export function cellTexts(table: Locator): Promise<string[][]> {
  return table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
    ),
  );
}

/** The first whole number in a text; thousands separators are read over. */
export function numberIn(text: string): number {
  const found = /-?[\d,]+(?:\.\d+)?/.exec(text)?.[0];
  if (found === undefined) throw new Error(`no number in “${text}”`);
  return Number(found.replace(/,/g, ''));
}
