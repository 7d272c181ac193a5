import { type ChangeSetRecord, changeSetsBetween, listRowChanges } from '#electron/db/history.ts';
import type { SheetColumn, TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addDays, type Day } from '#shared/domain/day.ts';
import type { Context, OpenLedger } from '../context.ts';
import { presentChangeSet, presentRowChange } from '../history-view.ts';
import type { JobControl } from '../job-control.ts';
import { momentOf } from './export-notes.ts';
import { recordCopy, targetFile } from './target-file.ts';

type SealedSet = ChangeSetRecord & { readonly hash: string };

/** Changes of rows read at a time: an import may have changed 50,000. */
const chunk = 1000;

const setColumns: readonly SheetColumn[] = [
  { label: '变更集', kind: 'count', width: 9 },
  { label: '时间', kind: 'text', width: 18 },
  { label: '操作人', kind: 'text', width: 14 },
  { label: '事项', kind: 'text', width: 16 },
  { label: '原因', kind: 'text', width: 60 },
  { label: '改动行数', kind: 'count', width: 10 },
  { label: '撤销', kind: 'text', width: 22 },
  { label: '封存校验值（SHA-256）', kind: 'text', width: 68 },
];

const fieldColumns: readonly SheetColumn[] = [
  { label: '变更集', kind: 'count', width: 9 },
  { label: '时间', kind: 'text', width: 18 },
  { label: '操作人', kind: 'text', width: 14 },
  { label: '操作', kind: 'text', width: 8 },
  { label: '内容', kind: 'text', width: 14 },
  { label: '编号', kind: 'count', width: 9 },
  { label: '栏目', kind: 'text', width: 18 },
  { label: '改动前', kind: 'text', width: 36 },
  { label: '改动后', kind: 'text', width: 36 },
];

const operationWords = { insert: '新增', update: '修改', delete: '删除' } as const;

/**
 * Writes the audit trail of a period (days of this computer's calendar, both in it) to the chosen place, every change
 * set with its seal and every field before and after; phones and accounts stay masked. Throws `export-empty`.
 */
export async function exportChanges(
  context: Context,
  { target, from, to }: ParsedInputOf<'exports.changes'>,
  job: JobControl,
): Promise<OutputOf<'exports.changes'>> {
  const open = context.open();
  const file = targetFile(context, target);
  if (from > to) throw new AppError('bad-request', { problem: `起始日 ${from} 晚于截止日 ${to}。` });
  const sets = changeSetsBetween(open.ledger.read, startOf(from), startOf(addDays(to, 1)));
  if (sets.length === 0) throw new AppError('export-empty');
  let changeSetId: number | null = null;
  const { rows } = await writeTableFile(file.path, sheetsOf(open, sets, { from, to }), {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, sets.length),
    beforePlacing: (written) => {
      const what = `${from} 至 ${to} 的变更历史 ${sets.length} 次`;
      changeSetId = recordCopy(context, { what, fileName: file.name, clearFor: null }, written);
    },
  });
  return { fileName: file.name, rows, changeSetId };
}

/** The first moment of a day here. */
function startOf(day: Day): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

function sheetsOf(
  open: OpenLedger,
  sets: readonly SealedSet[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly TableSheet[] {
  const title = `${open.pack.district.name}专精特新梯度培育台账变更历史（${from} 至 ${to}）`;
  const common = { total: null, footLines: [], frozenColumns: 1, filter: true };
  const lines: TableSheet['lines'] = [{ text: title, look: 'title' }];
  return [
    { ...common, name: '变更集', lines, columns: setColumns, batches: [sets.map(setRow)] },
    { ...common, name: '明细', lines, columns: fieldColumns, batches: fieldRows(open, sets) },
  ];
}

function setRow(set: SealedSet): TableRow {
  const { id, at, actor, kindLabel, reason, changeCount, undoesId, undoneById } = presentChangeSet(set);
  const undo =
    undoneById !== null
      ? `已由变更集 ${undoneById} 撤销`
      : undoesId !== null
        ? `撤销了变更集 ${undoesId}`
        : null;
  return [id, momentOf(new Date(at)), actor, kindLabel, reason, changeCount, undo, set.hash];
}

function* fieldRows(open: OpenLedger, sets: readonly SealedSet[]): Generator<readonly TableRow[]> {
  for (const { id, changeCount } of sets) {
    for (let offset = 0; offset < changeCount; offset += chunk) {
      const page = listRowChanges(open.ledger.read, { changeSetId: id }, { offset, limit: chunk });
      yield page.rows.flatMap((record) => {
        const row = presentRowChange(record, open.pack);
        return row.fields.map(({ label, before, after }): TableRow => {
          const what = [operationWords[row.operation], row.tableLabel, row.rowId];
          return [id, momentOf(new Date(row.at)), row.actor, ...what, label, before, after];
        });
      });
    }
  }
}
