import { expect, it } from 'vitest';
import { evaluate } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { readFacts } from '#shared/policy/facts.ts';
import { findClause } from '#shared/policy/find-clause.ts';
import { packOf } from './example-pack.ts';

const earned = { title: 'little-giant', firstRecognition: true, firstInDistrict: true };

/** Whole answers with their 测算说明, kept in test/golden/policy: a change of wording or figures shows in review. */
it.each([
  ['qiantang-4-2-awarded-start-pending', 'qiantang-2024', '四2', earned, '2024-07-01', {}],
  [
    'qiantang-4-2-awarded',
    'qiantang-2024',
    '四2',
    { ...earned, title: 'provincial-srdi' },
    '2025-03-01',
    { 'policy-start': '2024-04-18' },
  ],
  [
    'qiantang-4-2-refused',
    'qiantang-2024',
    '四2',
    { ...earned, firstRecognition: false },
    '2027-04-18',
    { 'policy-start': '2024-04-18' },
  ],
  [
    'qiantang-4-3-favoured',
    'qiantang-2024',
    '四3',
    { srdiFirm: true, totalInvestment: '600万元', completedInvestment: '5.1亿元', industry: '新材料' },
    '2025-06-30',
    { 'policy-start': '2024-04-18' },
  ],
  [
    'qiantang-4-5-interest',
    'qiantang-2024',
    '四5',
    {
      srdiFirm: true,
      oneYearProduct: true,
      bankRate: '3%',
      notAboveMarket: true,
      guaranteeRate: '千分之五',
      principal: '1000万元',
      lentOn: '2025-06-15',
      repaidOn: '2026-06-15',
      awardedBefore: '4万元',
    },
    '2025-06-10',
    { 'policy-start': '2024-04-18' },
  ],
  ['qiantang-4-2-needs-data', 'qiantang-2024', '四2', { title: 'little-giant' }, '2024-07-01', {}],
  [
    'binjiang-2-1-ceiling',
    'binjiang-2023',
    '二1',
    { ...earned, title: 'national-single-champion' },
    '2026-05-11',
    {},
  ],
  ['binjiang-2-1-over', 'binjiang-2023', '二1', earned, '2026-05-12', {}],
  [
    'example-2-1-capped',
    'example',
    '二1',
    {
      项目总投资: '1亿元',
      设备投入: '600万元',
      软件投入: '0元',
      所属领域: '刀具',
      是否规上: '否',
      职工人数: '20人',
    },
    '2025-06-01',
    {},
  ],
])('%s', async (name, pack, cited, facts, date, settings) => {
  const clause = findClause(packOf(pack), cited);
  if (clause === undefined) throw new Error(`${pack} has no ${cited}`);
  const origins = { firstRecognition: '2024年名单.xlsx · Sheet1!F7' };
  const result = evaluate(clause, readFacts(clause, facts), date, { settings, origins });
  const text = `${JSON.stringify({ ...result, explanation: explainTrace(result.trace) }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../golden/policy/${name}.json`);
});
