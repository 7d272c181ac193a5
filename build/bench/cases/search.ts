import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { InputOf } from '#shared/contract/api.ts';
import { type BenchCase, type Marks, type Place, quantile, timed } from '../bench-case.ts';
import { ask, fillLedger, openCore, spreadOfDistrict } from '../ledger.ts';

type Search = InputOf<'firms.search'>;
const databaseOf = ({ folder }: Place) => join(folder, 'firms.sqlite');
/** What a person types, key by key. */
const typed = [
  '杭',
  '杭州',
  '杭州云',
  '杭州云帆',
  '杭州云帆生',
  '生物',
  '生物医',
  '传感',
  'h',
  'hz',
  'hzy',
  '产品3',
];
const rounds = 5;
const pageSize = 50;

/** Looking for firms in a full ledger, as the list asks the core; the floor is a bare LIKE over the names. */
export const searchCase: BenchCase = {
  name: 'search',
  sizes: { quick: [10_000], full: [100_000] },
  repeat: 1,
  floorName: 'SELECT … LIKE over the names, 50 rows and their number',
  prepare: async (place) => fillLedger(databaseOf(place), place.size),
  floor: async (place) => {
    const database = new Database(databaseOf(place), { readonly: true });
    const page = database.prepare(`SELECT * FROM firm WHERE name LIKE ? ORDER BY id LIMIT ${pageSize}`);
    const number = database.prepare('SELECT count(*) FROM firm WHERE name LIKE ?');
    const scan = (text: string) => () => [page.all(`%${text}%`), number.get(`%${text}%`)];
    const marks = await marksOf('keystroke', typed.map(scan));
    database.close();
    const { 'keystroke p50': p50 = 0, 'keystroke p95': p95 = 0 } = marks;
    const others = ['filter', 'advanced', 'sort', 'page'].map((name) => ({
      [`${name} p50`]: p50,
      [`${name} p95`]: p95,
    }));
    return Object.assign({}, marks, ...others);
  },
  run: async (place) => {
    const core = openCore(databaseOf(place));
    const search =
      (search: Partial<Search>, filter: Partial<Search['filter']> = {}) =>
      () =>
        ask(core, 'firms.search', {
          limit: pageSize,
          ...search,
          filter: { asOf: '2026-06-30', ...filter },
        });
    const { streets } = spreadOfDistrict();
    const pages = [0, 0.1, 0.5, 0.9].map((share) => Math.floor((place.size * share) / pageSize) * pageSize);
    await search({})();
    const marks = {
      ...(await marksOf(
        'keystroke',
        typed.map((text) => search({}, { text })),
      )),
      ...(await marksOf(
        'filter',
        streets.map(({ id }) => search({}, { streetIds: [id] })),
      )),
      ...(await marksOf(
        'advanced',
        streets.map(({ id }) => search({}, { query: advanced(id) })),
      )),
      ...(await marksOf(
        'sort',
        (['name', 'code', 'registeredOn'] as const).map((field) =>
          search({ sort: { field, direction: 'desc' } }),
        ),
      )),
      ...(await marksOf(
        'page',
        pages.map((offset) => search({ offset })),
      )),
    };
    core.close();
    return marks;
  },
};

/** A filter of two groups: a place or a size, and words in a field that no index helps with. */
function advanced(streetId: string): NonNullable<Search['filter']['query']> {
  return {
    join: 'all',
    groups: [
      {
        join: 'any',
        rules: [
          { field: 'streetId', test: 'anyOf', list: [streetId] },
          { field: 'scale', test: 'anyOf', list: ['medium'] },
        ],
      },
      { join: 'all', rules: [{ field: 'mainProduct', test: 'lacks', text: '产品3' }] },
    ],
  };
}

/** Median and 95th percentile of all works, each done several times. */
async function marksOf(name: string, works: readonly (() => unknown)[]): Promise<Marks> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const work of works) times.push((await timed(work)).ms);
  }
  return { [`${name} p50`]: quantile(times, 0.5), [`${name} p95`]: quantile(times, 0.95) };
}
