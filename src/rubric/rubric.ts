/** A scoring rubric: the indicators, their weights and rules, as a bureau issues them or a report prints them. */
export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly indicators: readonly RubricIndicator[];
}

/** One indicator of a rubric, its rule and formula as sentences. Weights are decimal strings as printed. */
export interface RubricIndicator {
  readonly group: readonly string[];
  readonly name: string;
  readonly weight: string | null;
  /** 评分标准 as printed; '' when the bureau leaves it open. */
  readonly rule: string;
  /** Formula sentence, e.g. 预算完成率=（预算完成数/预算数）×100%; '' when none. */
  readonly formula: string;
  /** How a started step counts; null leaves every reading admissible. */
  readonly startedStep: 'whole' | 'started' | 'pro-rata' | null;
}
