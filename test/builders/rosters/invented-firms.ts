import { makeCode } from '#shared/domain/uscc.ts';
import type { Chance } from './chance.ts';

/** An invented firm with a valid code; money in 分. */
export type InventedFirm = {
  readonly name: string;
  readonly code: string;
  readonly street: { readonly id: string; readonly label: string };
  readonly registeredOn: string;
  readonly capitalWan: number;
  readonly contactName: string;
  readonly mobile: string;
  readonly product: string;
};

/** Streets of 钱塘 that the invented firms lie in. */
const streets = [
  { id: 'xiasha', label: '下沙街道' },
  { id: 'baiyang', label: '白杨街道' },
  { id: 'hezhuang', label: '河庄街道' },
  { id: 'yipeng', label: '义蓬街道' },
] as const;

const first = [
  '青岚',
  '云栖',
  '砺锋',
  '澄澈',
  '远岫',
  '鸣泉',
  '星汉',
  '知微',
  '松间',
  '衡光',
  '望潮',
  '朗月',
];
const second = [
  '精密',
  '智联',
  '生物',
  '芯材',
  '传动',
  '光电',
  '新材',
  '装备',
  '医械',
  '软件',
  '轴承',
  '仪表',
];
const forms = ['科技有限公司', '（杭州）有限公司', '股份有限公司', '有限责任公司', '机械厂'];

/** So many firms, all different, with codes from `serial` on. */
export function inventFirms(chance: Chance, count: number, serial = 0): readonly InventedFirm[] {
  return Array.from({ length: count }, (_, index) => {
    const number = serial + index;
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      name: `杭州${chance.pick(first)}${chance.pick(second)}${number}号${chance.pick(forms)}`,
      code: makeCode('91', '330114', number),
      street: chance.pick(streets),
      registeredOn: `${1981 + chance.below(40)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`,
      capitalWan: 50 * (1 + chance.below(100)),
      contactName: chance.pick(['张三', '李四', '王五', '赵六']),
      mobile: `138${String(10_000_000 + number)}`,
      product: chance.pick(['精密轴承', '工业软件', '生物试剂', '光学镜片']),
    };
  });
}
