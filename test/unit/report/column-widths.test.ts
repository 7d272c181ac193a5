import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from '#shared/report/column-widths.ts';

const column = (label: string, ...values: string[]) => ({ label, values });

describe('widths of the columns of a paper', () => {
  it('leave codes and days on one line and give the rest to the words', () => {
    const [number, name, code, basis, day] = columnWidths(
      [
        column('序号', '1', '12'),
        column('企业名称', '杭州某某精密传动科技有限公司'),
        column('统一社会信用代码', '91330114MA7000012X'),
        column('政策依据', '《钱塘区专精特新企业梯度培育三年行动方案》第四部分第2条第1款'),
        column('认定日期', '2026-04-18'),
      ],
      121,
    );
    const characters = (share = 0) => share * 121;
    expect(characters(code)).toBeGreaterThan(20);
    expect(characters(day)).toBeGreaterThan(11);
    expect(characters(basis)).toBeGreaterThan(characters(name));
    expect(characters(number)).toBeLessThan(8);
  });

  it('let one long remark among many rows wrap by itself, not every name with it', () => {
    const rows = Array.from({ length: 24 }, (_, index) => index);
    const [name = 0, remark = 0] = columnWidths(
      [
        column('企业名称', ...rows.map(() => '杭州某某精密传动科技有限公司')),
        column('说明', ...rows.map((row) => (row === 7 ? '缺少上一年度的经营数据，'.repeat(12) : '—'))),
      ],
      60,
    );
    // Fourteen characters stand on one line.
    expect(name * 60).toBeGreaterThan(28);
    expect(remark).toBeGreaterThan(0.3);
  });

  it('keep room for what is written by hand, and take tables of any length', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => `企业${index}`);
    const [, answer = 0] = columnWidths(
      [
        { label: '企业名称', values: many },
        { ...column('反馈'), room: 26 },
      ],
      84,
    );
    expect(answer * 84).toBeGreaterThan(25);
  });

  it('add up to the whole width, whatever stands in the table', () => {
    const cells = fc.record({ label: fc.string(), values: fc.array(fc.string()) });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 20 }), (columns) => {
        const widths = columnWidths(columns, 84);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });
});
