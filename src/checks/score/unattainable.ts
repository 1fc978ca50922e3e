import { digits } from '../../numbers/decimal.js';
import type { ItemVerdict } from '../../rescoring/model.js';
import { defineRule } from '../rule.js';
import { called, rowQuotes } from './shared/quotes.js';
import { isWithinWeight, ruleText } from './shared/verdicts.js';

interface Data {
  readonly verdict: ItemVerdict;
  readonly claimed: string;
}

export default defineRule<Data>({
  id: 'score/unattainable',
  severity: 'error',
  title: '得分档次不存在',
  summary: '得分不是评分标准可能给出的分数',
  basis: '评分标准规定了可以得到的分数；不论数据如何，其他分数都不可能得到。',
  example: '评分标准分2、1.5、1、0.5、0五档，得1.2分。',
  limits: ['按比例计分或由评价人酌情给分的标准可以给出任何分数，不判断。', '评分标准没有读懂时不判断。'],
  *check({ rescoring }) {
    for (const verdict of rescoring.items) {
      const { value } = verdict.indicator.claimed;
      if (value === null || verdict.attainable !== false || !isWithinWeight(verdict.indicator)) continue;
      const scores = verdict.attainableScores;
      yield {
        data: { verdict, claimed: digits(value) },
        evidence: [...rowQuotes(verdict.indicator), ...ruleText(verdict.indicator)],
        claimed: digits(value),
        expected: scores === null ? null : scores.map(digits).join('、'),
      };
    }
  },
  message: ({ verdict, claimed }) => {
    const scores = verdict.attainableScores;
    const possible =
      scores === null ? '' : `，按评分标准只能得${[...scores].reverse().map(digits).join('、')}分之一`;
    return `${called(verdict.indicator.name)}得${claimed}分${possible}。`;
  },
  suggestion: () => '按评分标准的档次重新确定得分。',
});
