/**
 * What a report says, free of its carrier: identity, outline, figures, statements about them, targets and
 * results, scoring tables, claimed scores and grades.
 */
import type { Document, Locator, Paragraph, Table } from '../documents/model.js';
import type { Decimal } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import type { Computed } from '../numbers/judge.js';

/** Words of the report and where they stand. `text` is verbatim. */
export interface Quote {
  readonly text: string;
  readonly where: Locator;
}

/** A value read from the report together with the words it was read from. */
export interface Stated<T> {
  readonly value: T;
  readonly quote: Quote;
}

// ---- identity and outline

export type ReportKind = 'department' | 'project';

/** A heading and what stands under it. Paragraph positions are indices into `Report.paragraphs`. */
export interface Section {
  /** The number as printed: 一、, （一）, 1., '' for a heading without one. */
  readonly number: string;
  /** The value of the number, null when there is none. */
  readonly ordinal: number | null;
  /** How the number is written; headings of one notation under one parent form a list. */
  readonly notation: string;
  /** 1 for the outermost numbered headings; 0 is the part before the first heading. */
  readonly depth: number;
  /** Number and title as printed, e.g. 五、综合评价结果. */
  readonly title: string;
  /** Index of the heading paragraph, -1 for the part before the first heading. */
  readonly heading: number;
  /** First index after the section's last paragraph, subsections included. */
  readonly end: number;
  readonly parent: Section | null;
}

// ---- figures

/** A figure at its place in the running text or in a cell. Identity matters: coverage counts these objects. */
export interface Mention {
  readonly figure: Figure;
  /** The paragraph or cell text it stands in, and the offsets of the figure there. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly where: Locator;
}

/** The year a quantity belongs to: a calendar year, and whether it is a plan or what came of it. */
export interface Period {
  readonly year: number | null;
}

/**
 * A quantity of the field with a value: 支出决算 0万元 of 三公经费 in 2023. `concept` is an id of
 * rules/vocabulary.yaml; `aspect` tells budget from outcome; `scope` tells 财政拨款 from all funds, 本级 from 合计.
 */
export interface Fact {
  readonly concept: string;
  readonly aspect: Aspect;
  readonly scope: string;
  readonly period: Period;
  readonly mention: Mention;
  readonly quote: Quote;
  /** The name as printed, without year, quotes and remarks: two names for one concept may be two quantities. */
  readonly name?: string;
}

/** Which of a quantity's numbers is meant. `plain` where the quantity has only one (staff, satisfaction). */
export type Aspect = 'initial-budget' | 'adjusted-budget' | 'budget' | 'outcome' | 'plain';

/** A relation that a sentence or a table row states between figures, ready to be judged. */
export type Statement =
  | SumStatement
  | ShareStatement
  | ChangeStatement
  | RatioStatement
  | ProductStatement
  | EquationStatement
  | EnumerationStatement
  | DirectionStatement;

/** 合计 = parts, said by 其中、包括、由…组成. `complete` is false when the words leave room for other parts. */
export interface SumStatement {
  readonly kind: 'sum';
  readonly total: Mention;
  readonly parts: readonly Mention[];
  readonly complete: boolean;
  readonly quote: Quote;
}

/** 占 x%: part ÷ whole = rate. */
export interface ShareStatement {
  readonly kind: 'share';
  readonly part: Mention;
  readonly whole: Mention;
  readonly rate: Mention;
  readonly quote: Quote;
}

/** This period against an earlier one. At least two of the four members other than `direction` are present. */
export interface ChangeStatement {
  readonly kind: 'change';
  readonly current: Mention | null;
  readonly previous: Mention | null;
  /** The stated difference, always printed without regard to direction. */
  readonly difference: Mention | null;
  readonly rate: Mention | null;
  /** 增加/增长/上升 is up, 减少/下降/降低 is down, 持平 is flat. */
  readonly direction: 'up' | 'down' | 'flat';
  readonly quote: Quote;
}

/** A stated completion, execution, control or other named rate: numerator ÷ denominator = rate. */
export interface RatioStatement {
  readonly kind: 'ratio';
  readonly numerator: Mention;
  readonly denominator: Mention;
  readonly rate: Mention;
  /** The rate's name as printed: 完成预算的, 执行率, 在职人员控制率. */
  readonly name: string;
  readonly quote: Quote;
}

/** 120人×300元 = 3.6万元. */
export interface ProductStatement {
  readonly kind: 'product';
  readonly factors: readonly Mention[];
  readonly product: Mention;
  readonly quote: Quote;
}

/** （5.00+280.00−8.00）÷285.00×100%=97.19%: a printed calculation of several steps, and its result. */
export interface EquationStatement {
  readonly kind: 'equation';
  readonly operands: readonly Mention[];
  readonly result: Mention;
  /** What the calculation comes to, from the printed digits and their rounding. */
  readonly computed: Computed;
  /** The calculation as printed. */
  readonly expression: string;
  readonly quote: Quote;
}

/** 8个内设机构：办公室、人事科…: a count, and the names of what it counts. */
export interface EnumerationStatement {
  readonly kind: 'enumeration';
  readonly count: Mention;
  readonly names: readonly string[];
  readonly quote: Quote;
}

/** 决算数大于/小于/等于预算数, with the two figures it speaks of. */
export interface DirectionStatement {
  readonly kind: 'direction';
  /** The words that compare, where they are not 决算数大于预算数. */
  readonly said?: string;
  readonly left: Mention;
  readonly right: Mention;
  readonly relation: 'greater' | 'less' | 'equal';
  readonly quote: Quote;
}

/**
 * A total of a table and the cells that add up to it, told from the table's structure. Only sums whose
 * structure leaves one reading, or that other columns or rows of the same table confirm, are stated.
 */
export interface TableSum {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /** Printed labels of the total and of the parts: 合计; 基本支出, 项目支出. */
  readonly label: string;
  readonly partLabels: readonly string[];
  /** Whether the total stands under its parts (a row) or beside them (a column). */
  readonly axis: 'row' | 'column';
  /** The heading of the column, or the label of the row, that the sum runs through. */
  readonly through: string;
  readonly quote: Quote;
}

// ---- targets and results

/** One goal (数量指标 …) or one result. */
export interface Goal {
  /** What is to be done, without the number: 全年招录公务员. */
  readonly name: string;
  /** The category heading it stands under, as printed (数量指标), '' when none. */
  readonly category: string;
  /** The number with its bound and unit, null for a goal in words only. */
  readonly mention: Mention | null;
  /** 已完成/未完成 said of a result; null for a target or when nothing is said. */
  readonly claimedDone: boolean | null;
  /** The rate at which a result says that its target was done: 完成目标任务的105.67%. */
  readonly completion?: Mention;
  readonly quote: Quote;
}

// ---- scores

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

// ---- the whole

export interface Report {
  readonly document: Document;
  readonly unit: Stated<string> | null;
  readonly year: Stated<number> | null;
  readonly kind: ReportKind;
  /** Body paragraphs and text boxes in reading order, `where.section` filled in. */
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  readonly sections: readonly Section[];
  /** Every figure of text and tables, in reading order: the denominator of coverage. */
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  /** Sums that tables state: 合计 and 小计 rows and columns, classes and their items. */
  readonly tableSums: readonly TableSum[];
  readonly targets: readonly Goal[];
  readonly results: readonly Goal[];
  readonly scoringTables: readonly ScoringTable[];
  readonly scoreClaims: readonly ScoreClaim[];
  readonly gradeClaims: readonly GradeClaim[];
  /** The grade scale printed in the report, else the default that knows the claimed word; never empty. */
  readonly gradeScale: readonly GradeBand[];
}
