/**
 * Years in which the ministry published the batches (批次) of 专精特新“小巨人”企业, the first in 2019; since then one a year,
 * none was left out. Lists often name only the batch.
 */
const firstOfLittleGiants = 2019;
const numbers = '一二三四五六七八九十';

/** Year of publication of a national batch such as 第六批; nothing for other titles and other words. */
export function yearOfBatch(titleId: string, batch: string | null): number | undefined {
  if (titleId !== 'little-giant' || batch === null) return undefined;
  const sign = /^第(\d{1,2}|[一二三四五六七八九十])批/u.exec(batch.normalize('NFKC').replace(/\s/g, ''))?.[1];
  if (sign === undefined) return undefined;
  const number = /^\d/.test(sign) ? Number(sign) : numbers.indexOf(sign) + 1;
  return number >= 1 && number <= numbers.length ? firstOfLittleGiants + number - 1 : undefined;
}
