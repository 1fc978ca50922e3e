import { digits } from '../../numbers/decimal.js';
import type { Quote } from '../../report/model.js';
import type { ItemVerdict } from '../../rescoring/model.js';
import { defineRule } from '../rule.js';
import { type ExecutionMismatch, executionMismatches } from './shared/execution.js';
import { called, rowQuotes } from './shared/quotes.js';
import { isWithinWeight, ruleText, spelled } from './shared/verdicts.js';

type Data =
  | {
      readonly kind: 'rule';
      readonly verdict: ItemVerdict;
      readonly claimed: string;
      readonly expected: string;
    }
  | { readonly kind: 'execution'; readonly mismatch: ExecutionMismatch };

export default defineRule<Data>({
  id: 'score/rescored',
  severity: 'error',
  title: '复算得分不符',
  summary: '用报告自己的数据按评分标准复算，得到另一个分数',
  basis: '得分由评分标准和数据决定；项目自评表的预算执行得分=执行率×分值，以分值为上限。',
  example: '满意度84%，评分标准“90%得6分，每低1%扣0.5分”：低6个百分点，6−6×0.5=3分，自评6分。',
  limits: [
    '不足一档的部分按整档、进一档、按比例都算作允许的得分，只有都不符才判为错误。',
    '数据在报告中找不到的指标不复算。',
    '项目表另印执行得分算法（分档、达到多少得满分）的，执行得分不复算；没有印的，按通行的执行率×分值。',
  ],
  *check({ report, rescoring, checked }) {
    for (const verdict of rescoring.items) {
      const { indicator, admissible } = verdict;
      const { value } = indicator.claimed;
      if (verdict.status !== 'contradicted' || value === null || admissible === null) continue;
      if (verdict.attainable === false || !isWithinWeight(indicator)) continue;
      checked(...verdict.inputs.map((i) => i.mention));
      const expected = spelled(admissible);
      yield {
        data: { kind: 'rule', verdict, claimed: digits(value), expected },
        evidence: [
          ...rowQuotes(indicator),
          ...ruleText(indicator),
          ...verdict.inputs.map((i): Quote => i.quote),
        ],
        claimed: digits(value),
        expected,
      };
    }
    for (const table of report.scoringTables) {
      for (const mismatch of executionMismatches(report, table, checked)) {
        yield {
          data: { kind: 'execution', mismatch },
          evidence: mismatch.evidence,
          claimed: mismatch.claimed,
          expected: mismatch.expected,
        };
      }
    }
  },
  message: (data) => {
    if (data.kind === 'execution') {
      const { name, claimed, arithmetic } = data.mismatch;
      return `${called(name)}得${claimed}分，按执行率计分应为${arithmetic}。`;
    }
    const { verdict, claimed, expected } = data;
    // What it comes to stands in front of the arithmetic already.
    const ending = `——应得${expected}分`;
    const steps = verdict.trace.map((line) => (line.endsWith(ending) ? line.slice(0, -ending.length) : line));
    const trace = steps.length === 0 ? '' : `：${[...new Set(steps)].join('；')}`;
    return `${called(verdict.indicator.name)}自评${claimed}分，按评分标准应得${expected}分${trace}。`;
  },
  suggestion: () => '按评分标准和实际数据重新计分，并重算合计。',
});
