import type { TaskFigure, TaskNote, TaskPlan } from '#shared/domain/task.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

const noteColumns = 'id, task_id AS taskId, noted_on AS "on", unit, content AS text, report';

/** All entries of progress (进展), oldest first. */
export function listTaskNotes(db: ReadDb): readonly TaskNote[] {
  return db.query<TaskNote>(`SELECT ${noteColumns} FROM task_note ORDER BY noted_on, id`).all();
}

/** One entry, if it is there. */
export function getTaskNote(db: ReadDb, id: number): TaskNote | undefined {
  return db.query<TaskNote>(`SELECT ${noteColumns} FROM task_note WHERE id = ?`).get(id);
}

/** Figures of all entries. */
export function listTaskFigures(db: ReadDb): readonly TaskFigure[] {
  return db
    .query<TaskFigure>(
      'SELECT id, note_id AS noteId, indicator_id AS indicatorId, figure AS value FROM task_figure ORDER BY id',
    )
    .all();
}

/** Figures by indicator. */
type Figures = readonly Pick<TaskFigure, 'indicatorId' | 'value'>[];

/** Adds an entry with its figures. */
export function insertTaskNote(
  tx: WriteTx,
  note: Omit<TaskNote, 'id'> & { readonly sample: boolean },
  figures: Figures,
): void {
  const id = tx
    .write(
      'INSERT INTO task_note (task_id, noted_on, unit, content, report, sample) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(note.taskId, note.on, note.unit, note.text, note.report, note.sample ? 1 : 0).lastInsertRowid;
  insertFigures(tx, Number(id), figures);
}

/** Writes an entry that is there, its figures anew. */
export function updateTaskNote(tx: WriteTx, note: Omit<TaskNote, 'taskId'>, figures: Figures): void {
  tx.write('UPDATE task_note SET noted_on = ?, unit = ?, content = ?, report = ? WHERE id = ?').run(
    note.on,
    note.unit,
    note.text,
    note.report,
    note.id,
  );
  tx.write('DELETE FROM task_figure WHERE note_id = ?').run(note.id);
  insertFigures(tx, note.id, figures);
}

function insertFigures(tx: WriteTx, noteId: number, figures: Figures): void {
  const insert = tx.write('INSERT INTO task_figure (note_id, indicator_id, figure) VALUES (?, ?, ?)');
  for (const { indicatorId, value } of figures) insert.run(noteId, indicatorId, value);
}

/** Removes an entry with its figures. */
export function deleteTaskNote(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM task_figure WHERE note_id = ?').run(id);
  tx.write('DELETE FROM attachment WHERE task_note_id = ?').run(id);
  tx.write('DELETE FROM task_note WHERE id = ?').run(id);
}

/** What the bureau set for tasks. */
export function listTaskPlans(db: ReadDb): readonly TaskPlan[] {
  return db
    .query<TaskPlan>(
      'SELECT id, task_id AS taskId, due_on AS dueOn, owner, remark FROM task_plan ORDER BY id',
    )
    .all();
}

/** Sets time limit, 督办人 and remark of a task. */
export function putTaskPlan(tx: WriteTx, plan: Omit<TaskPlan, 'id'> & { readonly sample: boolean }): void {
  tx.write(
    `INSERT INTO task_plan (task_id, due_on, owner, remark, sample) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (task_id) DO UPDATE SET due_on = excluded.due_on, owner = excluded.owner, remark = excluded.remark,
       sample = excluded.sample`,
  ).run(plan.taskId, plan.dueOn, plan.owner, plan.remark, plan.sample ? 1 : 0);
}

/** Removes the entries and time limits of the sample data (示例数据). */
export function deleteSampleTasks(tx: WriteTx): void {
  tx.write('DELETE FROM task_figure WHERE note_id IN (SELECT id FROM task_note WHERE sample = 1)').run();
  tx.write('DELETE FROM attachment WHERE task_note_id IN (SELECT id FROM task_note WHERE sample = 1)').run();
  tx.write('DELETE FROM task_note WHERE sample = 1').run();
  tx.write('DELETE FROM task_plan WHERE sample = 1').run();
}
