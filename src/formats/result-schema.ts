import { z } from 'zod';

/**
 * The result of an audit: the JSON contract, defined once. Every output is made from it and from nothing else,
 * so whatever one format shows, the others can. Decimals are strings exactly as computed or printed; absent is
 * null, never 0.
 */

/** Digits of a decimal, never an exponent or a floating-point artefact. */
const decimalText = z.string().regex(/^-?\d+(?:\.\d+)?$/u, '应为十进制数字串');

/** Where something stands in the report. All numbers count from 1. */
export const whereSchema = z
  .object({
    /** PDF page; null where the carrier has no pages. */
    page: z.int().positive().nullable(),
    /** Heading of the section as printed. */
    section: z.string().nullable(),
    /** Ordinal of the body paragraph. */
    paragraph: z.int().positive().nullable(),
    /** Ordinal of the table, and the cell on its true grid. */
    table: z.int().positive().nullable(),
    row: z.int().positive().nullable(),
    column: z.int().positive().nullable(),
  })
  .readonly();

/** Verbatim words of the report and their place. */
export const evidenceSchema = z.object({ quote: z.string(), where: whereSchema }).readonly();

/** One contradiction, or one thing that a person must look at. */
export const findingSchema = z
  .object({
    /** Id of the rule, e.g. score/total-vs-items. */
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'notice']),
    /** The problem type as a reviewer calls it: 得分合计不符. */
    title: z.string(),
    /** One sentence that states the contradiction with both numbers. */
    message: z.string(),
    evidence: z.array(evidenceSchema).readonly(),
    /** What the report claims, as printed. */
    claimed: z.string().nullable(),
    /** What it should be; null when that cannot be said. */
    expected: z.string().nullable(),
    suggestion: z.string(),
    /** Why it is wrong: the regulation, or plain arithmetic. */
    basis: z.string(),
    /** Made of the rule and the quoted raw text, never of positions. */
    fingerprint: z.string(),
    /** Why a reviewer has set the finding aside, by whom; absent or null when it counts. */
    suppressed: z.object({ reason: z.string(), by: z.string() }).readonly().nullable().optional(),
  })
  .readonly();

/** A figure that went into a rescoring, under the name the formula gives it. */
const inputSchema = z
  .object({
    name: z.string(),
    value: z.string(),
    /** What the value counts: 万元, %, 人; '' when nothing is printed. */
    unit: z.string().optional(),
    where: whereSchema,
  })
  .readonly();

/** One row of the scoring table, rescored. */
export const itemSchema = z
  .object({
    indicator: z.string(),
    /** Names of the groups it stands under, outermost first. */
    group: z.array(z.string()).readonly(),
    /** 分值 of the row. */
    weight: decimalText.nullable(),
    /** The score it claims; null when the cell holds none. */
    claimed: decimalText.nullable(),
    /** The score cell as printed. */
    scoreText: z.string(),
    status: z.enum(['confirmed', 'contradicted', 'unverifiable', 'judgement']),
    /** The computed value of the indicator: 0.9556. */
    value: decimalText.nullable(),
    /** Whether that value is a ratio: 0.9556 is 95.56%. */
    isRate: z.boolean().optional(),
    /** The least and the greatest score the value may get; null when it cannot be said. */
    possible: z.object({ low: decimalText, high: decimalText }).readonly().nullable().optional(),
    /** Every score the value may get; empty when it cannot be said or when the range is continuous. */
    admissible: z.array(decimalText).readonly(),
    /** Every score the rule can give at all; null when continuous or not known. */
    attainable: z.array(decimalText).readonly().nullable(),
    inputs: z.array(inputSchema).readonly(),
    /** Figures that were looked for and not found. */
    needs: z.array(z.string()).readonly(),
    /** The rule as it was read, in words; '' when it was not understood. */
    reading: z.string(),
    /** The arithmetic, one step a line. */
    trace: z.array(z.string()).readonly(),
    where: whereSchema,
  })
  .readonly();

/** What was looked at, and what was not. */
export const coverageSchema = z
  .object({
    figures: z
      .object({
        seen: z.int().nonnegative(),
        understood: z.int().nonnegative(),
        checked: z.int().nonnegative(),
      })
      .readonly(),
    items: z
      .object({
        total: z.int().nonnegative(),
        confirmed: z.int().nonnegative(),
        contradicted: z.int().nonnegative(),
        unverifiable: z.int().nonnegative(),
        judgement: z.int().nonnegative(),
      })
      .readonly(),
    /** What the reader could not read, and where: one sentence each. */
    unread: z.array(z.string()).readonly(),
    /** Figures that took part in no check, with the reason. */
    notChecked: z
      .array(z.object({ text: z.string(), reason: z.string(), where: whereSchema }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();

/** The totals a report tells, and the range that its own figures allow. */
export const scoreSchema = z
  .object({
    /** The score told in the text. */
    narrative: decimalText.nullable(),
    /** The claimed grade. */
    grade: z.string().nullable(),
    /** The printed 合计. */
    tableTotal: decimalText.nullable(),
    /** The sum of the rows. */
    itemSum: decimalText.nullable(),
    verified: z.object({ low: decimalText, high: decimalText }).readonly().nullable(),
    /** Every grade that the verified range allows. */
    verifiedGrades: z.array(z.string()).readonly(),
  })
  .readonly();

/** One file that was audited, or that could not be. */
export const reportSchema = z
  .object({
    /** The path as given. */
    file: z.string(),
    /** The carrier told from the content; null when it is not one that is read. */
    format: z.string().nullable(),
    status: z.enum(['audited', 'unreadable']),
    /** Why it could not be audited and what to do; null when it was. */
    reason: z.string().nullable(),
    unit: z.string().nullable(),
    year: z.int().nullable(),
    kind: z.enum(['department', 'project']).nullable(),
    score: scoreSchema,
    items: z.array(itemSchema).readonly(),
    findings: z.array(findingSchema).readonly(),
    coverage: coverageSchema,
  })
  .readonly();

/** Counts over all reports. Suppressed findings are not counted. */
export const summarySchema = z
  .object({
    reports: z.int().nonnegative(),
    audited: z.int().nonnegative(),
    unreadable: z.int().nonnegative(),
    errors: z.int().nonnegative(),
    warnings: z.int().nonnegative(),
    notices: z.int().nonnegative(),
  })
  .readonly();

/** Everything one run has to say: the object that `--format json` prints. */
export const auditResultSchema = z
  .object({
    schema: z.literal('jihe/1'),
    reports: z.array(reportSchema).readonly(),
    summary: summarySchema,
    /** Files of the folders that are no Word or PDF reports and were left out. */
    skipped: z.array(z.string()).readonly().optional(),
    /** Commented copies and opinions of an earlier run, left out. */
    own: z.array(z.string()).readonly().optional(),
  })
  .readonly();
