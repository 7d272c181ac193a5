import type { Day } from '#shared/domain/day.ts';
import type { HolidayTable } from '#shared/domain/working-days.ts';
import type { EvaluationRule } from '#shared/evaluation/rule.ts';
import type {
  Budget,
  Clause,
  Entitlement,
  OverlapGroup,
  Principle,
  ProjectKind,
  StartSetting,
} from './clause.ts';
import type { PolicyDocument, Reference } from './reference.ts';
import type { TaskRule } from './task.ts';

/** A street (街道), platform (平台) or chain (产业链) with every spelling that means it. */
export type Place = {
  readonly id: string;
  readonly label: string;
  /** Official code; null where there is none. */
  readonly code: string | null;
  /** Other spellings in rosters, known slips included. */
  readonly aliases: readonly string[];
  /** 待核实: known from memory only, to be confirmed by the bureau. */
  readonly toConfirm: boolean;
  readonly reference: Reference;
};

/** A name of an area that fits several streets, so it must never decide one (片区俗称). */
export type AreaName = { readonly name: string; readonly note: string };

/** An industry chain; `aliases` are the industries that belong to it. */
export type Chain = Place & {
  /** 主导产业 or 未来产业. */
  readonly kind: 'leading' | 'future';
};

/** Who confers a title. */
export type TitleIssuer = 'national' | 'province' | 'city';

/** The last day of a year for 年度更新, `MM-DD`, from a year on. */
export type YearlyUpdate = {
  readonly fromYear: number;
  readonly by: string;
  readonly reference: Reference;
};

/** A title (称号) of the national catalogue, as this district uses it. */
export type Title = {
  readonly id: string;
  /** Full name, such as 国家级专精特新“小巨人”企业. */
  readonly label: string;
  /** Name for chips and table heads. */
  readonly short: string;
  readonly issuer: TitleIssuer;
  /** Height on the ladder; titles side by side share one. */
  readonly tier: number;
  /** Years a recognition lasts when the paper does not say; null when it does not lapse. */
  readonly validityYears: number | null;
  /** Titles of which the firm must validly hold one to apply (前置称号); none when empty. */
  readonly requires: readonly string[];
  /** Titles whose valid holders may not newly apply for this one (互斥). */
  readonly barredBy: readonly string[];
  /** By when its holders update their information on the platform each year (年度更新), the latest rule last. */
  readonly yearlyUpdates: readonly YearlyUpdate[];
  /** As rosters write it. */
  readonly aliases: readonly string[];
  /** Whether it is a rung of this district's ladder. */
  readonly ladder: boolean;
  readonly toConfirm: boolean;
  readonly notes: readonly string[];
  readonly reference: Reference;
};

/** A measure (指标) of the 131 targets as the document states it. */
export type MeasureRule = {
  readonly id: string;
  readonly label: string;
  /** 口径: what exactly is counted. */
  readonly definition: string;
  readonly reference: string;
  /** Contradictions of the document and remarks, each with its place. */
  readonly notes: readonly string[];
  /** `titles`: distinct firms by title; `pool`: members of a cultivation pool. */
  readonly counts: 'titles' | 'pool';
  readonly titleIds: readonly string[];
  readonly basis: 'stock' | 'cumulative';
  readonly baseline: number | null;
  readonly baselineOn: Day | null;
  readonly baselineYear: number | null;
  readonly targets: readonly { readonly year: number; readonly value: number; readonly reference: string }[];
};

/** A cultivation pool (培育库) with its stages and selection standard. */
export type PoolRule = {
  /** The same id as the measure that counts it. */
  readonly id: string;
  readonly label: string;
  /** Other names of the pool in documents and rosters. */
  readonly aliases: readonly string[];
  /** Title that members are cultivated for. */
  readonly goalTitleId: string;
  /** 阶段 in their order, such as 储备、培育、成长、壮大. */
  readonly stages: readonly string[];
  /** 遴选标准: a firm with every required item and at least `pass` points is a candidate. */
  readonly standard: {
    readonly note: string;
    readonly pass: number;
    readonly items: readonly {
      readonly label: string;
      /** Met by a valid title of these; empty when a fact decides. */
      readonly titleIds: readonly string[];
      readonly fact: 'chain' | 'aboveScale' | 'platform' | null;
      readonly points: number;
      readonly required: boolean;
    }[];
  };
  /** 年度综合评价 of the members; null when the pack does not say how. */
  readonly evaluation: EvaluationRule | null;
  readonly reference: Reference;
};

/** Everything the application knows about a district (区县政策包): checked, frozen, JSON-serialisable. */
export type Pack = {
  readonly id: string;
  readonly district: {
    /** Full name, such as 杭州市钱塘区. */
    readonly name: string;
    /** Name in everyday use, such as 钱塘区. */
    readonly short: string;
    /** 行政区划代码, 6 digits. */
    readonly code: string;
    /** The bureau that uses this application. */
    readonly bureau: string;
    readonly areaNames: readonly AreaName[];
  };
  /** The policy document itself, printed on papers. */
  readonly document: PolicyDocument;
  /** All papers referred to, the national ones included. */
  readonly documents: readonly PolicyDocument[];
  /** The start day the bureau must fill in; null when the document prints it. */
  readonly startSetting: StartSetting | null;
  readonly streets: readonly Place[];
  readonly platforms: readonly Place[];
  readonly chains: readonly Chain[];
  /** 节假日与调休, for periods counted in working days. */
  readonly holidays: HolidayTable;
  /** The ladder first, in its order, then the other titles kept. */
  readonly titles: readonly Title[];
  readonly measures: readonly MeasureRule[];
  readonly pools: readonly PoolRule[];
  readonly overlapGroups: readonly OverlapGroup[];
  /** Kinds of projects that clauses are about, in the order of lists. */
  readonly projectKinds: readonly ProjectKind[];
  /** Clauses that pay. */
  readonly clauses: readonly Clause[];
  /** Clauses that give something else, or money without a figure. */
  readonly entitlements: readonly Entitlement[];
  readonly budgets: readonly Budget[];
  readonly principles: readonly Principle[];
  /** 任务分工; none when the pack has no tasks.yaml. */
  readonly tasks: readonly TaskRule[];
  /** SHA-256 of all texts the pack was read from but the tasks, which pay nothing; the national catalogue included. */
  readonly hash: string;
  /** For papers: edition and the first 8 signs of the hash. */
  readonly ruleVersion: string;
};
