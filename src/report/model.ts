/**
 * What a report says, free of its carrier: identity, outline, figures, statements about them, targets and
 * results, scoring tables, claimed scores and grades.
 */
import type { Document, Locator, Paragraph, Table } from '../documents/model.js';
import type { Figure } from '../numbers/figure.js';
import type { GradeBand, GradeClaim, ScoreClaim, ScoringTable, ToldScore } from './score-model.js';
import type { Statement, TableSum } from './statement-model.js';

export type * from './score-model.js';
export type * from './statement-model.js';

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
  /** Scores told of parts and of projects outside the scoring tables. */
  readonly toldScores: readonly ToldScore[];
  readonly gradeClaims: readonly GradeClaim[];
  /** The grade scale printed in the report, else the default that knows the claimed word; never empty. */
  readonly gradeScale: readonly GradeBand[];
}
