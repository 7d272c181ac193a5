import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCode } from '#shared/domain/uscc.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

const code = (serial: number) => makeCode('91', '330114', serial);
const header = '企业名称,统一社会信用代码,所属街道,联系电话,注册地址';

/** Opens a roster as the wizard does, kept for a restart. */
async function open(lines: readonly string[], head = header) {
  const path = join(test.folder, '名册.csv');
  writeFileSync(path, [head, ...lines, ''].join('\n'));
  return test.ask(
    'imports.open',
    { tokens: ['ticket-of-the-file'] },
    { 'ticket-of-the-file': { path, name: '名册.csv' } },
  );
}

async function rowAt(draftId: string, row: number) {
  const { rows } = await test.ask('imports.rows', { draftId, row });
  const [found, other] = rows;
  if (found === undefined || other !== undefined) throw new Error(`one row ${row} was expected`);
  return found;
}

async function ledgerHas(...lines: readonly string[]): Promise<void> {
  const { draftId } = await open(lines);
  await test.ask('imports.commit', { draftId });
}

describe('deciding in a draft', () => {
  it('a corrected cell says what the sender wrote, blank cells too, and outlives a restart', async () => {
    const { draftId } = await open([`,${code(1)},白杨街道,13900000001,学源街1号`]);
    expect(await rowAt(draftId, 2)).toMatchObject({ outcome: 'reject' });
    expect((await rowAt(draftId, 2)).cells.map(({ field, address, raw }) => [field, address, raw])).toEqual([
      ['name', 'A2', ''],
      ['code', 'B2', code(1)],
      ['streetId', 'C2', '白杨街道'],
      ['contactPhone', 'D2', '139****0001'],
      ['address', 'E2', '学源街1号'],
    ]);
    const fix = (field: string, text: string | null) =>
      test.ask('imports.fix', { draftId, table: 0, row: 2, field, text });
    await fix('name', '杭州补名模具有限公司');
    await fix('address', '');
    test.restart();
    const { drafts } = await test.ask('imports.drafts', {});
    expect(drafts).toMatchObject([{ draftId, fileNames: ['名册.csv'] }]);
    const fixed = await rowAt(draftId, 2);
    expect(fixed).toMatchObject({ outcome: 'create', name: '杭州补名模具有限公司' });
    expect(
      fixed.cells.flatMap(({ address, raw, original }) =>
        original === null ? [] : [[address, raw, original]],
      ),
    ).toEqual([
      ['A2', '杭州补名模具有限公司', ''],
      ['E2', '', '学源街1号'],
    ]);
    await fix('name', null);
    expect(await rowAt(draftId, 2)).toMatchObject({ outcome: 'reject' });
  });

  it('a column that states two fields keeps both until one gets a column of its own; numbers stay masked', async () => {
    const { draftId, tables } = await open(
      [`杭州并列模具有限公司,${code(1)},张三 13900000001,某某`],
      '企业名称,统一社会信用代码,联系人及电话,对接',
    );
    const [, , column] = tables[0]?.columns ?? [];
    expect(column).toMatchObject({ field: 'contactName', together: '联系人和联系电话' });
    expect(JSON.stringify(await rowAt(draftId, 2))).not.toContain('13900000001');
    const remap = (index: number, field: string | null) =>
      test.ask('imports.remap', {
        draftId,
        table: 0,
        kind: 'firms',
        columns: [
          { index: 3, field: 'contactName' },
          { index, field },
        ],
      });
    const same = await remap(4, null);
    expect(same.tables[0]?.columns[2]).toMatchObject({ together: '联系人和联系电话' });
    const parted = await remap(4, 'contactPhone');
    expect(parted.tables[0]?.columns[2]).toMatchObject({ field: 'contactName', together: null });
    await remap(4, null);
    await test.ask('imports.fix', {
      draftId,
      table: 0,
      row: 2,
      field: 'contactName',
      text: '李四/13900000002',
    });
    await test.ask('imports.commit', { draftId });
    const firm = await test.ask('firms.get', { id: 1, asOf: '2026-06-30' });
    expect((await test.ask('firms.reveal', { id: 1, what: 'contactName' })).value).toBe('李四');
    expect(JSON.stringify(firm)).toContain('139****0002');
  });

  it('a decision is kept over a restart and written as decided', async () => {
    await ledgerHas(`杭州知微量具有限公司,${code(1)},白杨街道,,学源街1号`);
    const { draftId, tables } = await open([`杭州知微量具有限公司,${code(9)},白杨街道,,学源街8号`]);
    expect(tables[0]?.counts.conflicts).toBe(1);
    const choice = (await rowAt(draftId, 2)).choices.find(({ label }) => label.includes('以台账为准'));
    await test.ask('imports.decide', { draftId, table: 0, rows: [2], decision: choice?.decision ?? null });
    test.restart();
    expect(await rowAt(draftId, 2)).toMatchObject({ outcome: 'update', decision: { action: 'firm' } });
    await test.ask('imports.commit', { draftId });
    const { rows } = await test.ask('firms.search', { filter: { asOf: '2026-06-30' }, offset: 0, limit: 10 });
    expect(rows.map((row) => row.code)).toEqual([code(1)]);
    expect((await test.ask('imports.drafts', {})).drafts).toEqual([]);
  });

  it('blanks erase what the ledger holds only in a column that the table has', async () => {
    await ledgerHas(`杭州知微量具有限公司,${code(1)},白杨街道,13900000001,学源街1号`);
    const { draftId } = await open([`杭州知微量具有限公司,${code(1)},白杨街道,,`]);
    await test.ask('imports.setOptions', { draftId, table: 0, mode: 'both', clearBlanks: ['address'] });
    const erased = await rowAt(draftId, 2);
    expect(erased.changes).toEqual([
      { field: 'address', label: '注册地址', before: '学源街1号', after: null },
    ]);
    const columns = [1, 2, 3, 4, 5].map((index) => ({
      index,
      field: ['name', 'code', 'streetId', 'contactPhone', null][index - 1] ?? null,
    }));
    await test.ask('imports.remap', { draftId, table: 0, kind: 'firms', columns });
    expect(await rowAt(draftId, 2)).toMatchObject({ outcome: 'unchanged', changes: [] });
  });
});
