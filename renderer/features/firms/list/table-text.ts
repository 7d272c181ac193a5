import { type FirmListColumn, firmListLabels } from '#shared/text/firm-columns.ts';
import { scaleText, statusText } from '#shared/text/firm-text.ts';
import type { FirmRow } from './firm-columns.tsx';

/** Words of each column for a pasted table; what the screen masks stays masked, and so does the contact. */
const words: Readonly<Record<FirmListColumn, (row: FirmRow) => string | null>> = {
  code: (row) => row.code,
  street: (row) => row.streetLabel,
  platform: (row) => row.platformLabel,
  chain: (row) => row.chainLabel,
  titles: (row) => row.titles.map(({ label }) => label).join('、'),
  industry: (row) => row.industry,
  scale: (row) => row.scale && scaleText[row.scale],
  mainProduct: (row) => row.mainProduct,
  contactName: (row) => row.contactName,
  contactPhone: (row) => row.contactPhone,
  status: (row) => statusText[row.status],
};

/** Rows as text with tabs, heading first: a spreadsheet puts it into cells when it is pasted. */
export function tableText(rows: readonly FirmRow[], columns: readonly FirmListColumn[]): string {
  const heading = ['企业名称', ...columns.map((column) => firmListLabels[column])];
  const lines = rows.map((row) => [row.name, ...columns.map((column) => words[column](row) ?? '')]);
  return [heading, ...lines].map((cells) => cells.map(cellText).join('\t')).join('\r\n');
}

/** A cell that stays one cell, and that no spreadsheet takes for a formula. */
function cellText(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
