import type { InForce } from '../clause.ts';
import type { Chain, Pack, Place } from '../pack.ts';
import type { PolicyDocument } from '../reference.ts';
import type { DistrictFile } from '../schema/district-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

/** The district part of a pack, checked against the papers it names. */
export type BuiltDistrict = Pick<
  Pack,
  'district' | 'document' | 'startSetting' | 'streets' | 'platforms' | 'chains' | 'holidays'
> & {
  readonly inForce: InForce;
};

/** Papers of the national catalogue and of the district in one table; the same id twice is a problem. */
export function documentTable(
  national: readonly PolicyDocument[],
  file: DistrictFile,
  source: YamlSource,
): DocumentTable {
  const table = new Map(national.map((document) => [document.id, document]));
  const own = [
    { document: file.document, at: ['document', 'id'] },
    ...file.sources.map((document, i) => ({ document, at: ['sources', i, 'id'] })),
  ];
  for (const { document, at } of own) {
    if (table.has(document.id)) source.report(at, `文件编号“${document.id}”已被占用`, '换一个编号。');
    table.set(document.id, document);
  }
  return table;
}

/** Builds streets, platforms, chains and the term of the document. */
export function buildDistrict(
  file: DistrictFile,
  documents: DocumentTable,
  source: YamlSource,
): BuiltDistrict {
  const streets = buildPlaces(file.streets, 'streets', documents, source);
  const platforms = buildPlaces(file.platforms, 'platforms', documents, source);
  const chains = buildChains(file.chains, documents, source);
  reportAreaNames(file, streets, source);
  reportStreetCodes(file, source);
  const inForce = buildInForce(file, documents, source);
  return {
    district: { ...file.district, areaNames: file.areaNames },
    document: file.document,
    startSetting: inForce.startSetting,
    streets,
    platforms,
    chains,
    holidays: buildHolidays(file, documents, source),
    inForce,
  };
}

type PlaceList = DistrictFile['streets'] | DistrictFile['platforms'];

function buildPlaces(
  list: PlaceList,
  section: string,
  documents: DocumentTable,
  source: YamlSource,
): readonly Place[] {
  reportSpellings(list.items, section, 'aliases', source);
  const shared = resolveRef(list.ref, documents, source, [section, 'ref']);
  return list.items.map((item, i) => ({
    id: item.id,
    label: item.label,
    code: item.code,
    aliases: item.aliases,
    toConfirm: item.confirm !== undefined,
    reference:
      item.ref === undefined ? shared : resolveRef(item.ref, documents, source, [section, 'items', i, 'ref']),
  }));
}

function buildChains(
  list: DistrictFile['chains'],
  documents: DocumentTable,
  source: YamlSource,
): readonly Chain[] {
  const items = list.items.map((item) => ({ ...item, aliases: item.industries }));
  reportSpellings(items, 'chains', 'industries', source);
  const shared = resolveRef(list.ref, documents, source, ['chains', 'ref']);
  return items.map((item, i) => ({
    id: item.id,
    label: item.label,
    code: null,
    aliases: item.aliases,
    toConfirm: item.confirm !== undefined,
    reference:
      item.ref === undefined
        ? shared
        : resolveRef(item.ref, documents, source, ['chains', 'items', i, 'ref']),
    kind: item.kind === '主导产业' ? 'leading' : 'future',
  }));
}

/** An id or a spelling that means two places would make matching a matter of luck. */
function reportSpellings(
  items: readonly { readonly id: string; readonly label: string; readonly aliases: readonly string[] }[],
  section: string,
  aliasKey: string,
  source: YamlSource,
): void {
  const at = (i: number, ...rest: YamlPath) => [section, 'items', i, ...rest];
  reportDuplicates(
    items.map((item, i) => ({ text: item.id, at: at(i, 'id') })),
    '编号',
    source,
  );
  reportDuplicates(
    items.flatMap((item, i) => [
      { text: item.label, at: at(i, 'label') },
      ...item.aliases.map((text, j) => ({ text, at: at(i, aliasKey, j) })),
    ]),
    '名称',
    source,
  );
}

/** A 片区俗称 fits several streets, so no street may claim it as a spelling. */
function reportAreaNames(file: DistrictFile, streets: readonly Place[], source: YamlSource): void {
  const spellings = new Set(streets.flatMap((street) => [street.label, ...street.aliases]));
  for (const [i, area] of file.areaNames.entries()) {
    if (!spellings.has(area.name)) continue;
    source.report(['areaNames', i, 'name'], `片区俗称“${area.name}”又写成了街道的别名`, '两处只能留一处。');
  }
}

/** A street's code begins with the code of its district and has three more figures. */
function reportStreetCodes(file: DistrictFile, source: YamlSource): void {
  for (const [i, street] of file.streets.items.entries()) {
    if (street.code === null) continue;
    if (street.code.startsWith(file.district.code) && /^\d{9}$/.test(street.code)) continue;
    source.report(
      ['streets', 'items', i, 'code'],
      `街道代码“${street.code}”不对`,
      `街道代码为 9 位数字，前 6 位是本区代码 ${file.district.code}。`,
    );
  }
}

/** Each day belongs to its year and is either off or worked. */
function buildHolidays(
  file: DistrictFile,
  documents: DocumentTable,
  source: YamlSource,
): BuiltDistrict['holidays'] {
  reportDuplicates(
    file.holidays.map((each, i) => ({ text: String(each.year), at: ['holidays', i, 'year'] })),
    '年份',
    source,
  );
  return file.holidays.map(({ year, off, work, confirm, ref }, i) => {
    const days = [
      ...off.map((text, j) => ({ text, at: ['holidays', i, 'off', j] })),
      ...work.map((text, j) => ({ text, at: ['holidays', i, 'work', j] })),
    ];
    reportDuplicates(days, '日期', source);
    for (const { text, at } of days) {
      if (text.startsWith(`${year}-`)) continue;
      source.report(at, `日期“${text}”不在${year}年`, '写到它自己的年份下。');
    }
    resolveRef(ref, documents, source, ['holidays', i, 'ref']);
    return { year, off, work, toConfirm: confirm !== undefined };
  });
}

function buildInForce(file: DistrictFile, documents: DocumentTable, source: YamlSource): InForce {
  const raw = file.inForce;
  const setting = raw.startSetting ?? null;
  if (raw.years.unit !== '年') {
    source.report(['inForce', 'years'], `有效期“${raw.years.text}”的单位不对`, '有效期按年写，如 3年。');
  }
  if (setting !== null && (setting.earliest > setting.latest || raw.from > setting.latest)) {
    source.report(
      ['inForce', 'startSetting'],
      '起始日的可填范围不对',
      'earliest 不得晚于 latest,from 不得晚于 latest。',
    );
  }
  return {
    from: raw.from,
    years: raw.years.value,
    startSetting: setting,
    reference: resolveRef(raw.ref, documents, source, ['inForce', 'ref']),
  };
}
