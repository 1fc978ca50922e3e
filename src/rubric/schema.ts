import { z } from 'zod';

const WEIGHT = /^\d{1,4}(?:\.\d{1,4})?$/u;

/** A weight as a number or a string of plain digits; kept as the string. */
const weight = z
  .union([z.number().nonnegative(), z.string().regex(WEIGHT)])
  .transform((value) => String(value))
  .describe('分值，如 3 或 0.5');

const indicator = z.strictObject({
  group: z.array(z.string().min(1)).default([]).describe('所属的各级指标，由外到内，如 [投入, 目标设定]'),
  name: z.string().trim().min(1).describe('指标名称'),
  weight: weight.nullable().describe('分值；几行共用一个分值时写 null，并在 sharedWeight 写共用的分值'),
  sharedWeight: weight.nullable().optional().describe('与相邻各行共用的分值'),
  rule: z.string().default('').describe('评分标准原文；留空表示由评价人判断'),
  formula: z.string().default('').describe('计算公式，如 预算完成率=（预算完成数/预算数）×100%'),
  startedStep: z
    .enum(['whole', 'started', 'pro-rata'])
    .nullable()
    .default(null)
    .describe('不足一档怎么算：whole 不扣，started 按一档扣，pro-rata 按比例扣；null 三种都认可'),
});

/** A rubric file. Unknown keys are errors: a misspelt key must not pass in silence. */
export const rubricSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
    .describe('编号，即文件名去掉 .yaml'),
  title: z.string().trim().min(1).describe('评分标准的名称'),
  total: weight.default('100').describe('分值合计，默认 100'),
  indicators: z.array(indicator).min(1).describe('指标，按表中次序'),
});

/** The JSON Schema that editors use to complete and check rubric files. */
export const rubricJsonSchema = (): unknown => ({
  ...z.toJSONSchema(rubricSchema, { io: 'input' }),
  title: '绩效自评评分标准',
});
