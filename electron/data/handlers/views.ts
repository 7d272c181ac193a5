import { changeSet } from '#electron/db/change-set.ts';
import { putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { viewMethods } from '#shared/contract/methods/views.ts';
import type { Context, Handlers } from '../context.ts';
import { savedViews, savedViewsKey } from '../saved-views.ts';

/** As many tabs as a person can still find one among. */
const mostViews = 20;

/** Filters that the bureau keeps (常用筛选). */
export const viewHandlers: Handlers<keyof typeof viewMethods> = {
  'views.list': (context) => ({ views: [...savedViews(context.open())] }),

  'views.save': (context, view) => {
    const before = savedViews(context.open());
    const known = before.some(({ name }) => name === view.name);
    if (!known && before.length >= mostViews)
      throw new AppError('bad-request', { problem: `常用筛选最多${mostViews}个，请先删除不用的。` });
    const next = known ? before.map((each) => (each.name === view.name ? view : each)) : [...before, view];
    return put(context, next, `保存常用筛选“${view.name}”`);
  },

  'views.remove': (context, { name }) => {
    const before = savedViews(context.open());
    if (!before.some((each) => each.name === name)) throw new AppError('not-found');
    return put(
      context,
      before.filter((each) => each.name !== name),
      `删除常用筛选“${name}”`,
    );
  },
};

function put(context: Context, views: ReturnType<typeof savedViews>, reason: string) {
  const { id } = changeSet(
    context.open().ledger,
    { actor: context.actor, kind: 'setting', reason, at: context.now() },
    (tx) => putSetting(tx, savedViewsKey, views),
  );
  context.emit('data.changed', { changeSetId: id });
  return { changeSetId: id };
}
