import { describe, expect, it } from 'vitest';
import { fileKey, isRosterName, newFiles } from '#electron/main/watched-files.ts';

const file = (name: string, changedAt = 0, size = 10) => ({ name, size, changedAt });

describe('files of the watched folder', () => {
  it.each(['白杨.xlsx', '下沙.XLS', '名册.et', 'a.ods', 'b.csv', 'c.tsv', 'd.xlsm'])(
    '%s can be a roster',
    (name) => {
      expect(isRosterName(name)).toBe(true);
    },
  );

  it.each(['~$白杨.xlsx', '.~白杨.xlsx', '说明.docx', '名册.pdf', '名册.xlsx.tmp'])('%s cannot', (name) => {
    expect(isRosterName(name)).toBe(false);
  });

  it('takes each version of a file once, in the order of names', () => {
    const seen = new Set([fileKey(file('甲.csv'))]);
    const found = [file('甲.csv'), file('丙.csv'), file('乙.csv')];
    expect(newFiles(found, seen, 5_000)).toEqual({ ready: [file('丙.csv'), file('乙.csv')], waiting: false });
    expect(newFiles([file('甲.csv', 1_000)], seen, 5_000).ready).toEqual([file('甲.csv', 1_000)]);
    expect(newFiles([file('甲.csv', 0, 11)], seen, 5_000).ready).toHaveLength(1);
  });

  it('waits for a file that is still being written', () => {
    expect(newFiles([file('甲.csv', 4_500), file('乙.csv')], new Set(), 5_000)).toEqual({
      ready: [file('乙.csv')],
      waiting: true,
    });
  });
});
