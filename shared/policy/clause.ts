import type { Day } from '#shared/domain/day.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { Amount, Condition } from './expression.ts';
import type { Fact } from './fact.ts';
import type { Parameter, QuantityParameter } from './parameter.ts';
import type { Reference } from './reference.ts';
import type { RoundingName } from './rounding.ts';

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

/** A first recognition of one of these titles sets the clause off by itself (免申即享). */
export type TitleTrigger = {
  readonly kind: 'title';
  readonly titleIds: readonly string[];
  /** Names of the facts that the trigger fills in. */
  readonly facts: {
    readonly title: string;
    readonly firstRecognition: string;
    readonly firstInDistrict: string;
  };
};

/** A project of one kind (技改, 贷款, 展会…) sets the clause off. */
export type ProjectTrigger = { readonly kind: 'project'; readonly projectKindId: string };

/** What sets a clause off: a title event or a project on record. */
export type ClauseTrigger = TitleTrigger | ProjectTrigger;

/**
 * A kind of project (项目类别) as the bureau keeps it on record. Its form asks for the facts of source `project`
 * of every clause that the kind sets off; a fact of one name means the same in all of them.
 */
export type ProjectKind = {
  readonly id: string;
  /** Such as 制造业技改项目. */
  readonly label: string;
  /** What the day of the project is, by which clauses are chosen: 竣工日期, 合同签订日期. */
  readonly dateLabel: string;
  /** What the name of a project is: 项目名称, 产品名称. */
  readonly nameLabel: string;
  /** What the person, product or standard is called that must not be paid for twice; null when there is none. */
  readonly objectLabel: string | null;
  /** What the contract is called that must not be paid for twice; null when there is none. */
  readonly contractLabel: string | null;
  readonly reference: Reference;
};

/**
 * How far 不重复 reaches among awards of one group and one firm: the same title, all titles of the group (同一企业),
 * the same project, kind and calendar year, person or product or standard, contract, or one matter and one payer level.
 */
export const overlapScopes = [
  'same-title',
  'same-firm',
  'same-project',
  'same-kind-and-year',
  'same-object',
  'same-contract',
  'same-payer',
] as const;
/** One reach of 不重复. */
export type OverlapScope = (typeof overlapScopes)[number];

/** What happens inside the scope: 取最高, 补齐差额, 可叠加. */
export const overlapOutcomes = ['highest', 'top-up', 'stackable'] as const;
/** 取最高, 补齐差额 or 可叠加. */
export type OverlapOutcome = (typeof overlapOutcomes)[number];

/** Words of each outcome. */
export const overlapOutcomeText: Readonly<Record<OverlapOutcome, string>> = {
  highest: '取最高',
  'top-up': '补齐差额',
  stackable: '可叠加',
};

/** Rule for awards that overlap (从优从高不重复), a choice of the district with its reason. */
export type OverlapGroup = {
  readonly id: string;
  readonly label: string;
  readonly scope: OverlapScope;
  readonly outcome: OverlapOutcome;
  /** Levels whose money for the same matter counts as already paid, beside the district's own. */
  readonly countsPaidBy: readonly PayerLevel[];
  /** Why this outcome is the default. */
  readonly reason: string;
  readonly reference: Reference;
};

/** What every clause of a document has, whether it pays or not. */
export type ClauseHead = {
  readonly id: string;
  /** Part and number as people cite them, such as 四 and 2. */
  readonly part: string;
  readonly item: string;
  /** Running number where one clause of the document holds several rules; null otherwise. */
  readonly sub: number | null;
  readonly title: string;
  readonly summary: string;
  readonly reference: Reference;
  readonly departments: readonly string[];
  readonly inForce: InForce;
  /** What must stand beside each result. */
  readonly notes: readonly string[];
  /** How the wording was understood, for whoever reads the clause. */
  readonly remarks: readonly string[];
};

/** What a clause asks and how it decides. */
type Rules = {
  /** What the date of evaluation is, such as 认定日期. */
  readonly dateLabel: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly conditions: Condition;
  /** What the firm hands in, or the bureau finds by itself. */
  readonly evidence: readonly string[];
};

/** A clause that pays money (奖补条款), ready to evaluate. */
export type Clause = ClauseHead &
  Rules & {
    readonly trigger: ClauseTrigger;
    readonly amount: Amount;
    readonly rounding: RoundingName;
    /** Whose money the amount contains. */
    readonly payers: readonly PayerLevel[];
    readonly overlap: OverlapGroup | null;
  };

/**
 * A clause that gives no sum of money that can be computed (服务保障条款): land, service, priority, or money for which
 * the document names no figure. It shows on a firm when its conditions hold.
 */
export type Entitlement = ClauseHead &
  Rules & {
    /** The project that the facts come from; null when the ledger alone knows them. */
    readonly trigger: ProjectTrigger | null;
    /** Money is promised, but 文件没有写明数额: the bureau decides outside this calculation. */
    readonly noFigure: boolean;
  };

/** A sum the document sets aside each year (年度预算条款). */
export type Budget = ClauseHead & {
  readonly parameter: QuantityParameter;
  /** 不少于 or exactly this much a year. */
  readonly atLeast: boolean;
  /** Clauses whose money is counted against it; empty when the document names only a purpose. */
  readonly clauseIds: readonly string[];
};

/** A clause that governs others (总则、附则): overlap, term. */
export type Principle = ClauseHead;
