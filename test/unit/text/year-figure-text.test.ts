import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import {
  figureBounds,
  figureFieldText,
  figureText,
  parseFigureField,
} from '#shared/text/year-figure-text.ts';

test('a typed figure is read in the unit of its label', () => {
  expect(parseFigureField('revenue', '1,234.56')).toBe(1_234_560_000);
  expect(parseFigureField('netProfit', '-3.5')).toBe(-3_500_000);
  expect(parseFigureField('marketShare', '１２.５%')).toBe(125_000);
  expect(parseFigureField('platformScore', '61.25')).toBe(6125);
  expect(parseFigureField('employees', ' ')).toBeNull();
});

test('what is no such number is refused, never guessed', () => {
  expect(parseFigureField('revenue', '约500')).toBeUndefined();
  expect(parseFigureField('revenue', '-1')).toBeUndefined();
  expect(parseFigureField('employees', '12.5')).toBeUndefined();
  expect(parseFigureField('marketShare', '101')).toBeUndefined();
  expect(parseFigureField('digitalLevel', '5')).toBeUndefined();
  expect(parseFigureField('nationalRank', '0')).toBeUndefined();
  expect(parseFigureField('employees', '50%')).toBeUndefined();
});

test('every number goes through its field unchanged', () => {
  const numbers = yearFigures.filter((figure) => !['flag', 'choice'].includes(yearFigureInfo[figure].kind));
  const cases = fc.constantFrom(...numbers).chain((figure) => {
    const { least, most } = figureBounds(figure);
    return fc.record({ figure: fc.constant(figure), value: fc.integer({ min: least, max: most }) });
  });
  fc.assert(
    fc.property(cases, ({ figure, value }) => {
      expect(parseFigureField(figure, figureFieldText(figure, value))).toBe(value);
    }),
  );
});

test('tables say 未填, yes and no, and choices in words', () => {
  expect(figureText('revenue', null)).toBe('—');
  expect(figureText('ownBrand', true)).toBe('是');
  expect(figureText('rdInstitution', 'provincial')).toBe('省级');
  expect(figureText('marketShare', 125_000)).toBe('12.5');
});
