import { auditTriggers } from '../audit-triggers.ts';
import { dayPattern, type Migration } from './migration.ts';

/** 任务分工: entries of progress with the figures that units report, and what the bureau set for each task of the pack. */
export const tasks: Migration = {
  version: 700,
  name: 'tasks',
  sql: `
CREATE TABLE task_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL CHECK (task_id <> ''),
  noted_on TEXT NOT NULL CHECK (noted_on GLOB '${dayPattern}'),
  unit TEXT CHECK (unit <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  report TEXT NOT NULL CHECK (report IN ('running', 'done')),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;
CREATE INDEX task_note_by_task ON task_note (task_id);
CREATE TABLE task_figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id INTEGER NOT NULL REFERENCES task_note (id),
  indicator_id TEXT NOT NULL CHECK (indicator_id <> ''),
  figure INTEGER NOT NULL,
  UNIQUE (note_id, indicator_id)
) STRICT;
CREATE TABLE task_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL UNIQUE CHECK (task_id <> ''),
  due_on TEXT CHECK (due_on GLOB '${dayPattern}'),
  owner TEXT CHECK (owner <> ''),
  remark TEXT CHECK (remark <> ''),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;
${auditTriggers('task_note', ['id', 'task_id', 'noted_on', 'unit', 'content', 'report', 'sample'])}
${auditTriggers('task_figure', ['id', 'note_id', 'indicator_id', 'figure'])}
${auditTriggers('task_plan', ['id', 'task_id', 'due_on', 'owner', 'remark', 'sample'])}
`,
};
