import type { Fact } from './fact.ts';
import type { ListParameter, QuantityParameter, SeriesParameter } from './parameter.ts';

/** What every node of a rule carries. */
export type NodeHead = {
  /** Place in the clause, such as `conditions.2`; stable as long as the clause is. */
  readonly id: string;
  readonly label: string;
  /** What to tell the firm when this node stands in the way; null uses the mechanism's own words. */
  readonly otherwise: string | null;
};

/** All must hold (同时符合). */
export type AllNode = NodeHead & { readonly mechanism: 'all'; readonly of: readonly Condition[] };
/** At least one must hold (符合其一). */
export type AnyNode = NodeHead & { readonly mechanism: 'any'; readonly of: readonly Condition[] };

/** 以上 and 以下 include the number, 超过 and 不足 do not (民法典第1259条). */
export const thresholdWords = ['以上', '超过', '以下', '不足'] as const;
/** One of the four words that compare a figure with a threshold. */
export type ThresholdWord = (typeof thresholdWords)[number];

/** Compares one fact (比较): with a threshold, with a fixed answer, or with a list. */
export type CompareNode = NodeHead & { readonly mechanism: 'compare'; readonly fact: Fact } & (
    | { readonly word: ThresholdWord; readonly parameter: QuantityParameter }
    | {
        readonly word: ThresholdWord;
        /** A published rate, taken on the day of the case. */
        readonly series: SeriesParameter;
        /** States the rate for days that the series does not know. */
        readonly stated: Fact;
      }
    | { readonly word: '是'; readonly expected: string | boolean }
    | { readonly word: '属于'; readonly parameter: ListParameter }
  );

/** Anything that is met, not met, or not known yet. */
export type Condition = AllNode | AnyNode | CompareNode;

/** The amount that a form or paper states (填报数): the base of rates and sums. */
export type FactNode = NodeHead & { readonly mechanism: 'fact'; readonly fact: Fact };
/** A fixed amount (定额). */
export type FixedNode = NodeHead & { readonly mechanism: 'fixed'; readonly parameter: QuantityParameter };
/** An amount for each level of a fact (分档). */
export type ByLevelNode = NodeHead & {
  readonly mechanism: 'byLevel';
  readonly fact: Fact;
  readonly table: readonly { readonly level: string; readonly parameter: QuantityParameter }[];
};
/** A share of an amount (按比例), rounded once by the clause's rounding. */
export type RateNode = NodeHead & {
  readonly mechanism: 'rate';
  readonly of: Amount;
  readonly parameter: QuantityParameter;
};
/** The first amount whose condition holds (分情形); the last may stand without one (其他情形). */
export type CasesNode = NodeHead & {
  readonly mechanism: 'cases';
  readonly of: readonly { readonly when: Condition | null; readonly amount: Amount }[];
};
/** Interest on a loan (利息): principal × rate × days ÷ days of a year, of which a share is paid. */
export type InterestNode = NodeHead & {
  readonly mechanism: 'interest';
  readonly principal: Fact;
  /** A figure of the document, or the rate that the contract states. */
  readonly rate: QuantityParameter | Fact;
  readonly from: Fact;
  readonly until: Fact;
  /** Days that count as a year. */
  readonly basis: QuantityParameter;
  readonly share: QuantityParameter | null;
};
/** Never more than this (不超过). */
export type CapNode = NodeHead & {
  readonly mechanism: 'cap';
  readonly of: Amount;
  readonly parameter: QuantityParameter;
};
/** Never more than this for one firm in one calendar year (单个企业每年不超过). */
export type YearCapNode = NodeHead & {
  readonly mechanism: 'yearCap';
  readonly of: Amount;
  readonly parameter: QuantityParameter;
  readonly spent: Fact;
};
/** Never more than this for one firm, all years together (单个企业累计不超过). */
export type FirmCapNode = NodeHead & {
  readonly mechanism: 'firmCap';
  readonly of: Amount;
  readonly parameter: QuantityParameter;
  readonly spent: Fact;
};
/** What is still missing up to the amount after money that was already paid (补齐差额). */
export type TopUpNode = NodeHead & {
  readonly mechanism: 'topUp';
  readonly of: Amount;
  readonly paid: Fact;
};
/** The document says 最高: the amount is a ceiling, the bureau decides the figure. */
export type CeilingNode = NodeHead & { readonly mechanism: 'ceiling'; readonly of: Amount };
/** Amounts added up (合计). */
export type SumNode = NodeHead & { readonly mechanism: 'sum'; readonly of: readonly Amount[] };
/** The greatest of several amounts (取最高). */
export type HighestNode = NodeHead & { readonly mechanism: 'highest'; readonly of: readonly Amount[] };

/** Anything that comes to an amount of money in 分. */
export type Amount =
  | FactNode
  | FixedNode
  | ByLevelNode
  | RateNode
  | CasesNode
  | InterestNode
  | CapNode
  | YearCapNode
  | FirmCapNode
  | TopUpNode
  | CeilingNode
  | SumNode
  | HighestNode;
