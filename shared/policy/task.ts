import type { Reference } from './reference.ts';

/** What the ledger can tell of a task by itself. */
export const taskFeeds = [
  'contacts',
  'plans',
  'officers',
  'evaluated',
  'chains',
  'visited',
  'requests',
] as const;
/** One of them. */
export type TaskFeed = (typeof taskFeeds)[number];
/** Words of them, as tasks.yaml writes them. */
export const taskFeedText: Readonly<Record<TaskFeed, string>> = {
  contacts: '一对一联系',
  plans: '一企一策',
  officers: '服务专员',
  evaluated: '年度评价',
  chains: '产业链图谱',
  visited: '走访企业',
  requests: '诉求办结',
};

/** Units of them; everything else counts firms. */
export const taskFeedUnit: Readonly<Partial<Record<TaskFeed, string>>> = { chains: '条', requests: '件' };

/** Where an indicator of a task gets its figure: a 131 measure, money paid by clauses, the ledger, or the units' own reports. */
export type TaskSource =
  | { readonly kind: 'measure'; readonly measureId: string }
  | { readonly kind: 'paid'; readonly clauseIds: readonly string[] }
  | { readonly kind: 'fed'; readonly feed: TaskFeed }
  | { readonly kind: 'reported' };

/** A figure a task is followed by (指标). */
export type TaskIndicator = {
  /** Unique within its task. */
  readonly id: string;
  readonly label: string;
  readonly source: TaskSource;
  /** 家, 项, 万元 …; money itself is in 分. */
  readonly unit: string;
  /** Figure the document or the bureau asks for; null without one. A measure brings its own. */
  readonly target: number | null;
};

/** One task (任务) of the document's 任务分工: what, by whom, together with whom. */
export type TaskRule = {
  readonly id: string;
  /** 行动 it belongs to. */
  readonly group: string;
  readonly title: string;
  /** 责任单位, the first one leading. */
  readonly leads: readonly string[];
  /** 配合单位. */
  readonly supports: readonly string[];
  readonly indicators: readonly TaskIndicator[];
  readonly reference: Reference;
};
