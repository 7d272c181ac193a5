import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachmentLimit } from '#shared/domain/attachment.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { newFirm } from '#test/builders/firm.ts';

let core: TestCore;
let firmId: number;

beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  const { name, code } = newFirm(1).fields;
  const saved = await core.ask('firms.save', { id: null, patch: { name, code }, reason: '' });
  firmId = saved.id;
});
afterEach(() => core.close());

const owner = () => ({ kind: 'firm', id: firmId }) as const;
const listed = async () => (await core.ask('attachments.list', { owner: owner() })).rows;
const contentPath = (text: string) => {
  const hash = createHash('sha256').update(text).digest('hex');
  return join(`${core.databasePath}-files`, hash.slice(0, 2), hash);
};

/** Writes a file into the scratch folder and attaches it. */
async function attach(name: string, text: string) {
  const path = join(core.folder, name);
  writeFileSync(path, text);
  return core.ask(
    'attachments.add',
    { tokens: ['ticket-of-file'], owner: owner() },
    { 'ticket-of-file': { path, name } },
  );
}

/** Attaching a file that must be refused; answers the problem. */
async function refusedFile(name: string, text: string, bytes?: number) {
  const path = join(core.folder, name);
  writeFileSync(path, text);
  if (bytes !== undefined) truncateSync(path, bytes);
  const result = await core.core.call(
    'attachments.add',
    { tokens: ['ticket-of-file'], owner: owner() },
    { paths: { 'ticket-of-file': { path, name } } },
  );
  if (result.ok) throw new Error(`${name} was not refused`);
  return result.error;
}

/** What a person sees who opens an attachment. */
async function opened(id: number): Promise<{ readonly path: string; readonly text: string }> {
  const result = await core.core.call('@attachment-lend', { id });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { path } = result.value as { readonly path: string };
  return { path, text: readFileSync(path, 'utf8') };
}

test('a file is kept once by its content, opened under its name, and the look stands in the trail', async () => {
  expect(await attach('认定证书.pdf', 'PDF 内容')).toMatchObject({ added: 1, known: [] });
  expect(await attach('认定证书（副本）.pdf', 'PDF 内容')).toMatchObject({
    added: 0,
    known: ['认定证书（副本）.pdf'],
  });
  const [row] = await listed();
  expect(row).toMatchObject({
    name: '认定证书.pdf',
    kind: 'certificate',
    bytes: 10,
    addedOn: '2026-06-30',
    note: null,
  });
  const { path, text } = await opened(row?.id ?? 0);
  expect(text).toBe('PDF 内容');
  expect(path).toMatch(/认定证书\.pdf$/);
  const { rows } = await core.ask('changes.list', { offset: 0, limit: 1 });
  expect(rows[0]).toMatchObject({ kind: 'attachment-read', reason: '查看附件 认定证书.pdf' });
  core.restart();
  expect((await opened(row?.id ?? 0)).text).toBe('PDF 内容');
  expect(existsSync(path)).toBe(false);
  expect((await core.ask('firms.get', { id: firmId, asOf: '2026-06-30' })).attachments).toBe(1);
});

test('name, kind and note are changed, the ending stays; a removal is undone with the content', async () => {
  await attach('扫描1.pdf', '合同');
  const id = (await listed())[0]?.id ?? 0;
  await core.ask('attachments.save', { id, name: '采购合同.pdf', kind: 'voucher', note: '2025 年技改' });
  expect((await listed())[0]).toMatchObject({ name: '采购合同.pdf', kind: 'voucher', note: '2025 年技改' });
  expect(
    await core.refused('attachments.save', { id, name: '采购合同.exe', kind: 'voucher', note: null }),
  ).toMatchObject({
    code: 'attachment-refused',
  });
  const removed = await core.ask('attachments.remove', { id });
  expect(await listed()).toEqual([]);
  await core.ask('changes.undo', { id: removed.changeSetId ?? 0, reason: '' });
  expect((await listed())[0]).toMatchObject({ id, name: '采购合同.pdf' });
  expect((await opened(id)).text).toBe('合同');
});

test('what is no paper, is empty or too large is refused and leaves nothing behind', async () => {
  expect(await refusedFile('安装.exe', 'MZ')).toMatchObject({ code: 'attachment-refused' });
  expect(await refusedFile('空.pdf', '')).toMatchObject({
    code: 'attachment-refused',
    params: { problem: '“空.pdf”是空文件' },
  });
  expect(await refusedFile('大.pdf', 'x', attachmentLimit + 1)).toMatchObject({
    code: 'attachment-refused',
    params: { problem: '“大.pdf”超过 50 MB' },
  });
  expect(await listed()).toEqual([]);
  expect(readdirSync(`${core.databasePath}-files`)).toEqual([]);
});

test('a damaged content is mended from the backups; lost without one it is found by the check and says so', async () => {
  await attach('审计报告.pdf', '审计');
  await attach('照片.jpg', '照片');
  const [photo, report] = await listed();
  await core.ask('backups.make', {});
  writeFileSync(contentPath('审计'), '别的');
  expect((await opened(report?.id ?? 0)).text).toBe('审计');
  expect(readFileSync(contentPath('审计'), 'utf8')).toBe('审计');

  rmSync(`${core.databasePath}-backups/files`, { recursive: true });
  rmSync(contentPath('照片'));
  expect(await core.ask('ledger.verify', {})).toMatchObject({
    ok: false,
    problems: [`附件第 ${photo?.id} 号“照片.jpg”的内容不在了，或与登记时不同`],
  });
  const lost = await core.core.call('@attachment-lend', { id: photo?.id });
  expect(lost).toMatchObject({ ok: false, error: { code: 'attachment-lost', params: { file: '照片.jpg' } } });
});

test('a copy saved elsewhere takes its attachments along to another computer', async () => {
  await attach('批复.pdf', '批复');
  const stick = join(core.folder, 'U盘');
  mkdirSync(stick);
  const copy = join(stick, '台账备份.sqlite');
  expect((await core.core.call('@backup-to', { path: copy })).ok).toBe(true);
  const other = await openTestCore({ pack: 'qiantang-2024' });
  await other.ask(
    'backups.restoreFile',
    { tokens: ['ticket-of-file'] },
    { 'ticket-of-file': { path: copy, name: '台账备份.sqlite' } },
  );
  expect(await other.ask('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  expect(readFileSync(contentPath('批复').replace(core.databasePath, other.databasePath), 'utf8')).toBe(
    '批复',
  );
  other.close();
});

test('an entry of progress has papers of its own, which go with it and come back with it', async () => {
  const { rows } = await core.ask('tasks.list', { asOf: '2026-06-30' });
  const task = {
    taskId: rows[0]?.id ?? '',
    on: '2026-06-01',
    unit: null,
    text: '已印发',
    report: 'running',
  } as const;
  await core.ask('tasks.saveNote', { id: null, ...task, figures: [] });
  const note = (await core.ask('tasks.list', { asOf: '2026-06-30' })).rows[0]?.notes[0];
  const noteOwner = { kind: 'task-note', id: note?.id ?? 0 } as const;
  const path = join(core.folder, '通知.docx');
  writeFileSync(path, '通知');
  const files = { 'ticket-of-file': { path, name: '通知.docx' } };
  await core.ask('attachments.add', { tokens: ['ticket-of-file'], owner: noteOwner }, files);
  const removed = await core.ask('tasks.removeNote', { id: noteOwner.id });
  expect(await core.refused('attachments.list', { owner: noteOwner })).toMatchObject({ code: 'not-found' });
  await core.ask('changes.undo', { id: removed.changeSetId ?? 0, reason: '' });
  expect((await core.ask('attachments.list', { owner: noteOwner })).rows).toMatchObject([
    { name: '通知.docx' },
  ]);
});

test('a copy is put to its place whole: where it cannot be written nothing is left', async () => {
  await attach('证书.pdf', '证书');
  const id = (await listed())[0]?.id ?? 0;
  const path = join(core.folder, '另存.pdf');
  expect((await core.core.call('@attachment-to', { id, path })).ok).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('证书');
  const nowhere = join(core.folder, '没有这个文件夹', '另存.pdf');
  expect(await core.core.call('@attachment-to', { id, path: nowhere })).toMatchObject({
    ok: false,
    error: { code: 'file-write-failed', params: { file: '另存.pdf' } },
  });
  expect(readdirSync(core.folder).filter((name) => name.includes('partial'))).toEqual([]);
});
