import { z } from 'zod';
import { overlapOutcomes, overlapScopes } from '../clause.ts';
import { factTypes } from '../fact.ts';
import { roundingNames } from '../rounding.ts';
import { FactName, Id, quantityOf, RefSchema, strict, WordList, Words } from './common.ts';

const factTypeWords = [...factTypes, 'title'] as const;

const FactSchema = strict({
  label: Words,
  /** `title` is a choice among the titles of the pack. */
  type: z.enum(factTypeWords, { error: `事实项的类型不对\n写 ${factTypeWords.join('、')} 之一。` }),
  unit: Words.optional(),
  choices: z.array(strict({ value: Id, label: Words, aliases: WordList })).optional(),
  help: Words.optional(),
});

const ParameterSchema = z.union([
  strict({ label: Words, value: quantityOf(), ref: RefSchema }),
  strict({ label: Words, list: z.array(Id).min(1), ref: RefSchema }),
]);

const OverlapGroupSchema = strict({
  id: Id,
  label: Words,
  scope: z.enum(overlapScopes, { error: `重叠范围不对\n写 ${overlapScopes.join('、')} 之一。` }),
  outcome: z.enum(overlapOutcomes, { error: `重叠处理不对\n写 ${overlapOutcomes.join('、')} 之一。` }),
  reason: Words,
  ref: RefSchema,
});

const TriggerSchema = strict({
  /** Name of the list parameter with the titles. */
  titles: Id,
  facts: strict({ title: FactName, firstRecognition: FactName, firstInDistrict: FactName }),
});

const ClauseSchema = strict({
  id: Id,
  part: Words,
  item: z.union([z.number().int().positive(), Words]),
  title: Words,
  summary: Words,
  ref: RefSchema,
  departments: WordList,
  dateLabel: Words,
  trigger: TriggerSchema.optional(),
  facts: z.record(FactName, FactSchema),
  parameters: z.record(Id, ParameterSchema),
  /** Trees of mechanisms: read by the mechanisms themselves. */
  conditions: z.unknown(),
  amount: z.unknown(),
  rounding: z.enum(roundingNames, { error: `取整方法不对\n写 ${roundingNames.join('、')} 之一。` }),
  payers: z.array(z.enum(['省', '市', '区'], { error: '出资层级不对\n写“省”“市”或“区”。' })).min(1),
  overlap: Id.optional(),
  evidence: WordList,
  notes: WordList,
  remarks: WordList,
});
/** One clause after reading. */
export type RawClause = z.output<typeof ClauseSchema>;

/** clauses.yaml: money clauses and the rules for overlaps. */
export const ClausesFileSchema = strict({
  overlapGroups: z.array(OverlapGroupSchema).default([]),
  clauses: z.array(ClauseSchema),
});
/** clauses.yaml after reading. */
export type ClausesFile = z.output<typeof ClausesFileSchema>;
