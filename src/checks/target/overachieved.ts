import type { Decimal } from '../../numbers/decimal.js';
import type { Goal, Quote, Report } from '../../report/model.js';
import { isInCell } from '../../report/prose-cells.js';
import { overshoot } from '../../report/targets/compare.js';
import { coverage, nameKey } from '../../report/targets/names.js';
import { defineRule } from '../rule.js';
import { proseMatch, SURE, scoredRows } from './pairs.js';

interface Data {
  readonly name: string;
  readonly target: string;
  readonly result: string;
  /** How far above the target, as a percentage. */
  readonly above: string;
}

/** Words that explain why more was done than planned. */
const EXPLAINED =
  /原因|由于|因(?!公|此|素|地)|系(?!统|列|数)|鉴于|追加|新增|增加了?(?:任务|项目|投入|预算)|政策|临时|扩面|扩大|调增|调整|上级|影响|需求|超额完成主要|得益于|通过/u;

/** 30% or more above target and no explanation. */
export default defineRule<Data>({
  id: 'target/overachieved',
  severity: 'warning',
  title: '超目标未说明',
  summary: '实际完成值超过目标值30%以上，没有说明原因',
  basis: '完成值达到目标值130%以上的，通常是目标定得偏低或统计口径不同，应说明偏差原因。',
  example: '目标“培训经纪人60名”，实际“培训经纪人90名”：超出50%，没有说明原因。',
  limits: [
    '百分率、越低越好的指标（成本、投诉）不判断；写“约”“余”的不判断。',
    '同段或“偏差原因”栏里有说明的不报。',
  ],
  *check({ report }) {
    for (const { target, result, likeness } of proseMatch(report).pairs) {
      if (target.mention === null || result.mention === null || likeness < SURE) continue;
      const ratio = overshoot(target, target.mention.figure, result.mention.figure);
      if (ratio === null || isExplained(result, report)) continue;
      yield draft(result.name, target.mention.figure.raw, result.mention.figure.raw, ratio, [
        target.quote,
        result.quote,
      ]);
    }
    for (const { indicator, target, result, evidence } of scoredRows(report)) {
      const ratio = overshoot(indicator, target, result);
      if (ratio === null || (indicator.reason ?? '').trim() !== '') continue;
      if (EXPLAINED.test(indicator.result) || isToldOf(indicator.name, report)) continue;
      yield draft(indicator.name, target.raw, result.raw, ratio, evidence);
    }
  },
  message: ({ name, target, result, above }) =>
    `“${name}”目标${target}，实际${result}，超出目标${above}%，没有说明原因。`,
  suggestion: () => '说明超额的原因；如目标偏低，以后年度据实设定。',
});

const draft = (name: string, target: string, result: string, ratio: Decimal, evidence: readonly Quote[]) => ({
  data: { name, target, result, above: ratio.times(100).toDecimalPlaces(1).toFixed() },
  evidence,
  claimed: result,
  expected: target,
});

/** An explanation in the result's own paragraph, or in one that speaks of the same thing. */
const isExplained = (result: Goal, report: Report): boolean =>
  EXPLAINED.test(result.quote.text) || hasReason(result, report) || isToldOf(result.name, report);

/** A filled cell of the result's row below a heading that asks for the reason. */
function hasReason({ quote }: Goal, report: Report): boolean {
  if (!isInCell(quote.where)) return false;
  return report.tables.some((table) => {
    if (table.where.table !== quote.where.table) return false;
    const heads = table.cells.filter(
      (cell) => /原因|说明|备注|偏差/u.test(cell.text) && cell.text.length <= 40,
    );
    return table.cells.some(
      (cell) =>
        cell.row === quote.where.row &&
        cell.text.trim().length >= 4 &&
        heads.some((head) => head.row < cell.row && head.column === cell.column),
    );
  });
}

/** Whether some paragraph speaks of the indicator and of a reason. */
function isToldOf(name: string, report: Report): boolean {
  const key = nameKey(name);
  return report.paragraphs.some(
    ({ text }) => text.length < 3000 && /原因|由于|超额|偏差/u.test(text) && coverage(key, text) >= 0.8,
  );
}
