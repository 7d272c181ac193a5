import type { InputOf } from '#shared/contract/api.ts';
import type { Decision, DraftRow, DraftTable } from '../outcomes.ts';

/** What was decided about a row, in words. */
export function decisionText(decision: Decision): string {
  switch (decision.action) {
    case 'skip':
      return '已选择不导入这一行。';
    case 'new':
      return '已选定：是另一家企业，新建。';
    case 'use':
      return '已选定：同一企业的几行以这一行为准。';
    case 'firm':
      return decision.identity === 'ledger'
        ? '已选定：属于台账中的企业，名称和代码以台账为准。'
        : '已选定：属于台账中的企业，代码改为名册上的。';
  }
}

/** The choices that are still open: 忽略 has its own button, and what is decided needs no second offer. */
export function openChoices({ choices, decision, outcome }: DraftRow): DraftRow['choices'] {
  if (decision !== null && outcome !== 'conflict') return [];
  return choices.filter((choice) => choice.decision.action !== 'skip');
}

/** 新增和更新, 仅新增, 仅更新. */
export const modeWords: Readonly<Record<DraftTable['mode'], string>> = {
  both: '新增和更新',
  createOnly: '仅新增',
  updateOnly: '仅更新',
};

/** What each mode leaves out. */
export const modeMeaning: Readonly<Record<DraftTable['mode'], string>> = {
  both: '台账没有的新建，已有的按名册改动。',
  createOnly: '只新建台账没有的企业；台账已有的一概不改。',
  updateOnly: '只改动台账已有的企业；台账没有的不新建。',
};

/** The options of the tables in a few words: 仅新增，清空 2 栏. */
export function optionsText(tables: readonly Pick<DraftTable, 'mode' | 'clearBlanks'>[]): string {
  const modes = new Set(tables.map(({ mode }) => mode));
  const [mode, other] = modes;
  const words = mode === undefined || other !== undefined ? '各表不同' : modeWords[mode];
  const clears = tables.reduce((sum, { clearBlanks }) => sum + clearBlanks.length, 0);
  return clears === 0 ? words : `${words}，空白清空 ${clears} 栏`;
}

/** One way for all conflicts of a table. */
export type ConflictWay = InputOf<'imports.decideConflicts'>['way'];

/** The ways to decide all conflicts at once, in the order of the menu. */
export const conflictWays: Readonly<
  Record<ConflictWay, { readonly word: string; readonly meaning: string }>
> = {
  ledger: {
    word: '以台账为准',
    meaning: '认作台账中的那家企业，名称和代码不改，其他内容按名册改动。',
  },
  roster: {
    word: '以名册为准',
    meaning: '认作台账中的同名企业，统一社会信用代码改为名册上的。',
  },
  skip: { word: '全部跳过', meaning: '这些行这次都不导入。' },
};
