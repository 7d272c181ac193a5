import type { ReadDb, WriteTx } from '#electron/db/handles.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { insertPoolEvent, listPoolEvents } from '#electron/db/tables/pool-events.ts';
import { addDays, type Day, isDay } from '#shared/domain/day.ts';
import {
  type PoolEvent,
  type PoolEventKind,
  type PoolExit,
  poolExits,
  poolExitText,
} from '#shared/domain/pool.ts';
import type { PoolRule } from '#shared/policy/pack.ts';
import { type PoolStay, poolStays } from '#shared/report/pools.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordPlace, RecordValues, RowRecord } from '#shared/roster/records/record.ts';
import { titleLabel } from '../../labels.ts';
import { holds } from '../../pools.ts';
import { titleBook } from '../../title-holdings.ts';
import { byFirm, type RecordStore, type StoreContext } from './store.ts';

/**
 * 培育库名单 as events in the table `pool_event`: a row enters its firm, moves it to another stage or lets it leave. The
 * day of entering of a member stays as it is registered.
 */
export const poolsStore: RecordStore = {
  lookup: (db, firmIds, context) => {
    const wanted = new Set(firmIds);
    const events = byFirm(listPoolEvents(db).filter(({ firmId }) => wanted.has(firmId)));
    return {
      place: (firmId, record) => placeOf(context, { firmId, record, events: events.get(firmId) ?? [] }),
      review: (_firmId, records) => overlapping(records),
    };
  },

  write: (tx, firmId, { record, fresh, changes }, { open }) => {
    const { values } = record;
    const rule = open.pack.pools.find(({ id }) => id === values.pool);
    if (rule === undefined) throw new Error('a pool that was placed is in the pack');
    const add = eventWriter(tx, firmId, values);
    const changed = (name: string) => changes.some((change) => change.name === name);
    if (fresh) {
      const moved = dayIn(values, 'stagedOn') !== undefined;
      add('entered', moved ? (rule.stages[0] ?? null) : textIn(values, 'stage'), dayIn(values, 'enteredOn'));
    }
    if (changed('stagedOn')) add('staged', textIn(values, 'stage'), dayIn(values, 'stagedOn'));
    if (changed('leftOn')) add('left', null, dayIn(values, 'leftOn'));
  },

  known: (db, firmIds, { open }) => {
    const wanted = new Set(firmIds);
    const pools = new Set(open.pack.pools.map(({ id }) => id));
    const stays = staysOf(db).filter(({ firmId, poolId }) => wanted.has(firmId) && pools.has(poolId));
    return new Map([...byFirm(stays)].map(([firmId, own]) => [firmId, own.map(valuesOf)]));
  },
};

function staysOf(db: ReadDb): readonly PoolStay[] {
  return poolStays(listPoolEvents(db));
}

function valuesOf({ poolId, from, until, stages, exit }: PoolStay) {
  const last = stages.at(-1);
  return {
    pool: poolId,
    stage: last?.stage ?? null,
    enteredOn: from,
    stagedOn: stages.length > 1 ? (last?.from ?? null) : null,
    leftOn: until === null ? null : addDays(until, 1),
    exit: exit?.kind ?? null,
  } satisfies RecordValues;
}

function eventWriter(tx: WriteTx, firmId: number, values: RecordValues) {
  const sample = getFirm(tx, firmId)?.sample ?? false;
  return (kind: PoolEventKind, stage: string | null, on: Day | undefined): void => {
    if (on === undefined) return;
    const exit = kind === 'left' ? exitIn(values) : null;
    const reason = textIn(values, 'reason');
    insertPoolEvent(tx, { firmId, poolId: String(values.pool), kind, stage, exit, on, reason, sample });
  };
}

type Asked = { readonly firmId: number; readonly record: RowRecord; readonly events: readonly PoolEvent[] };

function placeOf(context: StoreContext, asked: Asked): RecordPlace {
  const { values } = asked.record;
  const rule = context.open.pack.pools.find(({ id }) => id === values.pool);
  if (rule === undefined) throw new Error('a pool that was read is in the pack');
  const late = (['enteredOn', 'stagedOn', 'leftOn'] as const).find(
    (name) => (dayIn(values, name) ?? '') > context.today,
  );
  if (late !== undefined) return refuse(`日期 ${values[late]} 晚于今天`, '请填写实际办理日期');
  const events = asked.events.filter(({ poolId }) => poolId === rule.id);
  const stay = stayFor(poolStays(events), values);
  return stay === undefined ? entering(context, { ...asked, events }, rule) : staying(stay, values);
}

/** The stay a row speaks of: the one of its day, else the one that lasts, else the one that ended on its day. */
function stayFor(stays: readonly PoolStay[], values: RecordValues): PoolStay | undefined {
  const { enteredOn, leftOn } = values;
  return (
    stays.find(({ from }) => from === enteredOn) ??
    stays.find(({ until }) => until === null) ??
    (enteredOn == null ? stays.find((stay) => leftOn != null && valuesOf(stay).leftOn === leftOn) : undefined)
  );
}

function entering({ open }: StoreContext, { firmId, record, events }: Asked, rule: PoolRule): RecordPlace {
  const { values } = record;
  const enteredOn = dayIn(values, 'enteredOn');
  if (enteredOn === undefined) return refuse('没有写明入库日期', '请补上入库日期');
  const later = events.find(({ on }) => on >= enteredOn);
  if (later !== undefined) {
    return refuse(`台账在 ${later.on} 已有该企业在${rule.label}的记录，不能补登更早的入库`, '请核对入库日期');
  }
  const holdings = titleBook(open.ledger.read, open.pack).byFirm.get(firmId) ?? [];
  if (holds(holdings, rule.goalTitleId, enteredOn)) {
    const title = titleLabel(open.pack, rule.goalTitleId);
    return refuse(`${enteredOn} 已持有有效的${title}称号，不需入库`, '请核对入库日期，或删去这一行');
  }
  const stage = textIn(values, 'stage') ?? rule.stages[0] ?? null;
  const stagedOn = dayIn(values, 'stagedOn');
  const moved = stagedOn !== undefined && stagedOn > enteredOn;
  const remarks = [
    ...(values.stage == null ? [say(`没有写阶段，按“${stage}”入库`)] : []),
    ...(moved ? [say(`没有写入库时的阶段，按“${rule.stages[0]}”入库，${stagedOn} 起为“${stage}”`)] : []),
  ];
  const problem = leavingProblem(values, moved ? stagedOn : enteredOn);
  if (problem !== undefined) return problem;
  const { stagedOn: _, ...rest } = values;
  return { before: null, values: { ...rest, stage, ...(moved ? { stagedOn } : {}) }, remarks };
}

function staying(stay: PoolStay, values: RecordValues): RecordPlace {
  // The reason is of what will be registered, it is not held against what is there.
  const before = { ...valuesOf(stay), reason: values.reason ?? null };
  const since = stay.stages.at(-1)?.from ?? stay.from;
  const stage = textIn(values, 'stage') ?? before.stage;
  const remarks: Remark[] = [];
  const differs = (name: 'enteredOn' | 'stagedOn', label: string) => {
    if (values[name] == null || values[name] === before[name]) return;
    remarks.push(say(`${label} ${values[name]} 与台账的 ${before[name] ?? '空白'} 不同，以台账为准`));
  };
  differs('enteredOn', '入库日期');
  let next: RecordValues = { pool: stay.poolId, reason: values.reason ?? null };
  if (stage !== before.stage) {
    if (stay.until !== null)
      return refuse(`该企业已于 ${before.leftOn} 出库，不能调整阶段`, '重新入库的请写新的入库日期');
    const stagedOn = dayIn(values, 'stagedOn');
    if (stagedOn === undefined || stagedOn <= since) {
      const word =
        stagedOn === undefined ? '没有写明阶段起始日期' : `阶段起始日期 ${stagedOn} 不晚于现阶段的 ${since}`;
      return refuse(`阶段由“${before.stage}”改为“${stage}”，${word}`, '请填写“阶段起始日期”');
    }
    next = { ...next, stage, stagedOn };
  } else differs('stagedOn', '阶段起始日期');
  const leftOn = dayIn(values, 'leftOn');
  if (leftOn !== undefined && leftOn !== before.leftOn) {
    if (before.leftOn !== null)
      return refuse(`台账登记的出库日期是 ${before.leftOn}，与本行不同`, '请核对出库日期');
    const problem = leavingProblem(values, dayIn(next, 'stagedOn') ?? since);
    if (problem !== undefined) return problem;
    next = { ...next, leftOn, exit: values.exit ?? null };
  }
  return { before, values: next, remarks };
}

/** Why a firm cannot leave as the row says; nothing when it can or stays. */
function leavingProblem(values: RecordValues, since: Day): RecordPlace | undefined {
  const leftOn = dayIn(values, 'leftOn');
  if (leftOn === undefined) {
    return values.exit == null ? undefined : refuse('写了出库原因，没有写明出库日期', '请补上出库日期');
  }
  if (leftOn <= since) return refuse(`出库日期 ${leftOn} 不晚于 ${since}`, '请核对日期');
  const exit = exitIn(values);
  if (exit === null) return refuse('没有写明出库原因', `请填写：${Object.values(poolExitText).join('、')}`);
  if ((exit === 'failed' || exit === 'other') && values.reason == null)
    return refuse(`“${poolExitText[exit]}”须写明原因`, '请在“办理说明”栏写明');
  return undefined;
}

/** Rows that put one firm into one pool for the same time. */
function overlapping(records: readonly RowRecord[]): ReadonlyMap<RowRecord, readonly Remark[]> {
  const said = new Map<RowRecord, readonly Remark[]>();
  const open = new Map<string, RowRecord>();
  const inOrder = [...records].sort((a, b) =>
    String(a.values.enteredOn) < String(b.values.enteredOn) ? -1 : 1,
  );
  for (const record of inOrder) {
    const pool = String(record.values.pool);
    const earlier = open.get(pool);
    const left = earlier === undefined ? undefined : dayIn(earlier.values, 'leftOn');
    if (earlier !== undefined && (left === undefined || left > (dayIn(record.values, 'enteredOn') ?? ''))) {
      const message = `同一企业在${record.label}的在库时间有重叠的几行`;
      said.set(record, [
        {
          code: 'record-refused',
          severity: 'error',
          message,
          fix: '一家企业在一个库只写一行，或补上前一次的出库日期',
        },
      ]);
    } else open.set(pool, record);
  }
  return said;
}

function refuse(message: string, fix: string): RecordPlace {
  return { refused: { code: 'record-refused', severity: 'error', message, fix } };
}

function say(message: string): Remark {
  return { code: 'record-kept', severity: 'info', message, fix: null };
}

function dayIn(values: RecordValues, name: string): Day | undefined {
  const value = values[name];
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function textIn(values: RecordValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

function exitIn({ exit }: RecordValues): PoolExit | null {
  return poolExits.find((each) => each === exit) ?? null;
}
