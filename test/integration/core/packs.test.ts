import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packOfVersion } from '#electron/data/claims/pack-version.ts';
import { computedGrounds } from '#electron/data/grounds.ts';
import { openLedger } from '#electron/db/open.ts';
import { getClaim } from '#electron/db/tables/claims.ts';
import { loadPack, packFiles } from '#shared/policy/packs/index.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { exampleFiles } from '#test/policy/example-pack.ts';

let test: TestCore;
afterEach(() => test.close());

type Edit = { readonly file: string; readonly find: string; readonly put: string };

/** Writes files of a pack to disk, some words changed, and gives the tickets for them. */
function tickets(files: readonly { readonly path: string; readonly text: string }[], edit?: Edit) {
  const folder = mkdtempSync(join(test.folder, 'pack-'));
  const paths: Record<string, { path: string; name: string }> = {};
  for (const file of files) {
    const name = basename(file.path);
    const place = join(folder, name);
    if (edit?.file === name && !file.text.includes(edit.find))
      throw new Error(`“${edit.find}” is not in ${name}`);
    writeFileSync(place, edit?.file === name ? file.text.replace(edit.find, edit.put) : file.text);
    paths[`ticket-of-${name}`] = { path: place, name };
  }
  return { tokens: Object.keys(paths), paths };
}

const clausesOf = (id: string) => packFiles(id).filter(({ path }) => path.endsWith('clauses.yaml'));
const doubled: Edit = { file: 'clauses.yaml', find: 'value: 20万元', put: 'value: 30万元' };

describe('a district that the program does not know', () => {
  it('works from its four files alone: ledger, sample, roster, money, targets, papers', async () => {
    test = await openTestCore();
    const { tokens, paths } = tickets(exampleFiles());
    await test.ask('ledger.create', { tokens }, paths);
    const state = await test.ask('ledger.state', {});
    expect(state).toMatchObject({
      state: 'open',
      district: { packId: 'district-990101', districtName: '示例区' },
    });
    await test.ask('demo.load', {});
    const roster = join(test.folder, '东街.csv');
    writeFileSync(
      roster,
      '\uFEFF企业名称,统一社会信用代码,所属街道\r\n示例市砺刃刀具有限公司,91330100MA00000000,东街\r\n',
    );
    const draft = await test.ask(
      'imports.open',
      { tokens: ['ticket-roster'] },
      { 'ticket-roster': { path: roster, name: '东街.csv' } },
    );
    const rows = await test.ask('imports.rows', { draftId: draft.draftId });
    expect(rows.rows[0]?.cells.find(({ field }) => field === 'streetId')?.raw).toBe('东街');
    expect((await test.ask('goals.get', { asOf: '2026-06-30' })).measures.length).toBeGreaterThan(0);
    const { rules } = await test.ask('policy.library', {});
    expect(rules.length).toBeGreaterThan(0);
    await test.ask('projects.save', {
      id: null,
      firmId: 1,
      kindId: 'equipment',
      name: '刀具产线更新',
      eventOn: '2025-06-01',
      facts: {
        totalInvestment: 400_000_000,
        equipment: 200_000_000,
        software: 100_000_000,
        field: 'tools',
        aboveScale: true,
      },
      object: null,
      contract: null,
      remark: null,
    });
    // 15% × (200万元 + 100万元) = 45万元
    expect(await test.ask('awards.list', { year: 2025, withRefused: false })).toMatchObject({
      totalFen: 45_000_000,
      items: [{ clause: 'example-2-1' }],
    });
    const paper = await test.ask('reports.get', { kind: 'progress', asOf: '2026-06-30', year: 2026 });
    expect(JSON.stringify(paper)).toContain('示例区');
    test.restart();
    expect(await test.ask('packs.current', {})).toMatchObject({
      id: 'district-990101',
      imported: true,
      programHasOne: false,
    });
    expect((await test.ask('ledger.verify', {})).ok).toBe(true);
    const refusal = await test.refused('packs.reset', { reason: '试' });
    expect(refusal.code).toBe('pack-refused');
  });

  it('is refused with file, line and fix when its files are wrong, and no ledger is made', async () => {
    test = await openTestCore();
    const { tokens, paths } = tickets(exampleFiles(), {
      file: 'district.yaml',
      find: 'years: 2年',
      put: 'years: 两年',
    });
    const answer = await test.core.call('ledger.create', { tokens }, { paths });
    expect(answer).toMatchObject({ ok: false, error: { code: 'pack-invalid' } });
    expect(answer.ok ? [] : answer.error.details?.[0]).toMatch(
      /^pack\/district\.yaml:\d+ |^district\.yaml:\d+ /,
    );
    expect((await test.ask('ledger.state', {})).state).toBe('none');
  });
});

describe('another edition of the pack', () => {
  it('shows what it changes, applies to what is computed, leaves decided money, and is taken back', async () => {
    test = await openTestCore({ pack: 'qiantang-2024' });
    await test.ask('demo.load', {});
    const before = await test.ask('awards.list', { year: 2024, withRefused: false });
    const ground = before.items.find(({ amountFen }) => amountFen === 20_000_000);
    if (ground === undefined) throw new Error('the sample has a 省级专精特新 of 2024');
    await test.ask('claims.open', {
      on: '2026-06-30',
      person: '测试员',
      grounds: [{ firmId: ground.firmId, clause: ground.clause, groundKey: ground.groundKey }],
    });
    const { tokens, paths } = tickets(clausesOf('qiantang-2024'), doubled);
    const preview = await test.ask('packs.preview', { tokens }, paths);
    expect(preview).toMatchObject({ problems: [], obstacles: [] });
    expect(preview.changes.filter(({ part }) => part === '参数')).toEqual([
      expect.objectContaining({ before: '20万元', after: '30万元' }),
    ]);
    const used = await test.ask('packs.use', { tokens, reason: '区里提高标准' }, paths);
    const after = await test.ask('awards.list', { year: 2024, withRefused: false });
    expect(
      after.items.find(({ firmId, clause }) => firmId === ground.firmId && clause === ground.clause),
    ).toMatchObject({ amountFen: 30_000_000, stored: 'differs' });
    const [claim] = (await test.ask('claims.list', { year: 2024 })).rows;
    expect(claim).toMatchObject({ computedFen: 20_000_000 });
    test.restart();
    // The claim can be computed again by the edition it was made with, to the same bytes.
    const ledger = openLedger(test.databasePath);
    const { trace, packHash } = getClaim(ledger.read, claim?.id ?? 0);
    const then = packOfVersion({ ledger, pack: loadPack('qiantang-2024') }, packHash);
    expect(then.hash).toBe(packHash);
    const again = computedGrounds({ ledger, pack: then }, { firmId: ground.firmId }).find(
      ({ clause, key }) => clause.id === ground.clause && key === ground.groundKey,
    );
    expect(JSON.stringify(again?.evaluation.trace)).toBe(JSON.stringify(trace));
    ledger.close();
    expect(await test.ask('packs.current', {})).toMatchObject({ imported: true, programHasOne: true });
    await test.ask('changes.undo', { id: used.changeSetId ?? 0, reason: '' });
    expect(await test.ask('packs.current', {})).toMatchObject({ imported: false });
    expect(await test.ask('awards.list', { year: 2024, withRefused: false })).toMatchObject({
      totalFen: before.totalFen,
    });
  });

  it('goes back to the edition of the program', async () => {
    test = await openTestCore({ pack: 'qiantang-2024' });
    const own = await test.ask('packs.current', {});
    const { tokens, paths } = tickets(clausesOf('qiantang-2024'), doubled);
    await test.ask('packs.use', { tokens, reason: '试' }, paths);
    expect((await test.ask('packs.current', {})).ruleVersion).not.toBe(own.ruleVersion);
    await test.ask('packs.reset', { reason: '改回' });
    expect(await test.ask('packs.current', {})).toEqual(own);
  });

  it('is refused when it is of another district, or lacks what the ledger uses', async () => {
    test = await openTestCore({ pack: 'qiantang-2024' });
    await test.ask('demo.load', {});
    const other = tickets(packFiles('binjiang-2023'));
    const wrong = await test.ask('packs.preview', { tokens: other.tokens }, other.paths);
    expect(wrong.obstacles.join('')).toMatch(/滨江.*钱塘/);
    const district = packFiles('qiantang-2024').filter(({ path }) => path.endsWith('district.yaml'));
    const renamed = tickets(district, { file: 'district.yaml', find: 'id: baiyang', put: 'id: renamed' });
    const answer = await test.core.call(
      'packs.use',
      { tokens: renamed.tokens, reason: '试' },
      { paths: renamed.paths },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'pack-refused' } });
    expect(answer.ok ? '' : answer.error.details?.join('')).toMatch(/白杨.*baiyang/);
    expect((await test.ask('packs.current', {})).imported).toBe(false);
    const latin = join(test.folder, 'goals.yaml');
    writeFileSync(latin, Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
    const unread = await test.core.call(
      'packs.preview',
      { tokens: ['ticket-latin'] },
      { paths: { 'ticket-latin': { path: latin, name: 'goals.yaml' } } },
    );
    expect(unread).toMatchObject({ ok: false, error: { code: 'pack-refused' } });
    expect(readFileSync(latin)).toHaveLength(4);
  });
});
