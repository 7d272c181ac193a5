import {
  deleteTaskNote,
  getTaskNote,
  insertTaskNote,
  putTaskPlan,
  updateTaskNote,
} from '#electron/db/tables/tasks.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Context, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';
import { taskList, taskRule } from '../tasks.ts';

/** 任务分工. */
export const taskHandlers: Handlers<'tasks.list' | 'tasks.saveNote' | 'tasks.removeNote' | 'tasks.plan'> = {
  'tasks.list': (context, { asOf }) => taskList(context.open(), asOf),

  'tasks.saveNote': (context, { id, figures, ...note }) => {
    const rule = taskRule(context.open(), note.taskId);
    if (id !== null && noteOf(context, id).taskId !== note.taskId) throw new AppError('not-found');
    if (note.on > context.today())
      throw new AppError('task-refused', { problem: `进展日期 ${note.on} 晚于今天` });
    const reported = new Set(
      rule.indicators.flatMap(({ id: own, source }) => (source.kind === 'reported' ? [own] : [])),
    );
    if (figures.some(({ indicatorId }) => !reported.has(indicatorId)))
      throw new AppError('task-refused', { problem: '只有由单位填报的指标可以填数' });
    if (new Set(figures.map(({ indicatorId }) => indicatorId)).size < figures.length)
      throw new AppError('task-refused', { problem: '一项指标在一条进展中只填一次' });
    const reason = `${rule.title} ${note.on}`;
    return changed(
      recordChange(context, 'task-note', reason, (tx) => {
        if (id === null) insertTaskNote(tx, { ...note, sample: false }, figures);
        else updateTaskNote(tx, { ...note, id }, figures);
      }),
    );
  },

  'tasks.removeNote': (context, { id }) => {
    const note = noteOf(context, id);
    const { title } = taskRule(context.open(), note.taskId);
    return changed(
      recordChange(context, 'task-note-remove', `${title} ${note.on}`, (tx) => deleteTaskNote(tx, id)),
    );
  },

  'tasks.plan': (context, { taskIds, ...plan }) => {
    const rules = [...new Set(taskIds)].map((taskId) => taskRule(context.open(), taskId));
    const reason = rules.length === 1 ? (rules[0]?.title ?? '') : `${rules.length} 项任务`;
    const done = recordChange(context, 'task-plan', reason, (tx) => {
      for (const { id: taskId } of rules) putTaskPlan(tx, { taskId, ...plan, sample: false });
    });
    return { changeSetId: done.id, tasks: rules.length };
  },
};

const changed = ({ id }: { readonly id: number | null }) => ({ changeSetId: id });

function noteOf(context: Context, id: number) {
  const note = getTaskNote(context.open().ledger.read, id);
  if (note === undefined) throw new AppError('not-found');
  return note;
}
