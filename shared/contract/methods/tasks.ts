import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, IdSchema, PackIdSchema } from '#shared/contract/values.ts';
import { taskReports, taskStates } from '#shared/domain/task.ts';

const Unit = z.string().trim().min(1).max(100);

const Indicator = z.strictObject({
  id: PackIdSchema,
  label: z.string(),
  unit: z.string(),
  /** Figure on the day: a count, or 分 where the unit is 万元; null while nothing was reported. */
  value: z.number().int().nullable(),
  target: z.number().int().nullable(),
  /** Whether units report it; the others come from the ledger. */
  reported: z.boolean(),
  /** Where the figure comes from, in words. */
  source: z.string(),
});

const Note = z.strictObject({
  id: IdSchema,
  on: DaySchema,
  unit: z.string().nullable(),
  text: z.string(),
  report: z.enum(taskReports),
  figures: z.array(z.strictObject({ indicatorId: PackIdSchema, label: z.string(), value: z.number().int() })),
});

/** A task with how it stands on a day. */
export const TaskSchema = z.strictObject({
  id: PackIdSchema,
  group: z.string(),
  title: z.string(),
  reference: z.string(),
  leads: z.array(z.string()),
  supports: z.array(z.string()),
  state: z.enum(taskStates),
  dueOn: DaySchema.nullable(),
  /** 督办人. */
  owner: z.string().nullable(),
  remark: z.string().nullable(),
  indicators: z.array(Indicator),
  /** Newest first. */
  notes: z.array(Note),
});

/** 任务分工: the tasks of the document, their progress and their figures. */
export const taskMethods = {
  /** All tasks on a day, in the order of the document. */
  'tasks.list': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({
      rows: z.array(TaskSchema),
      counts: z.record(z.enum(taskStates), z.number().int()),
      /** Leading units, by how often they lead. */
      units: z.array(z.string()),
    }),
  ),
  /** Adds or corrects an entry of progress. Throws `task-refused`, `not-found`. */
  'tasks.saveNote': write(
    z.strictObject({
      id: IdSchema.nullable(),
      taskId: PackIdSchema,
      on: DaySchema,
      unit: Unit.nullable(),
      text: z.string().trim().min(1).max(2000),
      report: z.enum(taskReports),
      figures: z.array(
        z.strictObject({ indicatorId: PackIdSchema, value: z.number().int().min(0).max(1_000_000_000) }),
      ),
    }),
    ChangedSchema,
  ),
  'tasks.removeNote': write(z.strictObject({ id: IdSchema }), ChangedSchema),
  /** Sets time limit, 督办人 and remark of tasks. */
  'tasks.plan': write(
    z.strictObject({
      taskIds: z.array(PackIdSchema).min(1).max(200),
      dueOn: DaySchema.nullable(),
      owner: Unit.nullable(),
      remark: z.string().trim().min(1).max(500).nullable(),
    }),
    z.strictObject({ ...ChangedSchema.shape, tasks: z.number().int() }),
  ),
};
