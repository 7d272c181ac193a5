import type { WriteTx } from '#electron/db/open.ts';
import { insertTaskNote, putTaskPlan } from '#electron/db/tables/tasks.ts';
import type { Pack } from '#shared/policy/pack.ts';

/** Entries and time limits of the tasks of the district: most run, every fifth is done, some wait, one is late. */
export function reportSampleTasks(tx: WriteTx, { tasks }: Pack): void {
  for (const [index, { id: taskId, leads, indicators }] of tasks.entries()) {
    const dueOn = index === 4 ? '2026-03-31' : '2026-12-31';
    putTaskPlan(tx, { taskId, dueOn, owner: '示例督办人', remark: null, sample: true });
    if (index % 4 === 3) continue;
    const reported = indicators.filter(({ source }) => source.kind === 'reported');
    insertTaskNote(
      tx,
      {
        taskId,
        on: `2026-0${1 + (index % 6)}-15`,
        unit: leads[0] ?? null,
        text: '示例：已制定方案并组织实施',
        report: index % 5 === 0 ? 'done' : 'running',
        sample: true,
      },
      reported.map(({ id }) => ({ indicatorId: id, value: 1 + (index % 7) })),
    );
  }
}
