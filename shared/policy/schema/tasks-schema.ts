import { z } from 'zod';
import { taskFeedText } from '../task.ts';
import { Id, quantityOf, RefSchema, strict, WordList, Words } from './common.ts';

const IndicatorSchema = strict({
  id: Id,
  label: Words,
  /** A measure of goals.yaml. */
  measure: Id.optional(),
  /** Clauses whose payments are added up. */
  clauses: z.array(Id).default([]),
  feed: z
    .enum(Object.values(taskFeedText), {
      error: `台账指标不对\n改为：${Object.values(taskFeedText).join('、')}。`,
    })
    .optional(),
  /** Unit of a figure that the units report. */
  unit: Words.optional(),
  target: quantityOf('count').optional(),
});

/** tasks.yaml: the tasks (任务分工) of the document. */
export const TasksFileSchema = strict({
  tasks: z.array(
    strict({
      id: Id,
      group: Words,
      title: Words,
      leads: z.array(Words).min(1, { error: '至少要有一个责任单位\n写出牵头单位。' }),
      supports: WordList,
      indicators: z.array(IndicatorSchema).default([]),
      ref: RefSchema,
    }),
  ),
});
/** tasks.yaml after reading. */
export type TasksFile = z.output<typeof TasksFileSchema>;
