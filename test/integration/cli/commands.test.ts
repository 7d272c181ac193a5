import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '#electron/cli/commands/index.ts';
import { loadPack } from '#shared/policy/packs/index.ts';
import { cli } from '#test/builders/cli.ts';
import { inventedCode } from '#test/builders/firm.ts';
import { scratchFolder } from '#test/builders/ledger.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = scratchFolder();
  db = join(folder, '台账.sqlite');
});

/** Runs a command on the test's ledger with --json, which must be done, and gives its JSON. */
async function done(command: string, ...rest: string[]): Promise<unknown> {
  const run = await cli(command, ...rest, '--db', db, '--json');
  expect(run, run.stderr).toMatchObject({ exit: 0, stderr: '' });
  return run.json();
}

/** Runs a command that must fail; the ledger must be the same afterwards. */
async function refused(exit: number, code: string, ...argv: string[]): Promise<string> {
  const before = readFileSync(db);
  const run = await cli(...argv, '--json');
  expect(run.exit, run.stdout).toBe(exit);
  expect(run.json()).toMatchObject({ error: { code, message: expect.stringMatching(/\p{Script=Han}/u) } });
  expect(run.stderr).toMatch(/\p{Script=Han}/u);
  expect(readFileSync(db).equals(before)).toBe(true);
  return run.stderr;
}

function roster(name: string, lines: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
  return path;
}

const firmLines = [
  ['企业名称', '统一社会信用代码', '所属街道'],
  ['杭州青禾科技有限公司', inventedCode(1), '白杨街道'],
  ['杭州白鹭机械有限公司', inventedCode(2), '下沙街道'],
];

describe('a ledger by command line', () => {
  it('is made, filled with samples, asked, undone and verified', async () => {
    expect(await done('init', '--pack', 'qiantang-2024')).toEqual({
      created: true,
      pack: 'qiantang-2024',
      db,
    });
    expect(await done('demo')).toEqual({ changeSet: 2, firms: 120 });
    expect(await done('firms', '--search', '示例', '--limit', '2')).toMatchObject({
      total: 120,
      items: [{ id: 1 }, { id: 2 }],
    });
    expect(await done('verify')).toEqual({ ok: true, changeSets: 2, problems: [] });
    expect(await done('undo')).toEqual({ undone: 2, changeSet: 3 });
    expect(await done('firms')).toEqual({ total: 0, items: [] });
    await refused(1, 'undo-nothing', 'undo', '--db', db);
    expect(await done('undo', '--change-set', '3')).toEqual({ undone: 3, changeSet: 4 });
    expect(await done('firms', '--limit', '600')).toMatchObject({ total: 120 });
    await refused(1, 'undo-done-already', 'undo', '--db', db, '--change-set', '3');
    await refused(1, 'undo-nothing', 'undo', '--db', db, '--change-set', '99');
    await refused(1, 'undo-nothing', 'undo', '--db', db, '--change-set', '1');
    await refused(1, 'demo-present', 'demo', '--db', db);
    await refused(1, 'ledger-exists', 'init', '--db', db, '--pack', 'binjiang-2023');
  });

  it('is made for a district from a folder of files, and takes another edition of them', async () => {
    const pack = join(folder, 'example');
    cpSync(new URL('../../policy/example-pack/', import.meta.url), pack, { recursive: true });
    expect(await done('init', '--pack', pack)).toMatchObject({ pack: 'district-990101' });
    expect(await done('demo')).toMatchObject({ firms: 120 });
    const clauses = join(pack, 'clauses.yaml');
    const text = readFileSync(clauses, 'utf8');
    writeFileSync(clauses, text.replace('label: 补助上限, value: 80万元', 'label: 补助上限, value: 90万元'));
    const change = { part: '参数', before: '80万元', after: '90万元' };
    expect(await done('use-pack', pack, '--dry-run')).toMatchObject({
      problems: [],
      changes: expect.arrayContaining([expect.objectContaining(change)]),
    });
    expect(await done('use-pack', pack, '--reason', '提高上限')).toMatchObject({ changeSet: 3 });
    expect(await done('use-pack', pack, '--dry-run')).toMatchObject({ changes: [] });
    writeFileSync(clauses, text.replace('value: 80万元', 'value: 很多'));
    const broken = await cli('use-pack', pack, '--db', db, '--json');
    expect(broken.exit).toBe(1);
    expect(broken.json()).toMatchObject({ problems: [{ file: 'clauses.yaml' }] });
    expect(await done('verify')).toMatchObject({ ok: true, changeSets: 3 });
    await refused(1, 'file-missing', 'use-pack', join(folder, 'nowhere'), '--db', db);
  });

  it('hands out lists, and records a copy in clear', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('import', roster('名册.csv', firmLines));
    const list = join(folder, '企业.xlsx');
    expect(await done('export', 'firms', '--out', list)).toEqual({ file: list, rows: 2, changeSet: 3 });
    const found = join(folder, '查到.csv');
    expect(await done('export', 'firms', '--out', found, '--search', '白鹭')).toMatchObject({ rows: 1 });
    expect(readFileSync(found, 'utf8')).toMatch(
      /^\ufeff序号,企业名称,统一社会信用代码.*\r\n1,杭州白鹭机械有限公司/,
    );
    const clear = ['export', 'firms', '--out', found, '--unmasked', '--purpose', '走访'] as const;
    expect(await done(...clear)).toMatchObject({ rows: 2, changeSet: 5 });
    expect(await done('verify')).toMatchObject({ ok: true, changeSets: 5 });
    expect(await done('undo')).toMatchObject({ undone: 2 });
    await refused(1, 'export-empty', 'export', 'firms', '--db', db, '--out', list);
    await refused(2, 'usage', 'export', 'firms', '--db', db, '--out', join(folder, '企业.pdf'));
    await refused(1, 'export-empty', 'export', 'awards', '--db', db, '--out', list);
    await refused(2, 'usage', 'export', 'secrets', '--db', db, '--out', list);
    await refused(
      1,
      'file-write-failed',
      'template',
      'firms',
      '--db',
      db,
      '--out',
      join(folder, '无', '甲.xlsx'),
    );
  });

  it('makes forms for a street, and takes them back', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('import', roster('名册.csv', firmLines));
    const form = join(folder, '模板.xlsx');
    expect(await done('template', 'firms', '--out', form, '--street', '白杨', '--filled')).toEqual({
      file: form,
      kind: 'firms',
      rows: 1,
      changeSet: 3,
    });
    expect(await done('import', form, '--dry-run')).toMatchObject({
      files: [{ kind: 'firms', rows: 1, unchanged: 1 }],
    });
    await refused(2, 'usage', 'template', 'firms', '--db', db, '--out', form, '--street', '没有');
    await refused(2, 'usage', 'template', 'lists', '--db', db, '--out', form);
  });

  it('writes the rows that cannot be imported for their sender', async () => {
    await done('init', '--pack', 'qiantang-2024');
    const book = join(folder, '错误清单.xlsx');
    const bad = roster('名册.csv', [...firmLines, ['杭州坏码有限公司', '12345', '白杨街道']]);
    expect(await done('import', bad, '--errors', book)).toMatchObject({ errorBook: { file: book, rows: 1 } });
    const good = roster('好.csv', firmLines);
    expect(await done('import', good, '--errors', join(folder, '没有.xlsx'))).toMatchObject({
      errorBook: { file: null, rows: 0 },
    });
    await refused(2, 'usage', 'import', good, '--db', db, '--errors', join(folder, '错.csv'));
  });

  it('lists claims and projects, and writes the papers of claims', async () => {
    await done('init', '--pack', 'qiantang-2024');
    expect(await done('claims', '--year', '2024')).toMatchObject({
      rows: [],
      decidedFen: 0,
      counts: { computed: 0 },
    });
    expect(await done('projects')).toEqual({ rows: [] });
    const paper = join(folder, '汇总.xlsx');
    expect(await done('report', 'claims', '--year', '2024', '--out', paper)).toMatchObject({
      kind: 'claims',
      file: paper,
    });
    await refused(1, 'report-empty', 'report', 'notice', '--db', db, '--out', paper);
    await refused(1, 'not-found', 'report', 'notice', '--db', db, '--out', paper, '--batch', '7');
    await refused(2, 'usage', 'report', 'notice', '--db', db, '--out', paper, '--batch', '零');
  });

  it('gives the awards of a year with clause, amount and trace', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('demo');
    const list = (await done('awards', '--year', '2024')) as {
      totalFen: number;
      items: { outcome: string; amountFen: number }[];
    };
    expect(list.items[0]).toMatchObject({
      firm: expect.stringMatching(/^示例/),
      code: expect.stringMatching(/^91330114/),
      clause: expect.any(String),
      amountFen: expect.any(Number),
      outcome: expect.stringMatching(/awarded|notApplicable|needsData/),
      trace: expect.any(Object),
    });
    expect(list.totalFen).toBeGreaterThan(0);
    expect(list.items.reduce((sum, item) => sum + item.amountFen, 0)).toBe(list.totalFen);
  });

  it('gives every measure of the targets', async () => {
    await done('init', '--pack', 'qiantang-2024');
    const goals = (await done('goals', '--as-of', '2026-06-30')) as { measures: object[] };
    expect(goals.measures[0]).toMatchObject({
      id: 'provincial-srdi-or-above',
      label: expect.any(String),
      baseline: 200,
      targets: [
        { year: 2024, value: 270 },
        { year: 2025, value: 350 },
        { year: 2026, value: 400 },
      ],
      stock: 0,
      cumulative: 0,
      newThisYear: 0,
      gap: 400,
    });
  });

  it('writes papers as workbooks, and says when there is no window for a PDF', async () => {
    await done('init', '--pack', 'binjiang-2023');
    await done('demo');
    for (const kind of ['progress', 'awards']) {
      const out = join(folder, `${kind}.xlsx`);
      expect(await done('report', kind, '--out', out, '--as-of', '2024-12-31')).toMatchObject({
        file: out,
        kind,
        asOf: '2024-12-31',
        year: 2024,
      });
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(out);
      expect(book.worksheets[0]?.rowCount).toBeGreaterThan(3);
    }
    const none = join(folder, '没有', 'a.xlsx');
    await refused(1, 'file-write-failed', 'report', 'awards', '--db', db, '--out', none);
    await refused(1, 'print-failed', 'report', 'awards', '--db', db, '--out', join(folder, 'a.pdf'));
  });
});

describe('import by command line', () => {
  it('tells what each file would do, writes nothing on a dry run, then writes all in one set', async () => {
    await done('init', '--pack', 'qiantang-2024');
    const file = roster('白杨.csv', firmLines);
    const counts = {
      file: '白杨.csv',
      kind: 'firms',
      headerRow: 1,
      rows: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      conflicts: 0,
      rejected: 0,
      ignored: 0,
      issues: [],
    };
    expect(await done('import', file, '--dry-run')).toMatchObject({ changeSet: null, files: [counts] });
    expect(await done('firms')).toEqual({ total: 0, items: [] });
    expect(await done('import', file, '--kind', 'firms')).toMatchObject({ changeSet: 2, files: [counts] });
    expect(await done('import', file)).toMatchObject({ files: [{ created: 0, unchanged: 2 }] });
    expect(await done('undo', '--change-set', '2')).toEqual({ undone: 2, changeSet: 3 });
    expect(await done('verify')).toMatchObject({ ok: true });
  });

  it('names the cell of each issue, and keeps doubtful rows back until they are accepted', async () => {
    await done('init', '--pack', 'qiantang-2024');
    const file = roster('存疑.csv', [...firmLines, ['厦门某某有限公司', '91350203M0001FUE2P', '白杨街道']]);
    const first = await done('import', file);
    expect(first).toMatchObject({ files: [{ rows: 3, created: 2, rejected: 1 }] });
    expect(first).toMatchObject({
      files: [
        {
          issues: [
            {
              cell: 'B4',
              code: expect.any(String),
              severity: 'warning',
              message: expect.stringMatching(/校验/),
            },
          ],
        },
      ],
    });
    expect(await done('import', file, '--accept-warnings')).toMatchObject({
      files: [{ rows: 3, created: 1, unchanged: 2 }],
    });
  });

  it('writes nothing when one of several files cannot be read', async () => {
    await done('init', '--pack', 'qiantang-2024');
    const good = roster('好.csv', firmLines);
    const empty = join(folder, '空.csv');
    writeFileSync(empty, '');
    const said = await refused(1, 'file-empty', 'import', good, empty, '--db', db);
    expect(said).toContain('空.csv');
    await refused(1, 'file-missing', 'import', good, join(folder, '没有.xlsx'), '--db', db);
    await refused(2, 'usage', 'import', '--db', db);
    await refused(2, 'usage', 'import', good, '--db', db, '--kind', 'people');
  });
});

describe('backup and restore', () => {
  it('go back to a copy, on the same computer or another, and refuse a file that is no ledger', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('import', roster('白杨.csv', firmLines));
    const copy = join(folder, '副本.sqlite');
    expect(await done('backup', '--out', copy)).toEqual({ file: copy });
    await done('undo');
    expect(await done('firms')).toMatchObject({ total: 0 });
    expect(await done('restore', '--from', copy)).toMatchObject({ restored: true });
    expect(await done('firms')).toMatchObject({ total: 2 });
    expect(await done('verify')).toMatchObject({ ok: true });
    const other = join(folder, '另一台', '台账.sqlite');
    expect(await cli('restore', '--db', other, '--from', copy, '--json')).toMatchObject({ exit: 0 });
    expect((await cli('firms', '--db', other, '--json')).json()).toMatchObject({ total: 2 });
    await refused(1, 'ledger-not-ours', 'restore', '--db', db, '--from', roster('空.csv', []));
    await refused(1, 'file-missing', 'restore', '--db', db, '--from', join(folder, '没有.sqlite'));
    expect(await done('firms')).toMatchObject({ total: 2 });
  });
});

describe('evaluate', () => {
  it('computes a clause for a case without any ledger', async () => {
    const facts = join(folder, '情况.json');
    writeFileSync(facts, '{}');
    const argv = ['evaluate', '--pack', 'qiantang-2024', '--clause', '四2', '--date', '2024-05-18', '--json'];
    const run = await cli(...argv, '--facts', facts);
    expect(run.exit).toBe(0);
    expect(run.json()).toMatchObject({ clause: expect.any(String), outcome: 'needsData', trace: {} });
    writeFileSync(facts, '{"没有这一项":1}');
    expect(await cli(...argv, '--facts', facts)).toMatchObject({ exit: 1 });
    writeFileSync(facts, '{"a":');
    expect(await cli(...argv, '--facts', facts)).toMatchObject({ exit: 1 });
    writeFileSync(facts, '{"a":[1]}');
    expect(await cli(...argv, '--facts', facts)).toMatchObject({ exit: 1 });
    expect(await cli(...argv, '--facts', join(folder, 'b.json'))).toMatchObject({ exit: 1 });
    const unknown = await cli(
      'evaluate',
      '--pack',
      'q',
      '--clause',
      '四2',
      '--facts',
      facts,
      '--date',
      '2024-05-18',
    );
    expect(unknown).toMatchObject({ exit: 1, stdout: '', stderr: expect.stringContaining('qiantang-2024') });
  });
});

describe('policy by command line', () => {
  it.each(['qiantang-2024', 'binjiang-2023'])('every clause of %s is evaluated', async (pack) => {
    const facts = join(folder, '情况.json');
    writeFileSync(facts, '{}');
    const listed = z
      .object({ clauses: z.array(z.object({ id: z.string() })) })
      .parse((await cli('clauses', '--pack', pack, '--json')).json());
    const { clauses, entitlements } = loadPack(pack);
    expect(listed.clauses.map(({ id }) => id)).toEqual([...clauses, ...entitlements].map(({ id }) => id));
    for (const { id } of listed.clauses) {
      const argv = ['--pack', pack, '--clause', id, '--facts', facts, '--date', '2024-06-01', '--json'];
      const run = await cli('evaluate', ...argv);
      expect(run.exit, id).toBe(0);
      expect(run.json()).toMatchObject({
        clause: id,
        outcome: expect.stringMatching(/^[a-zA-Z]+$/),
        trace: {},
      });
    }
  });

  it('what-if compares an assumption with the rules of today and writes nothing', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('demo');
    const before = readFileSync(db);
    const answer = await done('what-if', '--year', '2026', '--set', '四2.provincial-srdi-award=30万元');
    expect(answer).toMatchObject({ assumptions: [{ today: '20万元', assumed: '30万元' }] });
    expect(answer).toMatchObject({ total: { label: '合计' } });
    await done('what-if', '--overlap', 'title-ladder=取最高');
    await refused(1, 'facts-invalid', 'what-if', '--db', db, '--overlap', 'nothing=取最高');
    expect(readFileSync(db).equals(before)).toBe(true);
    // A paper that leaves is taken down; the figures stay as they are.
    const paper = join(folder, '对比.xlsx');
    await done('report', 'what-if', '--set', '四2.provincial-srdi-award=30万元', '--out', paper);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(paper);
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['假设', '按条款', '按街道', '按年度']),
    );
    await refused(1, 'facts-invalid', 'what-if', '--db', db, '--set', '四2.没有=1万元');
    await refused(1, 'facts-invalid', 'what-if', '--db', db, '--set', '四2');
    await refused(2, 'usage', 'what-if', '--db', db, '--overlap', 'title-ladder=随便');
  });

  it('report plan writes the file of a firm named by its code', async () => {
    await done('init', '--pack', 'qiantang-2024');
    await done('demo');
    const near = await done('near-miss', '--target', 'little-giant', '--date', '2026-03-02', '--limit', '1');
    const [code = ''] = z
      .object({ rows: z.array(z.object({ code: z.string() })) })
      .parse(near)
      .rows.map((row) => row.code);
    const book = join(folder, '档案.xlsx');
    await done('report', 'plan', '--code', code, '--as-of', '2026-06-30', '--out', book);
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(book);
    expect(read.worksheets.map(({ name }) => name)).toEqual(['短板诊断', '培育措施', '主要数据']);
    await refused(1, 'report-empty', 'report', 'plan', '--db', db, '--out', book);
    await refused(1, 'not-found', 'report', 'plan', '--db', db, '--code', '000', '--out', book);
  });

  it('check-pack reads the pack of a third district, or names file, line and fix', async () => {
    const good = await cli(
      'check-pack',
      fileURLToPath(new URL('../../policy/example-pack', import.meta.url)),
      '--json',
    );
    expect(good.exit).toBe(0);
    expect(good.json()).toMatchObject({ ok: true, counts: { clauses: expect.any(Number) } });
    const broken = join(folder, '坏包');
    cpSync(new URL('../../policy/example-pack', import.meta.url), broken, { recursive: true });
    const titles = readFileSync(join(broken, 'titles.yaml'), 'utf8');
    writeFileSync(join(broken, 'titles.yaml'), `${titles}\n多余的: 1\n`);
    const bad = await cli('check-pack', broken, '--json');
    expect(bad.exit).toBe(1);
    expect(bad.json()).toMatchObject({
      ok: false,
      problems: [
        { file: expect.stringContaining('titles.yaml'), line: expect.any(Number), fix: expect.any(String) },
      ],
    });
    expect((await cli('check-pack')).exit).toBe(2);
    expect((await cli('check-pack', join(folder, '没有'))).exit).toBe(1);
  });
});

describe('wrong usage', () => {
  it.each<readonly string[]>([
    [],
    ['fly'],
    ['firms'],
    ['firms', '--db'],
    ['firms', '--db', 'LEDGER', '--colour', 'red'],
    ['firms', '--db', 'LEDGER', '--limit', 'many'],
    ['firms', 'extra', '--db', 'LEDGER'],
    ['goals', '--db', 'LEDGER', '--as-of', '2026-02-30'],
    ['awards', '--db', 'LEDGER', '--year', '26'],
    ['report', '--db', 'LEDGER', '--out', 'a.xlsx'],
    ['report', 'progress', 'awards', '--db', 'LEDGER', '--out', 'a.xlsx'],
    ['report', 'progress', '--db', 'LEDGER', '--out', 'a.doc'],
    ['verify', '--db', 'LEDGER', '--deep'],
  ])('ends with 2 and says in Chinese what is wrong: %s %s %s', async (...words) => {
    await cli('init', '--pack', 'qiantang-2024', '--db', db);
    const argv = words.map((word) => (word === 'LEDGER' ? db : word));
    const plain = await cli(...argv);
    expect(plain).toMatchObject({ exit: 2, stdout: '' });
    expect(plain.stderr).toMatch(/\p{Script=Han}/u);
    expect(plain.stderr).not.toMatch(/Unknown|argument|option\b/);
    const asJson = await cli(...argv, '--json');
    expect(asJson.exit).toBe(2);
    expect(asJson.json()).toMatchObject({ error: { code: 'usage' } });
  });

  it('a ledger that is not there is bad input and is not made', async () => {
    for (const argv of [['firms'], ['verify'], ['demo'], ['undo'], ['awards', '--year', '2024']]) {
      expect(await cli(...argv, '--db', db), argv[0]).toMatchObject({ exit: 1, stdout: '' });
    }
    expect(() => readFileSync(db)).toThrow(/ENOENT/);
  });

  it('a file that is no ledger is bad input and stays as it is', async () => {
    writeFileSync(db, '企业名称');
    for (const command of ['firms', 'verify', 'demo', 'undo']) {
      await refused(1, 'ledger-not-ours', command, '--db', db);
    }
  });
});

describe('help', () => {
  it('documents every command, its arguments and the exit codes', async () => {
    const { exit, stdout } = await cli('--help');
    expect(exit).toBe(0);
    for (const { name, usage } of commands) expect(stdout).toContain(`${name} ${usage}`);
    for (const code of [0, 1, 2, 3]) expect(stdout).toMatch(new RegExp(`${code} \\p{Script=Han}`, 'u'));
    for (const { name, options } of commands) {
      const own = await cli(name, '--help');
      expect(own.exit).toBe(0);
      for (const option of Object.keys(options)) expect(own.stdout, name).toContain(`--${option}`);
    }
  });

  it('is JSON with --json, wherever the option stands', async () => {
    expect((await cli('--json', '--help')).json()).toHaveLength(commands.length);
    expect((await cli('--json', 'verify', '--help')).json()).toMatchObject({ name: 'verify' });
  });
});
