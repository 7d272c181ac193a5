import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenPerWan } from '#shared/domain/money.ts';
import type { OverlapGroup } from '#shared/policy/clause.ts';
import {
  effectiveGroups,
  type OverlapClaim,
  overlapSettingKey,
  type PaidMoney,
  settle,
} from '#shared/policy/overlap.ts';

const reference = { documentId: 'x', part: null, clause: null, at: null, quote: null, text: '《示例》' };
const group = (parts: Partial<OverlapGroup>): OverlapGroup => ({
  id: 'ladder',
  label: '梯度认定奖励',
  scope: 'same-firm',
  outcome: 'stackable',
  countsPaidBy: [],
  reason: '示例',
  reference,
  ...parts,
});
const wan = (amount: number) => amount * fenPerWan;

function claim(id: string, on: string, amount: number, parts: Partial<OverlapClaim> = {}): OverlapClaim {
  return {
    id,
    clauseId: 'c',
    label: id,
    groupId: 'ladder',
    subject: { firmId: 1, titleId: id },
    on,
    amount: wan(amount),
    ...parts,
  };
}

function money(amount: number, parts: Partial<PaidMoney> = {}): PaidMoney {
  return {
    groupId: 'ladder',
    label: '拨付',
    subject: { firmId: 1 },
    on: '2024-12-01',
    amount: wan(amount),
    payer: 'district',
    ...parts,
  };
}

const provincial = claim('省级专精特新', '2024-05-10', 20);
const giant = claim('小巨人', '2025-09-01', 100);
const champion = claim('隐形冠军', '2024-10-01', 100);
const payNow = (
  claims: readonly OverlapClaim[],
  groups: readonly OverlapGroup[],
  paid: readonly PaidMoney[] = [],
) => settle(claims, groups, paid).map((each) => each.payNow / fenPerWan);

describe('省级 20万元 paid, then 小巨人 100万元', () => {
  const paid = [money(20, { claimId: provincial.id, subject: provincial.subject })];
  it.each([
    // 可叠加: 100; 补齐差额 and 取最高: 100 − 20 = 80
    ['stackable', [0, 100]],
    ['top-up', [0, 80]],
    ['highest', [0, 80]],
  ] as const)('%s', (outcome, expected) => {
    expect(payNow([provincial, giant], [group({ outcome })], paid)).toEqual(expected);
  });
});

describe('省级 20万元 and 小巨人 100万元, neither paid', () => {
  it.each([
    ['stackable', [20, 100]],
    // 20, then 100 − 20
    ['top-up', [20, 80]],
    ['highest', [0, 100]],
  ] as const)('%s', (outcome, expected) => {
    expect(payNow([provincial, giant], [group({ outcome })])).toEqual(expected);
  });
});

describe('隐形冠军 100万元, then 小巨人 100万元', () => {
  it.each([
    ['stackable', [100, 100]],
    ['top-up', [100, 0]],
    // equal amounts: the earlier one is paid
    ['highest', [100, 0]],
  ] as const)('%s', (outcome, expected) => {
    expect(payNow([champion, giant], [group({ outcome })])).toEqual(expected);
  });
});

it('says which amounts competed, which won, and the arithmetic', () => {
  const [first, second] = settle([provincial, giant], [group({ outcome: 'highest' })], []);
  expect(first).toMatchObject({ winnerId: '小巨人', payNow: 0, group: { outcome: 'highest' } });
  expect(first?.competing.map((each) => each.label)).toEqual(['省级专精特新', '小巨人']);
  expect(first?.why.join('')).toContain('已取小巨人100万元，本项不再付');
  expect(second?.why.join('')).toContain('应付100万元，本次付100万元');
});

describe('two clauses on one project', () => {
  const project = group({ id: 'project', scope: 'same-project', outcome: 'highest' });
  const on = '2025-03-01';
  const of = (id: string, amount: number, projectId: number) =>
    claim(id, on, amount, { groupId: 'project', subject: { firmId: 1, projectId } });

  it('the higher one is paid, another project does not compete', () => {
    expect(payNow([of('技改', 300, 7), of('数字化', 100, 7), of('数字化二', 60, 8)], [project])).toEqual([
      300, 0, 60,
    ]);
  });

  it('another firm with a project of the same number does not compete', () => {
    const other = claim('别家', on, 500, { groupId: 'project', subject: { firmId: 2, projectId: 7 } });
    expect(payNow([of('技改', 300, 7), other], [project])).toEqual([300, 500]);
  });
});

describe('city money first', () => {
  const sameTitle = group({ scope: 'same-title' });
  const city = money(60, { payer: 'city', subject: { firmId: 1, titleId: '小巨人' } });

  it('counts where the group says so: 100 − 60', () => {
    expect(payNow([giant], [{ ...sameTitle, countsPaidBy: ['city'] }], [city])).toEqual([40]);
  });

  it('does not count where the group is silent, nor for another title', () => {
    expect(payNow([giant], [sameTitle], [city])).toEqual([100]);
    expect(payNow([provincial], [{ ...sameTitle, countsPaidBy: ['city'] }], [city])).toEqual([20]);
  });

  it('a city payment above the amount leaves nothing, never less than nothing', () => {
    const much = { ...city, amount: wan(150) };
    expect(payNow([giant], [{ ...sameTitle, countsPaidBy: ['city'] }], [much])).toEqual([0]);
  });
});

describe('the other scopes', () => {
  const pair = (subject: Partial<OverlapClaim['subject']>, on = '2025-02-01') => [
    claim('甲', '2025-01-01', 10, { subject: { firmId: 1, ...subject } }),
    claim('乙', on, 30, { subject: { firmId: 1, ...subject } }),
  ];
  it.each([
    ['same-kind-and-year', pair({ kind: 'loan' }), [0, 30]],
    ['same-kind-and-year', pair({ kind: 'loan' }, '2026-01-01'), [10, 30]],
    ['same-object', pair({ object: '某产品' }), [0, 30]],
    ['same-contract', pair({ contract: 'HT-1' }), [0, 30]],
    ['same-contract', pair({}), [10, 30]],
    ['same-title', pair({ titleId: 'x' }), [0, 30]],
  ] as const)('%s', (scope, claims, expected) => {
    expect(payNow(claims, [group({ scope, outcome: 'highest' })])).toEqual(expected);
  });

  it('one matter at two payer levels is two things', () => {
    const of = (id: string, payer: 'city' | 'district') =>
      claim(id, '2025-01-01', 10, { payer, subject: { firmId: 1, projectId: 3 } });
    const rule = group({ scope: 'same-payer', outcome: 'highest' });
    expect(payNow([of('市', 'city'), of('区', 'district')], [rule])).toEqual([10, 10]);
    expect(payNow([of('一', 'district'), of('区', 'district')], [rule])).toEqual([10, 0]);
  });
});

it('a setting of the database takes the place of the outcome of the pack', () => {
  const [changed] = effectiveGroups([group({})], { [overlapSettingKey('ladder')]: 'top-up' });
  expect(changed?.outcome).toBe('top-up');
  expect(effectiveGroups([group({})], { [overlapSettingKey('ladder')]: 'nonsense' })).toEqual([group({})]);
});

describe('whatever the claims', () => {
  const outcomes = fc.constantFrom('highest', 'top-up', 'stackable');
  const claims = fc
    .array(
      fc.record({ on: fc.constantFrom('2024-01-01', '2024-06-01', '2025-01-01'), amount: fc.nat(500) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((list) => list.map(({ on, amount }, i) => claim(`c${i}`, on, amount)));
  const payments = fc.array(fc.nat(300), { maxLength: 3 }).map((list) => list.map((each) => money(each)));

  it('never pays less than nothing nor more than the claim, and the order is irrelevant', () => {
    fc.assert(
      fc.property(claims, payments, outcomes, (list, paid, outcome) => {
        const groups = [group({ outcome })];
        const settled = settle(list, groups, paid);
        for (const [i, each] of settled.entries()) {
          expect(each.payNow).toBeGreaterThanOrEqual(0);
          expect(each.payNow).toBeLessThanOrEqual(list[i]?.amount ?? -1);
        }
        const turned = [...settle([...list].reverse(), groups, [...paid].reverse())].reverse();
        expect(turned).toEqual(settled);
      }),
    );
  });

  it('under 取最高 and 补齐差额 all of it together is the greatest amount, or what was paid before', () => {
    fc.assert(
      fc.property(claims, payments, fc.constantFrom('highest', 'top-up'), (list, paid, outcome) => {
        const before = paid.reduce((sum, each) => sum + each.amount, 0);
        const now = settle(list, [group({ outcome })], paid).reduce((sum, each) => sum + each.payNow, 0);
        expect(before + now).toBe(Math.max(before, ...list.map((each) => each.amount)));
      }),
    );
  });
});
