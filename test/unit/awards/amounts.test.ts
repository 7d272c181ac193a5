import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { decisionProblem, paymentProblem } from '#shared/domain/claim-amounts.ts';

const fen = fc.integer({ min: 0, max: 10 ** 13 });

describe('deciding an amount', () => {
  it('never lets a decision exceed the computed amount, nor be zero or negative', () => {
    fc.assert(
      fc.property(
        fen,
        fen,
        fc.boolean(),
        fc.integer({ min: -10, max: 10 ** 13 }),
        (computed, payable, ceiling, decided) => {
          const basis = { computedFen: computed, ceiling, payableFen: Math.min(payable, computed) };
          if (decisionProblem(basis, decided, '会议纪要') === undefined) {
            expect(decided).toBeGreaterThan(0);
            expect(decided).toBeLessThanOrEqual(computed);
          } else expect(decided <= 0 || decided > computed).toBe(true);
        },
      ),
    );
  });

  it('asks for a reason for every ceiling, and for a fixed amount that differs from what is due', () => {
    const fixed = { computedFen: 2000, ceiling: false, payableFen: 2000 };
    expect(decisionProblem(fixed, 2000, '')).toBeUndefined();
    expect(decisionProblem(fixed, 1500, ' ')).toContain('须写明理由');
    expect(decisionProblem(fixed, 1500, '扣减')).toBeUndefined();
    expect(decisionProblem({ ...fixed, ceiling: true }, 2000, '')).toContain('上限');
    expect(decisionProblem({ ...fixed, ceiling: true }, 2001, '特批')).toContain('超过上限');
    expect(decisionProblem({ ...fixed, payableFen: 1200 }, 2000, '')).toContain('须写明理由');
  });
});

describe('paying', () => {
  it('keeps the sum of any order of payments within the decided amount', () => {
    fc.assert(
      fc.property(
        fen,
        fc.array(fc.integer({ min: -5, max: 10 ** 12 }), { maxLength: 30 }),
        (decidedFen, amounts) => {
          let paidFen = 0;
          for (const amount of amounts) {
            if (paymentProblem({ decidedFen, paidFen }, amount) === undefined) paidFen += amount;
            expect(paidFen).toBeLessThanOrEqual(decidedFen);
            expect(paidFen).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('accepts the last 分 and says how much is left otherwise', () => {
    const claim = { decidedFen: 100_000_000, paidFen: 80_000_000 };
    expect(paymentProblem(claim, 20_000_000)).toBeUndefined();
    expect(paymentProblem(claim, 20_000_001)).toContain('最多还可拨付20万元');
  });
});

describe('amounts in capitals', () => {
  it.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角整'],
    [105, '人民币壹元零伍分'],
    [115, '人民币壹元壹角伍分'],
    [1000, '人民币壹拾元整'],
    [10_100, '人民币壹佰零壹元整'],
    [100_100, '人民币壹仟零壹元整'],
    [120_000_000, '人民币壹佰贰拾万元整'],
    [100_010_000, '人民币壹佰万零壹佰元整'],
    [1_000_000_000_000, '人民币壹佰亿元整'],
    [1_000_000_000_100, '人民币壹佰亿零壹元整'],
    [10_050_000_000, '人民币壹亿零伍拾万元整'],
    [1_234_567_890, '人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
    [20_000_000, '人民币贰拾万元整'],
  ])('writes %i 分 as %s', (amount, text) => {
    expect(capitalAmount(amount)).toBe(text);
  });

  it('can be read back to the same amount, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(readCapitals(capitalAmount(amount))).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it('never writes two 零 side by side nor one before a unit or at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(capitalAmount(amount)).not.toMatch(/零零|零[拾佰仟万亿元角分整]|零$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what is no amount', () => {
    expect(() => capitalAmount(-1)).toThrow(RangeError);
    expect(() => capitalAmount(1.5)).toThrow(RangeError);
  });
});

/** Reads capitals by their own rules, independently of how they were written. */
function readCapitals(text: string): number {
  const match = /^人民币(?:(.+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分|整)$/.exec(
    text,
  );
  if (match === null) throw new Error(text);
  const digit = (sign: string | undefined) => (sign === undefined ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(sign));
  return Number(readWhole(match[1] ?? '') * 100n) + digit(match[2]) * 10 + digit(match[3]);
}

function readWhole(text: string): bigint {
  for (const [unit, value] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return readWhole(text.slice(0, at)) * value + readWhole(text.slice(at + 1));
  }
  let sum = 0n;
  let digit = 0n;
  for (const sign of text) {
    const place = { 拾: 10n, 佰: 100n, 仟: 1000n }[sign];
    if (place === undefined) digit = BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(sign));
    else {
      sum += digit * place;
      digit = 0n;
    }
  }
  return sum + digit;
}
