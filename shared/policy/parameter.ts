import type { Day } from '#shared/domain/day.ts';
import type { QuantityKind } from './quantity.ts';
import type { Reference } from './reference.ts';

/** A figure of a clause (参数): read once from the document's words, never written in code. */
export type QuantityParameter = {
  readonly name: string;
  readonly label: string;
  readonly kind: QuantityKind;
  /** 分 for money, parts per million for rates, plain number for counts. */
  readonly value: number;
  /** `分`, `ppm`, or the counted unit. */
  readonly unit: string;
  /** As the document writes it. */
  readonly text: string;
  readonly reference: Reference;
};

/** A closed list that a clause names (范围), such as the favoured industries. */
export type ListParameter = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'list';
  readonly value: readonly string[];
  readonly unit: '';
  /** The members in Chinese, joined by 、. */
  readonly text: string;
  readonly reference: Reference;
};

/** One value of a series and the day from which it holds. */
export type SeriesEntry = {
  readonly from: Day;
  /** Parts per million. */
  readonly value: number;
  readonly text: string;
  /** 待核实: known from memory only. */
  readonly toConfirm: boolean;
};

/** A published rate that changes over time (历次公布的利率), such as the LPR; before its first day it is not known. */
export type SeriesParameter = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'series';
  /** Oldest first. */
  readonly value: readonly SeriesEntry[];
  readonly unit: 'ppm';
  readonly text: string;
  readonly reference: Reference;
};

/** One parameter of a clause. */
export type Parameter = QuantityParameter | ListParameter | SeriesParameter;

/** The entry of a series that holds on a day; nothing before its first day. */
export function seriesAt(parameter: SeriesParameter, day: Day): SeriesEntry | undefined {
  return parameter.value.findLast((entry) => entry.from <= day);
}
