import type { Core } from '#electron/data/core.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isRosterKind, rosterKinds } from '#shared/roster/kinds.ts';
import { ask, type CliAnswer, type CliArguments, type Command, givenFiles, optional } from '../command.ts';
import { withCore } from '../with-core.ts';
import { target } from './export.ts';

type Draft = OutputOf<'imports.draft'>;
type Receipt = OutputOf<'imports.commit'>;
type FileResult = Receipt['files'][number];
/** Where the rows to mend were written; no file when there were none. */
type ErrorBook = { readonly file: string | null; readonly rows: number };

/** `import`: reads, checks and compares rosters, then commits them all in one change set, or nothing. */
export const importCommand: Command = {
  name: 'import',
  usage: `文件… --db 文件 [--kind auto|${rosterKinds.join('|')}] [--dry-run] [--accept-warnings] [--errors 文件.xlsx]`,
  summary:
    '导入名册：核对、比对后一次写入；任何一个文件读不了就一个也不写。--dry-run 只核对不写入；--errors 把不能导入的行连同错误原因存成新文件，退回街道。',
  words: Number.POSITIVE_INFINITY,
  options: { db: 'value', kind: 'value', 'dry-run': 'flag', 'accept-warnings': 'flag', errors: 'value' },
  run: (args, io) => withCore(args, io, (core) => importFiles(core, args)),
};

async function importFiles(core: Core, args: CliArguments): Promise<CliAnswer> {
  const book = args.options.errors === undefined ? null : target(args, 'errors', ['.xlsx']);
  const draft = await openDraft(core, args);
  if (args.options['accept-warnings'] === true) {
    for (const table of draft.tables) {
      await ask(core, 'imports.confirm', {
        draftId: draft.draftId,
        table: table.table,
        rows: null,
        confirmed: true,
      });
    }
  }
  const checked = await ask(core, 'imports.draft', { draftId: draft.draftId });
  const errors = book === null ? null : await writeErrors(core, book, checked);
  const usable = checked.tables.some(
    ({ counts }) =>
      counts.created + counts.updated - counts.toConfirm > 0 || counts.unchanged > 0 || counts.ignored > 0,
  );
  if (args.options['dry-run'] === true || !usable)
    return answer(
      { changeSet: null, files: draftResults(checked), leftOut: checked.leftOut, errors },
      usable,
    );
  const receipt = await ask(core, 'imports.commit', { draftId: draft.draftId });
  return answer(
    { changeSet: receipt.changeSetId, files: receipt.files, leftOut: checked.leftOut, errors },
    true,
  );
}

/** The rows to mend as a workbook, when there are any. */
async function writeErrors(
  core: Core,
  { token, ...file }: ReturnType<typeof target>,
  draft: Draft,
): Promise<ErrorBook> {
  const wrong = draft.tables.some(({ counts }) => counts.rejected + counts.conflicts + counts.toConfirm > 0);
  if (!wrong) return { file: null, rows: 0 };
  const { rows } = await ask(
    core,
    'exports.errors',
    { target: token, draftId: draft.draftId, fileName: null },
    { [token]: file },
  );
  return { file: file.path, rows };
}

async function openDraft(core: Core, args: CliArguments): Promise<Draft> {
  if (args.words.length === 0) throw new AppError('usage', { problem: '没有给出要导入的文件。' });
  const kind = optional(args, 'kind') ?? 'auto';
  if (kind !== 'auto' && !isRosterKind(kind)) {
    throw new AppError('usage', {
      problem: `--kind 应为 auto、${rosterKinds.join('、')} 之一，收到“${kind}”。`,
    });
  }
  const paths = await givenFiles(args);
  const draft = await ask(
    core,
    'imports.open',
    { tokens: Object.keys(paths), kind: kind === 'auto' ? null : kind, keep: false },
    paths,
  );
  const failed = draft.failures[0];
  if (failed !== undefined) {
    throw new AppError(
      failed.code,
      failed.params,
      draft.failures.map((each) => `${each.fileName}：${each.message}`),
    );
  }
  return draft;
}

function draftResults(draft: Draft): FileResult[] {
  return draft.tables.map(({ fileName, kind, sheet, headerRow, counts, issues }) => ({
    fileName,
    kind,
    sheet,
    headerRow,
    counts,
    issues,
  }));
}

type Result = {
  readonly changeSet: number | null;
  readonly files: readonly FileResult[];
  readonly leftOut: Draft['leftOut'];
  readonly errors: ErrorBook | null;
};

function answer({ changeSet, files, leftOut, errors }: Result, ok: boolean): CliAnswer {
  return {
    json: {
      changeSet,
      files: files.map(({ fileName, counts, ...rest }) => ({ file: fileName, ...rest, ...counts })),
      sheetsLeftOut: leftOut,
      ...(errors === null ? {} : { errorBook: errors }),
    },
    lines: [
      ...files.map(
        ({ fileName, sheet, counts }) =>
          `${fileName} · ${sheet}：${counts.rows} 行，新增 ${counts.created}，变更 ${counts.updated}，无变化 ${counts.unchanged}，冲突 ${counts.conflicts}，不能导入 ${counts.rejected}，忽略 ${counts.ignored}，待确认 ${counts.toConfirm}`,
      ),
      ...leftOut.map(({ fileName, sheet, reason }) => `${fileName} · ${sheet}：${reason}`),
      ...(errors === null ? [] : [errorLine(errors)]),
    ],
    ok,
  };
}

function errorLine({ file, rows }: ErrorBook): string {
  return file === null ? '没有需要退回的行，未生成错误清单。' : `错误清单 ${rows} 行：${file}`;
}
