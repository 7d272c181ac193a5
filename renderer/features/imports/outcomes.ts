import type { OutputOf } from '#shared/contract/api.ts';

/** A roster opened, checked and compared, with nothing written yet. */
export type Draft = OutputOf<'imports.draft'>;
/** One table of a draft. */
export type DraftTable = Draft['tables'][number];
/** One row of the preview. */
export type DraftRow = OutputOf<'imports.rows'>['rows'][number];
/** Counts of a table; `rows` is the sum of the outcomes. */
export type Counts = DraftTable['counts'];
/** What becomes of a row. */
export type Outcome = DraftRow['outcome'];
/** One remark on a row or a table. */
export type Issue = DraftRow['issues'][number];
/** What a person decided about a row. */
export type Decision = NonNullable<DraftRow['decision']>;
/** A field of a row as it stands in the file. */
export type RowCell = DraftRow['cells'][number];
/** Where a row stands: table of the draft and number on the sheet. */
export type RowPlace = Pick<DraftRow, 'table' | 'row'>;
/** What an import did. */
export type Receipt = OutputOf<'imports.commit'>;

/** Word of each outcome, in the order of the tabs. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  create: '新增',
  update: '变更',
  unchanged: '无变化',
  conflict: '冲突',
  reject: '错误',
  ignore: '忽略',
};

/** All outcomes in that order: Object.keys loses the key type, the record is total over them. */
export const outcomes = Object.keys(outcomeWords) as readonly Outcome[];

/** What each outcome means for the ledger, said beside the tab. */
export const outcomeMeaning: Readonly<Record<Outcome, string>> = {
  create: '台账里没有，确认后新建。',
  update: '台账里已有，确认后按“旧 → 新”改动。',
  unchanged: '与台账一致，不写入。',
  conflict: '对不上是哪一家、以哪一行为准；点开逐行选定，选定之前不写入。',
  reject: '内容有错误，不写入；点开可就地改正，改后立即重新核对。',
  ignore: '重复、选择不导入或不在本次导入方式之内，不写入。',
};

const countKeys: Readonly<Record<Outcome, keyof Counts>> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  conflict: 'conflicts',
  reject: 'rejected',
  ignore: 'ignored',
};

/** Number of rows with an outcome. */
export function countOf(counts: Counts, outcome: Outcome): number {
  return counts[countKeys[outcome]];
}

const none: Counts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  conflicts: 0,
  rejected: 0,
  ignored: 0,
  toConfirm: 0,
};

/** Counts of several tables together. */
export function sumCounts(list: readonly Counts[]): Counts {
  return list.reduce(
    (sum, counts) => ({
      rows: sum.rows + counts.rows,
      created: sum.created + counts.created,
      updated: sum.updated + counts.updated,
      unchanged: sum.unchanged + counts.unchanged,
      conflicts: sum.conflicts + counts.conflicts,
      rejected: sum.rejected + counts.rejected,
      ignored: sum.ignored + counts.ignored,
      toConfirm: sum.toConfirm + counts.toConfirm,
    }),
    none,
  );
}

/** Rows that a commit would write now: created and updated, less those that still wait for 确认. */
export function writableRows(counts: Counts): number {
  return counts.created + counts.updated - counts.toConfirm;
}

/** The outcomes of a table in words, only those that occur: `新增 12 · 变更 3`. */
export function countsLine(counts: Counts): string {
  const parts = outcomes
    .filter((outcome) => countOf(counts, outcome) > 0)
    .map((outcome) => `${outcomeWords[outcome]} ${countOf(counts, outcome)}`);
  return parts.length === 0 ? '没有数据行' : parts.join(' · ');
}

/** Where the header of a table stands; a list without one is read by its content. */
export function headerPlace(headerRow: number): string {
  return headerRow === 0 ? '没有表头，按内容认列，请核对' : `表头在第 ${headerRow} 行`;
}

/** Name of a table as people point at it: file and sheet. */
export function tableName(table: Pick<DraftTable, 'fileName' | 'sheet'>): string {
  return table.sheet === '' ? table.fileName : `${table.fileName} · ${table.sheet}`;
}

/** Word of a severity. */
export const severityWords: Readonly<Record<Issue['severity'], string>> = {
  error: '错误',
  warning: '需确认',
  info: '说明',
};
