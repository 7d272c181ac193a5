/** Parts of an industry chain (产业链环节), in the order of the map. */
export const chainTiers = ['upstream', 'midstream', 'downstream'] as const;
/** 上游, 中游 or 下游. */
export type ChainTier = (typeof chainTiers)[number];
/** Words of the parts. */
export const chainTierText: Readonly<Record<ChainTier, string>> = {
  upstream: '上游',
  midstream: '中游',
  downstream: '下游',
};

/** What the bureau judges of a node (节点) that has firms. */
export const nodeStandings = ['strong', 'weak'] as const;
/** 优势 or 薄弱. */
export type NodeStanding = (typeof nodeStandings)[number];

/** A node as the map shows it: 缺失 follows from having no firm, the rest is the judgement of the bureau. */
export const nodeStates = ['missing', 'weak', 'plain', 'strong'] as const;
/** One of the states. */
export type NodeState = (typeof nodeStates)[number];
/** Words of the states. */
export const nodeStateText: Readonly<Record<NodeState, string>> = {
  missing: '缺失',
  weak: '薄弱',
  plain: '一般',
  strong: '优势',
};

/** What a firm is to its chain. */
export const chainRoles = ['leader', 'head', 'supplier'] as const;
/** 链主, 龙头 or 重点配套. */
export type ChainRole = (typeof chainRoles)[number];
/** Words of the roles. */
export const chainRoleText: Readonly<Record<ChainRole, string>> = {
  leader: '链主',
  head: '龙头',
  supplier: '重点配套',
};

/**
 * The lists beside the map of a chain (“N张清单”) that are written by hand. 龙头企业 and 重点配套企业 are no such
 * lists: they follow from the roles of the firms on the map. 钱塘 2024-2026, 三（四）12.
 */
export const chainLists = [
  'strength',
  'gap',
  'technology',
  'layout',
  'project',
  'resource',
  'prospect',
] as const;
/** One of the lists. */
export type ChainList = (typeof chainLists)[number];
/** Words of the lists. */
export const chainListText: Readonly<Record<ChainList, string>> = {
  strength: '主要特色优势',
  gap: '急需突破短板',
  technology: '协同攻关技术',
  layout: '区域布局优化',
  project: '重点建设项目',
  resource: '可对接外部资源',
  prospect: '招引目标',
};

/** A node of a chain as it is kept. */
export type ChainNode = {
  readonly id: number;
  readonly chainId: string;
  readonly tier: ChainTier;
  /** Order within its part, from 0. */
  readonly position: number;
  readonly name: string;
  readonly standing: NodeStanding | null;
  readonly note: string | null;
};

/** A firm on a node. */
export type ChainPlacement = {
  readonly id: number;
  readonly nodeId: number;
  readonly firmId: number;
  readonly role: ChainRole | null;
  readonly note: string | null;
};

/** A line of a list of a chain. */
export type ChainEntry = {
  readonly id: number;
  readonly chainId: string;
  readonly list: ChainList;
  readonly name: string;
  readonly nodeId: number | null;
  /** With whom: the partner, the target firm, the place. */
  readonly partner: string | null;
  /** 责任单位. */
  readonly unit: string | null;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  /** Day on which it was settled, `YYYY-MM-DD`. */
  readonly doneOn: string | null;
  readonly note: string | null;
};
