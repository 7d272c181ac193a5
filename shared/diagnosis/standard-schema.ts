import { z } from 'zod';
import { type ChoiceFigure, type FlagFigure, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { parseQuantity } from '#shared/policy/quantity.ts';
import { DayText, Id, strict, WordList, Words } from '#shared/policy/schema/common.ts';
import { isMeasureName, type MeasureKind, measures } from './measures.ts';
import { certainties, type Test } from './standard.ts';

const Threshold = z.union([z.number(), z.string()]).optional();

const MeasureTest = strict({
  measure: z.string().refine(isMeasureName, { error: '没有这个指标\n写 measures.ts 中的名称。' }),
  least: Threshold,
  most: Threshold,
  below: Threshold,
}).transform((raw, context): Test => {
  const { measure } = raw;
  // The refinement above let only names of measures through.
  if (!isMeasureName(measure)) throw new Error('a measure without name');
  const { kind } = measures[measure];
  const read = (value: number | string | undefined): number | null => {
    if (value === undefined) return null;
    const number = thresholdOf(kind, value);
    if (number !== undefined) return number;
    context.addIssue({
      code: 'custom',
      message: `“${value}”的单位不对\n金额写万元或亿元，比例写 %，其余写数字。`,
    });
    return null;
  };
  const limits = { least: read(raw.least), most: read(raw.most), below: read(raw.below) };
  if (raw.least === undefined && raw.most === undefined && raw.below === undefined) {
    context.addIssue({ code: 'custom', message: '没有界限\n写 least、most 或 below。' });
  }
  return { kind: 'measure', measure, ...limits };
});

/** A threshold in the stored unit of its measure; nothing when the unit does not fit. */
function thresholdOf(kind: MeasureKind, value: number | string): number | undefined {
  if (typeof value === 'number') {
    if (kind === 'count') return value;
    return kind === 'score' ? value * 100 : undefined;
  }
  const found = parseQuantity(value);
  const wanted = { money: 'money', share: 'rate', count: 'count', score: 'none' }[kind];
  return found?.kind === wanted ? found.value : undefined;
}

const flags = yearFigures.filter((figure) => yearFigureInfo[figure].kind === 'flag');
const choices = yearFigures.filter((figure) => yearFigureInfo[figure].kind === 'choice');
// The lists above hold only figures of their kind.
const FlagName = z.enum(flags as unknown as readonly [FlagFigure, ...FlagFigure[]]);
const ChoiceName = z.enum(choices as unknown as readonly [ChoiceFigure, ...ChoiceFigure[]]);

const TestSchema: z.ZodType<Test> = z.lazy(() =>
  z.union([
    MeasureTest,
    strict({ yes: FlagName }).transform(({ yes }): Test => ({ kind: 'flag', figure: yes })),
    strict({ choice: ChoiceName, of: z.array(Words).min(1), years: z.int().min(0).default(0) }).transform(
      ({ choice, of, years }): Test => ({ kind: 'choice', figure: choice, of, years }),
    ),
    strict({ holds: z.array(Id).min(1) }).transform(
      ({ holds }): Test => ({ kind: 'title', titleIds: holds, held: true }),
    ),
    strict({ not_holds: z.array(Id).min(1) }).transform(
      ({ not_holds }): Test => ({ kind: 'title', titleIds: not_holds, held: false }),
    ),
    strict({ judge: Words }).transform(({ judge }): Test => ({ kind: 'judge', text: judge })),
    strict({ sme: z.literal(true) }).transform((): Test => ({ kind: 'sme' })),
    strict({ score: z.literal(true) }).transform((): Test => ({ kind: 'score' })),
    strict({ always: z.literal(true) }).transform((): Test => ({ kind: 'all', tests: [] })),
    strict({ all: z.array(TestSchema).min(1) }).transform(({ all }): Test => ({ kind: 'all', tests: all })),
    strict({ any: z.array(TestSchema).min(1) }).transform(({ any }): Test => ({ kind: 'any', tests: any })),
  ]),
);

/** Bands with their points, best first. */
export const Bands = z
  .array(
    strict({ points: z.number().positive(), when: TestSchema }).transform(({ points, when }) => ({
      points,
      test: when,
    })),
  )
  .min(1);
const Mark = z.enum(certainties).optional();
const TermSchema = strict({ from: DayText, until: DayText.nullable().default(null) });

/** One standard as its file writes it. */
export const StandardSchema = strict({
  id: Id,
  title: Id,
  label: Words,
  document: Words,
  number: Words.nullable().default(null),
  certainty: z.enum(certainties),
  new: TermSchema.nullable().default(null),
  review: TermSchema.nullable().default(null),
  notes: WordList,
  conditions: z
    .array(
      strict({
        id: Id,
        label: Words,
        certainty: Mark,
        only: z.enum(['new', 'review']).nullable().default(null),
        note: Words.nullable().default(null),
        test: TestSchema,
      }),
    )
    .min(1),
  score: strict({
    pass: z.number().positive(),
    parts: z
      .array(
        strict({
          label: Words,
          full: z.number().positive(),
          least: z.number().min(0).default(0),
          criteria: z
            .array(
              strict({
                label: Words,
                full: z.number().positive(),
                certainty: Mark,
                bands: Bands.optional(),
                sum: Bands.optional(),
                given: z.literal('featurePoints').optional(),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  })
    .nullable()
    .default(null),
});

/** A standard as written. */
export type RawStandard = z.output<typeof StandardSchema>;
