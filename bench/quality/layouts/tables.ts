/** Scoring tables as the layouts print them. */
import { type Decimal, dec } from '../../../src/numbers/decimal.ts';
import type { DraftCell } from '../draft.ts';
import { cell, span } from '../outline.ts';
import type { Scenario } from '../scenario.ts';
import { type Item, printedTotal, projectBudget, type Scoring } from '../scoring.ts';
import { money, percent, scoreText } from '../style.ts';
import type { Words } from '../words.ts';

export type Row = (DraftCell | Words | string)[];

/** Consecutive rows with the same key: the first one says how many. */
function runs<T>(items: readonly T[], key: (item: T) => string): number[] {
  return items.map((item, index) => {
    const before = items[index - 1];
    if (before !== undefined && key(before) === key(item)) return 0;
    let length = 1;
    for (
      let next = items[index + length];
      next !== undefined && key(next) === key(item);
      next = items[index + length]
    )
      length++;
    return length;
  });
}

const sumOf = (items: readonly Item[]): Decimal => items.reduce((sum, item) => sum.add(item.weight), dec(0));

export const weightOf = (scoring: Scoring, group: string, items: readonly Item[]): Decimal =>
  scoring.groupWeights.get(group) ?? sumOf(items);

const scoreCell = (item: Item): string => (item.blank ? '' : scoreText(item.score));

const weightText = (weight: Decimal): string => scoreText(weight);

/** Deduction reasons; full marks leave the cell empty or say so. */
const reasonCell = (s: Scenario, item: Item): string =>
  item.cause && item.told && item.score.lt(item.weight)
    ? item.cause.reason
    : s.layout % 2 === 0
      ? ''
      : item.blank
        ? ''
        : '无';

/** Columns of one layout besides the three levels. */
export interface TableForm {
  readonly header: boolean;
  /** Where the weights of the upper levels stand. */
  readonly groupWeights: 'columns' | 'names' | 'none';
  readonly explanation: boolean;
  readonly reasons: boolean;
  /** A second score column that the finance bureau fills in. */
  readonly reviewed: 'empty' | 'filled' | null;
  readonly scoreTitle: string;
  readonly weightTitle: string;
  readonly ruleTitle: string;
}

export function scoringRows(s: Scenario, form: TableForm): Row[] {
  const { scoring } = s;
  const { items } = scoring;
  const groupRuns = runs(items, (item) => item.group);
  const subRuns = runs(items, (item) => `${item.group}/${item.subgroup}`);
  const level = (title: string, weight: Decimal): string =>
    form.groupWeights === 'names' ? `${title}（${weightText(weight)}分）` : title;
  const rows: Row[] = [];
  if (form.header)
    rows.push([
      '一级指标',
      ...(form.groupWeights === 'columns' ? [form.weightTitle] : []),
      '二级指标',
      ...(form.groupWeights === 'columns' ? [form.weightTitle] : []),
      '三级指标',
      form.weightTitle,
      ...(form.explanation ? ['指标解释'] : []),
      form.ruleTitle,
      form.scoreTitle,
      ...(form.reviewed ? ['财政审核得分'] : []),
      ...(form.reasons ? ['扣分原因'] : []),
    ]);
  items.forEach((item, index) => {
    const row: Row = [];
    const groupRows = groupRuns[index] ?? 0;
    const subRows = subRuns[index] ?? 0;
    const inGroup = items.filter((other) => other.group === item.group);
    const inSub = inGroup.filter((other) => other.subgroup === item.subgroup);
    if (groupRows > 0) {
      const weight = weightOf(scoring, item.group, inGroup);
      row.push(span(level(item.group, weight), groupRows));
      if (form.groupWeights === 'columns') row.push(span(weightText(weight), groupRows));
    }
    if (subRows > 0) {
      const weight = weightOf(scoring, `${item.group}/${item.subgroup}`, inSub);
      row.push(span(item.subgroup, subRows));
      if (form.groupWeights === 'columns') row.push(span(weightText(weight), subRows));
    }
    row.push(item.name, weightText(item.weight));
    if (form.explanation) row.push(item.explanation);
    row.push(item.sentence, scoreCell(item));
    if (form.reviewed) row.push(form.reviewed === 'filled' ? scoreCell(item) : '');
    if (form.reasons) row.push(reasonCell(s, item));
    rows.push(row);
  });
  const weights = weightText(dec(100));
  const total = scoreText(printedTotal(scoring));
  rows.push([
    ...(form.groupWeights === 'columns'
      ? ['合计', weights, '', weights, '', weights]
      : [span('合计', 1, 3), weights]),
    ...(form.explanation ? [''] : []),
    '',
    total,
    ...(form.reviewed ? [form.reviewed === 'filled' ? total : ''] : []),
    ...(form.reasons ? [''] : []),
  ]);
  return rows;
}

/** The project form: budget block, goals, indicators with targets and results. */
export function projectForm(
  s: Scenario,
  options: { readonly identity: boolean; readonly weightsInNames: boolean },
): Row[] {
  const { scoring, style } = s;
  const { items, execution } = scoring;
  const project = s.projects[0];
  if (!project || !execution) return [];
  const budget = projectBudget(s);
  const rate = () => percent(execution.ratio, style, ['completion']);
  const amount = (value: Decimal) => cell([money(value, style, [], { bare: true })]);
  const rows: Row[] = [];
  if (options.identity)
    rows.push(
      [span('项目名称', 1, 2), span(project.name, 1, 7)],
      [span('主管部门', 1, 2), span(s.unit, 1, 3), span('实施单位', 1, 2), span(s.unit, 1, 2)],
    );
  rows.push(
    [
      span(`项目资金（${style.unit}）`, 3, 2),
      '',
      '年初预算数',
      '全年预算数',
      '全年执行数',
      '分值',
      '执行率',
      '得分',
    ],
    [
      '年度资金总额',
      amount(budget),
      amount(budget),
      amount(project.amount),
      scoreText(execution.weight),
      cell([rate()]),
      scoreText(execution.score),
    ],
    ['其中：财政拨款', amount(budget), amount(budget), amount(project.amount), '—', cell([rate()]), '—'],
  );
  rows.push(
    [span('年度总体目标', 2, 2), span('预期目标', 1, 3), span('实际完成情况', 1, 4)],
    [span(goalText(s, 'target'), 1, 3), span(goalText(s, 'result'), 1, 4)],
    [
      '一级指标',
      '二级指标',
      span('三级指标', 1, 2),
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
  );
  const groupRuns = runs(items, (item) => item.group);
  const subRuns = runs(items, (item) => `${item.group}/${item.subgroup}`);
  items.forEach((item, index) => {
    const row: Row = [];
    const inGroup = items.filter((other) => other.group === item.group);
    const groupRows = groupRuns[index] ?? 0;
    const subRows = subRuns[index] ?? 0;
    if (groupRows > 0)
      row.push(
        span(
          options.weightsInNames
            ? `${item.group}（${weightText(weightOf(scoring, item.group, inGroup))}分）`
            : item.group,
          groupRows,
        ),
      );
    if (subRows > 0) row.push(span(item.subgroup, subRows));
    row.push(span(item.name, 1, 2), item.target, item.result, weightText(item.weight), scoreCell(item));
    const explanation = s.goals.find((pair) => pair.goal.name === item.name)?.explanation ?? '';
    row.push(item.cause && item.told && item.score.lt(item.weight) ? item.cause.reason : explanation);
    rows.push(row);
  });
  rows.push([span('总分', 1, 6), '100', scoreText(printedTotal(scoring)), '']);
  return rows;
}

function goalText(s: Scenario, side: 'target' | 'result'): string {
  const counted = s.goals.filter((pair) => pair.kind === 'count');
  const parts = counted.map(
    (pair) => `${pair.goal.name}${side === 'target' ? pair.target : pair.result}${pair.goal.unit}`,
  );
  return side === 'target' ? `${parts.join('，')}。` : `全年${parts.join('，')}。`;
}
