import { dec } from '../../numbers/decimal.js';
import { span } from '../../numbers/figure.js';
import { divide } from '../../numbers/interval.js';
import { judge } from '../../numbers/judge.js';
import type { ChangeStatement, Mention, RatioStatement, ShareStatement, Statement } from '../model.js';
import type { Column, Panel } from './grid.js';

/** Head words of the columns that take part in a rate, in the order in which they are preferred. */
const RATE_HEAD =
  /(?:执行率|完成率|支出进度|预算完成|完成比例|执行进度|使用率|支付率|支出率|拨付率|\(B\/A\)|B\/A)/u;
const DONE_HEADS = [
  /执行数|支出数|决算数|完成数|实际支出|实际数|已支出|使用金额|使用数|支付金额|支付数|拨付金额|拨付数|支出金额|执行金额|\(B\)/u,
];
const BUDGET_HEADS = [
  /全年预算|调整后?预算|调整数|\(A\)/u,
  /预算数|预算金额|指标数|预算安排/u,
  /年初预算|到位/u,
];
const SHARE_HEAD =
  /^(?:占比|比重|占总[额数]?比[例重]?|所占比[例重]|占[\p{Script=Han}]{1,8}(?:比[例重]|的?%))(?:\(%\))?$/u;
const CHANGE_RATE_HEAD = /增减率|增长率|变动率|增减幅度|增幅|增减比例|变化率/u;
const DIFFERENCE_HEAD = /增减额|增减数|增减金额|增减变动额|变动额|差额|增减情况|^增减$/u;
const CURRENT_HEAD = /本年|本期|当年|今年/u;
const PREVIOUS_HEAD = /上年|上期|去年|上一年/u;

/** Rates, shares and changes that the columns of a panel state for each row. */
export function rowRates(panel: Panel): readonly Statement[] {
  return [...completions(panel), ...shares(panel), ...changes(panel)];
}

const headText = (column: Column): string => column.heads.join('/');

function find(panel: Panel, heads: readonly RegExp[], except: readonly Column[]): readonly Column[] {
  return heads.flatMap((head) =>
    panel.columns.filter((column) => head.test(headText(column)) && !except.includes(column)),
  );
}

/**
 * Executed ÷ budget = rate, row by row. A table may hold several budgets (initial, adjusted); the one that the rows
 * bear out is the base, and without any such row the first in order of preference.
 */
function completions(panel: Panel): readonly RatioStatement[] {
  return panel.columns
    .filter((column) => RATE_HEAD.test(headText(column)))
    .flatMap((rate) => {
      const done = find(panel, DONE_HEADS, [rate]).filter((c) => !RATE_HEAD.test(headText(c)));
      const budgets = find(panel, BUDGET_HEADS, [rate, ...done]).filter((c) => !RATE_HEAD.test(headText(c)));
      const [numerator] = done;
      // Several executed columns (by quarter, by fund) leave the numerator open.
      if (!numerator || new Set(done).size > 1 || budgets.length === 0) return [];
      const base = bestBase(panel, rate, numerator, [...new Set(budgets)]);
      return base === null ? [] : panel.rows.flatMap((row) => ratioIn(row.values, numerator, base, rate));
    });
}

function bestBase(panel: Panel, rate: Column, done: Column, budgets: readonly Column[]): Column | null {
  const score = (base: Column) => {
    let right = 0;
    let all = 0;
    for (const row of panel.rows)
      for (const ratio of ratioIn(row.values, done, base, rate)) {
        const range = divide(span(ratio.numerator.figure), span(ratio.denominator.figure));
        if (!range) continue;
        all++;
        const point = ratio.numerator.figure.value.div(ratio.denominator.figure.value);
        if (judge(ratio.rate.figure, { point, range }) !== 'contradiction') right++;
      }
    return { base, right, all };
  };
  const scored = budgets.map(score);
  const best = scored.reduce((a, b) => (b.right > a.right ? b : a));
  if (best.right > 0) return best.base;
  // Nothing bears any base out: only a table with a single budget column is certain.
  return budgets.length === 1 ? best.base : null;
}

function ratioIn(
  values: ReadonlyMap<number, Mention>,
  done: Column,
  base: Column,
  rate: Column,
): readonly RatioStatement[] {
  const [numerator, denominator, stated] = [done, base, rate].map((c) => values.get(c.column));
  if (!numerator || !denominator || !stated) return [];
  const asRate = rateOf(stated, rate);
  if (!asRate || numerator.figure.unit.kind !== denominator.figure.unit.kind) return [];
  if (denominator.figure.value.isZero() && numerator.figure.value.isZero()) return [];
  return [
    {
      kind: 'ratio',
      numerator,
      denominator,
      rate: asRate,
      name: rate.heads.at(-1) ?? '',
      quote: quoteOf(stated),
    },
  ];
}

/** A bare 80.45 under 执行率（%） is 80.45%; a bare 0.8045 under 执行率 is left alone: it may be either. */
function rateOf(stated: Mention, column: Column): Mention | null {
  if (stated.figure.unit.kind === 'rate') return stated;
  if (!/%/u.test(headText(column))) return null;
  const { figure } = stated;
  const printed = figure.unit.factor.isZero() ? figure.value : figure.value.div(figure.unit.factor);
  const decimals = /\.(\d+)/u.exec(figure.raw)?.[1]?.length ?? 0;
  return {
    ...stated,
    figure: {
      ...figure,
      value: printed.div(100),
      quantum: dec(10).pow(-decimals).div(100),
      unit: { name: '%', kind: 'rate', factor: dec('0.01') },
    },
  };
}

const quoteOf = (mention: Mention) => ({ text: mention.text, where: mention.where });

/** Share columns: a row's amount ÷ the amount of the 合计 row. */
function shares(panel: Panel): readonly ShareStatement[] {
  const total = panel.rows.find((row) => /^(?:合计|总计|共计)$/u.test(row.label));
  if (!total) return [];
  return panel.columns.flatMap((rate, index) => {
    if (!SHARE_HEAD.test(rate.heads.at(-1) ?? '')) return [];
    const amount = panel.columns[index - 1];
    const whole = amount && total.values.get(amount.column);
    if (!amount || !whole || whole.figure.unit.kind === 'rate') return [];
    return panel.rows.flatMap((row): ShareStatement[] => {
      const part = row.values.get(amount.column);
      const printed = row.values.get(rate.column);
      const stated = printed && rateOf(printed, rate);
      if (!part || !stated || row === total || part === whole) return [];
      return [{ kind: 'share', part, whole, rate: stated, quote: quoteOf(stated) }];
    });
  });
}

/** 本年 | 上年 | 增减额 | 增减率: this year against last, row by row. */
function changes(panel: Panel): readonly ChangeStatement[] {
  const one = (pattern: RegExp): Column | null => {
    const columns = panel.columns.filter(
      (c) =>
        pattern.test(headText(c)) &&
        !DIFFERENCE_HEAD.test(headText(c)) &&
        !CHANGE_RATE_HEAD.test(headText(c)),
    );
    return columns.length === 1 ? (columns[0] ?? null) : null;
  };
  const [current, previous] = [one(CURRENT_HEAD), one(PREVIOUS_HEAD)];
  const difference = panel.columns.find((c) => DIFFERENCE_HEAD.test(headText(c)));
  const rate = panel.columns.find((c) => CHANGE_RATE_HEAD.test(headText(c)));
  if (!current || !previous || current === previous || (!difference && !rate)) return [];
  return panel.rows.flatMap((row): ChangeStatement[] => {
    const [now, before] = [row.values.get(current.column), row.values.get(previous.column)];
    if (!now || !before || now.figure.unit.kind !== before.figure.unit.kind) return [];
    const printedDifference = difference && row.values.get(difference.column);
    const printedRate = rate && row.values.get(rate.column);
    const stated = printedRate && rate ? rateOf(printedRate, rate) : null;
    if (!printedDifference && !stated) return [];
    const direction = now.figure.value.gt(before.figure.value)
      ? 'up'
      : now.figure.value.lt(before.figure.value)
        ? 'down'
        : 'flat';
    return [
      {
        kind: 'change',
        current: now,
        previous: before,
        difference: printedDifference ?? null,
        rate: stated,
        direction,
        quote: quoteOf(printedDifference ?? stated ?? now),
      },
    ];
  });
}
