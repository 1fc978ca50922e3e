import { judge } from '../../numbers/judge.js';
import { quotientOf } from '../../numbers/relations.js';
import type { RatioStatement } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { equationMessage, equations, type WrongEquation } from './equation.js';
import { unitSlip } from './unit-slip.js';
import { asPrinted, evidenceOf, intervals, inUnitOf, type Judged, pairNamed, raw } from './words.js';

interface Ratio extends Judged {
  readonly kind: 'ratio';
  readonly ratio: RatioStatement;
}

type Data = Ratio | WrongEquation;

export default defineRule<Data>({
  id: 'figure/completion',
  severity: 'error',
  title: '完成率不符',
  summary: '完成预算的百分比、执行率、控制率、倍数、人均等不等于其两个数之比',
  basis: '完成率＝完成数÷预算数，控制率、利用率等按其名称的定义；各数按其印出的小数位数允许四舍五入误差。',
  example: '全年预算4753.66万元，执行3824.26万元，执行率100%——3824.26÷4753.66=80.45%。',
  limits: [
    '分子或分母没有在近处写明，或有几个可能且互不一致时不判断。',
    '同一比率各地公式不同：写明的两个数按任一通行口径相符即不报。',
  ],
  *check({ report, checked }) {
    yield* equations(report, true, checked);
    for (const ratio of report.statements) {
      if (ratio.kind !== 'ratio') continue;
      const computed = quotientOf(ratio.numerator.figure, ratio.denominator.figure);
      if (computed === null) continue;
      const stated = ratio.rate.figure;
      const verdict = judge(stated, computed);
      if (verdict === 'too-coarse') continue;
      checked(ratio.numerator, ratio.denominator, ratio.rate);
      if (verdict === 'exact' || verdict === 'within-rounding') continue;
      if (verdict === 'contradiction' && unitSlip(stated, computed) !== null) continue;
      yield {
        data: {
          kind: 'ratio' as const,
          ratio,
          expression: `${raw(ratio.numerator)}÷${raw(ratio.denominator)}`,
          stated,
          computed,
          verdict,
        },
        evidence: evidenceOf(ratio.quote, ratio.numerator, ratio.denominator),
        claimed: raw(ratio.rate),
        expected: asPrinted(stated, computed.point),
        ...(verdict === 'truncated' ? { severity: 'notice' as const } : {}),
      };
    }
  },
  message: (data) => {
    if (data.kind === 'equation') return equationMessage(data);
    const sum = `${pairNamed(data.ratio.numerator, data.ratio.denominator)}${data.expression}=${inUnitOf(data.stated, data.computed.point)}`;
    const told = `${data.ratio.rate.where.table === null ? '文' : '表'}中“${data.ratio.name}”写${raw(data.ratio.rate)}`;
    if (data.verdict === 'truncated') return `${sum}，${told}，是截去尾数而不是四舍五入。`;
    return `${sum}，${told}${intervals(data)}。`;
  },
  suggestion: ({ verdict }) =>
    verdict === 'truncated' ? '可按四舍五入改写。' : '核对分子、分母和比率三个数，改正其中有误的数。',
});
