import { AppError } from '#shared/contract/errors.ts';
import { ask, type Command, optional } from '../command.ts';
import { packTickets } from '../pack-folder.ts';
import { withCore } from '../with-core.ts';

/** `use-pack`: puts another pack to use in a ledger, or only says what would change. */
export const usePackCommand: Command = {
  name: 'use-pack',
  usage: '--db 文件 文件夹 [--reason 依据] [--dry-run]',
  summary: '在台账里启用另一个政策包（可只放改动的文件）；--dry-run 只列出与现用政策包的不同。',
  options: { db: 'value', reason: 'value', 'dry-run': 'flag' },
  words: 1,
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const [given] = args.words;
      if (given === undefined) throw new AppError('usage', { problem: '没有给出政策包文件夹。' });
      const { tokens, paths } = await packTickets(given);
      const preview = await ask(core, 'packs.preview', { tokens }, paths);
      const lines = [
        ...preview.problems.map(({ file, line, message, fix }) => `${file}:${line} ${message}。${fix}`),
        ...preview.obstacles,
        ...preview.changes.map(
          ({ part, label, before, after }) => `${part}\t${label}\t${before ?? '—'}\t→\t${after ?? '—'}`,
        ),
      ];
      const fits = preview.problems.length === 0 && preview.obstacles.length === 0;
      if (args.options['dry-run'] === true || !fits) return { ok: fits, json: preview, lines };
      const reason = optional(args, 'reason') ?? '命令行启用政策包';
      const { changeSetId } = await ask(core, 'packs.use', { tokens, reason }, paths);
      return {
        json: { ...preview, changeSet: changeSetId },
        lines: [...lines, `已启用：${preview.pack?.ruleVersion ?? ''}。`],
      };
    }),
};
