import { overlapOutcomes, overlapOutcomeText } from '#shared/policy/clause.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { countingText } from '#shared/report/measure-words.ts';
import { dayListText } from '#shared/text/day-list.ts';
import { weightsKey } from './evaluations/rule.ts';
import { splitLabel, splitText } from './goal-split.ts';
import { countingKey } from './goals.ts';
import { holidaysKey, OwnHolidaysSchema } from './holidays.ts';
import { packTextsKey } from './ledger-pack.ts';
import { SavedViewsSchema, savedViewsKey } from './saved-views.ts';

const overlapKey = /^policy\.overlap\.(.+)$/;

/** What a person calls a setting (设置). */
export function settingLabel(key: string, pack: Pack): string {
  if (key === 'pack') return '区县';
  if (key === packTextsKey) return '政策包文件';
  if (key === holidaysKey) return '节假日与调休';
  if (key === savedViewsKey) return '常用筛选';
  if (key === countingKey) return '目标计数方式';
  if (key === `policy.${pack.startSetting?.id}`) return pack.startSetting?.label ?? key;
  const pool = pack.pools.find(({ id }) => key === weightsKey(id));
  if (pool !== undefined) return `${pool.label}评价权重`;
  const split = splitLabel(key, pack);
  if (split !== undefined) return split;
  const group = overlapKey.exec(key)?.[1];
  if (group === undefined) return key;
  const known = pack.overlapGroups.find(({ id }) => id === group);
  return `从优从高不重复：${known?.label ?? group}`;
}

/** The stored JSON of a setting in words; the texts of a pack only by their length. */
export function settingValue(key: string, json: string, pack: Pack): string {
  const value: unknown = JSON.parse(json);
  if (key === packTextsKey) return `导入的政策包，共${json.length}字`;
  if (key === holidaysKey) {
    return Object.values(OwnHolidaysSchema.parse(value))
      .map(({ year, off, work }) => `${year}年放假${dayListText(off)}，上班${dayListText(work) || '无'}`)
      .join('；');
  }
  if (key === savedViewsKey) {
    return (
      SavedViewsSchema.parse(value)
        .map(({ name }) => name)
        .join('、') || '无'
    );
  }
  if (key === countingKey) return countingText[value === 'baseline' ? 'baseline' : 'ledger'];
  const pool = pack.pools.find(({ id }) => key === weightsKey(id));
  if (pool !== undefined && typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(
        ([id, weight]) =>
          `${pool.evaluation?.indicators.find((each) => each.id === id)?.label ?? id} ${weight}`,
      )
      .join('；');
  }
  const split = splitText(key, json, pack);
  if (split !== undefined) return split;
  if (key === 'pack' && value === pack.id) return pack.district.name;
  const outcome = overlapKey.test(key) ? overlapOutcomes.find((each) => each === value) : undefined;
  if (outcome !== undefined) return overlapOutcomeText[outcome];
  return typeof value === 'string' ? value : json;
}
