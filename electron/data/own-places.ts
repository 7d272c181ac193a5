import type { ReadDb } from '#electron/db/handles.ts';
import { listParks } from '#electron/db/tables/parks.ts';
import { ownPlaceId, type Park } from '#shared/domain/park.ts';
import type { Pack, Place } from '#shared/policy/pack.ts';

const known = new WeakMap<Pack, { readonly parks: string; readonly pack: Pack }>();

/**
 * The pack with the bureau's own parks among its platforms, so that rosters, lists and reports know them like any
 * other. The same object as long as neither changed.
 */
export function withOwnPlaces(pack: Pack, db: ReadDb): Pack {
  const own = listParks(db).filter(({ packId }) => packId === null);
  if (own.length === 0) return pack;
  const parks = JSON.stringify(own);
  const ready = known.get(pack);
  if (ready?.parks === parks) return ready.pack;
  const joined = { ...pack, platforms: [...pack.platforms, ...own.map((park) => placeOf(park, pack))] };
  known.set(pack, { parks, pack: joined });
  return joined;
}

function placeOf({ id, name, aliases }: Park, { document }: Pack): Place {
  return {
    id: ownPlaceId(id),
    label: name ?? '',
    code: null,
    aliases,
    toConfirm: false,
    reference: {
      documentId: document.id,
      part: null,
      clause: null,
      at: null,
      quote: null,
      text: '本局登记的平台载体',
    },
  };
}
