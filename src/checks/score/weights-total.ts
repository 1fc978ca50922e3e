import { digits } from '../../numbers/decimal.js';
import { defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { type UnmetWeight, unmetWeights } from './shared/weights.js';

export default defineRule<UnmetWeight>({
  id: 'score/weights-total',
  severity: 'error',
  title: '分值合计不符',
  summary: '各项分值相加不等于所属一级（二级）指标的分值，或不等于满分',
  basis: '分值逐级相加等于上一级分值，总计等于满分（100分，或90分加预算执行10分）。',
  example: '“效益（25分）”下各项 9+7+10=26分，与25分不符。',
  limits: [
    '下级分值按100分另行折算（上级50分、下级合计100分）的不提出。',
    '二者择一、不适用的项目按可得分值计。',
    '没有印出合计也没有说明满分的表，合计不是100分只作疑点。',
    '没有画全边框线、行列靠对齐位置推断的表，分值合不上多是读错了行列，只作提示。',
  ],
  *check({ report }) {
    for (const table of report.scoringTables) {
      const doubtful = doubtAbout(report, table) !== null;
      for (const unmet of unmetWeights(report, table)) {
        const { stated, quote, said, parts, sum } = unmet;
        yield {
          data: unmet,
          evidence: [...(quote ? [quote] : []), ...parts.map((part) => part.quote)],
          claimed: digits(quote ? stated : sum),
          expected: digits(quote ? sum : stated),
          ...(doubtful ? { severity: 'notice' } : said ? {} : { severity: 'warning' }),
        };
      }
    }
  },
  message: ({ label, stated, parts, sum }) =>
    `${label}${digits(stated)}分，所属各项分值之和 ${parts.map((p) => digits(p.weight)).join('+')}=${digits(sum)}分，相差${digits(stated.minus(sum).abs())}分。`,
  suggestion: () => '对照下达的指标体系核对各级分值。',
});
