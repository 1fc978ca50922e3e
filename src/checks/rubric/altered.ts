import type { Indicator, Quote, Report } from '../../report/model.js';
import type { RubricDifference } from '../../rubric/compare.js';
import { compareRubric } from '../../rubric/compare.js';
import { rubricFromReport } from '../../rubric/from-report.js';
import type { RubricIndicator } from '../../rubric/rubric.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly difference: RubricDifference;
  readonly rubric: string;
}

export default defineRule<Data>({
  id: 'rubric/altered',
  severity: 'error',
  title: '改动评分标准',
  summary: '指定了评分标准文件（--rubric）时：报告中的指标、分值或评分标准与下发的不一致',
  basis: '自评应按财政部门下发的指标体系和评分标准打分，不得自行增删指标、改动分值或标准。',
  example: '下发的“预算完成率”分值3分，报告印4分。',
  limits: [
    '只在用 --rubric 指定评分标准文件时检查。',
    '空白、标点、引号、全角半角的差别不算改动，换一种说法而各数值得分相同的也不算；一方未印评分标准的不比较。',
  ],
  *check({ report, issued }) {
    const printed = issued ? rubricFromReport(report) : null;
    if (!issued || !printed) return;
    for (const difference of compareRubric(issued, printed)) {
      const [claimed, expected] = sides(difference);
      yield {
        data: { difference, rubric: issued.title },
        evidence: quotesOf(report, difference),
        claimed,
        expected,
      };
    }
  },
  message: ({ difference, rubric }) => {
    switch (difference.kind) {
      case 'missing':
        return `下发的《${rubric}》中有“${difference.issued.name}”（${weightText(difference.issued)}），报告的评分表中没有。`;
      case 'extra':
        return `报告的评分表中有“${difference.printed.name}”（${weightText(difference.printed)}），下发的《${rubric}》中没有。`;
      case 'weight':
        return `“${difference.printed.name}”的分值：报告印${weightText(difference.printed)}，下发的《${rubric}》为${weightText(difference.issued)}。`;
      case 'rule':
        return `“${difference.printed.name}”的评分标准与下发的《${rubric}》不一致：报告印“${difference.printed.rule}”，下发的是“${difference.issued.rule}”。`;
    }
  },
  suggestion: () => '改回下发的指标、分值和评分标准，并据此重新打分。',
});

const weightText = ({ weight, sharedWeight }: RubricIndicator): string =>
  weight ? `${weight}分` : sharedWeight ? `与相邻指标共${sharedWeight}分` : '未印分值';

function sides(difference: RubricDifference): readonly [string | null, string | null] {
  switch (difference.kind) {
    case 'missing':
      return [null, difference.issued.name];
    case 'extra':
      return [difference.printed.name, null];
    case 'weight':
      return [
        difference.printed.weight ?? difference.printed.sharedWeight ?? null,
        difference.issued.weight ?? difference.issued.sharedWeight ?? null,
      ];
    case 'rule':
      return [difference.printed.rule, difference.issued.rule];
  }
}

/** The row that departs; for a missing indicator the table's total, which it should have been part of. */
function quotesOf(report: Report, difference: RubricDifference): readonly Quote[] {
  const indicators = report.scoringTables.flatMap((table) => table.indicators);
  if (difference.kind === 'missing') {
    const [first] = indicators;
    return first ? [quoteOf(first, first.name)] : [];
  }
  const { printed } = difference;
  const row = indicators.find(
    ({ name, group }) => name === printed.name && group.join() === printed.group.join(),
  );
  if (!row) return [];
  return difference.kind === 'rule' ? [quoteOf(row, row.criterion)] : [quoteOf(row, row.name)];
}

const quoteOf = (row: Indicator, text: string): Quote => ({ text, where: row.where });
