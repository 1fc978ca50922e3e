/** Finance tables: income and spending by class, budget against execution. */
import { type Decimal, dec } from '../../../src/numbers/decimal.ts';
import type { DraftCell } from '../draft.ts';
import { cell, span } from '../outline.ts';
import type { Scenario } from '../scenario.ts';
import { money, percent } from '../style.ts';
import type { Role, Words } from '../words.ts';

type Rows = (DraftCell | Words | string)[][];

const bare = (s: Scenario, amount: Decimal, roles: readonly Role[] = [], quantity?: string): DraftCell =>
  cell([money(amount, s.style, roles, quantity === undefined ? { bare: true } : { bare: true, quantity })]);

/** Spending by nature: 基本支出, 项目支出 and their 合计. */
export function spendingTable(s: Scenario): Rows {
  const total: readonly (string | DraftCell)[] = [
    '合计',
    bare(s, s.expense, ['table-total']),
    bare(s, s.basic, ['table-total']),
    bare(s, s.projectTotal, ['table-total']),
  ];
  const rows: Rows = [
    ['项目', '合计', '基本支出', '项目支出'],
    ['人员经费', bare(s, s.personnel), bare(s, s.personnel), bare(s, dec(0))],
    ['公用经费', bare(s, s.publicFunds), bare(s, s.publicFunds), bare(s, dec(0))],
    ...s.projects.map((project) => [
      project.name,
      bare(s, project.amount),
      bare(s, dec(0)),
      bare(s, project.amount),
    ]),
  ];
  return s.random.chance(0.5) ? [...rows, [...total]] : [rows[0] ?? [], [...total], ...rows.slice(1)];
}

/** Projects: budget, execution, rate, with a total. */
export function projectTable(s: Scenario): Rows {
  const budgets = s.projects.map((project) =>
    money(project.amount.mul(104).div(100), s.style, [], { bare: true }),
  );
  // What is printed is what adds up: the total of the budget column is the sum of its printed cells.
  const sum = budgets.reduce((total, slot) => total.add(slot.value ?? 0), dec(0));
  const unit = dec({ 元: '1', 万元: '10000', 亿元: '100000000' }[s.style.unit]);
  const total = money(sum.mul(unit), s.style, ['table-total'], { bare: true });
  return [
    ['序号', '项目名称', '预算数', '执行数', '执行率'],
    ...s.projects.map((project, index) => [
      String(index + 1),
      project.name,
      cell([budgets[index] ?? '']),
      bare(s, project.amount),
      cell([
        percent(project.amount.div((budgets[index]?.value ?? dec(1)).mul(unit)), s.style, ['completion']),
      ]),
    ]),
    [
      span('合计', 1, 2),
      cell([total]),
      bare(s, s.projectTotal, ['table-total']),
      cell([percent(s.projectTotal.div(sum.mul(unit)), s.style, ['completion'])]),
    ],
  ];
}

/** “三公”经费: budget, outcome and last year. */
export function officialTable(s: Scenario): Rows {
  const o = s.official;
  const half = (amount: Decimal) => amount.mul(o.reception).div(o.actual);
  const planned = money(half(o.budget), s.style, [], { bare: true });
  const unit = dec({ 元: '1', 万元: '10000', 亿元: '100000000' }[s.style.unit]);
  const rest = o.budget.sub((planned.value ?? dec(0)).mul(unit));
  return [
    ['项目', '预算数', '决算数'],
    ['合计', bare(s, o.budget, ['table-total']), bare(s, o.actual, ['table-total'])],
    ['1.因公出国（境）费', '0', '0'],
    ['2.公务用车购置及运行维护费', bare(s, rest), bare(s, o.vehicles)],
    ['3.公务接待费', cell([planned]), bare(s, o.reception)],
  ];
}
