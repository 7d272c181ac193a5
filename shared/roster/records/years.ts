import { type YearFigure, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { figureBounds } from '#shared/text/year-figure-text.ts';
import { recordFieldParts } from '../fields.ts';
import type { Heading } from '../heading.ts';
import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRow, RecordRules, RecordType, RowRecord } from './record.ts';

/** 年度经营数据: one record for a firm and year; a row has one, or several where the headers name the years. */
export const yearRules: RecordRules = {
  fields: () => fields,

  recognise: ({ plain, own, heading, titled }) => {
    if (titled) return null;
    const figures = new Set(own.map((field) => recordFieldParts(field).name).filter(isFigureName));
    const profile = [...plain].filter((field) => !identity.has(field)).length;
    const years = new Set(own.flatMap((field) => recordFieldParts(field).year ?? []));
    if (figures.size === 0 || figures.size <= profile) return null;
    if (years.size > 0) return `表头写明 ${[...years].sort().join('、')} 年的${wordsOf(figures)}`;
    if (own.includes('record.year')) return `有“年度”和${wordsOf(figures)}列`;
    if (figures.size < 2 && yearOfLines(heading) === undefined) return null;
    return `有${wordsOf(figures)}等列`;
  },

  read: (row) => {
    const { values } = row.reading;
    const shared: Record<string, unknown> = {};
    const byYear = new Map<number | null, Record<string, unknown>>();
    for (const [field, value] of Object.entries(values)) {
      if (!field.startsWith('record.') || field === 'record.year') continue;
      // The keys of a reading are fields of its columns.
      const { name, year } = recordFieldParts(field as `record.${string}`);
      if (!isFigureName(name)) shared[name] = value;
      else byYear.set(year, { ...byYear.get(year), [name]: value });
    }
    const undated = byYear.get(null);
    const years = [...byYear].flatMap(([year, figures]) =>
      year === null ? [] : [recordOf(year, figures, shared)],
    );
    const named = new Set([...row.columns].flatMap((field) => recordFieldParts(field).year ?? []));
    if (undated === undefined && named.size > 0) return years;
    const year = statedYear(row, named);
    if (year === undefined) return years;
    const dated = byYear.get(year) ?? {};
    const others = years.filter(({ key }) => key !== String(year));
    return [...others, recordOf(year, { ...undated, ...dated }, shared)];
  },
};

/** What may stand beside the figures without making a list of firms of the table. */
const identity: ReadonlySet<string> = new Set([
  'name',
  'code',
  'streetId',
  'platformId',
  'chainId',
  'industry',
  'recognisedYear',
  'remark',
]);

function isFigureName(name: string): name is YearFigure {
  return Object.hasOwn(yearFigureInfo, name);
}

function wordsOf(figures: ReadonlySet<YearFigure>): string {
  return [...figures]
    .slice(0, 2)
    .map((figure) => `“${yearFigureInfo[figure].label}”`)
    .join('、');
}

function recordOf(
  year: number,
  figures: Record<string, unknown>,
  shared: Record<string, unknown>,
): RowRecord {
  // Every value was put in by the reader of its own field.
  const values = { ...figures, ...(Object.keys(figures).length === 0 ? {} : shared) } as RowRecord['values'];
  return { key: String(year), label: `${year}年`, values };
}

/**
 * The year of a row: its own cell, the one year that other headers name, else what stands above the table. Says so when
 * there is none.
 * @param named years that headers name
 */
export function statedYear(
  { reading, heading, columns }: RecordRow,
  named: ReadonlySet<number>,
): number | undefined {
  const own = reading.values['record.year'];
  if (typeof own === 'number') return own;
  const [only, second] = named;
  // Beside 2024年营业收入 a column without a year means the same year.
  if (only !== undefined && second === undefined) return only;
  const above = columns.has('record.year') ? undefined : yearOfLines(heading);
  if (above === undefined) {
    const message = '没有写明是哪一年的数据';
    const fix = '请加一列“年度”，或在标题写明年度，如：2023年度';
    reading.say('record.year', { code: 'year-missing', severity: 'error', message, fix });
    return undefined;
  }
  const message = `年度取自标题：${above} 年`;
  reading.say('record.year', { code: 'year-from-heading', severity: 'info', message, fix: null });
  return above;
}

/** The one year that the lines above a table name, nearest first; the day of filling in does not count. */
function yearOfLines(heading: Heading): number | undefined {
  for (const line of heading) {
    if (/填报|填表|制表|报送|打印|截[至止]/u.test(line)) continue;
    const text = line.normalize('NFKC').replace(/\s/g, '');
    const years = new Set(text.match(/(?:19|20)\d{2}(?=年|$)/gu) ?? []);
    const [only, second] = years;
    if (only !== undefined && second === undefined) return Number(only);
  }
  return undefined;
}

const own = (name: string): readonly string[] => recordAliases.years[name] ?? [];

/** The field of a yearly figure, the same wherever a form asks for it. */
export function figureField(figure: YearFigure): RecordFieldInfo {
  const { label, kind } = yearFigureInfo[figure];
  return {
    name: figure,
    label,
    aliases: [label, ...own(figure)],
    type: figureType(figure),
    required: false,
    rule: ruleOf[kind],
    sample: figure === 'revenue' ? 5000 : figure === 'employees' ? 80 : '',
  };
}

const ruleOf = {
  money: '单位万元，只填数字。',
  count: '只填整数。',
  share: '单位 %，3.5% 填 3.5。',
  score: '按评价得分填写。',
  flag: '是或否。',
  choice: '从下拉列表中选择。',
} as const;

function figureType(figure: YearFigure): RecordType {
  const { kind, choices } = yearFigureInfo[figure];
  if (kind === 'flag') return { is: 'flag' };
  if (kind === 'choice') {
    return {
      is: 'choice',
      choices: Object.entries(choices ?? {}).map(([id, label]) => ({ id, label, aliases: [] })),
    };
  }
  return { is: kind, ...figureBounds(figure) };
}

const fields: readonly RecordFieldInfo[] = [
  {
    name: 'year',
    label: '年度',
    aliases: own('year'),
    type: { is: 'year' },
    required: true,
    rule: '写成 2023；一家企业一年一行。',
    sample: 2023,
  },
  ...yearFigures.map(figureField),
  {
    name: 'source',
    label: '数据来源',
    aliases: own('source'),
    type: { is: 'text' },
    required: false,
    rule: '如：审计报告、企业填报。',
    sample: '审计报告',
  },
  {
    name: 'remark',
    label: '备注',
    aliases: own('remark'),
    type: { is: 'text' },
    required: false,
    rule: '可不填。',
    sample: '',
  },
];
