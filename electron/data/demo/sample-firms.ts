import { addYears, type Day, dayOf } from '#shared/domain/day.ts';
import type { FirmFields, FirmScale } from '#shared/domain/firm.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import type { EvidenceKind, TitleEventKind } from '#shared/domain/title.ts';
import { makeCode } from '#shared/domain/uscc.ts';
import { type SampleYear, sampleYears } from './sample-years.ts';

/** The parts of a district that sample firms are spread over. */
export type SampleDistrict = {
  readonly areaCode: string;
  readonly districtName: string;
  readonly streetIds: readonly string[];
  readonly platformIds: readonly string[];
  readonly chainIds: readonly string[];
};

/** One title event of a sample firm. */
export type SampleEvent = {
  readonly titleId: string;
  readonly kind: TitleEventKind;
  readonly on: Day;
  readonly validUntil: Day | null;
  readonly batch: string;
  readonly document: string;
  readonly evidence: EvidenceKind;
};

/** One invented firm with its titles, and how far it has come as a member of a cultivation pool. */
export type SampleFirm = {
  readonly fields: FirmFields;
  readonly events: readonly SampleEvent[];
  readonly pooled: SamplePooled | null;
  /** Figures of the last years, oldest first; some firms have not reported. */
  readonly years: readonly SampleYear[];
};

/** A stay in the pool that cultivates for a title: when it began, and the number of stages passed. */
type SamplePooled = { readonly goalTitleId: string; readonly on: Day; readonly stage: number };

/** How many firms the sample holds. */
const sampleSize = 120;

/** First years of recognition, as often as they should come up: earlier cohorts are larger. */
const recognitionYears = [2021, 2021, 2022, 2022, 2022, 2023, 2023, 2023, 2024, 2024, 2025, 2025, 2026];
const places = [
  '云帆',
  '澜川',
  '启衡',
  '沐恒',
  '瀚科',
  '景曜',
  '凌越',
  '泽远',
  '星禾',
  '嘉砺',
  '拓辰',
  '和煦',
];
const trades = [
  '精密机械',
  '生物医药',
  '集成电路',
  '新材料',
  '航空零部件',
  '汽车电子',
  '智能装备',
  '传感技术',
  '医疗器械',
  '工业软件',
];
const scales: readonly FirmScale[] = ['small', 'medium', 'small', 'micro', 'medium'];

/**
 * Makes the sample data (示例数据): invented firms with valid codes, every name beginning with 示例,
 * always the same for a district, so that pictures and tests can be compared.
 */
export function sampleFirms(district: SampleDistrict): readonly SampleFirm[] {
  return Array.from({ length: sampleSize }, (_, index) => sampleFirm(district, index));
}

function sampleFirm(district: SampleDistrict, index: number): SampleFirm {
  const name = sampleName(district, index);
  const firstYear = pick(recognitionYears, index * 7 + 3);
  const events = sampleEvents(index, firstYear);
  return {
    fields: sampleFields(district, index, name),
    events,
    pooled: samplePooled(index),
    years: sampleYears(index),
  };
}

function sampleName(district: SampleDistrict, index: number): string {
  const place = pick(places, index);
  const trade = pick(trades, Math.floor(index / places.length) + index);
  const region = district.districtName.replace(/区$/, '');
  return `示例${region}${place}${trade}有限公司`;
}

function sampleFields(district: SampleDistrict, index: number, name: string): FirmFields {
  const trade = pick(trades, Math.floor(index / places.length) + index);
  return {
    code: makeCode('91', district.areaCode, 700_000 + index),
    name,
    streetId: pick(district.streetIds, index * 3 + (index % 5)),
    platformId: index % 3 === 0 ? null : pickIfAny(district.platformIds, index),
    chainId: pickIfAny(district.chainIds, index * 5 + (index % 3)),
    industry: trade,
    scale: pick(scales, index),
    aboveScale: index % 3 !== 1,
    legalForm: '有限责任公司',
    registeredOn: dayOf(2003 + (index % 15), 1 + (index % 12), 1 + (index % 28)) ?? null,
    registeredCapital: (300 + (index % 20) * 135) * fenPerWan,
    province: '浙江',
    city: '杭州',
    address: `示例路${index + 1}号`,
    mainProduct: `${trade}（示例产品）`,
    businessScope: null,
    legalPerson: null,
    contactName: `示例联系人${index + 1}`,
    contactPhone: `1380000${String(index + 1).padStart(4, '0')}`,
    remark: '示例数据，可在“系统—设置”一键移除',
  };
}

function sampleEvents(index: number, firstYear: number): readonly SampleEvent[] {
  if (index % 10 >= 7) return index % 2 === 0 ? recognition('innovative-sme', firstYear, 5) : [];
  const events = recognition('provincial-srdi', firstYear, 4);
  if (index % 7 === 0) events.push(...recognition('little-giant', firstYear + 1, 7));
  if (index % 30 === 4) events.push(...recognition('hidden-champion', firstYear + 1, 11));
  return events.filter((event) => event.on < '2026-11-01');
}

/** Firms without the title are cultivated for it; every fourth firm of each sort has entered. */
function samplePooled(index: number): SamplePooled | null {
  const year = 2024 + ((index + Math.floor(index / 30)) % 3);
  const on = dayOf(year, 3 + (index % 6), 10);
  if (on === undefined || on > '2026-10-01') return null;
  const stage = index % 4;
  if (index % 10 >= 7) return { goalTitleId: 'provincial-srdi', on, stage };
  return index % 7 !== 0 && index % 4 === 1 ? { goalTitleId: 'little-giant', on, stage } : null;
}

/** 公示 and 认定 of one title, and the review three years later where it fell due. */
function recognition(titleId: string, year: number, month: number): SampleEvent[] {
  const on = dayOf(year, month, 18);
  if (on === undefined) throw new Error('sample dates are calendar days');
  const base = { titleId, batch: `${year}年度`, document: `示例〔${year}〕${month}号` };
  const events: SampleEvent[] = [
    { ...base, kind: 'recognised', on, validUntil: addYears(on, 3), evidence: 'finalList' },
  ];
  if (year <= 2022) {
    const review = addYears(on, 3);
    const passed = (year + month) % 4 !== 1;
    events.push({
      ...base,
      batch: `${year + 3}年复核`,
      kind: passed ? 'reviewPassed' : 'reviewFailed',
      on: review,
      validUntil: passed ? addYears(review, 3) : null,
      evidence: 'finalList',
    });
  }
  return events;
}

/** A district may have no platforms or chains. */
function pickIfAny(list: readonly string[], index: number): string | null {
  return list.length === 0 ? null : pick(list, index);
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('the sample picks from an empty list');
  return item;
}
