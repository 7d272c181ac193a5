import ExcelJS from 'exceljs';
import { dayOf } from '#shared/domain/day.ts';
import type { FirmFields } from '#shared/domain/firm.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import { makeCode } from '#shared/domain/uscc.ts';

/** The parts of a district that invented firms are spread over: ids for the ledger, labels for a roster. */
export type Spread = {
  readonly areaCode: string;
  readonly streets: readonly { readonly id: string; readonly label: string }[];
  readonly chains: readonly { readonly id: string; readonly label: string }[];
};

const first = ['云', '澜', '启', '沐', '瀚', '钧', '岚', '泓', '翊', '珩', '朔', '槿'];
const second = ['帆', '川', '衡', '恒', '科', '信', '达', '图', '光', '城', '源', '驰', '越'];
const trades = ['精密机械', '生物医药', '智能传感', '新能源材料', '数控装备', '光电科技', '软件技术'];
const scales = ['small', 'medium', 'micro', 'small', 'large'] as const;

/** The firm with this number: invented, always the same, with a code that both checks accept. */
export function inventedFirm(spread: Spread, index: number): FirmFields {
  const trade = pick(trades, index);
  return {
    code: makeCode('91', spread.areaCode, 1_000_000 + index),
    name: `杭州${pick(first, index)}${pick(second, Math.floor(index / first.length))}${trade}${index}有限公司`,
    streetId: pick(spread.streets, index * 3 + (index % 5)).id,
    platformId: null,
    chainId: pick(spread.chains, index * 5 + (index % 3)).id,
    industry: trade,
    scale: pick(scales, index),
    aboveScale: index % 3 !== 1,
    legalForm: '有限责任公司',
    registeredOn: dayOf(2001 + (index % 20), 1 + (index % 12), 1 + (index % 28)) ?? null,
    registeredCapital: (100 + (index % 97) * 55) * fenPerWan,
    province: '浙江',
    city: '杭州',
    address: `虚构路${(index % 900) + 1}号${(index % 30) + 1}幢`,
    mainProduct: `${trade}产品${index % 40}`,
    businessScope: `${trade}的研发、生产、销售，技术服务（第${index % 60}项）`,
    legalPerson: `虚${pick(second, index)}`,
    contactName: `构${pick(first, index + 5)}`,
    contactPhone: `1380000${String(index % 10_000).padStart(4, '0')}`,
    remark: null,
  };
}

type Column = {
  readonly header: string;
  readonly value: (firm: FirmFields, index: number) => string | number | Date;
};

/** The 28 columns of a roster as street offices send it: what the ledger knows, and what it leaves aside. */
function rosterColumns(spread: Spread): readonly Column[] {
  const label = (list: Spread['streets'], id: string | null) =>
    list.find((each) => each.id === id)?.label ?? '';
  const known: readonly Column[] = [
    { header: '序号', value: (_, index) => index + 1 },
    { header: '企业名称', value: ({ name }) => name },
    { header: '统一社会信用代码', value: ({ code }) => code ?? '' },
    { header: '所属街道', value: ({ streetId }) => label(spread.streets, streetId) },
    { header: '所属产业链', value: ({ chainId }) => label(spread.chains, chainId) },
    { header: '所属行业', value: ({ industry }) => industry ?? '' },
    { header: '是否规上', value: ({ aboveScale }) => (aboveScale ? '是' : '否') },
    { header: '企业类型', value: ({ legalForm }) => legalForm ?? '' },
    { header: '注册日期', value: ({ registeredOn }) => new Date(`${registeredOn}T00:00:00Z`) },
    { header: '注册资本（万元）', value: ({ registeredCapital }) => (registeredCapital ?? 0) / fenPerWan },
    { header: '注册地址', value: ({ address }) => address ?? '' },
    { header: '主导产品', value: ({ mainProduct }) => mainProduct ?? '' },
    { header: '经营范围', value: ({ businessScope }) => businessScope ?? '' },
    { header: '法定代表人', value: ({ legalPerson }) => legalPerson ?? '' },
    { header: '联系人', value: ({ contactName }) => contactName ?? '' },
    { header: '联系电话', value: ({ contactPhone }) => contactPhone ?? '' },
  ];
  const years = [2023, 2024, 2025].flatMap((year): readonly Column[] => [
    { header: `${year}年营业收入（万元）`, value: (_, index) => 800 + ((index * year) % 90_000) / 10 },
    { header: `${year}年研发费用（万元）`, value: (_, index) => ((index * year) % 9_000) / 10 },
    { header: `${year}年研发占比`, value: (_, index) => ((index + year) % 300) / 1000 },
    { header: `${year}年末人数`, value: (_, index) => 5 + ((index + year) % 400) },
  ]);
  return [...known, ...years];
}

/** Writes a roster of invented firms as a workbook, without ever holding all of it. */
export async function writeRoster(path: string, spread: Spread, rows: number): Promise<void> {
  const columns = rosterColumns(spread);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = book.addWorksheet('名册');
  sheet.addRow(columns.map(({ header }) => header)).commit();
  for (let index = 0; index < rows; index += 1) {
    const firm = inventedFirm(spread, index);
    sheet.addRow(columns.map(({ value }) => value(firm, index))).commit();
  }
  sheet.commit();
  await book.commit();
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
