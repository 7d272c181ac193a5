import type { Core } from '#electron/data/core.ts';
import { AppError } from '#shared/contract/errors.ts';
import { measureSentence } from '#shared/report/progress-report.ts';
import { ask, type Command, dayOption, optional } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `goals`: every measure of the 131 targets at a day, and how targets are split. */
export const goalsCommand: Command = {
  name: 'goals',
  usage: '--db 文件 --as-of YYYY-MM-DD [--by street|platform]',
  summary:
    '某日的 131 目标：基数、各年目标、当前有效、累计认定、当年新增、还差；--by 另列各街道或平台的分解目标、完成和排名。',
  options: { db: 'value', 'as-of': 'value', by: 'value' },
  run: (args, io) => {
    const by = optional(args, 'by');
    if (by !== undefined && by !== 'street' && by !== 'platform')
      throw new AppError('usage', { problem: '--by 应为 street 或 platform。' });
    return withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const goals = await ask(core, 'goals.get', { asOf });
      const lines = goals.measures.map(measureSentence);
      if (by === undefined) return { json: goals, lines };
      const ids = goals.measures.flatMap(({ id, target }) => (target === null ? [] : [id]));
      const splits = await splitsOf(core, ids, by, asOf);
      return { json: { ...goals, splits }, lines: [...lines, ...splits.flatMap(splitTexts)] };
    });
  },
};

type Split = Awaited<ReturnType<typeof splitsOf>>[number];

async function splitsOf(core: Core, ids: readonly string[], by: 'street' | 'platform', asOf: string) {
  const splits = [];
  for (const measureId of ids)
    splits.push({ measureId, ...(await ask(core, 'goals.split', { measureId, by, asOf })) });
  return splits;
}

function splitTexts({ label, targetYear, counted, lines }: Split): string[] {
  return [
    `${label}（${targetYear} 年目标分解）：`,
    ...lines.map((line) =>
      line.target === null
        ? `  ${line.label}：${counted} ${line.progress} 家`
        : `  ${line.label}：目标 ${line.target} 家，${counted} ${line.progress} 家，还差 ${line.gap} 家，第 ${line.rank} 名`,
    ),
  ];
}
