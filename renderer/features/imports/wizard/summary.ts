import { rosterKindLabels } from '#shared/roster/kinds.ts';
import { type Counts, type Draft, sumCounts, tableName, writableRows } from '../outcomes.ts';
import { modeMeaning, modeWords } from './decision-text.ts';

/** One sentence of the summary before the commit; `warn` ones deserve a second look. */
export type SummaryLine = { readonly text: string; readonly warn: boolean };

/** What the commit will do, in words, so that nobody has to add up figures. */
export function summaryLines(draft: Draft): readonly SummaryLine[] {
  const counts = sumCounts(draft.tables.map((table) => table.counts));
  const lines: SummaryLine[] = [
    {
      text: `共 ${draft.tables.length} 张表、${counts.rows} 行数据：${draft.tables.map(tableLine).join('；')}。`,
      warn: false,
    },
    writtenLine(counts),
  ];
  const push = (count: number, text: string, warn: boolean) => {
    if (count > 0) lines.push({ text, warn });
  };
  push(counts.unchanged, `${counts.unchanged} 行与台账一致，不写入。`, false);
  push(counts.ignored, `${counts.ignored} 行忽略：重复、选择不导入或不在本次导入方式之内。`, false);
  for (const table of draft.tables) lines.push(...optionLines(table));
  push(
    counts.toConfirm,
    `${counts.toConfirm} 行需确认而未确认，这次不写入；可返回上一步逐行确认保留。`,
    true,
  );
  push(counts.conflicts, `${counts.conflicts} 行冲突未选定，这次不写入；可返回上一步逐行选定。`, true);
  push(
    counts.rejected,
    `${counts.rejected} 行有错误，这次不写入；可返回上一步就地改正，或导出错误清单退回。`,
    true,
  );
  push(draft.failures.length, `${draft.failures.length} 个文件没有读出来，不在本次导入之内。`, true);
  const again = draft.tables.filter((table) => table.seenBefore);
  push(again.length, `${again.map(tableName).join('、')} 以前导入过，已按现在的台账重新比对。`, false);
  return lines;
}

/** What was chosen for one table beside the ordinary: a mode, and columns whose blanks erase. */
function optionLines(table: Draft['tables'][number]): readonly SummaryLine[] {
  const name = tableName(table);
  const labels = table.columns.flatMap(({ field, fieldLabel }) =>
    field !== null && table.clearBlanks.includes(field) ? [fieldLabel ?? field] : [],
  );
  return [
    ...(table.mode === 'both'
      ? []
      : [{ text: `${name}：${modeWords[table.mode]}。${modeMeaning[table.mode]}`, warn: false }]),
    ...(labels.length === 0
      ? []
      : [{ text: `${name}：空着的“${labels.join('、')}”会清空台账原有内容。`, warn: true }]),
  ];
}

/** Whether a commit would write anything at all. */
export function canCommit(draft: Draft): boolean {
  return writableRows(sumCounts(draft.tables.map((table) => table.counts))) > 0;
}

function tableLine(table: Draft['tables'][number]): string {
  return `${tableName(table)}（${rosterKindLabels[table.kind]}，${table.counts.rows} 行）`;
}

/** What a commit wrote, in words. */
export function receiptLine(counts: Counts): string {
  return `写入台账 ${writableRows(counts)} 行：${writtenParts(counts)}。`;
}

function writtenLine(counts: Counts): SummaryLine {
  const rows = writableRows(counts);
  if (rows === 0) return { text: '没有需要写入台账的行。', warn: false };
  return { text: `确认后写入台账 ${rows} 行：${writtenParts(counts)}。`, warn: false };
}

function writtenParts(counts: Counts): string {
  const parts = [
    counts.created > 0 ? `新增 ${counts.created} 行` : '',
    counts.updated > 0 ? `变更 ${counts.updated} 行` : '',
  ].filter((part) => part !== '');
  const less = counts.toConfirm > 0 ? `（其中 ${counts.toConfirm} 行未确认，不写入）` : '';
  return `${parts.join('、')}${less}`;
}
