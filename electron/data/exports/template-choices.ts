import type { SheetColumn, TableRow } from '#electron/excel/write/table-sheet.ts';
import { firmScales } from '#shared/domain/firm.ts';
import { type TitleEventKind, titleEventText } from '#shared/domain/title.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { columnLetters } from '#shared/roster/grid.ts';
import {
  guideSheetName,
  type TemplateChoices,
  type TemplateColumn,
  type TemplateList,
} from '#shared/roster/template.ts';
import { scaleText } from '#shared/text/firm-text.ts';

/** What a list can say of a title; 更名, 到期, 迁入 and 迁出 are registered at the firm. */
export const statedEvents: readonly TitleEventKind[] = [
  'recognised',
  'reviewPassed',
  'reviewFailed',
  'reRecognised',
  'revoked',
  'announced',
];

const listLabels: Readonly<Record<Exclude<TemplateChoices, TemplateList>, string>> = {
  street: '可选街道',
  platform: '可选平台',
  chain: '可选产业链',
  scale: '可选规模',
  yesNo: '是否',
  title: '可选称号',
  event: '可选结果',
};

/** What can be chosen in a column of a form, from the pack of the district. */
export function choicesOf(pack: Pack, choices: TemplateChoices): readonly string[] {
  if (typeof choices === 'object') return choices.values;
  switch (choices) {
    case 'street':
      return pack.streets.map(({ label }) => label);
    case 'platform':
      return pack.platforms.map(({ label }) => label);
    case 'chain':
      return pack.chains.map(({ label }) => label);
    case 'scale':
      return firmScales.map((scale) => scaleText[scale]);
    case 'yesNo':
      return ['是', '否'];
    case 'title':
      return pack.titles.map(({ label }) => label);
    case 'event':
      return statedEvents.map((kind) => titleEventText[kind]);
  }
}

/** The lists of a form side by side on its guide sheet, with the range of each for the drop-downs. */
export type ChoiceLists = {
  readonly columns: readonly SheetColumn[];
  /** One row of the lists, blank where a list has ended. */
  readonly row: (index: number) => TableRow;
  readonly length: number;
  readonly rangeOf: (choices: TemplateChoices) => string | undefined;
};

/**
 * Puts the lists beside each other.
 * @param firstColumn number of their first column on the guide sheet
 * @param firstRow number of the first row below its header
 */
export function choiceLists(
  pack: Pack,
  columns: readonly TemplateColumn[],
  { firstColumn, firstRow }: { readonly firstColumn: number; readonly firstRow: number },
): ChoiceLists {
  const used = [...new Set(columns.flatMap(({ choices }) => choices ?? []))];
  const lists = used
    .map((choices) => ({ choices, values: choicesOf(pack, choices) }))
    .filter(({ values }) => values.length > 0);
  return {
    columns: lists.map(({ choices }) => ({
      label: typeof choices === 'object' ? choices.label : listLabels[choices],
      kind: 'text',
      width: 18,
    })),
    row: (index) => lists.map(({ values }) => values[index] ?? null),
    length: Math.max(0, ...lists.map(({ values }) => values.length)),
    rangeOf: (choices) => {
      const at = lists.findIndex((list) => list.choices === choices);
      const count = lists[at]?.values.length ?? 0;
      if (count === 0) return undefined;
      const letter = columnLetters(firstColumn + at);
      return `'${guideSheetName}'!$${letter}$${firstRow}:$${letter}$${firstRow + count - 1}`;
    },
  };
}
