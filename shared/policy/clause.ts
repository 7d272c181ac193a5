import type { Day } from '#shared/domain/day.ts';
import type { Amount, Condition } from './expression.ts';
import type { Fact } from './fact.ts';
import type { Parameter } from './parameter.ts';
import type { Reference } from './reference.ts';
import type { RoundingName } from './rounding.ts';

/** Levels of government that can pay: 省, 市, 区. */
const payerLevels = ['province', 'city', 'district'] as const;
/** 省, 市 or 区. */
export type PayerLevel = (typeof payerLevels)[number];

/** The term of a document (施行期), from which each of its clauses takes its own. */
export type InForce = {
  /** First day whose cases count. */
  readonly from: Day;
  /** Length of the term in whole years, from the start day. */
  readonly years: number;
  /** Setting that holds the start day the document leaves blank; null when it is printed. */
  readonly startSetting: StartSetting | null;
  readonly reference: Reference;
};

/** A start day that a document leaves blank (起始日待定) and the bureau must fill in. */
export type StartSetting = {
  /** Key of the setting, such as `policy-start`. */
  readonly id: string;
  readonly label: string;
  /** The blank allows only days of this range. */
  readonly earliest: Day;
  readonly latest: Day;
};

/** What sets a clause off by itself: the first recognition of one of these titles. */
export type TitleTrigger = {
  readonly titleIds: readonly string[];
  /** Names of the facts that the trigger fills in. */
  readonly facts: {
    readonly title: string;
    readonly firstRecognition: string;
    readonly firstInDistrict: string;
  };
};

/** How far 不重复 reaches: same title, project, kind and year, object, contract, payer. */
export const overlapScopes = [
  'same-title',
  'same-project',
  'same-kind-and-year',
  'same-object',
  'same-contract',
  'same-payer',
] as const;
/** What happens inside the scope: 取最高, 补齐差额, 可叠加. */
export const overlapOutcomes = ['highest', 'top-up', 'stackable'] as const;

/** Rule for awards that overlap (从优从高不重复), a choice of the district with its reason. */
export type OverlapGroup = {
  readonly id: string;
  readonly label: string;
  readonly scope: (typeof overlapScopes)[number];
  readonly outcome: (typeof overlapOutcomes)[number];
  /** Why this outcome is the default. */
  readonly reason: string;
  readonly reference: Reference;
};

/** A clause that pays money (奖补条款), ready to evaluate. */
export type Clause = {
  readonly id: string;
  /** Part and number as people cite them, such as 四 and 2. */
  readonly part: string;
  readonly item: string;
  readonly title: string;
  readonly summary: string;
  readonly reference: Reference;
  readonly departments: readonly string[];
  readonly inForce: InForce;
  /** What the date of evaluation is, such as 认定日期. */
  readonly dateLabel: string;
  readonly trigger: TitleTrigger | null;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly conditions: Condition;
  readonly amount: Amount;
  readonly rounding: RoundingName;
  /** Whose money the amount contains. */
  readonly payers: readonly PayerLevel[];
  readonly overlap: OverlapGroup | null;
  /** What the firm hands in, or the bureau finds by itself. */
  readonly evidence: readonly string[];
  /** What must stand beside each award. */
  readonly notes: readonly string[];
  /** How the wording was understood, for whoever reads the clause. */
  readonly remarks: readonly string[];
};
