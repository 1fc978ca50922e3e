import type { Decimal } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';

/** How a step that has begun but is not whole counts: not at all, as a whole one, or by its share. */
export type StartedStep = 'whole' | 'started' | 'pro-rata';

/**
 * What the thresholds of a rule measure: rates are ratios (95% is 0.95), money is in 元, counts and times are in the
 * rule's own unit, bare numbers as printed.
 */
export type Measure = 'rate' | 'count' | 'money' | 'time' | 'bare';

/** One end of a range. `closed` is null where the rule does not say whether the end belongs to it (80%-90%). */
export interface End {
  readonly value: Decimal;
  readonly closed: boolean | null;
}

/** Values between two ends; an absent end is unbounded. */
export interface ValueRange {
  readonly low: End | null;
  readonly high: End | null;
}

/** Values that earn a fixed score, or any score of an interval (得4-5分, 酌情得分). */
export interface Band {
  readonly range: ValueRange;
  readonly score: Interval;
}

/** 每降低5%扣1分: from a value outwards, `base` changes by `change` for every `size`. */
export interface Steps {
  readonly from: Decimal;
  readonly side: 'below' | 'above';
  readonly size: Decimal;
  /** Negative for a deduction. */
  readonly change: Decimal;
  readonly base: Decimal;
}

/** score = constant + factor × x, where x is the value or, with a center, its distance from it. */
export interface Linear {
  readonly constant: Decimal;
  readonly factor: Decimal;
  readonly center: Decimal | null;
}

/** A score given for circumstances told in words only. */
export interface Outcome {
  readonly text: string;
  readonly score: Interval;
  /** Whether the case is that of units without the thing measured (没有政府采购的得满分): a value rules it out. */
  readonly withoutValue?: true;
}

/** A rule on a measured quantity: bands first, then steps, then the proportion, then the score for everything else. */
export interface MeasuredRule {
  readonly kind: 'steps' | 'bands' | 'proportion';
  /** The quantity as the sentence names it; '' when it relies on the indicator's name. */
  readonly subject: string;
  readonly measure: Measure;
  /** The measure word of counts and times: 人次, 小时; '' for other measures. */
  readonly unit: string;
  /** Whether every number is printed in just that unit, not in 万吨 or in hours and minutes: a bare 3 is then 3 of it. */
  readonly oneUnit: boolean;
  readonly full: Decimal;
  readonly bands: readonly Band[];
  readonly steps: readonly Steps[];
  /** The readings of a proportion, one as a rule: 按比例得分 may count from 0 or from the threshold. */
  readonly linear: readonly Linear[];
  readonly otherwise: Interval | null;
  readonly floor: Decimal;
  readonly startedStep: StartedStep | null;
  /** Cases told in words beside the measured ones (无此项支出的得满分); their scores are never ruled out. */
  readonly exceptions: readonly Outcome[];
  /** Full mark printed in the sentence itself (满分5分), null when none. */
  readonly declared: Decimal | null;
}

/** One of several listed points. */
export interface Point extends Outcome {
  /** Whether the words let the item earn a part of its points (否则酌情扣分, 每少一项扣0.5分). */
  readonly partial: boolean;
}

/** ①…得1分；②…得2分: points that add up. */
export interface PointsRule {
  readonly kind: 'points';
  readonly items: readonly Point[];
  /** Whether the sentence says that an item not met earns nothing. */
  readonly allOrNothing: boolean;
  readonly full: Decimal;
  readonly declared: Decimal | null;
}

/** 优秀计3分，良好计2分: exactly one of the outcomes applies. */
export interface LevelsRule {
  readonly kind: 'levels';
  readonly levels: readonly Outcome[];
  readonly full: Decimal;
  readonly declared: Decimal | null;
}

/** 每发现一处扣1分: marks lost for every occurrence. */
export interface ViolationsRule {
  readonly kind: 'violations';
  readonly deductions: readonly { readonly text: string; readonly each: Decimal }[];
  /** Outcomes in words that end the counting (出现重大问题不得分). */
  readonly outcomes: readonly Outcome[];
  readonly full: Decimal;
  readonly floor: Decimal;
  readonly declared: Decimal | null;
}

/** A score that rests on judgement: 酌情, 视实际成效打分, or no criterion at all. */
export interface JudgementRule {
  readonly kind: 'judgement';
  readonly text: string;
  readonly full: Decimal | null;
  readonly declared: Decimal | null;
}

/** Two or more complete rules of which the reviewer applies one (二者择一). */
export interface ChoiceRule {
  readonly kind: 'choice';
  readonly options: readonly RuleExpression[];
  readonly full: Decimal | null;
  readonly declared: Decimal | null;
}

/** A scoring rule, the same whether it was printed in a report or issued as a file. */
export type RuleExpression =
  | MeasuredRule
  | PointsRule
  | LevelsRule
  | ViolationsRule
  | JudgementRule
  | ChoiceRule;

/** What came of reading a rule's sentence. `reading` is a canonical sentence that reads back to the same rule. */
export type RuleReading =
  | {
      readonly understood: true;
      readonly kind: RuleExpression['kind'];
      readonly rule: RuleExpression;
      readonly reading: string;
      readonly weight: Decimal | null;
    }
  | { readonly understood: false; readonly reason: string };

/** Whether the rule tests a measured quantity. */
export const isMeasured = (rule: RuleExpression): rule is MeasuredRule =>
  rule.kind === 'steps' || rule.kind === 'bands' || rule.kind === 'proportion';
