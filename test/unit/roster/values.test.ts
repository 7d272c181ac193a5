import { describe, expect, it } from 'vitest';
import { makeCode } from '#shared/domain/uscc.ts';
import type { Cell } from '#shared/roster/grid.ts';
import { parseYesNo } from '#shared/roster/values/choice.ts';
import { parseCode } from '#shared/roster/values/code.ts';
import { parseDay } from '#shared/roster/values/day.ts';
import { parseMoney } from '#shared/roster/values/money.ts';
import { readName } from '#shared/roster/values/name.ts';
import { cleanPhone } from '#shared/roster/values/phone.ts';
import { cleanText } from '#shared/roster/values/text.ts';

const text = (value: string): Cell => ({ column: 1, kind: 'text', text: value, number: null });
const number = (value: number, shown = String(value)): Cell => ({
  column: 1,
  kind: 'number',
  text: shown,
  number: value,
});
const starts = { side: 'start', losesZero: false } as const;
const ends = { side: 'end', losesZero: false } as const;

describe('days', () => {
  it.each([
    ['2021-03-05', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['2021.3.5', '2021-03-05'],
    ['2021年3月5日', '2021-03-05'],
    ['２０２１年３月５日', '2021-03-05'],
    ['二〇二一年三月五日', '2021-03-05'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['19991110', '1999-11-10'],
    ['2021-03-05 00:00:00', '2021-03-05'],
    ['44256', '2021-03-01'],
    ['2024-02-29', '2024-02-29'],
    ["'2018-05-18", '2018-05-18'],
    ['2018年5月18日星期五', '2018-05-18'],
    ['2018年5月18日（周五）', '2018-05-18'],
    ['2018-5-18 上午', '2018-05-18'],
    ['2018、5、18', '2018-05-18'],
    ['2018。5。18', '2018-05-18'],
    ['2018.05.18.', '2018-05-18'],
    ['2018年五月十八日', '2018-05-18'],
    ['18/5/2018', '2018-05-18'],
    ['05/18/2018', '2018-05-18'],
    ['5/5/2018', '2018-05-05'],
    ['18-May-2018', '2018-05-18'],
    ['May 18, 2018', '2018-05-18'],
    ['Fri May 18 2018 00:00:00 GMT+0800', '2018-05-18'],
  ])('%s is %s', (written, day) => {
    expect(parseDay(text(written), starts)).toEqual({ value: day });
  });

  it.each([
    ['2021年3月', '2021-03-01', '2021-03-31'],
    ['2021.3', '2021-03-01', '2021-03-31'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2023年', '2023-01-01', '2023-12-31'],
  ])('%s alone begins on its first day, ends on its last, and says so', (written, first, last) => {
    for (const [reading, day] of [
      [starts, first],
      [ends, last],
    ] as const) {
      expect(parseDay(text(written), reading)).toMatchObject({ value: day, issue: { code: 'day-partial' } });
    }
  });

  it('takes the end of a stretch for a last day', () => {
    expect(parseDay(text('2021.5.1-2024.4.30'), ends)).toEqual({ value: '2024-04-30' });
    expect(parseDay(text('2021年5月1日至2024年4月30日'), ends)).toEqual({ value: '2024-04-30' });
  });

  it('asks whether the number 2021.1 was January or October, and reads the text 2021.10', () => {
    expect(parseDay(number(2021.1), starts)).toMatchObject({ value: null, issue: { code: 'day-ambiguous' } });
    expect(parseDay(number(2021.2), starts)).toMatchObject({ value: '2021-02-01' });
    expect(parseDay(text('2021.10'), starts)).toMatchObject({ value: '2021-10-01' });
    expect(parseDay(text('2021.1'), { ...starts, losesZero: true })).toMatchObject({ value: null });
  });

  it('asks which of two orders 5/6/2018 has', () => {
    expect(parseDay(text('5/6/2018'), starts)).toMatchObject({
      value: null,
      issue: { code: 'day-ambiguous', severity: 'warning' },
    });
  });

  it.each([
    '2021-02-30',
    '18-May-18',
    '32/13/2018',
    'Foo 18, 2018',
    '2023-02-29',
    '2021-13-01',
    '去年',
    '20210230',
  ])('refuses %s', (written) => {
    expect(parseDay(text(written), starts)).toMatchObject({ value: null, issue: { code: 'day-unreadable' } });
  });
});

describe('money', () => {
  it.each([
    ['1200', '万元', 1_200_000_000],
    ['1,200.5', '万元', 1_200_500_000],
    ['300(万元人民币)', null, 300_000_000],
    ['55万人民币', null, 55_000_000],
    ['1.5亿元', '万元', 15_000_000_000],
    ['￥12000000元', '万元', 1_200_000_000],
    ['１，２００', '万元', 1_200_000_000],
    ['-3.5', '万元', -3_500_000],
    ['0.123456789', '元', 12],
    ['1,2000', '元', 1_200_000],
  ])('%s in a column of %s is %i 分', (written, unit, fen) => {
    expect(parseMoney(text(written), unit)).toEqual({ value: fen });
  });

  it('does not guess a unit, and converts no foreign money', () => {
    expect(parseMoney(text('1200'), null)).toMatchObject({ value: null, issue: { code: 'money-unit' } });
    for (const written of ['100万美元', '约300', '300-500万', '1,2', '1,,200']) {
      expect(parseMoney(text(written), '万元'), written).toMatchObject({
        value: null,
        issue: { code: 'money-unreadable' },
      });
    }
  });
});

describe('codes', () => {
  const code = makeCode('91', '330114', 12_345);

  it.each([
    code,
    code.toLowerCase(),
    `'${code}`,
    ` ${code.slice(0, 6)} ${code.slice(6)}\t`,
    `${code}。`,
    code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    `\u200b${code}\u00a0`,
    `${code.slice(0, 8)}-${code.slice(8, 16)}-${code.slice(16)}`,
    `${code}（三证合一）`,
    `统一社会信用代码：${code}`,
  ])('reads %j', (written) => {
    expect(parseCode(text(written)).value).toEqual({ code, state: 'valid' });
  });

  it('says what the spreadsheet destroyed, with the codes that it may have been', () => {
    for (const cell of [text('9.14403E+17'), text('914403001922038000'), number(914403001922038270)]) {
      expect(parseCode(cell)).toMatchObject({
        value: null,
        issue: { code: 'code-damaged', severity: 'error' },
      });
    }
    expect(parseCode(text('914403001922038000')).candidates).toEqual([
      '914403001922038216',
      '914403001922038809',
      '914403001922038996',
    ]);
  });

  it('repairs an illegal letter only when one variant passes both checks, and asks for a look', () => {
    const zero = code.indexOf('0', 2);
    const damaged = `${code.slice(0, zero)}O${code.slice(zero + 1)}`;
    expect(parseCode(text(damaged))).toMatchObject({
      value: { code, state: 'valid' },
      issue: { code: 'code-repaired', severity: 'warning' },
    });
  });

  it('keeps a code of before 2016 whose check fails, with a confirmation', () => {
    expect(parseCode(text('91350203M0001FUE2P'))).toMatchObject({
      value: { state: 'suspicious' },
      issue: { severity: 'warning' },
    });
  });

  it('says how long a code of another length is, and that words are no code', () => {
    expect(parseCode(text(code.slice(1))).issue?.message).toContain('现有 17 位');
    expect(parseCode(text('办理中'))).toMatchObject({
      value: null,
      issue: { code: 'code-other-number', severity: 'warning' },
    });
  });

  it('knows older numbers for what they are', () => {
    expect(parseCode(text('330100000012345'))).toMatchObject({
      value: null,
      issue: { code: 'code-other-number' },
    });
    expect(parseCode(text('73379610-6'))).toMatchObject({
      value: null,
      issue: { code: 'code-other-number' },
    });
  });
});

describe('names, phones, words', () => {
  it.each([
    ['1. 杭州砺锋传动有限公司', '杭州砺锋传动有限公司', null],
    ['3、杭州砺锋传动有限公司*', '杭州砺锋传动有限公司', null],
    ['杭州 砺锋 传动有限公司', '杭州砺锋传动有限公司', null],
    ['杭州砺锋传动有限公司（原杭州砺锋机械厂）', '杭州砺锋传动有限公司', '杭州砺锋机械厂'],
    ['杭州砺锋传动有限公司（曾用名：杭州砺锋机械厂）', '杭州砺锋传动有限公司', '杭州砺锋机械厂'],
  ])('%s', (written, name, formerName) => {
    expect(readName(written)).toMatchObject({ name, formerName });
  });

  it.each([
    ['13800001234.0', '13800001234'],
    ['+86 138 0000 1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0571-86912345', '0571-86912345'],
    ['13800001234/13900005678', '13800001234、13900005678'],
    ['见名片', '见名片'],
  ])('phone %s', (written, phone) => {
    expect(cleanPhone(written)).toBe(phone);
  });

  it.each(['', ' ', '/', '—', '无', '暂无', 'N/A', '待定', '\u3000', '#N/A'])(
    '%j says nothing',
    (written) => {
      expect(cleanText(written)).toBeNull();
    },
  );

  it('reads 是 and 否 in their spellings and guesses nothing else', () => {
    for (const written of ['是', '√', 'Y', '有', ' 是 '])
      expect(parseYesNo(written)).toEqual({ value: true });
    for (const written of ['否', '×', 'N', '0']) expect(parseYesNo(written)).toEqual({ value: false });
    expect(parseYesNo('可能')).toMatchObject({ value: null, issue: { code: 'value-unreadable' } });
    expect(parseYesNo('/')).toEqual({ value: null });
  });
});
