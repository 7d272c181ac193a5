import type { Day } from './day.ts';

/** What happens to a firm in a cultivation pool (培育库): 入库, 调整阶段, 出库. */
const poolEventKinds = ['entered', 'staged', 'left'] as const;
/** One kind of pool event. */
export type PoolEventKind = (typeof poolEventKinds)[number];

/** Chinese word of each kind. */
export const poolEventText: Readonly<Record<PoolEventKind, string>> = {
  entered: '入库',
  staged: '调整阶段',
  left: '出库',
};

/** Why a firm leaves a pool: 达标出库 (it got the title), 评价不合格, 迁出, 注销, 自愿退出, 其他. */
export const poolExits = ['reached', 'failed', 'movedOut', 'closed', 'withdrawn', 'other'] as const;
/** One reason to leave. */
export type PoolExit = (typeof poolExits)[number];

/** Chinese word of each reason. */
export const poolExitText: Readonly<Record<PoolExit, string>> = {
  reached: '达标出库',
  failed: '评价不合格',
  movedOut: '迁出本区',
  closed: '注销',
  withdrawn: '自愿退出',
  other: '其他',
};

/** One event of a firm in a pool, as the ledger stores it. Membership at a day follows from these. */
export type PoolEvent = {
  readonly id: number;
  readonly firmId: number;
  /** Id of the pool in the district pack, such as `little-giant-seeds`. */
  readonly poolId: string;
  readonly kind: PoolEventKind;
  /** 阶段 from this day on; null for 出库. */
  readonly stage: string | null;
  /** Why it left; null for the other kinds. */
  readonly exit: PoolExit | null;
  readonly on: Day;
  readonly reason: string | null;
};
