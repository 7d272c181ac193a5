import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, NothingSchema } from '#shared/contract/values.ts';

/** Name a person gives to a filter; it stands on a tab. */
const ViewNameSchema = z.string().trim().min(1).max(20);

/** A saved filter (常用筛选): its name and the conditions as the list's address holds them. */
export const SavedViewSchema = z.strictObject({
  name: ViewNameSchema,
  conditions: z.string().min(1).max(8000),
});

/** Filters of the list of firms that the bureau keeps, in the order they were saved. */
export const viewMethods = {
  'views.list': read(NothingSchema, z.strictObject({ views: z.array(SavedViewSchema) })),
  /** A view of the same name is replaced. Throws `bad-request` when there are too many. */
  'views.save': write(SavedViewSchema, ChangedSchema),
  'views.remove': write(z.strictObject({ name: ViewNameSchema }), ChangedSchema),
};
