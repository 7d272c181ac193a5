import { countFirmsByPlaces } from '#electron/db/tables/firms.ts';
import { deletePark, listParks, putPark } from '#electron/db/tables/parks.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Park } from '#shared/domain/park.ts';
import type { Context, Handlers } from '../context.ts';
import { parkList, placeIdOf } from '../parks.ts';
import { recordChange } from '../record-change.ts';

/** 平台载体. */
export const parkHandlers: Handlers<'parks.list' | 'parks.save' | 'parks.remove'> = {
  'parks.list': (context, { asOf, year }) => parkList(context.open(), asOf, year),

  'parks.save': (context, input) => {
    const park = checked(context, input);
    const done = recordChange(context, 'park-save', nameOf(context, park), (tx) => putPark(tx, park));
    return { changeSetId: done.id };
  },

  'parks.remove': (context, { id }) => {
    const park = parkOf(context, id);
    const firms = park.packId === null ? firmsIn(context, park) : 0;
    if (firms > 0) {
      throw new AppError('park-refused', {
        problem: `${park.name ?? ''}还有企业 ${firms} 家，先在企业台账用“批量修改”把它们转到别处`,
      });
    }
    const done = recordChange(context, 'park-remove', nameOf(context, park), (tx) => deletePark(tx, id));
    return { changeSetId: done.id };
  },
};

/** What is written, for the right row; throws `park-refused` or `not-found`. */
function checked(
  context: Context,
  input: ParsedInputOf<'parks.save'>,
): Omit<Park, 'id'> & { id: number | null } {
  const { pack, ledger } = context.open();
  const before = input.id === null ? undefined : parkOf(context, input.id);
  if (before !== undefined && before.packId !== input.packId) throw new AppError('not-found');
  if (input.streetId !== null && !pack.streets.some(({ id }) => id === input.streetId))
    throw new AppError('not-found');
  if (input.ratedOn !== null && input.ratedOn > context.today())
    throw new AppError('park-refused', { problem: `评定日期 ${input.ratedOn} 晚于今天` });
  if (input.packId !== null) {
    if (!pack.platforms.some(({ id }) => id === input.packId)) throw new AppError('not-found');
    const known = listParks(ledger.read).find(({ packId }) => packId === input.packId);
    return { ...input, id: known?.id ?? null, name: null, aliases: [] };
  }
  if (input.name === null) throw new AppError('park-refused', { problem: '没有写名称' });
  checkNames(context, [input.name, ...input.aliases], before);
  return { ...input, aliases: [...new Set(input.aliases)] };
}

/** A roster must be able to tell every place by its name. */
function checkNames(context: Context, names: readonly string[], before: Park | undefined): void {
  const { streets, platforms } = context.open().pack;
  const own = before === undefined ? null : placeIdOf(before);
  const others = [...streets, ...platforms.filter(({ id }) => id !== own)];
  for (const name of names) {
    const taken = others.find(({ label, aliases }) => label === name || aliases.includes(name));
    if (taken !== undefined)
      throw new AppError('park-refused', { problem: `“${name}”已是${taken.label}的名称或写法` });
  }
  const split = names.find((name) => /[、,，;；\n]/u.test(name));
  if (split !== undefined)
    throw new AppError('park-refused', { problem: `名称“${split}”里不能有顿号、逗号或分号` });
}

function parkOf(context: Context, id: number): Park {
  const park = listParks(context.open().ledger.read).find((each) => each.id === id);
  if (park === undefined) throw new AppError('not-found');
  return park;
}

function nameOf(context: Context, { packId, name }: Pick<Park, 'packId' | 'name'>): string {
  return name ?? context.open().pack.platforms.find(({ id }) => id === packId)?.label ?? '';
}

function firmsIn(context: Context, park: Park): number {
  const place = placeIdOf(park);
  return countFirmsByPlaces(context.open().ledger.read)
    .filter(({ platformId }) => platformId === place)
    .reduce((sum, { firms }) => sum + firms, 0);
}
