import type { Core } from '#electron/data/core.ts';
import { creationKind } from '#electron/db/change-set.ts';
import { AppError } from '#shared/contract/errors.ts';
import { ask, type Command, dayOption, required, wholeNumber } from '../command.ts';
import { isProgramPack, packTickets } from '../pack-folder.ts';
import { withCore } from '../with-core.ts';
import { target } from './export.ts';

/** `init`: makes the ledger of a district at a path where nothing is yet. */
export const initCommand: Command = {
  name: 'init',
  usage: '--db 文件 --pack qiantang-2024|binjiang-2023|政策包文件夹',
  summary: '新建一个区县的台账；文件已存在时拒绝。',
  options: { db: 'value', pack: 'value' },
  run: (args, io) =>
    withCore(
      args,
      io,
      async (core, databasePath) => {
        const given = required(args, 'pack');
        if (isProgramPack(given)) await ask(core, 'ledger.create', { packId: given });
        else {
          const { tokens, paths } = await packTickets(given);
          await ask(core, 'ledger.create', { tokens }, paths);
        }
        const { id } = await ask(core, 'packs.current', {});
        return {
          json: { created: true, pack: id, db: databasePath },
          lines: [`已新建台账：${databasePath}`],
        };
      },
      false,
    ),
};

/** `undo`: takes back one change set, by default the newest that still stands. */
export const undoCommand: Command = {
  name: 'undo',
  usage: '--db 文件 [--change-set 编号]',
  summary: '撤销一次变更（默认最近一次未撤销的变更）；其后又有改动时拒绝并列出。',
  options: { db: 'value', 'change-set': 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const id = wholeNumber(args, 'change-set', undefined) ?? (await newestStanding(core));
      if (id === undefined || id === 0) throw new AppError('undo-nothing');
      const done = await ask(core, 'changes.undo', { id, reason: '命令行撤销' });
      return { json: { undone: id, changeSet: done.changeSetId }, lines: [`已撤销变更集 ${id}。`] };
    }),
};

/** The newest change set that is neither an undo nor taken back; neither the making of the ledger nor what changed no row is among them. */
async function newestStanding(core: Core): Promise<number | undefined> {
  for (let offset = 0; ; ) {
    const page = await ask(core, 'changes.list', { offset, limit: 500 });
    const found = page.rows.find(
      (row) =>
        row.undoneById === null && row.undoesId === null && row.kind !== creationKind && row.changeCount > 0,
    );
    offset += page.rows.length;
    if (found !== undefined || page.rows.length === 0 || offset >= page.total) return found?.id;
  }
}

/** `verify`: integrity of the file, foreign keys, the whole audit chain. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '--db 文件',
  summary: '校验数据库完整性、外键和审计链。',
  options: { db: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const result = await ask(core, 'ledger.verify', {});
      return {
        json: result,
        lines: [
          result.ok ? `校验通过，共 ${result.changeSets} 个变更集。` : '校验未通过：',
          ...result.problems,
        ],
        ok: result.ok,
      };
    }),
};

/** `history`: the audit trail of a period as a workbook. */
export const historyCommand: Command = {
  name: 'history',
  usage: '--db 文件 --from 起始日 --to 截止日 --out 文件.xlsx',
  summary: '导出一段时间的变更历史：每次变更及封存校验值、逐项改动前后；电话和账号遮挡。',
  options: { db: 'value', from: 'value', to: 'value', out: 'value' },
  run: (args, io) => {
    const { token, ...file } = target(args, 'out', ['.xlsx']);
    const period = { from: dayOption(args, 'from'), to: dayOption(args, 'to') };
    return withCore(args, io, async (core) => {
      const done = await ask(core, 'exports.changes', { target: token, ...period }, { [token]: file });
      return {
        json: { file: file.path, changeSets: done.rows },
        lines: [`已导出 ${done.rows} 次变更：${file.path}`],
      };
    });
  },
};

/** `demo`: loads the invented sample firms. */
export const demoCommand: Command = {
  name: 'demo',
  usage: '--db 文件',
  summary: '载入示例数据（虚构企业，均有标记，可一键移除）。',
  options: { db: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const done = await ask(core, 'demo.load', {});
      return {
        json: { changeSet: done.changeSetId, firms: done.firms },
        lines: [`已载入示例企业 ${done.firms} 家。`],
      };
    }),
};
