import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRules, RowRecord } from './record.ts';

/** 会审核定: what a meeting decided on claims (兑现事项), one record for a claim; a row without an amount waits. */
export const decisionRules: RecordRules = {
  fields: () => fields,

  recognise: ({ own, heading }) => {
    if (!own.includes('record.decided')) return null;
    if (own.includes('record.claim')) return '有“事项编号”和“核定金额”列';
    return heading.some((line) => /会审|审定|核定|评审/u.test(line))
      ? '有“核定金额”列，标题写明会审或核定'
      : null;
  },

  read: ({ reading }) => {
    const values: Record<string, unknown> = {};
    for (const { name } of fields) {
      const value = reading.values[`record.${name}`];
      if (value != null) values[name] = value;
    }
    if (values.decided === undefined) return [];
    const { claim, clause, ground } = values;
    return [
      {
        key: claim === undefined ? JSON.stringify([clause ?? null, ground ?? null]) : String(claim),
        label: claim === undefined ? '' : `第${claim}号事项`,
        // Every value was put in by the reader of its own field.
        values: values as RowRecord['values'],
      },
    ];
  },
};

type Rest = Partial<Pick<RecordFieldInfo, 'required' | 'sample'>>;

function field(
  name: string,
  label: string,
  type: RecordFieldInfo['type'],
  rule: string,
  rest: Rest = {},
): RecordFieldInfo {
  const aliases = recordAliases.decisions[name] ?? [];
  return { name, label, aliases, type, rule, required: false, sample: '', ...rest };
}

const money = { is: 'money', least: 1, most: 100_000_000_000_000 } as const;

const fields: readonly RecordFieldInfo[] = [
  field('claim', '事项编号', { is: 'count', least: 1, most: 1_000_000_000 }, '预填，不要改动。', {
    required: true,
    sample: 1,
  }),
  field('clause', '奖补条款', { is: 'text' }, '预填，供会审参考。'),
  field('ground', '事由', { is: 'text' }, '预填，供会审参考。', { sample: '省级专精特新中小企业' }),
  field('computed', '测算金额', money, '预填，按条款测算的金额；写“最高”“不超过”的条款为上限。', {
    sample: 20,
  }),
  field('decided', '核定金额', money, '会审核定的金额，单位万元，不超过测算金额；没有上会的留空。', {
    required: true,
    sample: 20,
  }),
  field('reason', '核定理由', { is: 'text' }, '上限类条款、核定金额与应兑付金额不同的须写明。', {
    sample: '会议审定',
  }),
  field('decidedOn', '会审日期', { is: 'day' }, '写成 2024-03-15。', {
    required: true,
    sample: '2024-03-15',
  }),
  field('document', '会审文件', { is: 'text' }, '会议纪要等文件的文号，可不填。'),
];
