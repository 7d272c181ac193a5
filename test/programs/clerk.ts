import { writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCore } from '#electron/data/core.ts';
import type { DataMethodName, InputOf, OutputOf } from '#shared/contract/api.ts';

/**
 * A clerk who works without end, through the core as the window does: new firms, edits, imports, undo, copies. Prints
 * the number of each change set once the core answered, until someone ends the process.
 */
const path = process.argv[2] ?? '';
const core = createCore({
  databasePath: path,
  actor: '测试员',
  emit: () => undefined,
  log: (_id, error) => {
    throw error;
  },
});

type Files = Readonly<Record<string, { readonly path: string; readonly name: string }>>;

async function ask<M extends DataMethodName>(
  method: M,
  input: InputOf<M>,
  paths: Files = {},
): Promise<OutputOf<M>> {
  const result = await core.call(method, input, { paths });
  if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
  // Handlers are typed by the same table.
  return result.value as OutputOf<M>;
}

/** Confirms a change set to whoever watches. */
function confirm(changeSetId: number | null): void {
  if (changeSetId !== null) writeSync(1, `${changeSetId}\n`);
}

async function importRoster(serial: number): Promise<void> {
  const file = join(dirname(path), '名册.csv');
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${i + 1},杭州导入${serial}第${i}号机械有限公司,白杨街道`,
  );
  writeFileSync(file, ['序号,企业名称,所属街道', ...rows].join('\n'));
  const files = { 'roster-in': { path: file, name: '名册.csv' } };
  const { draftId } = await ask('imports.open', { tokens: ['roster-in'], keep: true }, files);
  confirm((await ask('imports.commit', { draftId })).changeSetId);
}

async function work(first: number): Promise<never> {
  for (let serial = first; ; serial += 1) {
    const name = `杭州键入${serial}号科技有限公司`;
    const { id, changeSetId } = await ask('firms.save', { id: null, patch: { name }, reason: '' });
    confirm(changeSetId);
    const patch = { industry: '通用设备制造业', remark: `第 ${serial} 家` };
    const edited = await ask('firms.save', { id, patch, reason: '核对' });
    confirm(edited.changeSetId);
    await importRoster(serial);
    if (serial % 2 === 0 && edited.changeSetId !== null)
      confirm((await ask('changes.undo', { id: edited.changeSetId, reason: '填错' })).changeSetId);
    if (serial % 3 === 0) await ask('backups.make', {});
  }
}

void work(Number(process.argv[3]));
