import { type Fen, fenPerYuan } from './money.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿', '万亿'] as const;

/**
 * An amount in Chinese capitals (大写金额) as vouchers carry it: `人民币壹佰贰拾万元整`, `人民币壹元零伍分`.
 * @throws RangeError for a negative amount or one that is no safe integer
 */
export function capitalAmount(amount: Fen): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('大写金额只用于不小于零的整数分');
  const yuan = Math.floor(amount / fenPerYuan);
  const [jiao, fen] = [Math.floor((amount % fenPerYuan) / 10), amount % 10];
  const whole = yuan === 0 ? '' : `${capitalNumber(yuan)}元`;
  if (jiao === 0 && fen === 0) return `人民币${whole || '零元'}整`;
  const gap = jiao === 0 && whole !== '' ? '零' : '';
  const small = `${jiao === 0 ? '' : `${digits[jiao]}角`}${fen === 0 ? '整' : `${digits[fen]}分`}`;
  return `人民币${whole}${gap}${small}`;
}

/** A whole number above 0 in capitals; one 零 stands for any run of empty places inside it. */
function capitalNumber(value: number): string {
  let text = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(value / 10 ** (group * 4)) % 10_000;
    if (part === 0) {
      gap = text !== '';
      continue;
    }
    if (gap || (text !== '' && part < 1000)) text += '零';
    text += `${capitalGroup(part)}${groupWord(value, group)}`;
    gap = false;
  }
  return text;
}

/** 万亿 is said as 万 while 亿 places of the same number still follow, as in 壹万贰仟亿. */
function groupWord(value: number, group: number): string {
  const following = Math.floor(value / 10 ** 8) % 10_000;
  return group === 3 && following !== 0 ? '万' : (groups[group] ?? '');
}

/** One to 9999. */
function capitalGroup(part: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
    gap = false;
  }
  return text;
}
