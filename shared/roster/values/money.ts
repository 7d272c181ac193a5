import type { Fen } from '#shared/domain/money.ts';
import type { Cell } from '../grid.ts';
import type { Parsed } from '../issue.ts';
import { moneyUnits } from '../match-headers.ts';
import { cleanText } from './text.ts';

/** An amount with an optional unit after it or in brackets: 300(万元人民币), 55万人民币, 1,200.5万元, 1000万(元), 1000万人民币元. */
const amountForm =
  /^(?:人民币|RMB|CNY|¥|￥)?(-?(?:\d{1,4}(?:,\d{3,4})+|\d+)(?:\.\d+)?)\(?(?:人民币|RMB|CNY)?(亿元|亿|百万元|万元|万|千元|元)?(?:\(?人民币\)?|RMB|CNY)?(?:元|\(元\))?整?\)?(?:人民币)?$/i;

/**
 * An amount of money in 分. The unit in the cell counts before the unit of the header; without either it is asked.
 * @param unit unit of the column, such as 万元
 */
export function parseMoney(cell: Cell, unit: string | null): Parsed<Fen> {
  const text = cleanText(cell.text)?.normalize('NFKC').replace(/\s/g, '');
  if (text === undefined) return { value: null };
  const match = amountForm.exec(text);
  const digits = match?.[1];
  if (digits === undefined) {
    return {
      value: null,
      issue: {
        code: 'money-unreadable',
        severity: 'info',
        message: `金额“${text}”认不出（外币、约数不折算），该栏不导入`,
        fix: '请写成人民币数字，并在表头注明单位',
      },
    };
  }
  const name = match?.[2] ?? unit;
  const factor = name === null ? undefined : moneyUnits[name];
  if (factor === undefined) {
    return {
      value: null,
      issue: {
        code: 'money-unit',
        severity: 'info',
        message: `金额“${text}”没有单位，该栏不导入`,
        fix: '请在表头写明（万元）或（元）',
      },
    };
  }
  return { value: exactFen(digits.replace(/,/g, ''), factor) };
}

/** Multiplies a decimal text by an integer without floating point, rounding half away from zero to 分. */
function exactFen(decimal: string, factor: number): Fen {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(whole + fraction) * BigInt(factor);
  const rounded = (product * 2n + scale) / (scale * 2n);
  return Number(negative ? -rounded : rounded);
}
