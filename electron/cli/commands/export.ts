import { basename, extname, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { localDay } from '#shared/domain/day.ts';
import { type RecordKind, recordKinds, rosterKindLabels } from '#shared/roster/kinds.ts';
import { templateKinds } from '#shared/roster/template.ts';
import { firmListColumns } from '#shared/text/firm-columns.ts';
import {
  ask,
  type CliArguments,
  type CliIo,
  type Command,
  optional,
  required,
  yearOption,
} from '../command.ts';
import { withCore } from '../with-core.ts';

/** The place that `--out` names, under a ticket as pages use them. */
export function target(
  args: CliArguments,
  name: string,
  endings: readonly string[],
): { readonly token: string; readonly path: string; readonly name: string } {
  const path = resolve(required(args, name));
  if (!endings.includes(extname(path).toLowerCase())) {
    throw new AppError('usage', { problem: `--${name} 应以 ${endings.join(' 或 ')} 结尾。` });
  }
  return { token: 'command-line-target', path, name: basename(path) };
}

/** `export`: the list of firms as a workbook or csv, personal data masked unless asked for. */
export const exportCommand: Command = {
  name: 'export',
  usage: `firms|awards|${recordKinds.join('|')} --db 文件 --out 文件.xlsx|文件.csv [--search 文字] [--year 年度] [--unmasked --purpose 用途]`,
  summary: `导出企业台账（firms，全部列，--search 只导出查到的）、兑现事项与拨付记录（awards，--year 只导出一年）或${recordKinds.map((kind) => `${rosterKindLabels[kind]}（${kind}）`).join('、')}。联系人、电话、账号默认遮挡，--unmasked 不遮挡并记入变更历史。`,
  words: 1,
  options: { db: 'value', out: 'value', search: 'value', year: 'value', unmasked: 'flag', purpose: 'value' },
  run: (args, io) => {
    if (args.words[0] === 'awards') return exportAwards(args, io);
    const kind = recordKinds.find((each) => each === args.words[0]);
    if (kind !== undefined) return exportRecords(args, io, kind);
    if (args.words[0] !== 'firms')
      throw new AppError('usage', { problem: `可导出 firms、awards、${recordKinds.join('、')}。` });
    const { token, ...file } = target(args, 'out', ['.xlsx', '.csv']);
    const text = optional(args, 'search') ?? '';
    return withCore(args, io, async (core) => {
      const done = await ask(
        core,
        'exports.firms',
        {
          target: token,
          scope: text === '' ? 'all' : 'filter',
          filter: { text, asOf: localDay(new Date()) },
          columns: [...firmListColumns],
          ...privacy(args),
        },
        { [token]: file },
      );
      return {
        json: { file: file.path, rows: done.rows, changeSet: done.changeSetId },
        lines: [`已导出 ${done.rows} 家企业：${file.path}`, ...recorded(args)],
      };
    });
  },
};

function exportAwards(args: CliArguments, io: CliIo) {
  const { token, ...file } = target(args, 'out', ['.xlsx', '.csv']);
  const year = optional(args, 'year') === undefined ? null : yearOption(args, 'year');
  return withCore(args, io, async (core) => {
    const request = { target: token, year, batchId: null, ...privacy(args) };
    const done = await ask(core, 'exports.awards', request, { [token]: file });
    return {
      json: { file: file.path, rows: done.rows, changeSet: done.changeSetId },
      lines: [`已导出 ${done.rows} 笔兑现事项：${file.path}`, ...recorded(args)],
    };
  });
}

function exportRecords(args: CliArguments, io: CliIo, kind: RecordKind) {
  const { token, ...file } = target(args, 'out', ['.xlsx', '.csv']);
  return withCore(args, io, async (core) => {
    const done = await ask(core, 'exports.records', { target: token, kind }, { [token]: file });
    return {
      json: { file: file.path, kind, rows: done.rows, changeSet: done.changeSetId },
      lines: [`已导出${rosterKindLabels[kind]} ${done.rows} 条：${file.path}`],
    };
  });
}

/** `template`: a form for a street, empty or filled with what the ledger knows. */
export const templateCommand: Command = {
  name: 'template',
  usage: `${templateKinds.join('|')} --db 文件 --out 文件.xlsx [--street 街道] [--filled] [--unmasked --purpose 用途]`,
  summary: `生成报送模板：${templateKinds.map((kind) => `${rosterKindLabels[kind]}（${kind}）`).join('、')}，含下拉选项和填写说明；--filled 预填台账现有内容。`,
  words: 1,
  options: {
    db: 'value',
    out: 'value',
    street: 'value',
    filled: 'flag',
    unmasked: 'flag',
    purpose: 'value',
  },
  run: (args, io) => {
    const kind = templateKinds.find((each) => each === args.words[0]);
    if (kind === undefined)
      throw new AppError('usage', { problem: `模板应为 ${templateKinds.join('、')} 之一。` });
    const { token, ...file } = target(args, 'out', ['.xlsx']);
    return withCore(args, io, async (core) => {
      const { district } = await openState(core);
      const streetId = streetOf(district.streets, optional(args, 'street'));
      const filled = args.options.filled === true;
      const done = await ask(
        core,
        'exports.template',
        { target: token, kind, streetId, filled, ...privacy(args) },
        { [token]: file },
      );
      return {
        json: { file: file.path, kind, rows: done.rows, changeSet: done.changeSetId },
        lines: [
          `已生成${rosterKindLabels[kind]}模板：${file.path}${filled ? `，预填 ${done.rows} 行` : ''}`,
          ...recorded(args),
        ],
      };
    });
  },
};

function privacy(args: CliArguments): { readonly unmasked: boolean; readonly purpose: string } {
  return { unmasked: args.options.unmasked === true, purpose: optional(args, 'purpose') ?? '' };
}

function recorded(args: CliArguments): readonly string[] {
  return args.options.unmasked === true ? ['含未遮挡的个人信息，已记入变更历史。'] : [];
}

async function openState(core: Parameters<typeof ask>[0]) {
  const state = await ask(core, 'ledger.state', {});
  if (state.state !== 'open') throw new AppError('no-ledger');
  return state;
}

/** A street by its name or id; none when it was not given. */
function streetOf(
  streets: readonly { readonly id: string; readonly label: string }[],
  text: string | undefined,
): string | null {
  if (text === undefined) return null;
  const found = streets.find(({ id, label }) => id === text || label === text || label === `${text}街道`);
  if (found === undefined) {
    throw new AppError('usage', {
      problem: `本区没有街道“${text}”，可用：${streets.map(({ label }) => label).join('、')}。`,
    });
  }
  return found.id;
}
