import { payerLevels, payerText } from '#shared/domain/payer.ts';
import type { RecordField } from '../fields.ts';
import type { Heading } from '../heading.ts';
import { parseDay } from '../values/day.ts';
import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRow, RecordRules, RowRecord } from './record.ts';

/**
 * 兑现记录: one record for a payment; a row states one, or one for each level where 省, 市 and 区 have columns of their
 * own. Which claim or matter it is for is found in the ledger.
 */
export const paymentRules: RecordRules = {
  fields: () => fields,

  recognise: ({ own, heading }) => {
    const amount = amounts.find(({ name }) => own.includes(`record.${name}`));
    if (amount === undefined) return null;
    const proof = fields.find(({ name }) => proofs.has(name) && own.includes(`record.${name}`));
    if (proof !== undefined) return `有“${amount.label}”和“${proof.label}”列`;
    const paid = heading.find(
      (line) => /(?:兑现|拨付|兑付|发放|下达)/u.test(line) && !/拟|计划|预算|申报|公示/u.test(line),
    );
    return paid === undefined ? null : `有“${amount.label}”列，标题写明已兑现或拨付`;
  },

  read: (row) => {
    const { reading, form } = row;
    const stated = statedOf(row);
    const shares = sharesOf(row);
    if (shares.length === 0) {
      // A line of our own form for a claim that waits for its money.
      if (form && stated.paidOn === undefined && stated.voucher === undefined) return [];
      const field = paidColumn(row);
      reading.say(field, {
        code: 'record-incomplete',
        severity: 'error',
        message: '没有写明拨付金额',
        fix: '请补上拨付金额和单位；没有拨付的删去这一行',
      });
      return [];
    }
    stated.paidOn ??= dayAbove(row);
    if (stated.paidOn === undefined) {
      const fix = '请补上拨付日期，如 2024-03-15';
      reading.say('record.paidOn', {
        code: 'record-incomplete',
        severity: 'error',
        message: '没有写明拨付日期',
        fix,
      });
      return [];
    }
    return shares.map(({ payer, amount }): RowRecord => {
      // Every value was put in by the reader of its own field.
      const values = { ...stated, ...(payer === null ? {} : { payer }), amount } as RowRecord['values'];
      return {
        key: JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))),
        label: payer === null ? `${stated.paidOn} ` : `${stated.paidOn} ${payerText[payer]}资金`,
        values,
      };
    });
  },
};

/** Columns that tell a payment from an award that is only computed or asked for. */
const proofs: ReadonlySet<string> = new Set(['paidOn', 'voucher']);

type Payer = (typeof payerLevels)[number];

/** Amounts of a row by level; null where the level is not written. */
function sharesOf({
  reading,
}: RecordRow): readonly { readonly payer: Payer | null; readonly amount: number }[] {
  const split = payerLevels.flatMap((payer) => {
    const amount = reading.values[`record.${payer}`];
    return typeof amount === 'number' ? [{ payer, amount }] : [];
  });
  if (split.length > 0) return split;
  const amount = reading.values['record.amount'];
  const payer = reading.values['record.payer'];
  if (typeof amount !== 'number') return [];
  return [{ payer: payerLevels.find((each) => each === payer) ?? null, amount }];
}

function paidColumn({ columns }: RecordRow): RecordField {
  return (
    amounts.map(({ name }): RecordField => `record.${name}`).find((field) => columns.has(field)) ??
    'record.amount'
  );
}

/** What a row says beside its amounts; what it is for may stand above it. */
function statedOf(row: RecordRow): Record<string, unknown> {
  const { reading } = row;
  const stated: Record<string, unknown> = {};
  for (const { name } of fields) {
    const value = reading.values[`record.${name}`];
    if (value != null && !amounts.some((each) => each.name === name)) stated[name] = value;
  }
  if (stated.ground === undefined && stated.clause === undefined && stated.claim === undefined) {
    const above = groundAbove(row);
    if (above !== undefined) {
      stated.ground = above;
      reading.say(null, {
        code: 'title-from-heading',
        severity: 'info',
        message: `事由取自“${above}”`,
        fix: null,
      });
    }
  }
  return stated;
}

/** 拨付日期：2024年12月20日 in a line above the table. */
function dayAbove({ reading, heading, columns }: RecordRow): string | undefined {
  if (columns.has('record.paidOn')) return undefined;
  for (const line of heading) {
    const found = /(?:拨付|兑付|兑现|发放|支付|拨款)(?:日期|时间)[:：]\s*([\d年月日./-]{8,11})/u.exec(
      line,
    )?.[1];
    if (found === undefined) continue;
    const { value } = parseDay(
      { column: 1, kind: 'text', text: found, number: null },
      { side: 'start', losesZero: false },
    );
    if (value === null) continue;
    reading.say(null, {
      code: 'year-from-heading',
      severity: 'info',
      message: `拨付日期取自标题：${value}`,
      fix: null,
    });
    return value;
  }
  return undefined;
}

/** The line above that names exactly one title. */
function groundAbove({ row, heading, finders, form }: RecordRow): string | undefined {
  if (form) return undefined;
  const lines: Heading = [row.section, ...heading];
  return lines.find((line) => line !== '' && finders.titles(line).length === 1);
}

type Rest = Partial<Pick<RecordFieldInfo, 'required' | 'sample' | 'foreign'>>;

function field(
  name: string,
  label: string,
  type: RecordFieldInfo['type'],
  rule: string,
  rest: Rest = {},
): RecordFieldInfo {
  const aliases = recordAliases.payments[name] ?? [];
  return { name, label, aliases, type, rule, required: false, sample: '', ...rest };
}

const money = { is: 'money', least: 1, most: 100_000_000_000_000 } as const;
const payers = payerLevels.map((payer) => ({
  id: payer,
  label: payerText[payer],
  aliases: payerWords(payer),
}));

function payerWords(payer: Payer): readonly string[] {
  const level = payerText[payer].slice(0, 1);
  return [level, `${level}财政`, `${level}级财政`, `${level}级资金`, `${level}资金`, `${level}本级`];
}

/** 拨付金额, or the share of each level where the list splits it. */
const amounts: readonly RecordFieldInfo[] = [
  field('amount', '拨付金额', money, '单位万元，只填数字。', { required: true, sample: 20 }),
  field('province', '省级资金', money, '分级填写时，省级出资的金额，单位万元。', { foreign: true }),
  field('city', '市级资金', money, '分级填写时，市级出资的金额，单位万元。', { foreign: true }),
  field('district', '区级资金', money, '分级填写时，区级出资的金额，单位万元。', { foreign: true }),
];

const fields: readonly RecordFieldInfo[] = [
  field(
    'claim',
    '事项编号',
    { is: 'count', least: 1, most: 1_000_000_000 },
    '本系统的事项编号；不是由本系统办理的留空。',
  ),
  field('clause', '奖补条款', { is: 'text' }, '条款名称或“四2”这样的编号；有事项编号的可不填。'),
  field('ground', '事由', { is: 'text' }, '为哪个称号或哪个项目，写称号或项目的全称；有事项编号的可不填。', {
    sample: '省级专精特新中小企业',
  }),
  field('payer', '资金来源', { is: 'choice', choices: payers }, '省级、市级或区级，从下拉列表中选择。', {
    required: true,
  }),
  ...amounts,
  field('paidOn', '拨付日期', { is: 'day' }, '写成 2024-03-15。', { required: true, sample: '2024-03-15' }),
  field('tranche', '期次', { is: 'count', least: 1, most: 99 }, '第几期，只填数字；一次拨清的可不填。', {
    sample: 1,
  }),
  field('voucher', '凭证号', { is: 'text' }, '拨付凭证的编号。', { sample: 'PZ2024-001' }),
  field('document', '资金下达文号', { is: 'text' }, '资金下达文件的文号。', { sample: '示例〔2024〕1号' }),
  field('remark', '备注', { is: 'text' }, '可不填。'),
];
