import { z } from 'zod';
import { placesOfFirms } from '#electron/db/tables/firms.ts';
import { getSetting } from '#electron/db/tables/settings.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firmsHolding } from '#shared/report/figures.ts';
import { splitLines } from '#shared/report/goal-split.ts';
import { measureWords } from '#shared/report/measure-words.ts';
import type { OpenLedger } from './context.ts';
import { goalsOn } from './goals.ts';
import { allHoldings } from './pool-book.ts';

/** Targets of places by their id, as the setting keeps them. */
const SplitSchema = z.record(z.string(), z.number().int().min(0));

type By = ParsedInputOf<'goals.split'>['by'];
const keyPattern = /^goals\.split\.(street|platform)\.(\d{4})\.(.+)$/;

/** Setting that keeps how a target of a year is split (目标分解). */
function splitKey(by: By, year: number, measureId: string): string {
  return `goals.split.${by}.${year}.${measureId}`;
}

/** A target by street or platform: what each was given, has reached, still lacks, and its rank. Throws `not-found`. */
export function goalSplit(
  open: OpenLedger,
  { measureId, by, asOf }: ParsedInputOf<'goals.split'>,
): OutputOf<'goals.split'> {
  const { pack, ledger } = open;
  const measure = goalsOn(open, asOf).measures.find(({ id }) => id === measureId);
  if (measure === undefined || measure.target === null || measure.targetYear === null)
    throw new AppError('not-found');
  const firms = [...firmsHolding(allHoldings(open), measure.titleIds, measure.basis, asOf)];
  const places = placesOfFirms(ledger.read, firms);
  const reached = new Map<string | null, number>();
  for (const id of firms) {
    const place = places.get(id)?.[by === 'street' ? 'streetId' : 'platformId'] ?? null;
    reached.set(place, (reached.get(place) ?? 0) + 1);
  }
  const stored = getSetting(ledger.read, splitKey(by, measure.targetYear, measureId));
  const targets = new Map(Object.entries(SplitSchema.parse(stored ?? {})));
  return {
    label: measure.label,
    counted: measureWords(measure)[measure.basis],
    titleIds: measure.titleIds,
    view: measure.basis,
    targetYear: measure.targetYear,
    target: measure.target,
    split: targets.size > 0,
    lines: [...splitLines(placesOf(pack, by), targets, reached, by === 'street' ? '未填街道' : '不在平台')],
  };
}

/** What is written when a target is split. Throws `not-found`, `goal-refused` when the parts are less than the whole. */
export function checkedSplit(
  open: OpenLedger,
  { measureId, by, asOf, targets }: ParsedInputOf<'goals.setSplit'>,
): { readonly key: string; readonly value: Readonly<Record<string, number>>; readonly words: string } {
  const { label, target, targetYear } = goalSplit(open, { measureId, by, asOf });
  const known = new Set(placesOf(open.pack, by).map(({ id }) => id));
  if (targets.some(({ placeId }) => !known.has(placeId))) throw new AppError('not-found');
  if (new Set(targets.map(({ placeId }) => placeId)).size < targets.length)
    throw new AppError('goal-refused', { problem: '同一个地方填了两次' });
  const sum = targets.reduce((all, each) => all + each.target, 0);
  if (targets.length > 0 && sum < target)
    throw new AppError('goal-refused', {
      problem: `分解合计 ${sum} 家，比${targetYear}年全区目标 ${target} 家少 ${target - sum} 家`,
    });
  return {
    key: splitKey(by, targetYear, measureId),
    value: Object.fromEntries(targets.map((each) => [each.placeId, each.target])),
    words: `${targetYear}年${label}按${by === 'street' ? '街道' : '平台'}分解`,
  };
}

/** What a person calls the setting of a split; nothing for another setting. */
export function splitLabel(key: string, pack: Pack): string | undefined {
  const [, by, year, id] = keyPattern.exec(key) ?? [];
  if (id === undefined) return undefined;
  const label = pack.measures.find((measure) => measure.id === id)?.label ?? id;
  return `目标分解：${year}年${label}（${by === 'street' ? '街道' : '平台'}）`;
}

/** A stored split in words: each place with its target; nothing for another setting. */
export function splitText(key: string, json: string, pack: Pack): string | undefined {
  const by = keyPattern.exec(key)?.[1];
  if (by === undefined) return undefined;
  const targets = SplitSchema.parse(JSON.parse(json));
  const labels = new Map(
    placesOf(pack, by === 'street' ? 'street' : 'platform').map((each) => [each.id, each.label]),
  );
  return Object.entries(targets)
    .map(([id, target]) => `${labels.get(id) ?? id} ${target}`)
    .join('；');
}

function placesOf(pack: Pack, by: By): Pack['streets'] {
  return by === 'street' ? pack.streets : pack.platforms;
}
