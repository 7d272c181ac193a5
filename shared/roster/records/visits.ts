import {
  requestKinds,
  requestKindText,
  satisfactions,
  satisfactionText,
} from '#shared/domain/service-request.ts';
import type { Remark } from '../issue.ts';
import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRules, RowRecord } from './record.ts';

/**
 * 走访与诉求: a row states a visit, what the firm asked for on it, or both; each is a record of its own. Further requests of
 * one visit stand in further rows with the same day.
 */
export const visitRules: RecordRules = {
  fields: () => fields,

  recognise: ({ own }) => {
    const has = (name: string) => own.includes(`record.${name}`);
    const labelled = fields.find(({ name }) => (name === 'visitedOn' || name === 'plannedOn') && has(name));
    if (labelled !== undefined) return `有“${labelled.label}”列`;
    const handled = fields.find(
      ({ name }) => ['receivedOn', 'unit', 'dueOn', 'answer', 'closedOn'].includes(name) && has(name),
    );
    return has('request') && handled !== undefined ? `有“企业诉求”和“${handled.label}”列` : null;
  },

  read: ({ reading }) => {
    const stated = (names: readonly string[]) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = reading.values[`record.${name}`];
          return value == null ? [] : [[name, value]];
        }),
        // Every value was put in by the reader of its own field.
      ) as RowRecord['values'];
    const visit = stated(visitFields);
    const request = stated(requestFields);
    const on = visit.visitedOn ?? visit.plannedOn;
    const receivedOn = request.receivedOn ?? visit.visitedOn;
    if (on === undefined && (visit.visitors ?? visit.record) !== undefined) {
      reading.say('record.visitedOn', dayMissing('走访日期'));
      return [];
    }
    if (request.request === undefined) {
      if (request.answer !== undefined || request.closedOn !== undefined) {
        reading.say('record.request', requestMissing);
        return [];
      }
    } else if (receivedOn === undefined) {
      reading.say('record.receivedOn', dayMissing('诉求提出日期'));
      return [];
    }
    const records: RowRecord[] = [];
    if (on !== undefined)
      records.push({ key: `visit ${on} ${visit.visitors ?? ''}`, label: `${on} 走访`, values: visit });
    if (request.request !== undefined) {
      records.push({
        key: `request ${receivedOn} ${request.request}`,
        label: `${receivedOn} 诉求`,
        values: { ...request, receivedOn: receivedOn ?? null },
      });
    }
    return records;
  },
};

const visitFields = ['plannedOn', 'visitedOn', 'visitors', 'record'] as const;
const requestFields = [
  'requestKind',
  'request',
  'receivedOn',
  'unit',
  'dueOn',
  'answer',
  'closedOn',
  'satisfaction',
] as const;

function dayMissing(label: string): Remark {
  return {
    code: 'record-incomplete',
    severity: 'error',
    message: `没有写明${label}`,
    fix: `请补上${label}，写成 2024-03-15`,
  };
}

const requestMissing: Remark = {
  code: 'record-incomplete',
  severity: 'error',
  message: '写了办理情况或办结日期，没有写企业诉求',
  fix: '请补上诉求内容',
};

function field(
  name: string,
  label: string,
  type: RecordFieldInfo['type'],
  rule: string,
  sample: RecordFieldInfo['sample'] = '',
): RecordFieldInfo {
  return { name, label, aliases: recordAliases.visits[name] ?? [], type, rule, required: false, sample };
}

const day = { is: 'day' } as const;
const text = { is: 'text' } as const;

const satisfactionWords: Readonly<Record<(typeof satisfactions)[number], readonly string[]>> = {
  content: ['非常满意', '很满意', '比较满意'],
  fair: ['一般', '较满意'],
  discontent: ['不太满意', '很不满意'],
};

const kindWords: Readonly<Record<(typeof requestKinds)[number], readonly string[]>> = {
  finance: ['资金', '资金融资', '金融', '贷款', '融资需求', '资金需求'],
  talent: ['人才需求', '人才引进', '引才'],
  land: ['用地', '用房', '场地', '厂房', '土地', '空间', '用地需求'],
  policy: ['政策', '政策咨询', '政策兑现', '政策支持', '资质申报'],
  market: ['市场', '订单', '市场开拓', '市场拓展', '供需对接'],
  technology: ['技术', '科技', '技术创新', '产学研', '科技创新'],
  labour: ['招工', '用工需求', '劳动力', '招聘'],
  other: ['其它', '综合'],
};

const fields: readonly RecordFieldInfo[] = [
  field('plannedOn', '计划走访日期', day, '还没有走访的写计划日期；已走访的可不填。'),
  field('visitedOn', '走访日期', day, '写成 2024-03-15；没有走访的留空。', '2024-03-15'),
  field('visitors', '走访人员', text, '几个人用顿号隔开。', '王科长、李某'),
  field('record', '走访情况', text, '企业的生产经营情况和走访所见。', '订单饱满'),
  field(
    'requestKind',
    '诉求类别',
    {
      is: 'choice',
      choices: requestKinds.map((id) => ({ id, label: requestKindText[id], aliases: kindWords[id] })),
    },
    '从下拉列表中选择；不写按“其他”登记。',
  ),
  field('request', '企业诉求', text, '没有诉求的留空；一家企业有几项诉求就写几行。', '希望对接专精特新贷'),
  field('receivedOn', '诉求提出日期', day, '走访时提出的可不填，以走访日期为准。'),
  field('unit', '责任单位', text, '办理诉求的单位。', '区金融办'),
  field('dueOn', '办理期限', day, '写成 2024-06-15。'),
  field('answer', '办理情况', text, '答复了什么、办到哪一步；办结的必须写。'),
  field('closedOn', '办结日期', day, '已办结的填写。'),
  field(
    'satisfaction',
    '满意度',
    {
      is: 'choice',
      choices: satisfactions.map((id) => ({
        id,
        label: satisfactionText[id],
        aliases: satisfactionWords[id],
      })),
    },
    '办结后由企业评价，从下拉列表中选择。',
  ),
];
