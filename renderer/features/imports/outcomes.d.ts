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
/** What an import did. */
export type Receipt = OutputOf<'imports.commit'>;
/** Word of each outcome, in the order of the tabs. */
export declare const outcomeWords: Readonly<Record<Outcome, string>>;
/** All outcomes in that order: Object.keys loses the key type, the record is total over them. */
export declare const outcomes: readonly Outcome[];
/** What each outcome means for the ledger, said beside the tab. */
export declare const outcomeMeaning: Readonly<Record<Outcome, string>>;
/** Number of rows with an outcome. */
export declare function countOf(counts: Counts, outcome: Outcome): number;
/** Counts of several tables together. */
export declare function sumCounts(list: readonly Counts[]): Counts;
/** Rows that a commit would write now: created and updated, less those that still wait for 确认. */
export declare function writableRows(counts: Counts): number;
/** The outcomes of a table in words, only those that occur: `新增 12 · 变更 3`. */
export declare function countsLine(counts: Counts): string;
/** Name of a table as people point at it: file and sheet. */
export declare function tableName(table: Pick<DraftTable, 'fileName' | 'sheet'>): string;
/** Word of a kind of roster. */
export declare const kindWords: Readonly<Record<DraftTable['kind'], string>>;
/** Word of a severity. */
export declare const severityWords: Readonly<Record<Issue['severity'], string>>;
