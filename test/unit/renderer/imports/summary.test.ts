import { describe, expect, it } from 'vitest';
import { countsLine, sumCounts, writableRows } from '#renderer/features/imports/outcomes.ts';
import { canCommit, summaryLines } from '#renderer/features/imports/wizard/summary.ts';
import { counts, draft, table } from './builders.ts';

describe('导入小结', () => {
  it('says in words what is written and what stays out, and warns of the rest', () => {
    const lines = summaryLines(
      draft(
        [
          table({
            counts: counts({
              rows: 15,
              created: 8,
              updated: 3,
              unchanged: 1,
              rejected: 2,
              ignored: 1,
              toConfirm: 2,
            }),
          }),
        ],
        [{ fileName: '坏.xlsx', code: 'file-damaged', params: {}, message: '文件已损坏。' }],
      ),
    );
    expect(lines).toEqual([
      { text: '共 1 张表、15 行数据：白杨街道.xlsx · 名册（企业名册，15 行）。', warn: false },
      { text: '确认后写入台账 9 行：新增 8 行、变更 3 行（其中 2 行未确认，不写入）。', warn: false },
      { text: '1 行与台账一致，不写入。', warn: false },
      { text: '1 行忽略：重复、选择不导入或不在本次导入方式之内。', warn: false },
      { text: '2 行需确认而未确认，这次不写入；可返回上一步逐行确认保留。', warn: true },
      { text: '2 行有错误，这次不写入；可返回上一步就地改正，或导出错误清单退回。', warn: true },
      { text: '1 个文件没有读出来，不在本次导入之内。', warn: true },
    ]);
  });

  it('says which mode was chosen and warns of blanks that erase', () => {
    const address = {
      index: 4,
      letter: 'D',
      header: '地址',
      field: 'address',
      fieldLabel: '注册地址',
      together: null,
      unit: null,
      suggestion: null,
      samples: [],
    };
    const lines = summaryLines(
      draft([
        table({
          mode: 'updateOnly',
          columns: [address],
          clearBlanks: ['address'],
          counts: counts({ rows: 1, updated: 1 }),
        }),
      ]),
    );
    expect(lines).toContainEqual({
      text: '白杨街道.xlsx · 名册：仅更新。只改动台账已有的企业；台账没有的不新建。',
      warn: false,
    });
    expect(lines).toContainEqual({
      text: '白杨街道.xlsx · 名册：空着的“注册地址”会清空台账原有内容。',
      warn: true,
    });
  });

  it('offers no commit when nothing would be written', () => {
    const same = draft([table({ counts: counts({ rows: 4, unchanged: 4 }), seenBefore: true })]);
    expect(canCommit(same)).toBe(false);
    expect(summaryLines(same).map((line) => line.text)).toContain('没有需要写入台账的行。');
    expect(summaryLines(same).at(-1)?.text).toBe('白杨街道.xlsx · 名册 以前导入过，已按现在的台账重新比对。');
  });

  it('does not commit when every writable row still waits for 确认', () => {
    expect(canCommit(draft([table({ counts: counts({ rows: 2, created: 2, toConfirm: 2 }) })]))).toBe(false);
  });

  it('adds up the tables of a draft', () => {
    const sum = sumCounts([counts({ rows: 3, created: 3, toConfirm: 1 }), counts({ rows: 2, updated: 2 })]);
    expect(sum).toEqual(counts({ rows: 5, created: 3, updated: 2, toConfirm: 1 }));
    expect(writableRows(sum)).toBe(4);
  });

  it('names only the outcomes that occur', () => {
    expect(countsLine(counts({ rows: 5, created: 3, ignored: 2 }))).toBe('新增 3 · 忽略 2');
    expect(countsLine(counts())).toBe('没有数据行');
  });
});
