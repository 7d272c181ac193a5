import { attachmentKindText } from '#shared/domain/attachment.ts';
import { localDay } from '#shared/domain/day.ts';
import { ask, type Command, firmWithCode, givenFiles, required } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `attachments`: the 附件 of a firm; with files, attaches them first. */
export const attachmentsCommand: Command = {
  name: 'attachments',
  usage: '[文件…] --db 文件 --code 代码',
  summary: '企业的附件；给出文件时先登记它们，内容已经登记过的不重复登记。',
  words: Number.POSITIVE_INFINITY,
  options: { db: 'value', code: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const firmId = await firmWithCode(core, required(args, 'code'), localDay(new Date()));
      const owner = { kind: 'firm', id: firmId } as const;
      const files = await givenFiles(args);
      const tokens = Object.keys(files);
      const done = tokens.length === 0 ? null : await ask(core, 'attachments.add', { tokens, owner }, files);
      const { rows } = await ask(core, 'attachments.list', { owner });
      return {
        json: { added: done?.added ?? 0, known: done?.known ?? [], rows },
        lines: [
          ...(done === null ? [] : [`登记 ${done.added} 个，已经登记过 ${done.known.length} 个`]),
          ...rows.map((row) => `${row.addedOn}  ${row.name}（${attachmentKindText[row.kind]}）`),
          `共 ${rows.length} 个附件`,
        ],
      };
    }),
};
