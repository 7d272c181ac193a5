import { describe, expect, it } from 'vitest';
import type { Decision } from '#renderer/features/imports/outcomes.ts';
import { openChoices, optionsText } from '#renderer/features/imports/wizard/decision-text.ts';
import { byTable } from '#renderer/features/imports/wizard/use-row-work.ts';
import { neighbour } from '#renderer/features/imports/wizard/use-rows.ts';
import { row } from './builders.ts';

const belongs: Decision = { action: 'firm', firmId: 7, identity: 'ledger' };
const choices = [
  { decision: belongs, label: '是这家企业，代码以台账为准' },
  { decision: { action: 'skip' } as const, label: '这一行不导入' },
];

describe('逐行处理', () => {
  it('offers what the core offers but 忽略, which has a button of its own', () => {
    expect(openChoices(row({ outcome: 'conflict', choices })).map(({ label }) => label)).toEqual([
      '是这家企业，代码以台账为准',
    ]);
  });

  it('offers nothing more once a row is decided, and everything again when the decision was overtaken', () => {
    expect(openChoices(row({ outcome: 'update', choices, decision: belongs }))).toEqual([]);
    expect(openChoices(row({ outcome: 'conflict', choices, decision: belongs }))).toHaveLength(1);
  });

  it('goes on from a row that has left the list with the one that took its place', () => {
    const list = [row({ row: 3 }), row({ row: 5 }), row({ row: 9 })];
    expect(neighbour(list, { table: 0, row: 5 }, 1, 1)?.row).toBe(9);
    expect(neighbour(list, { table: 0, row: 5 }, 1, -1)?.row).toBe(3);
    const without = [row({ row: 3 }), row({ row: 9 })];
    expect(neighbour(without, { table: 0, row: 5 }, 1, 1)?.row).toBe(9);
    expect(neighbour(without, { table: 0, row: 5 }, 1, -1)?.row).toBe(3);
    expect(neighbour(list, { table: 0, row: 9 }, 2, 1)).toBeUndefined();
  });

  it('gives ticked rows to the core table by table', () => {
    expect(
      byTable([
        { table: 0, row: 3 },
        { table: 2, row: 4 },
        { table: 0, row: 8 },
      ]),
    ).toEqual([
      { table: 0, rows: [3, 8] },
      { table: 2, rows: [4] },
    ]);
  });

  it('names the mode of the tables on screen and how many columns erase', () => {
    expect(optionsText([{ mode: 'both', clearBlanks: [] }])).toBe('新增和更新');
    expect(optionsText([{ mode: 'updateOnly', clearBlanks: ['address'] }])).toBe('仅更新，空白清空 1 栏');
    const different = [
      { mode: 'both', clearBlanks: [] },
      { mode: 'createOnly', clearBlanks: [] },
    ] as const;
    expect(optionsText(different.map((each) => ({ ...each, clearBlanks: [] })))).toBe('各表不同');
  });
});
