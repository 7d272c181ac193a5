import { type YearFigure, yearFigureInfo } from '#shared/domain/firm-year.ts';
import { assessedFigures, selfAssessmentText } from '#shared/domain/self-assessment.ts';
import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRules, RowRecord } from './record.ts';
import { figureField, statedYear } from './years.ts';

/** 年度自评表: one record for a firm and year, with the figures it states and what it says of itself. */
export const assessmentRules: RecordRules = {
  fields: () => fields,

  recognise: ({ own, heading }) => {
    const said = fields.find(({ name }) => words.has(name) && own.includes(`record.${name}`));
    const asked = heading.some((line) => /自评|自我评价/u.test(line));
    if (said?.name === 'grade') return `有“${said.label}”列`;
    const figures = assessedFigures.filter((figure) => own.includes(`record.${figure}`));
    if (!asked || (said === undefined && figures.length === 0)) return null;
    return `标题写明自评，有“${said?.label ?? labelOf(figures[0])}”列`;
  },

  read: (row) => {
    const year = statedYear(row, new Set());
    if (year === undefined) return [];
    const values = Object.fromEntries(
      fields.flatMap(({ name }) => {
        const value = row.reading.values[`record.${name}`];
        return name === 'year' || value == null ? [] : [[name, value]];
      }),
      // Every value was put in by the reader of its own field.
    ) as RowRecord['values'];
    if (Object.keys(values).length === 0) return [];
    return [{ key: String(year), label: `${year}年`, values }];
  },
};

const words: ReadonlySet<string> = new Set(['grade', 'achievements', 'difficulties', 'nextSteps']);

function labelOf(figure: YearFigure | undefined): string {
  return figure === undefined ? '' : yearFigureInfo[figure].label;
}

function field(
  name: string,
  label: string,
  type: RecordFieldInfo['type'],
  rule: string,
  rest: Partial<Pick<RecordFieldInfo, 'required' | 'sample'>> = {},
): RecordFieldInfo {
  const aliases = recordAliases.assessments[name] ?? [];
  return { name, label, aliases, type, rule, required: false, sample: '', ...rest };
}

const fields: readonly RecordFieldInfo[] = [
  field('year', '年度', { is: 'year' }, '预填，被评价的年度；一家企业一年一行。', {
    required: true,
    sample: 2023,
  }),
  field('filledOn', selfAssessmentText.filledOn, { is: 'day' }, '写成 2024-03-15。', {
    sample: '2024-03-15',
  }),
  ...assessedFigures.map(figureField),
  field('grade', selfAssessmentText.grade, { is: 'text' }, '写优秀、良好、合格或不合格。', {
    sample: '良好',
  }),
  field('achievements', selfAssessmentText.achievements, { is: 'text' }, '一两句话写明本年度的主要成效。'),
  field('difficulties', selfAssessmentText.difficulties, { is: 'text' }, '没有的留空。'),
  field('nextSteps', selfAssessmentText.nextSteps, { is: 'text' }, '下一年度的目标和措施。'),
];
