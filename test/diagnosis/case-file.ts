import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Subject } from '#shared/diagnosis/subject.ts';
import {
  emptyYearFigures,
  type FirmYear,
  type YearFigure,
  yearFigureInfo,
  yearFigures,
} from '#shared/domain/firm-year.ts';
import { parseFigureField } from '#shared/text/year-figure-text.ts';

const Figures = z.record(z.string(), z.union([z.number(), z.string()]));

const FileSchema = z.strictObject({
  称号: z.string(),
  企业: z.strictObject({
    规模: z.enum(['large', 'medium', 'small', 'micro']),
    称号: z.array(z.string()),
    注册日期: z.string().nullable().default(null),
    年度: z.record(z.string(), Figures),
  }),
  用例: z
    .array(
      z.strictObject({
        名称: z.string(),
        日期: z.string(),
        申报: z.enum(['新申报', '复核']),
        标准: z.string(),
        /** In place of figures of the year before the day. */
        假设: Figures.default({}),
        结果: z.enum(['符合', '不符合', '缺数据', '需人工判断']),
        得分: z.tuple([z.number(), z.number()]).optional(),
        条件: z.record(z.string(), z.enum(['符合', '不符合', '缺数据', '需人工判断', '无此条'])),
        差距含: z.record(z.string(), z.string()).default({}),
        缺含: z.record(z.string(), z.string()).default({}),
      }),
    )
    .min(1),
});

/** A file of cases that staff can read and write. */
export type CaseFile = z.output<typeof FileSchema> & { readonly name: string };
/** One case. */
export type DiagnosisCase = CaseFile['用例'][number];

/** All case files of this folder. */
export function readCaseFiles(): readonly CaseFile[] {
  const folder = new URL('./cases/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, ...FileSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))) }));
}

/** The firm of a file on the day of a case. */
export function subjectOf(file: CaseFile, each: DiagnosisCase): Subject {
  const last = Number(each.日期.slice(0, 4)) - 1;
  const years = Object.entries(file.企业.年度).map(([year, figures]) => [Number(year), figures] as const);
  return {
    day: each.日期,
    registeredOn: file.企业.注册日期,
    scale: file.企业.规模,
    titleIds: new Set(file.企业.称号),
    years: new Map(
      years.map(([year, figures]) => [
        year,
        yearOf(year, year === last ? { ...figures, ...each.假设 } : figures),
      ]),
    ),
  };
}

function yearOf(year: number, figures: z.output<typeof Figures>): FirmYear {
  const values = Object.entries(figures).map(([label, value]) => {
    const figure = yearFigures.find((each) => yearFigureInfo[each].label === label);
    if (figure === undefined) throw new Error(`没有“${label}”这一项`);
    return [figure, readValue(figure, String(value))] as const;
  });
  return {
    firmId: 1,
    year,
    source: null,
    remark: null,
    ...emptyYearFigures,
    ...Object.fromEntries(values),
  };
}

function readValue(figure: YearFigure, text: string): string | number | boolean | null {
  if (text === '未填') return null;
  const { kind, choices } = yearFigureInfo[figure];
  if (kind === 'flag') return text === '是';
  if (kind === 'choice') {
    const found = Object.entries(choices ?? {}).find(([, label]) => label === text);
    if (found === undefined) throw new Error(`“${text}”不在选项中`);
    return found[0];
  }
  const value = parseFigureField(figure, text);
  if (value == null) throw new Error(`“${text}”不是数值`);
  return value;
}
