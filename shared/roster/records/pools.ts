import { poolExits, poolExitText } from '#shared/domain/pool.ts';
import type { Finders } from '../context.ts';
import type { Remark } from '../issue.ts';
import { recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordRow, RecordRules, RowRecord } from './record.ts';

/** 培育库名单: one record for a stay of a firm in a pool, with its stage and, where it has ended, why. */
export const poolRules: RecordRules = {
  fields: (finders) => fieldsOf(finders),
  variant: (heading, finders) => poolWithin(heading, finders),

  recognise: ({ own, heading, variant }, finders) => {
    const dated = fieldsOf(finders).find(({ name }) => telling.has(name) && own.includes(`record.${name}`));
    if (dated === undefined) return null;
    if (own.includes('record.pool')) return `有“培育库”和“${dated.label}”列`;
    const named = finders.district.pools.find(({ id }) => id === variant)?.label;
    if (named !== undefined) return `标题写明“${named}”，有“${dated.label}”列`;
    return heading.some((line) => /培育库|种苗库|种子库/u.test(line))
      ? `标题写明培育库，有“${dated.label}”列`
      : null;
  },

  read: (row) => {
    const { reading, finders } = row;
    const stated = Object.fromEntries(
      fieldsOf(finders).map(({ name }) => [name, reading.values[`record.${name}`]]),
    );
    const pool = finders.district.pools.find(
      ({ id }) => id === (stated.pool ?? poolWithin([row.row.section], finders) ?? row.variant),
    );
    if (pool === undefined) {
      reading.say('record.pool', poolMissing(finders));
      return [];
    }
    const { stage, enteredOn } = stated;
    if (typeof stage === 'string' && !pool.stages.includes(stage)) {
      const message = `${pool.label}没有“${stage}”这个阶段`;
      const fix = `请改为：${pool.stages.join('、')}`;
      reading.say('record.stage', { code: 'choice-unknown', severity: 'error', message, fix });
      return [];
    }
    const values = Object.fromEntries(Object.entries(stated).filter(([, value]) => value != null));
    return [
      {
        key: `${pool.id}/${typeof enteredOn === 'string' ? enteredOn : ''}`,
        label: pool.label,
        // Every value was put in by the reader of its own field.
        values: { ...values, pool: pool.id } as RowRecord['values'],
      },
    ];
  },
};

/** Columns that tell a list of members from a list of firms. */
const telling: ReadonlySet<string> = new Set(['stage', 'enteredOn', 'stagedOn', 'leftOn']);

/** The one pool that lines speak of, nearest first. */
function poolWithin(lines: RecordRow['heading'], { district }: Finders): string | null {
  for (const line of lines) {
    const words = plain(line);
    const found = district.pools.filter(({ label, aliases }) =>
      [label, ...aliases].some((word) => words.includes(plain(word))),
    );
    const [only, second] = found;
    if (only !== undefined && second === undefined) return only.id;
  }
  return null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

function poolMissing({ district }: Finders): Remark {
  return {
    code: 'record-incomplete',
    severity: 'error',
    message: '没有写明是哪个培育库',
    fix: `请在“培育库”栏写明：${district.pools.map(({ label }) => label).join('、')}`,
  };
}

const known = new WeakMap<Finders, readonly RecordFieldInfo[]>();

function fieldsOf(finders: Finders): readonly RecordFieldInfo[] {
  const ready = known.get(finders);
  if (ready !== undefined) return ready;
  const fields = makeFields(finders);
  known.set(finders, fields);
  return fields;
}

type Rest = Partial<Pick<RecordFieldInfo, 'required' | 'sample'>>;

function makeFields({ district }: Finders): readonly RecordFieldInfo[] {
  const stages = [...new Set(district.pools.flatMap((pool) => pool.stages))];
  return [
    field(
      'pool',
      '培育库',
      { is: 'choice', choices: district.pools },
      '从下拉列表中选择；一家企业在几个库就写几行。',
      {
        required: true,
      },
    ),
    field(
      'stage',
      '阶段',
      {
        is: 'choice',
        choices: stages.map((stage) => ({
          id: stage,
          label: stage,
          aliases: [`${stage}阶段`, `${stage}期`],
        })),
      },
      '从下拉列表中选择。',
    ),
    field('enteredOn', '入库日期', { is: 'day' }, '写成 2024-03-15；已在库的以台账为准。', {
      required: true,
      sample: '2024-03-15',
    }),
    field('stagedOn', '阶段起始日期', { is: 'day' }, '入库后调整过阶段的，写现阶段从哪一天起。'),
    field('leftOn', '出库日期', { is: 'day' }, '已出库的填写；在库的留空。'),
    field(
      'exit',
      '出库原因',
      {
        is: 'choice',
        choices: poolExits.map((exit) => ({ id: exit, label: poolExitText[exit], aliases: exitWords[exit] })),
      },
      '从下拉列表中选择；在库的留空。',
    ),
    field(
      'reason',
      '办理说明',
      { is: 'text' },
      '本次入库、调整或出库的理由，可不填；评价不合格、其他须写明。',
    ),
  ];
}

const exitWords: Readonly<Record<(typeof poolExits)[number], readonly string[]>> = {
  reached: ['达标', '已认定', '成功认定', '认定出库'],
  failed: ['不合格', '评价不合格出库', '淘汰'],
  movedOut: ['迁出', '迁出本区出库', '外迁'],
  closed: ['已注销', '注销出库', '吊销'],
  withdrawn: ['退出', '主动退出', '企业自愿退出'],
  other: ['其它'],
};

function field(
  name: string,
  label: string,
  type: RecordFieldInfo['type'],
  rule: string,
  rest: Rest = {},
): RecordFieldInfo {
  const aliases = recordAliases.pools[name] ?? [];
  return { name, label, aliases, type, rule, required: false, sample: '', ...rest };
}
