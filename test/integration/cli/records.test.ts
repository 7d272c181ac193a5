import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cli } from '#test/builders/cli.ts';
import { inventedCode } from '#test/builders/firm.ts';
import { scratchFolder } from '#test/builders/ledger.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = scratchFolder();
  db = join(folder, '台账.sqlite');
});

/** Runs a command on the test's ledger, which must be done, and gives its JSON. */
async function done(command: string, ...rest: string[]): Promise<unknown> {
  const run = await cli(command, ...rest, '--db', db, '--json');
  expect(run, run.stderr).toMatchObject({ exit: 0, stderr: '' });
  return run.json();
}

function roster(name: string, lines: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
  return path;
}

const firmLines = [
  ['企业名称', '统一社会信用代码', '所属街道'],
  ['杭州白鹭机械有限公司', inventedCode(2), '下沙街道'],
];

describe('records by command line', () => {
  it('of firms are taken, handed out, and seen again as 无变化', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('import', roster('名册.csv', firmLines));
    const lines = [
      ['企业名称', '培育库', '阶段', '入库日期'],
      ['杭州白鹭机械有限公司', '小巨人种子库', '储备', '2025-01-10'],
    ];
    expect(await done('import', roster('入库.csv', lines))).toMatchObject({
      files: [{ kind: 'pools', created: 1 }],
    });
    const list = join(folder, '培育库.xlsx');
    expect(await done('export', 'pools', '--out', list)).toMatchObject({ kind: 'pools', rows: 1 });
    expect(await done('import', list)).toMatchObject({
      changeSet: null,
      files: [{ kind: 'pools', rows: 1, unchanged: 1 }],
    });
    const form = join(folder, '培育库报送.xlsx');
    expect(await done('template', 'pools', '--out', form, '--filled')).toMatchObject({ rows: 1 });
    expect(await done('import', form)).toMatchObject({ files: [{ kind: 'pools', rows: 1, unchanged: 1 }] });
  });
});
