import { digits } from '../../numbers/decimal.js';
import type { ItemVerdict } from '../../rescoring/model.js';
import { defineRule } from '../rule.js';
import { called, rowQuotes } from './shared/quotes.js';
import { isWithinWeight } from './shared/verdicts.js';

export default defineRule<{
  readonly verdict: ItemVerdict;
  readonly score: string;
  readonly needs: readonly string[];
}>({
  id: 'score/unsupported',
  severity: 'notice',
  title: '满分缺少数据',
  summary: '按数据计算的指标得了满分，报告却没有给出所需的数据',
  basis: '定量指标的得分应有数据支撑，便于复核。',
  example: '“预算调整率”得满分2分，报告未给出预算调整数。',
  limits: ['只针对评分标准要求计算的指标；由评价人判断的指标不提出。', '没有得满分的指标不提出。'],
  *check({ rescoring }) {
    for (const verdict of rescoring.items) {
      const { indicator } = verdict;
      const { value } = indicator.claimed;
      const figures = verdict.needs.filter((need) => !need.startsWith('评分标准'));
      if (verdict.status !== 'unverifiable' || figures.length === 0 || value === null) continue;
      if (
        indicator.weight === null ||
        !value.eq(indicator.weight) ||
        value.isZero() ||
        !isWithinWeight(indicator)
      )
        continue;
      yield {
        data: { verdict, score: digits(value), needs: figures },
        evidence: rowQuotes(indicator),
        claimed: digits(value),
        expected: null,
      };
    }
  },
  message: ({ verdict, score, needs }) =>
    `${called(verdict.indicator.name)}得满分${score}分，报告没有给出${needs.join('、')}，无法复算。`,
  suggestion: ({ needs }) => `补充${needs.join('、')}，或附计算依据。`,
});
