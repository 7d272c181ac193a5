import { z } from 'zod';
import { overlapOutcomes, overlapScopes } from '../clause.ts';
import { factTypes } from '../fact.ts';
import { roundingNames } from '../rounding.ts';
import {
  DayText,
  FactName,
  Id,
  quantityOf,
  RefSchema,
  strict,
  ToConfirm,
  WordList,
  Words,
} from './common.ts';

const factTypeWords = [...factTypes, 'title'] as const;

const FactSchema = strict({
  label: Words,
  /** `title` is a choice among the titles of the pack. */
  type: z.enum(factTypeWords, { error: `事实项的类型不对\n写 ${factTypeWords.join('、')} 之一。` }),
  unit: Words.optional(),
  choices: z.array(strict({ value: Id, label: Words, aliases: WordList })).optional(),
  help: Words.optional(),
  /** Absent: a title's fact where the trigger names it, else written on the project's form. */
  from: z
    .union([
      /** Name of the list parameter with the titles. */
      strict({ holdsTitle: Id }),
      strict({
        awarded: z.enum(['本年度', '历年'], { error: '已安排金额的期间不对\n写“本年度”或“历年”。' }),
      }),
    ])
    .optional(),
});

const ParameterSchema = z.union([
  strict({ label: Words, value: quantityOf(), ref: RefSchema }),
  strict({ label: Words, list: z.array(Id).min(1), ref: RefSchema }),
  strict({
    label: Words,
    /** Oldest first. */
    series: z.array(strict({ from: DayText, value: quantityOf('rate'), confirm: ToConfirm })).min(1),
    ref: RefSchema,
  }),
]);

const payerWords = ['省', '市', '区'] as const;
const PayerSchema = z.enum(payerWords, { error: '出资层级不对\n写“省”“市”或“区”。' });

const OverlapGroupSchema = strict({
  id: Id,
  label: Words,
  scope: z.enum(overlapScopes, { error: `重叠范围不对\n写 ${overlapScopes.join('、')} 之一。` }),
  outcome: z.enum(overlapOutcomes, { error: `重叠处理不对\n写 ${overlapOutcomes.join('、')} 之一。` }),
  countsPaidBy: z.array(PayerSchema).default([]),
  reason: Words,
  ref: RefSchema,
});

const ProjectKindSchema = strict({
  id: Id,
  label: Words,
  dateLabel: Words,
  nameLabel: Words,
  objectLabel: Words.optional(),
  contractLabel: Words.optional(),
  ref: RefSchema,
});

const TitleTriggerSchema = strict({
  /** Name of the list parameter with the titles. */
  titles: Id,
  facts: strict({ title: FactName, firstRecognition: FactName, firstInDistrict: FactName }),
});
const ProjectTriggerSchema = strict({ project: Id });

const head = {
  id: Id,
  part: Words,
  item: z.union([z.number().int().positive(), Words]),
  sub: z.number().int().positive().optional(),
  title: Words,
  summary: Words,
  ref: RefSchema,
  departments: WordList,
  notes: WordList,
  remarks: WordList,
};

const rules = {
  /** Absent where a project sets the clause off: then the kind says what its day is. */
  dateLabel: Words.optional(),
  facts: z.record(FactName, FactSchema),
  parameters: z.record(Id, ParameterSchema),
  /** A tree of mechanisms: read by the mechanisms themselves. */
  conditions: z.unknown(),
  evidence: WordList,
};

const ClauseSchema = strict({
  ...head,
  ...rules,
  trigger: z.union([TitleTriggerSchema, ProjectTriggerSchema]),
  amount: z.unknown(),
  rounding: z.enum(roundingNames, { error: `取整方法不对\n写 ${roundingNames.join('、')} 之一。` }),
  payers: z.array(PayerSchema).min(1),
  overlap: Id.optional(),
});

const EntitlementSchema = strict({
  ...head,
  ...rules,
  trigger: ProjectTriggerSchema.optional(),
  noFigure: z.boolean().default(false),
});

const BudgetSchema = strict({
  ...head,
  value: quantityOf('money'),
  word: z.enum(['不少于', '安排'], { error: '预算的写法不对\n写“不少于”或“安排”。' }),
  clauses: z.array(Id).default([]),
});

/** Head, conditions and facts of one clause after reading. */
export type RawRules = z.output<typeof EntitlementSchema> | z.output<typeof ClauseSchema>;
/** One money clause after reading. */
export type RawClause = z.output<typeof ClauseSchema>;
/** One clause without money, after reading. */
export type RawEntitlement = z.output<typeof EntitlementSchema>;
/** What every clause has, after reading. */
export type RawHead = Pick<RawClause, keyof typeof head>;

/** clauses.yaml: kinds of projects, rules for overlaps, and every clause of the document. */
export const ClausesFileSchema = strict({
  projectKinds: z.array(ProjectKindSchema).default([]),
  overlapGroups: z.array(OverlapGroupSchema).default([]),
  clauses: z.array(ClauseSchema),
  entitlements: z.array(EntitlementSchema).default([]),
  budgets: z.array(BudgetSchema).default([]),
  principles: z.array(strict(head)).default([]),
});
/** clauses.yaml after reading. */
export type ClausesFile = z.output<typeof ClausesFileSchema>;
