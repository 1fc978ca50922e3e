import { dec } from '../../../src/numbers/decimal.ts';
import { point } from '../../../src/numbers/interval.ts';
import type { Report } from '../../../src/report/model.ts';
import type { ItemVerdict, Rescoring } from '../../../src/rescoring/model.ts';
import type { Sketch } from '../../support/document.ts';

export const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';
/** A table whose first indicator is the one under test. */
export const table = (score: string): Sketch => [
  ['一级指标', '二级指标', '分值', '评分标准', '得分'],
  ['投入', '“三公经费”控制率', '6', '≤100%得6分，每超1%扣0.5分', score],
  ['产出', '完成', '94', '视情况给分', '94'],
];

/** Verdicts for the first indicator, the rest a matter of judgement. */
export const verdicts =
  (given: Partial<ItemVerdict>, verified: [string, string] | null = null) =>
  (report: Report): Rescoring => ({
    items: (report.scoringTables[0]?.indicators ?? []).map((indicator, i) => ({
      indicator,
      status: 'judgement',
      value: null,
      admissible: null,
      inputs: [],
      needs: [],
      reading: '',
      trace: [],
      attainable: null,
      attainableScores: null,
      ...(i === 0 ? given : {}),
    })),
    itemSum: null,
    verified: verified && { low: dec(verified[0]), high: dec(verified[1]) },
  });

/** Six marks claimed where the rule gives three. */
export const contradicted: Partial<ItemVerdict> = {
  status: 'contradicted',
  value: dec('1.06'),
  admissible: { scores: [dec(3)], range: point(dec(3)) },
  trace: ['三公经费控制率 = 10.6 ÷ 10 = 106%', '6−6×0.5=3'],
  attainable: true,
};
