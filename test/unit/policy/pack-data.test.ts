import { describe, expect, it } from 'vitest';
import type { Pack } from '#shared/policy/pack.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';

const qiantang = loadPack('qiantang-2024');
const binjiang = loadPack('binjiang-2023');

describe('钱塘 2024-2026', () => {
  it('has the seven streets with their codes, and knows the spellings that go wrong', () => {
    expect(qiantang.district.code).toBe('330114');
    expect(qiantang.streets.map(({ id, code }) => [id, code])).toEqual([
      ['xiasha', '330114001'],
      ['baiyang', '330114002'],
      ['hezhuang', '330114003'],
      ['yipeng', '330114004'],
      ['xinwan', '330114005'],
      ['linjiang', '330114006'],
      ['qianjin', '330114007'],
    ]);
    const streetOf = (text: string) =>
      qiantang.streets.find((street) => street.label === text || street.aliases.includes(text))?.id;
    expect(streetOf('何庄街道')).toBe('hezhuang');
    expect(streetOf('江干区白杨街道')).toBe('baiyang');
    expect(streetOf('下沙')).toBeUndefined();
    expect(qiantang.district.areaNames.map((area) => area.name)).toEqual(['下沙', '经开区', '大江东']);
  });

  it('marks what is only remembered as 待核实', () => {
    const names = qiantang.platforms.filter((platform) => platform.toConfirm).map(({ label }) => label);
    expect(names).toEqual(['临江高科园', '前进智造园', '综合保税区']);
  });

  it('keeps the table of targets as it stands', () => {
    const table = qiantang.measures.map(({ id, counts, basis, baseline, baselineYear, targets }) => ({
      id,
      counts,
      basis,
      baseline,
      baselineYear,
      targets: targets.map(({ year, value }) => [year, value]),
    }));
    const counted = { counts: 'titles', basis: 'cumulative', baselineYear: 2023 };
    const pool = { counts: 'pool', basis: 'stock', baseline: null, baselineYear: null };
    expect(table).toEqual([
      {
        id: 'provincial-srdi-or-above',
        ...counted,
        baseline: 200,
        targets: [
          [2024, 270],
          [2025, 350],
          [2026, 400],
        ],
      },
      {
        id: 'hidden-champion',
        ...counted,
        baseline: 4,
        targets: [
          [2024, 5],
          [2025, 6],
          [2026, 7],
        ],
      },
      {
        id: 'little-giant',
        ...counted,
        baseline: 29,
        targets: [
          [2024, 35],
          [2025, 40],
          [2026, 45],
        ],
      },
      { id: 'srdi-seedlings', ...pool, targets: [[2026, 500]] },
      { id: 'little-giant-seeds', ...pool, targets: [[2026, 100]] },
    ]);
  });

  it('shows the contradictions between text and table instead of hiding them', () => {
    const notes = (id: string) =>
      qiantang.measures.find((measure) => measure.id === id)?.notes.join('\n') ?? '';
    expect(notes('provincial-srdi-or-above')).toMatch(/100家.*200家[\s\S]*新增.*流量[\s\S]*131[\s\S]*130家/);
    expect(notes('little-giant')).toMatch(/15家.*16家/);
    expect(notes('hidden-champion')).toMatch(/3家.*一致/);
    expect(notes('srdi-seedlings')).toMatch(/种苗.*种子/);
    for (const measure of qiantang.measures) {
      for (const note of measure.notes) expect(note).toMatch(/（《.+》.*）$/);
    }
  });

  it('asks for the start day that the document leaves blank', () => {
    expect(qiantang.startSetting).toMatchObject({
      id: 'policy-start',
      earliest: '2024-01-01',
      latest: '2024-12-31',
    });
  });
});

/** Numbers of the clauses of one part, each once, in order. */
function itemsOf(pack: Pack, part: string): readonly number[] {
  const all = [...pack.clauses, ...pack.entitlements, ...pack.budgets, ...pack.principles];
  const items = all.filter((clause) => clause.part === part).map((clause) => Number(clause.item));
  return [...new Set(items)].sort((a, b) => a - b);
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

it('both documents are there clause by clause: 钱塘 四1-8, 滨江 二1-16 and 附则', () => {
  expect(itemsOf(qiantang, '四')).toEqual(upTo(8));
  expect(itemsOf(binjiang, '二')).toEqual(upTo(16));
  expect(itemsOf(binjiang, '三')).toEqual([1, 2]);
});

it('sums set aside each year are budgets: 滨江 5 and 9', () => {
  expect(binjiang.budgets.map(({ item, atLeast, parameter }) => [item, atLeast, parameter.text])).toEqual([
    ['5', true, '1亿元'],
    ['9', false, '500万元'],
  ]);
});

it('“给予” is an amount, “最高” and “不超过” without a formula are ceilings', () => {
  const ceilings = (pack: Pack) =>
    pack.clauses.filter((clause) => clause.amount.mechanism === 'ceiling').map((clause) => clause.id);
  expect(ceilings(qiantang)).toEqual(['qiantang-4-4']);
  expect(ceilings(binjiang)).toEqual([
    'binjiang-2-1',
    'binjiang-2-3-first-set',
    'binjiang-2-4-voucher',
    'binjiang-2-9-home',
    'binjiang-2-12-digital',
    'binjiang-2-14-exhibition',
    'binjiang-2-14-booth',
  ]);
});

describe('滨江 2023', () => {
  it('has three streets, targets for 2025 and no baseline', () => {
    expect(binjiang.district.code).toBe('330108');
    expect(binjiang.streets.map(({ label }) => label)).toEqual(['西兴街道', '长河街道', '浦沿街道']);
    expect(
      binjiang.measures.map(({ id, baseline, targets }) => [
        id,
        baseline,
        targets[0]?.year,
        targets[0]?.value,
      ]),
    ).toEqual([
      ['provincial-srdi', null, 2025, 500],
      ['hidden-champion', null, 2025, 25],
      ['little-giant', null, 2025, 100],
      ['national-single-champion', null, 2025, 12],
    ]);
    expect(binjiang.startSetting).toBeNull();
  });
});

describe.each(packIds.map((id) => [id, loadPack(id)] as const))('%s', (_, pack) => {
  it('has an amount for every title that its clause awards, and a place in the document for every figure', () => {
    for (const clause of pack.clauses) {
      const amount = clause.amount.mechanism === 'ceiling' ? clause.amount.of : clause.amount;
      if (clause.trigger.kind === 'title' && amount.mechanism === 'byLevel') {
        expect(amount.table.map((row) => row.level)).toEqual(clause.trigger.titleIds);
      }
    }
    for (const rule of [...pack.clauses, ...pack.entitlements]) {
      for (const parameter of Object.values(rule.parameters)) {
        expect(parameter.reference.text, `${rule.id} ${parameter.name}`).toMatch(/^《.+》./);
      }
    }
  });

  it('tells of every clause what the document leaves open, and asks each fact with a Chinese label', () => {
    for (const rule of [...pack.clauses, ...pack.entitlements]) {
      for (const fact of Object.values(rule.facts)) expect(fact.label).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const clause of pack.clauses) expect(clause.evidence, clause.id).not.toEqual([]);
    for (const entitlement of pack.entitlements) {
      if (entitlement.noFigure) expect(entitlement.notes.join(), entitlement.id).toMatch(/没有写明/);
    }
  });

  it('knows each title by one spelling only, whichever way a roster writes it', () => {
    const spellings = pack.titles.flatMap((title) => [title.label, ...title.aliases]);
    expect(new Set(spellings).size).toBe(spellings.length);
    const titleOf = (text: string) =>
      pack.titles.find((title) => title.label === text || title.aliases.includes(text))?.id;
    expect(titleOf('国家级专精特新小巨人')).toBe('little-giant');
    expect(titleOf('专精特新中小企业')).toBe('provincial-srdi');
    expect(titleOf('专精特新')).toBeUndefined();
    expect(titleOf('单项冠军')).toBeUndefined();
    expect(titleOf('重点小巨人')).toBeUndefined();
  });

  it('puts the ladder first', () => {
    const ladder = pack.titles.map((title) => title.ladder);
    expect(ladder).toEqual([...ladder].sort((a, b) => Number(b) - Number(a)));
  });
});

describe('任务分工', () => {
  const clausesOf = (pack: Pack, part: string) =>
    pack.tasks
      .filter(({ reference }) => reference.part === part)
      .map(({ reference }) => Number(reference.clause));
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('has every clause of 钱塘 三 1-21, 四 1-7, 五 1-3 and 滨江 二 1-16 once, in order', () => {
    expect(clausesOf(qiantang, '三')).toEqual(upTo(21));
    expect(clausesOf(qiantang, '四')).toEqual(upTo(7));
    expect(clausesOf(qiantang, '五')).toEqual(upTo(3));
    expect(qiantang.tasks).toHaveLength(31);
    expect(clausesOf(binjiang, '二')).toEqual(upTo(16));
    expect(binjiang.tasks).toHaveLength(16);
  });

  it('names lead and supporting units as the document does', () => {
    const units = (clause: string) =>
      qiantang.tasks
        .filter(({ reference }) => reference.part === '三' && reference.clause === clause)
        .map(({ leads, supports }) => ({ leads, supports }));
    expect(units('5')).toEqual([
      { leads: ['区经信科技局', '区发展改革局'], supports: ['区财政局', '各平台', '各街道', '区产业集团'] },
    ]);
    expect(units('21')).toEqual([
      { leads: ['区财政局（金融办）', '区经信科技局', '区市场监管局'], supports: ['各平台', '各街道'] },
    ]);
  });
});
