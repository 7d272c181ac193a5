import { describe, expect, it } from 'vitest';
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
      for (const note of measure.notes) expect(note).toMatch(/\(《.+》.*\)$/);
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
      if (amount.mechanism !== 'byLevel') throw new Error(`${clause.id} is no longer by level`);
      expect(amount.table.map((row) => row.level)).toEqual(
        clause.trigger.kind === 'title' && clause.trigger.titleIds,
      );
      for (const parameter of Object.values(clause.parameters)) {
        expect(parameter.reference.text).toMatch(/^《.+》第.部分第\d+条$/);
      }
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
