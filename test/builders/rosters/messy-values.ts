import type { Chance } from './chance.ts';
import type { MessyValue } from './messy-sheet.ts';

/** The ways in which people write one and the same thing. */
export const spell = {
  name: (chance: Chance, name: string): string => {
    const way = chance.below(7);
    if (way === 1) return name.replaceAll('（', '(').replaceAll('）', ')');
    if (way === 2) return `${name.slice(0, 4)}\n${name.slice(4)}`;
    if (way === 3) return ` ${name.slice(0, 3)} ${name.slice(3)}　`;
    if (way === 4) return `${name}\u200b`;
    return name;
  },
  code: (chance: Chance, code: string): MessyValue => {
    const way = chance.below(9);
    if (way === 1) return code.toLowerCase();
    if (way === 2) return fullWidth(code);
    if (way === 3) return `'${code}`;
    if (way === 4) return ` ${code.slice(0, 6)} ${code.slice(6)}\u00a0`;
    if (way === 5) return `${code}。`;
    return code;
  },
  /** A day in any form that keeps it whole. */
  day: (chance: Chance, day: string): MessyValue => {
    const [year = '', month = '', date = ''] = day.split('-');
    const [m, d] = [String(Number(month)), String(Number(date))];
    switch (chance.below(9)) {
      case 0:
        return { day };
      case 1:
        return `${year}.${m}.${d}`;
      case 2:
        return `${year}/${m}/${d}`;
      case 3:
        return `${year}年${m}月${d}日`;
      case 4:
        return Number(`${year}${month}${date}`);
      case 5:
        return serial(day);
      case 6:
        return `${day} 00:00:00`;
      case 7:
        return fullWidth(`${year}${month}${date}`);
      default:
        return day;
    }
  },
  /** An amount in the unit of the header, or with a unit of its own. */
  capital: (chance: Chance, wan: number, unit: '元' | '万元' | '亿元' | null): MessyValue => {
    const inUnit = unit === '元' ? wan * 10_000 : unit === '亿元' ? wan / 10_000 : wan;
    const own = [
      `${wan}(万元人民币)`,
      `${wan}万人民币`,
      `${wan}万元`,
      `人民币${wan}万元整`,
      `${wan}（万）`,
      `${wan.toLocaleString('en-US')}.00万元`,
    ];
    if (unit === null) return chance.pick(own);
    if (chance.percent(15)) return chance.pick(own);
    return chance.pick<MessyValue>([
      inUnit,
      String(inUnit),
      inUnit.toLocaleString('en-US', { maximumFractionDigits: 6 }),
      fullWidth(String(inUnit)),
    ]);
  },
  phone: (chance: Chance, mobile: string): { readonly written: MessyValue; readonly means: string } => {
    const way = chance.below(6);
    if (way === 0) return { written: Number(mobile), means: mobile };
    if (way === 1) return { written: `${mobile} 0571-88880000`, means: `${mobile}、0571-88880000` };
    if (way === 2) return { written: `${mobile}/13900000001`, means: `${mobile}、13900000001` };
    if (way === 3) return { written: fullWidth(mobile), means: mobile };
    if (way === 4)
      return { written: `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, means: mobile };
    return { written: mobile, means: mobile };
  },
  nothing: (chance: Chance): MessyValue =>
    chance.pick(['', '/', '无', '—', '待定', '-', 'N/A', '暂无', '\\', '　']),
} as const;

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function serial(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
