/** Scoring tables, their rows and groups, and the scores and grades that a report claims. */
import type { Locator, Table } from '../documents/model.js';
import type { Decimal } from '../numbers/decimal.js';
import type { Mention, Quote, Stated } from './model.js';

/** A score cell: the printed text, and the score when it can be read as one. */
export interface ScoreCell {
  readonly raw: string;
  /** null when the cell is empty, not applicable (/, —), or cannot be read as a score. */
  readonly value: Decimal | null;
  readonly state: 'score' | 'empty' | 'not-applicable' | 'unreadable';
  readonly where: Locator;
}

/** One row to be scored. */
export interface Indicator {
  /** Ordinal among the report's indicators, from 1. */
  readonly ordinal: number;
  readonly name: string;
  /** Names of the groups it stands under, outermost first, without their weights. */
  readonly group: readonly string[];
  /** Its 分值; null when not printed. Shared weights are in `weightShare`. */
  readonly weight: Decimal | null;
  /** Several rows that share one merged 分值 (24 over three rows) name the same object; null otherwise. */
  readonly weightShare: SharedCell | null;
  /** Rows that share one merged 得分 cell name the same object; null otherwise. */
  readonly scoreShare: SharedCell | null;
  /** 指标解释, often with the formula; '' when none. */
  readonly explanation: string;
  /** 评分标准; '' when none. */
  readonly criterion: string;
  /** Target and result columns of project forms; '' when none. */
  readonly target: string;
  readonly result: string;
  /** What columns beside the target say of both: ≥ of 指标性质, 亩 of 计量单位; '' when there are none. */
  readonly sign: string;
  readonly unit: string;
  readonly claimed: ScoreCell;
  /** 财政审核得分 or another second score column; null when there is none. */
  readonly reviewed: ScoreCell | null;
  /** 扣分原因 / 偏差原因 / 评分说明; null when the table has no such column. */
  readonly reason: string | null;
  /** Ordinal of the scoring table within the report, from 1; tables continued elsewhere keep the number. */
  readonly table: number;
  readonly where: Locator;
}

/** One merged cell that speaks for several indicators together. */
export interface SharedCell {
  readonly value: Decimal | null;
  /** Ordinals of the indicators that share it. */
  readonly indicators: readonly number[];
  readonly where: Locator;
}

/** A group of indicators with a printed weight (in its own column or in the name: 投入（15分）) or a printed subtotal. */
export interface IndicatorGroup {
  readonly path: readonly string[];
  readonly weight: Decimal | null;
  /** Printed subtotal of the scores (小计); null when none. */
  readonly subtotal: ScoreCell | null;
  /** Ordinals of all indicators under it. */
  readonly indicators: readonly number[];
  readonly quote: Quote;
}

/** The execution row of a project form: 10 points for 执行率 × 分值. */
export interface ExecutionRow {
  readonly label: string;
  readonly initialBudget: Mention | null;
  readonly budget: Mention | null;
  /** 到位资金 beside a budget; null when the table has no such column, or no other. */
  readonly received: Mention | null;
  readonly executed: Mention | null;
  readonly rate: Mention | null;
  readonly weight: Decimal | null;
  readonly score: ScoreCell | null;
  /** Whether this is the row that earns the score (年度资金总额) rather than one of its parts (其中：…). */
  readonly isTotal: boolean;
  readonly where: Locator;
}

/** A scoring table: its indicators, groups, totals, and the execution block that belongs to it. */
export interface ScoringTable {
  readonly ordinal: number;
  readonly indicators: readonly Indicator[];
  readonly groups: readonly IndicatorGroup[];
  /** 合计 of 分值, null when not printed. */
  readonly totalWeight: ScoreCell | null;
  /** 合计 of 得分, null when not printed. */
  readonly totalScore: ScoreCell | null;
  readonly totalReviewed: ScoreCell | null;
  readonly execution: readonly ExecutionRow[];
  /** Free text under the table that states how rows are scored (备注：…), '' when none. */
  readonly remarks: string;
  /** Rows that could not be matched to the columns: verbatim, with place. They make every sum uncertain. */
  readonly unmatched: readonly Quote[];
  readonly tables: readonly Table[];
  readonly where: Locator;
}

/** A score that the running text or a label/value cell claims for this report as a whole. */
export interface ScoreClaim {
  readonly score: Decimal;
  /** The year the same sentence gives the score for, null when it names none. */
  readonly year: Stated<number> | null;
  readonly quote: Quote;
}

/** A score that the text, or a list of projects, tells of one part: a class of indicators, an indicator, a project. */
export interface ToldScore {
  /** As printed, without list number and quotation marks: 投入类, 预算执行率, 文化下乡项目. */
  readonly name: string;
  /** The full mark told beside it (满分20分，得18分), null when none is. */
  readonly full: Decimal | null;
  readonly score: Decimal;
  /** Told without 得, behind the score of the whole (得分96分，其中：投入19分): a full mark would look the same. */
  readonly isBare: boolean;
  /** Whether the words around it are about a project in a report on something wider: no part of the report's own score. */
  readonly amidProject: boolean;
  /** The figure of the score, null when it is a bare number in a cell. */
  readonly mention: Mention | null;
  readonly quote: Quote;
}

/** A grade claimed for this report as a whole; `grade` is the canonical word of rules/grades.yaml scale in use. */
export interface GradeClaim {
  readonly grade: string;
  readonly quote: Quote;
}

/** A grade word and the scores that earn it: low ≤ score < high (high null: no upper end). */
export interface GradeBand {
  readonly grade: string;
  readonly low: Decimal;
  readonly high: Decimal | null;
}
