import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/policy/packs/index.ts';
import { exampleFiles } from '#test/policy/example-pack.ts';

/** Breaks one file of the invented district and says what the checker answers. */
function problemsAfter(file: string, find: string, put: string) {
  const files = exampleFiles({ file, find, put });
  const text = files.find((each) => each.path.endsWith(`/${file}`))?.text ?? '';
  const parsed = parsePack(files);
  const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
  return { problems: parsed.ok ? [] : parsed.problems, lineOf };
}

describe('an invented third district', () => {
  it('needs no code: its pack reads without a problem', () => {
    const parsed = parsePack(exampleFiles());
    expect(parsed.ok ? parsed.pack.id : parsed.problems).toBe('example');
  });
});

describe('a mistake in a pack is named with file, line, what is wrong and what to do', () => {
  it.each([
    [
      'unknown key',
      'district.yaml',
      '  bureau: 区经济局',
      '  bureau: 区经济局\n  color: red',
      'color',
      '不认识的键“color”',
      'name、short、code、bureau',
    ],
    [
      'duplicate key',
      'titles.yaml',
      'others: [high-tech]',
      'others: [high-tech]\nothers: []',
      'others: []',
      '相同的键',
      '删去',
    ],
    [
      'broken YAML',
      'goals.yaml',
      '    label: 小巨人',
      '    label: 小巨人: 一',
      'label: 小巨人: 一',
      'YAML',
      '引号',
    ],
    [
      'missing reference',
      'clauses.yaml',
      ', ref: { document: sample, part: 二, clause: 3 } }\n      city',
      ' }\n      city',
      'province-award:',
      '缺少“ref”',
      'ref:',
    ],
    [
      'number without unit',
      'goals.yaml',
      'value: 4家',
      'value: 4',
      'value: 4',
      '“4”不是带单位的数值',
      '500家',
    ],
    [
      'wrong unit for a number of firms',
      'goals.yaml',
      'value: 4家',
      'value: 4年',
      'value: 4年',
      '单位不对',
      '家',
    ],
    [
      'money where a number of firms belongs',
      'goals.yaml',
      'value: 4家',
      'value: 4万元',
      'value: 4万元',
      '单位不对',
      '数量',
    ],
    [
      'a rate where money belongs',
      'clauses.yaml',
      'value: 50万元, ref: { document: sample, part: 二, clause: 3 }',
      'value: 50%, ref: { document: sample, part: 二, clause: 3 }',
      'table: {',
      '是比例',
      '金额',
    ],
    [
      'money where a rate belongs',
      'clauses.yaml',
      'value: 15%',
      'value: 15元',
      'share: share\n        limit',
      '是金额',
      '比例',
    ],
    [
      'unit of a count against its fact',
      'clauses.yaml',
      'value: 300人',
      'value: 300家',
      '不足: small-staff',
      '按人填',
      '同一单位',
    ],
    [
      'paper that is not listed',
      'goals.yaml',
      '    ref: { document: sample, part: 一 }\n    notes',
      '    ref: { document: other, part: 一 }\n    notes',
      'document: other',
      '“other”没有列出',
      'sample',
    ],
    [
      'title that does not exist',
      'titles.yaml',
      'others: [high-tech]',
      'others: [no-such-title]',
      'no-such-title',
      '不在国家称号目录中',
      'little-giant',
    ],
    [
      'title of a measure that the district does not keep',
      'goals.yaml',
      'titles: [little-giant]',
      'titles: [hidden-champion]',
      'hidden-champion',
      '不在本区称号中',
      'little-giant',
    ],
    [
      'parameter that is not listed',
      'clauses.yaml',
      'share: share\n        limit: limit',
      'share: share\n        limit: limits',
      'limit: limits',
      '参数“limits”没有列出',
      'limit',
    ],
    [
      'parameter that nobody reads',
      'clauses.yaml',
      'city: city-award',
      'city: province-award',
      'city-award:',
      '没有被规则用到',
      '删去',
    ],
    [
      'fact that is not declared',
      'clauses.yaml',
      '{ fact: equipment }',
      '{ fact: equipments }',
      '{ fact: equipments }',
      '事实项“equipments”没有声明',
      'equipment',
    ],
    [
      'fact of the wrong type',
      'clauses.yaml',
      'compare: { fact: lab, 是: true }',
      'compare: { fact: level, 是: true }',
      'compare: { fact: level',
      '是选项',
      '是否',
    ],
    [
      'answer that is not a choice',
      'clauses.yaml',
      'table: { province:',
      'table: { state:',
      'table: { state:',
      '“state”不是',
      'province',
    ],
    [
      'member of a list that is not a choice',
      'clauses.yaml',
      'list: [tools, toys]',
      'list: [tools, ships]',
      '属于: fields',
      '“ships”不是',
      'tools',
    ],
    [
      'two comparison words',
      'clauses.yaml',
      '以上: minimum-investment',
      '以上: minimum-investment, 超过: minimum-investment',
      '以上: minimum-investment, 超过',
      '只写一个比较词',
      '以上',
    ],
    [
      'mechanism that does not exist',
      'clauses.yaml',
      '      byLevel:',
      '      byStep:',
      'byStep',
      '没有“byStep”这种算法',
      'byLevel',
    ],
    [
      'no mechanism at all',
      'clauses.yaml',
      '    conditions:\n      compare: { fact: lab, 是: true }',
      '    conditions: {}',
      'conditions: {}',
      '只写一种算法',
      'compare',
    ],
    [
      '最高 inside an amount',
      'clauses.yaml',
      '          - fixed: base-award',
      '          - ceiling: { fixed: base-award }',
      '- ceiling',
      '最外层',
      '第一层',
    ],
    [
      'overlap group that is not listed',
      'clauses.yaml',
      'overlap: project',
      'overlap: projects',
      'overlap: projects',
      '重叠组“projects”没有列出',
      'project',
    ],
    [
      'rounding that does not exist',
      'clauses.yaml',
      'rounding: 舍去到元',
      'rounding: 随便',
      'rounding: 随便',
      '取整方法不对',
      '四舍五入到分',
    ],
    [
      'same clause twice',
      'clauses.yaml',
      'id: example-2-3',
      'id: example-2-2',
      'id: example-2-2\n    part: 二\n    item: 3',
      '出现两次',
      '删去',
    ],
    [
      'same spelling for two streets',
      'district.yaml',
      'aliases: [西街]',
      'aliases: [东街]',
      'id: west',
      '“东街”出现两次',
      '只能写一次',
    ],
    [
      'nickname of an area as a street',
      'district.yaml',
      'aliases: [西街]',
      'aliases: [老城]',
      'name: 老城',
      '片区俗称“老城”',
      '只能留一处',
    ],
    [
      'street code of another district',
      'district.yaml',
      '"990101002"',
      '"990102002"',
      'id: west',
      '街道代码“990102002”不对',
      '990101',
    ],
    [
      'district code without quotes',
      'district.yaml',
      'code: "990101"',
      'code: 990101',
      'code: 990101',
      '“code”的写法不对',
      '文字',
    ],
    [
      'day that does not exist',
      'district.yaml',
      'from: 2025-02-01',
      'from: 2025-02-30',
      'from: 2025-02-30',
      '不是有效日期',
      '2024-01-01',
    ],
    [
      'mark other than 待核实',
      'district.yaml',
      'label: 东街道,',
      'label: 东街道, confirm: 也许,',
      'confirm: 也许',
      '待核实',
      '不写',
    ],
    [
      'targets out of order',
      'goals.yaml',
      'year: 2026',
      'year: 2025',
      'value: 6家',
      '没有从前到后',
      '从早到晚',
    ],
    [
      'id with capital letters',
      'goals.yaml',
      'id: little-giant',
      'id: LittleGiant',
      'LittleGiant',
      '编号写法不对',
      '小写',
    ],
  ])('%s', (_name, file, find, put, place, message, fix) => {
    const { problems, lineOf } = problemsAfter(file, find, put);
    const found = problems.filter((each) => each.message.includes(message));
    expect(found, JSON.stringify(problems)).not.toEqual([]);
    expect(found.map((each) => each.file)).toContain(`example/${file}`);
    expect(found.map((each) => each.line)).toContain(lineOf(place));
    expect(
      found.every((each) => each.fix.includes(fix)),
      found[0]?.fix,
    ).toBe(true);
  });

  it('a missing file and a strange file', () => {
    const files = exampleFiles().filter((each) => !each.path.endsWith('goals.yaml'));
    const parsed = parsePack([...files, { path: 'example/other.yaml', text: '' }]);
    const messages = parsed.ok ? [] : parsed.problems.map((each) => each.message);
    expect(messages).toEqual(['不认识的文件“other.yaml”', '缺少“goals.yaml”']);
  });

  it('a pack without tasks is whole; a task that names nothing there is, or no source, is refused at its line', () => {
    const without = parsePack(exampleFiles().filter((each) => !each.path.endsWith('tasks.yaml')));
    expect(without.ok && without.pack.tasks).toEqual([]);
    const messagesAfter = (find: string, put: string) =>
      problemsAfter('tasks.yaml', find, put).problems.map(({ message, line }) => `${line} ${message}`);
    expect(messagesAfter('unit: 家, target: 30家', 'measure: gone')).toEqual(['8 没有编号为“gone”的指标']);
    expect(messagesAfter('unit: 家, target: 30家', 'clauses: [gone]')).toEqual([
      '8 没有编号为“gone”的奖补条款',
    ]);
    expect(messagesAfter('unit: 家, target: 30家', 'target: 30家')[0]).toBe(
      '8 任务指标“走访企业”的来源不清楚',
    );
    expect(messagesAfter('target: 30家', 'target: 30项')).toEqual(['8 “30项”的单位与指标不一致']);
    expect(messagesAfter('document: sample', 'document: gone')[0]).toContain('依据的文件“gone”没有列出');
  });

  it('several mistakes are all named at once', () => {
    const { problems } = problemsAfter(
      'goals.yaml',
      'value: 4家 }\n      - { year: 2026, value: 6家',
      'value: 4 }\n      - { year: 2026, value: 6',
    );
    expect(problems.map((each) => each.message)).toEqual(['“4”不是带单位的数值', '“6”不是带单位的数值']);
  });

  it.each(['', '# 只有注释', '- 1', 'x', '"', '\t'])(
    'text %j instead of a pack is refused, not crashed on',
    (text) => {
      const files = exampleFiles().map((file) => ({ ...file, text }));
      const parsed = parsePack(files);
      expect(parsed.ok ? 0 : parsed.problems.length).toBeGreaterThan(0);
    },
  );
});

describe('the fingerprint of a pack', () => {
  const hashOf = (files: ReturnType<typeof exampleFiles>) => {
    const parsed = parsePack(files);
    return parsed.ok ? parsed.pack.hash : undefined;
  };

  it('changes with any figure and not with line endings or a byte-order mark', () => {
    const plain = hashOf(exampleFiles());
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(exampleFiles({ file: 'goals.yaml', find: '4家', put: '5家' }))).not.toBe(plain);
    expect(hashOf(exampleFiles({ file: 'tasks.yaml', find: '30家', put: '31家' }))).toBe(plain);
    const windows = exampleFiles().map((file) => ({
      ...file,
      text: `\uFEFF${file.text.replaceAll('\n', '\r\n')}`,
    }));
    expect(hashOf(windows)).toBe(plain);
  });
});
