import { measureSentence } from '#shared/report/progress-report.ts';
import { ask, type Command, dayOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `goals`: every measure of the 131 targets at a day. */
export const goalsCommand: Command = {
  name: 'goals',
  usage: '--db 文件 --as-of YYYY-MM-DD',
  summary: '某日的 131 目标：基数、各年目标、当前有效、累计认定、当年新增、还差。',
  options: { db: 'value', 'as-of': 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const goals = await ask(core, 'goals.get', { asOf: dayOption(args, 'as-of') });
      return { json: goals, lines: goals.measures.map(measureSentence) };
    }),
};
