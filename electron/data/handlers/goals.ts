import { changeSet } from '#electron/db/change-set.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { countingText } from '#shared/report/measure-words.ts';
import { boardMoney } from '../board-money.ts';
import { boardTodo } from '../board-todo.ts';
import type { Handlers } from '../context.ts';
import { computeDashboard } from '../dashboard.ts';
import { checkedSplit, goalSplit } from '../goal-split.ts';
import { countingKey, goalsOn } from '../goals.ts';
import { recordChange } from '../record-change.ts';
import { buildReport } from '../reports.ts';

/** Targets, home page, papers. */
export const goalHandlers: Handlers<
  | 'goals.get'
  | 'goals.split'
  | 'goals.setSplit'
  | 'goals.setCounting'
  | 'dashboard.get'
  | 'dashboard.money'
  | 'dashboard.todo'
  | 'reports.get'
> = {
  'goals.get': (context, { asOf }) => goalsOn(context.open(), asOf),
  'goals.split': (context, input) => goalSplit(context.open(), input),
  'goals.setSplit': (context, input) => {
    const { key, value, words } = checkedSplit(context.open(), input);
    const done = recordChange(context, 'setting', words, (tx) => {
      if (input.targets.length === 0) deleteSetting(tx, key);
      else putSetting(tx, key, value);
    });
    return { changeSetId: done.id };
  },
  'goals.setCounting': (context, { counting, reason }) => {
    const { id } = changeSet(
      context.open().ledger,
      {
        actor: context.actor,
        kind: 'setting',
        reason: reason || `目标进度${countingText[counting]}`,
        at: context.now(),
      },
      (tx) => putSetting(tx, countingKey, counting),
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id };
  },
  'dashboard.get': (context, { asOf, ...filter }) => computeDashboard(context.open(), asOf, filter),
  'dashboard.money': (context, { year, ...filter }) => boardMoney(context.open(), year, filter),
  'dashboard.todo': (context, { asOf }) => boardTodo(context, asOf),
  'reports.get': (context, spec) => buildReport(context.open(), spec),
};
