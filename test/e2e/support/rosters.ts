import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { makeCode } from '#shared/domain/uscc.ts';

const area = '330114';

/** A valid code of an invented firm. */
function code(serial: number): string {
  return makeCode('91', area, serial);
}

/** The same code with another check sign: 存疑, kept only after 确认. */
export function suspiciousCode(serial: number): string {
  const valid = code(serial);
  return `${valid.slice(0, 17)}${valid.endsWith('0') ? '1' : '0'}`;
}

function wide(text: string): string {
  return [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
}

/** What the messy roster holds; the test says what has to become of each row. */
export const messy = {
  fileName: '下沙街道报送名册.xlsx',
  firms: ['杭州初晴仪表有限公司', '杭州远岫阀门有限公司', '杭州白鹭泵业有限公司', '杭州青禾轴承有限公司'],
  suspicious: '杭州存疑电子有限公司',
  damaged: '杭州缺位机械有限公司',
} as const;

/**
 * A roster as a street sends it: title line, 填报单位 line, header in two levels with merged cells, streets merged
 * over several rows, full-width digits, a damaged code, one whose check fails, a row twice, 合计 and a note.
 */
export async function writeMessyRoster(folder: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('企业名册');
  sheet.addRow(['下沙街道专精特新培育企业名册']);
  sheet.mergeCells('A1:H1');
  sheet.addRow(['填报单位：下沙街道办事处', '', '', '', '', '', '填报日期：2026年3月5日']);
  sheet.addRow(['序号', '企业基本信息', '', '所属街道', '联系方式', '', '注册资本（万元）', '主要产品情况']);
  sheet.addRow(['', '企业名称', '统一社会信用代码', '', '联系人', '联系电话', '', '']);
  for (const range of ['A3:A4', 'B3:C3', 'D3:D4', 'E3:F3', 'G3:G4', 'H3:H4']) sheet.mergeCells(range);
  const [first, second, third, fourth] = messy.firms;
  sheet.addRow([1, first, wide(code(100_001)), '下沙街道', '王初', wide('13900000001'), '1,200', '压力仪表']);
  sheet.addRow([2, second, ` ${code(100_002)} `, '', '李远', '13900000002', 800.5, '球阀']);
  sheet.addRow([3, third, code(100_003).toLowerCase(), '', '周鹭', '13900000003', '500万', '水泵']);
  sheet.mergeCells('D5:D7');
  sheet.addRow([4, messy.damaged, code(100_004).slice(0, 15), '白杨街道', '', '', 300, '']);
  sheet.addRow([5, messy.suspicious, suspiciousCode(100_005), '白杨街道', '', '', 450, '电源']);
  sheet.addRow([1, first, wide(code(100_001)), '下沙街道', '王初', wide('13900000001'), '1,200', '压力仪表']);
  sheet.addRow([6, fourth, code(100_006), '白杨街道', '钱禾', '13900000006', 2_000, '轴承']);
  sheet.addRow(['合计', '', '', '', '', '', 5_250.5, '']);
  sheet.addRow(['注：本表由各社区上报汇总，联系电话仅用于政策通知。']);
  const path = join(folder, messy.fileName);
  await book.xlsx.writeFile(path);
  return path;
}

/** What stands against the ledger in the roster of `writeQuarrelsome`; the test says what has to become of each row. */
export const quarrel = {
  /** In the ledger before. */
  known: ['杭州知微量具有限公司', '杭州听澜水务有限公司', '杭州衔远电机有限公司'],
  /** In the roster twice, each time elsewhere. */
  twice: '杭州两处申报有限公司',
  mistyped: '杭州手误仪器有限公司',
  unnamedCode: code(300_007),
  rightCode: code(300_005),
  otherCode: code(300_009),
} as const;

/** The firms of `quarrel` as the ledger gets them first. */
export function writeKnownFirms(folder: string): string {
  const [first, second, third] = quarrel.known;
  return writeCsv(folder, '台账先有.csv', [
    '企业名称,统一社会信用代码,所属街道,主导产品,注册地址',
    `${first},${code(300_001)},白杨街道,量具,学源街1号`,
    `${second},${code(300_002)},下沙街道,水表,学源街2号`,
    `${third},${code(300_003)},下沙街道,电机,学源街3号`,
  ]);
}

/**
 * A roster with everything that needs a person: another code for a known name (row 2), a code and a name of two known
 * firms (3), a change with a blank address (4), one firm twice (5, 6), a mistyped code (7), a row without name (8).
 */
export function writeQuarrelsome(folder: string): string {
  const [first, second, third] = quarrel.known;
  const right = quarrel.rightCode;
  return writeCsv(folder, '街道补报.csv', [
    '企业名称,统一社会信用代码,所属街道,主导产品,注册地址',
    `${first},${quarrel.otherCode},白杨街道,精密量具,学源街1号`,
    `${second},${code(300_001)},下沙街道,水表,学源街2号`,
    `${third},${code(300_003)},下沙街道,伺服电机,`,
    `${quarrel.twice},${code(300_004)},白杨街道,轴套,科技园路4号`,
    `${quarrel.twice},${code(300_004)},下沙街道,轴套,科技园路5号`,
    `${quarrel.mistyped},${right.slice(0, 11)}Q${right.slice(12)},白杨街道,仪器,科技园路6号`,
    `,${quarrel.unnamedCode},白杨街道,模具,科技园路7号`,
  ]);
}

function writeCsv(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

/** A plain roster of many firms as csv, for work that lasts. */
export function writeLongRoster(folder: string, name: string, rows: number): string {
  const lines = ['企业名称,统一社会信用代码,所属街道'];
  for (let index = 0; index < rows; index += 1)
    lines.push(`杭州长名册${index}号有限公司,${code(200_000 + index)},下沙街道`);
  return writeCsv(folder, name, lines);
}
