/** A scoring rubric: the indicators, their weights and rules, as a bureau issues them or a report prints them. */
export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly indicators: readonly RubricIndicator[];
  /** What all weights add up to, as a decimal string; 100 when absent. */
  readonly total?: string;
}

/** One indicator of a rubric, its rule and formula as sentences. Weights are decimal strings as printed. */
export interface RubricIndicator {
  readonly group: readonly string[];
  readonly name: string;
  /** null when the weight is printed once for several rows; `sharedWeight` then says it. */
  readonly weight: string | null;
  /** The weight that this row and the adjoining rows with the same one share (24 over three rows). */
  readonly sharedWeight?: string | null;
  /** 评分标准 as printed; '' when the bureau leaves it open. */
  readonly rule: string;
  /** Formula sentence, e.g. 预算完成率=（预算完成数/预算数）×100%; '' when none. */
  readonly formula: string;
  /** How a started step counts; null leaves every reading admissible. */
  readonly startedStep: 'whole' | 'started' | 'pro-rata' | null;
}
