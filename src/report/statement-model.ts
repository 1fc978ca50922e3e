/** What sentences and tables state between figures, ready to be judged. */
import type { Computed } from '../numbers/judge.js';
import type { Mention, Quote } from './model.js';

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
