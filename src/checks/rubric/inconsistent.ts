import type { Indicator } from '../../report/model.js';
import { inconsistencies, readRule } from '../../rubric/index.js';
import { defineRule } from '../rule.js';
import { rowOf } from '../score/shared/verdicts.js';

interface Data {
  readonly indicator: Indicator;
  readonly problem: string;
}

export default defineRule<Data>({
  id: 'rubric/inconsistent',
  severity: 'warning',
  title: '评分标准自相矛盾',
  summary: '表中印出的评分标准自身有矛盾：分档有空档或重叠，各要点分数之和不等于分值',
  basis: '评分标准应使每一个可能的值都有且只有一个得分，满分应等于该项分值。',
  example: '“≥90%，得3分；70%（含）-80%，得1分；＜70%，得0分”：80%至90%之间没有规定得分。',
  limits: [
    '分档端点未写“含”“不含”时两侧均可，不算矛盾。',
    '未能读懂的评分标准不判断，列入无法核实。',
    '分值由几行共用时，不核对要点分数之和。',
  ],
  *check({ report }) {
    for (const table of report.scoringTables)
      for (const indicator of table.indicators) {
        const { criterion, weight, name } = indicator;
        if (criterion.trim() === '') continue;
        const read = readRule(criterion, { weight, indicator: name });
        if (!read.understood) continue;
        for (const problem of inconsistencies(read.rule, weight))
          yield {
            data: { indicator, problem },
            evidence: [{ text: criterion, where: rowOf(indicator) }],
            claimed: null,
            expected: null,
          };
      }
  },
  message: ({ indicator, problem }) => `“${indicator.name}”的评分标准：${problem.replace(/。$/u, '')}。`,
  suggestion: () => '请制定评分标准的单位说明；自评时注明所采用的理解。',
});
