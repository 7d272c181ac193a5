import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCode } from '#shared/domain/uscc.ts';
import { runPacked } from './run-packed.ts';

let folder: string;
let roster: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidu131 打包 '));
  roster = join(folder, '街道 名册.xlsx');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(['企业名称', '统一社会信用代码', '主导产品']);
  for (let serial = 1; serial <= 3; serial += 1) {
    sheet.addRow([
      `杭州澜川试装${serial}号科技有限公司`,
      makeCode('91', '330114', 880_000 + serial),
      '传感器',
    ]);
  }
  await book.xlsx.writeFile(roster);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('starts, draws, makes a ledger, imports a workbook, prints a paper', async () => {
  const { code, stdout, stderr } = await runPacked(['--smoke', `--smoke=${roster}`], { cwd: folder });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect(result).toMatchObject({ smoke: 'ok', packed: true, imported: 3 });
  expect(result.pdfPages).toBeGreaterThanOrEqual(1);
  expect(result.changeSets).toBeGreaterThanOrEqual(2);
});

test('does the work of the command line', async () => {
  const ledger = join(folder, '台账.sqlite');
  const cli = async (...args: string[]) => {
    const { code, stdout, stderr } = await runPacked(['cli', ...args], { cwd: folder });
    expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
    return stdout;
  };
  expect(await cli('--help')).toContain('import');
  expect(JSON.parse(await cli('init', '--db', ledger, '--pack', 'qiantang-2024', '--json')).created).toBe(
    true,
  );
  const imported = JSON.parse(await cli('import', roster, '--db', ledger, '--json'));
  expect(imported.files[0].created).toBe(3);
  const goals = JSON.parse(await cli('goals', '--db', ledger, '--as-of', '2026-06-30', '--json'));
  expect(goals.measures.length).toBeGreaterThan(0);
  const pdf = join(folder, '报告.pdf');
  await cli('report', 'progress', '--db', ledger, '--as-of', '2026-06-30', '--out', pdf);
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const wrong = await runPacked(['cli', 'no-such-command'], { cwd: folder });
  expect(wrong.code).toBe(2);
});

test('is no Node: the switches that would make it run other code do nothing', async () => {
  const script = "require('node:fs').writeFileSync('broken-out', 'x')";
  const { stdout } = await runPacked(['cli', '--help', '-e', script], {
    cwd: folder,
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require ./no-such-file.cjs' },
  });
  expect(stdout).toContain('梯度131 命令行');
});
