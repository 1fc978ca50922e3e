/** The columns of a scoring table by what they hold; column numbers as on the grid, null where there is none. */
export interface Columns {
  /** Level columns, outermost first. One level may take several grid columns (a header merged over them). */
  readonly levels: readonly (readonly number[])[];
  /** The 分值 column of the indicators. */
  readonly weight: number | null;
  /** Index in `levels` that the weight column stands at: the last one, or a higher one when only groups have weights. */
  readonly weightLevel: number;
  /** 分值 columns of higher levels. */
  readonly groupWeights: readonly { readonly level: number; readonly column: number }[];
  readonly score: number | null;
  readonly reviewed: number | null;
  readonly explanation: number | null;
  readonly criterion: number | null;
  readonly target: number | null;
  readonly result: number | null;
  /** 指标性质 (≥, ≤, =) and 计量单位 beside the target, or cells of their own under its heading. */
  readonly sign: number | null;
  readonly unit: number | null;
  readonly reason: number | null;
  readonly note: number | null;
}
