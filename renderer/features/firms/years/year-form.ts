import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { type YearFigure, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { type FigureValue, figureFieldText, parseFigureField } from '#shared/text/year-figure-text.ts';

/** What stands in the fields: text as typed; yes, no or empty; a choice by its value. */
export type YearFormValues = Readonly<Record<YearFigure, string>> & {
  readonly source: string;
  readonly remark: string;
};

type Figures = OutputOf<'years.list'>['years'][number]['figures'];

/** Fills the form from what is on record; 未填 becomes an empty field. */
export function yearFormValues(
  figures: Figures | undefined,
  source: string | null,
  remark: string | null,
): YearFormValues {
  const texts = Object.fromEntries(
    yearFigures.map((figure) => [figure, fieldText(figure, figures?.[figure] ?? null)]),
    // Every figure of the table is there; fromEntries loses the keys.
  ) as Record<YearFigure, string>;
  return { ...texts, source: source ?? '', remark: remark ?? '' };
}

/** Only the figures a person changed; an emptied field becomes 未填. */
export function changedFigures(
  before: YearFormValues,
  after: YearFormValues,
): InputOf<'years.save'>['figures'] {
  const changed = yearFigures.filter((figure) => after[figure].trim() !== before[figure].trim());
  return Object.fromEntries(changed.map((figure) => [figure, typedValue(figure, after[figure].trim())]));
}

function fieldText(figure: YearFigure, value: FigureValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return figureFieldText(figure, value);
}

function typedValue(figure: YearFigure, text: string): FigureValue {
  const { kind } = yearFigureInfo[figure];
  if (text === '') return null;
  if (kind === 'flag') return text === 'yes';
  if (kind === 'choice') return text;
  return parseFigureField(figure, text) ?? null;
}
