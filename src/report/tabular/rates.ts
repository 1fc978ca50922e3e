import { dec } from '../../numbers/decimal.js';
import { span } from '../../numbers/figure.js';
import { divide } from '../../numbers/interval.js';
import { judge } from '../../numbers/judge.js';
import type { ChangeStatement, Mention, RatioStatement, ShareStatement, Statement } from '../model.js';
import type { Column, Panel, PanelRow } from './grid.js';

/** Head words of the columns that take part in a rate, in the order in which they are preferred. */
const RATE_HEAD =
  /(?:执行率|完成率|[支拨]出进度|[支拨]付进度|使用进度|资金进度|预算完成|完成比例|完成.{0,6}预算的?(?:比例|百分比|%)|占.{0,4}预算的?(?:比例|比重|百分比|%)|执行进度|使用率|支付率|支出率|拨付率|\(B\/A\)|B\/A)/u;
const DONE_HEADS = [
  /执行数|支出数|决算数|完成数|实际支出|实际数|已支出|使用金额|使用数|支付金额|支付数|拨付金额|拨付数|支出金额|执行金额|\(B\)/u,
  /^(?!.*预算(?:支出|执行|完成))(?!.*(?:计划|目标)完成).*(?:支出|执行|决算|完成|支付|拨付|使用)(?:额|情况|值|量)?(?:\([^()%]*\))?$/u,
];
const BUDGET_HEADS = [
  /全年预算|调整后?预算|调整数|\(A\)/u,
  /预算数|预算金额|指标数|预算安排/u,
  /年初预算|到位/u,
  /预算|计划|目标|任务数|指标值|下达|安排/u,
];
/** Heads of columns that may be what was to be spent where no column says so; only the rows can tell. */
const WHOLE_HEADS = [/合计|总额|总投资|投资额|资金/u];
const SHARE_HEAD =
  /^(?:占比|比重|占总[额数]?比[例重]?|所占比[例重]|占[\p{Script=Han}]{1,8}(?:比[例重]|的?%))(?:\(%\))?$/u;
const CHANGE_RATE_HEAD = /增减率|增长率|变动率|增减幅度|增幅|增减比例|变化率|差异率|偏差率|偏离度|差异幅度/u;
const DIFFERENCE_HEAD =
  /增减额|增减数|增减金额|增减变动额|变动额|差额|增减情况|^增减$|较.{2,8}增减$|差异额|差异数|差异金额|^差异$|偏差额/u;
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

/** Columns of the first pattern that any head answers to: 全年支出 counts when no column is called 支出数. */
function findFirst(panel: Panel, heads: readonly RegExp[], except: readonly Column[]): readonly Column[] {
  for (const head of heads) {
    const found = find(panel, [head], except).filter((column) => !RATE_HEAD.test(headText(column)));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Executed ÷ budget = rate, row by row. A table may hold several budgets (initial, adjusted); the one that the rows
 * bear out is the base, and without any such row the first in order of preference.
 */
function completions(panel: Panel): readonly RatioStatement[] {
  return panel.columns
    .filter((column) => RATE_HEAD.test(headText(column)))
    .flatMap((rate) => {
      const done = findFirst(panel, DONE_HEADS, [rate]);
      const budgets = find(panel, BUDGET_HEADS, [rate, ...done]).filter((c) => !RATE_HEAD.test(headText(c)));
      const [numerator] = done;
      // Several executed columns (by quarter, by fund) leave the numerator open.
      if (!numerator || new Set(done).size > 1) return [];
      const base =
        budgets.length > 0
          ? bestBase(panel, rate, numerator, [...new Set(budgets)])
          : bestBase(panel, rate, numerator, find(panel, WHOLE_HEADS, [rate, numerator]), 2);
      return base === null ? [] : panel.rows.flatMap((row) => ratioIn(row.values, numerator, base, rate));
    });
}

function bestBase(
  panel: Panel,
  rate: Column,
  done: Column,
  budgets: readonly Column[],
  /** Rows that must bear a base out; none where its head leaves no doubt. */
  least = 0,
): Column | null {
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
  const best = scored.toSorted((a, b) => b.right - a.right)[0];
  if (best === undefined) return null;
  if (best.right > 0) return best.right >= least ? best.base : null;
  // Nothing bears any base out: only a table with a single budget column is certain.
  return budgets.length === 1 && least === 0 ? best.base : null;
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

/** A bare number up to this may be a ratio: 0.8045, 1.02. */
const LARGEST_RATIO = dec('1.5');

/** A bare 80.45 under 执行率（%） or 执行率 is 80.45%; a bare 0.8045 under 执行率 is left alone: it may be either. */
function rateOf(stated: Mention, column: Column): Mention | null {
  if (stated.figure.unit.kind === 'rate') return stated;
  const { figure } = stated;
  const printed = figure.unit.factor.isZero() ? figure.value : figure.value.div(figure.unit.factor);
  if (!/%/u.test(headText(column)) && printed.abs().lte(LARGEST_RATIO)) return null;
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
    const amount = sharedColumn(panel, rate, index, total);
    const whole = amount && total.values.get(amount.column);
    if (!amount || !whole) return [];
    return panel.rows.flatMap((row): ShareStatement[] => {
      const part = row.values.get(amount.column);
      const printed = row.values.get(rate.column);
      const stated = printed && rateOf(printed, rate);
      if (!part || !stated || row === total || part === whole) return [];
      return [{ kind: 'share', part, whole, rate: stated, quote: quoteOf(stated) }];
    });
  });
}

/**
 * The column whose shares a column gives: the one beside it where that is one of amounts, else the one to its left that
 * the rows bear out.
 */
function sharedColumn(panel: Panel, rate: Column, index: number, total: PanelRow): Column | null {
  const isAmount = (column: Column | undefined): column is Column =>
    column !== undefined && (total.values.get(column.column)?.figure.unit.kind ?? 'rate') !== 'rate';
  const beside = panel.columns[index - 1];
  if (isAmount(beside) && !RATE_HEAD.test(headText(beside))) return beside;
  const bearsOut = (column: Column): boolean => {
    const whole = total.values.get(column.column);
    const rows = panel.rows.filter((row) => row !== total && row.values.has(column.column));
    const right = rows.filter((row) => {
      const part = row.values.get(column.column);
      const printed = row.values.get(rate.column);
      const stated = printed && rateOf(printed, rate);
      const range = part && whole && divide(span(part.figure), span(whole.figure));
      if (!part || !whole || !stated || !range) return false;
      return (
        judge(stated.figure, { point: part.figure.value.div(whole.figure.value), range }) !== 'contradiction'
      );
    }).length;
    return right >= 2 && right * 2 >= rows.length;
  };
  return panel.columns.slice(0, index).filter(isAmount).findLast(bearsOut) ?? null;
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
  const difference = panel.columns.find((c) => DIFFERENCE_HEAD.test(headText(c)));
  const rate = panel.columns.find((c) => CHANGE_RATE_HEAD.test(headText(c)));
  const [named, former] = [one(CURRENT_HEAD), one(PREVIOUS_HEAD)];
  const [current, previous] =
    named && former
      ? [named, former]
      : (lastTwoYears(panel, [difference, rate]) ??
        outcomeAndBudget(panel, [difference, rate]) ?? [null, null]);
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

/** 2021年 | 2022年 | 2023年 | 增减额: the last year against the one before it, when some row's difference bears it out. */
function lastTwoYears(
  panel: Panel,
  except: readonly (Column | undefined)[],
): readonly [Column, Column] | null {
  const dated = panel.columns.flatMap((column) => {
    const years = except.includes(column)
      ? null
      : /^[^\d]{0,12}(20\d\d)年?[^\d]{0,12}$/u.exec(headText(column));
    return years === null ? [] : [{ column, year: Number(years[1]) }];
  });
  const last = Math.max(...dated.map(({ year }) => year));
  const [current, ...others] = dated.filter(({ year }) => year === last);
  const [previous, ...more] = dated.filter(({ year }) => year === last - 1);
  if (!current || !previous || others.length > 0 || more.length > 0) return null;
  return differsAsStated(panel, current.column, previous.column, except[0]) > 0
    ? [current.column, previous.column]
    : null;
}

/** 年初预算 | 决算数 | 差异额 | 差异率: the outcome against the budget, when two rows' differences bear it out. */
function outcomeAndBudget(
  panel: Panel,
  except: readonly (Column | undefined)[],
): readonly [Column, Column] | null {
  const taken = except.filter((column) => column !== undefined);
  const [done, ...others] = findFirst(panel, DONE_HEADS, taken);
  if (!done || others.length > 0) return null;
  const budgets = find(panel, BUDGET_HEADS, [...taken, done]).filter(
    (column) => !RATE_HEAD.test(headText(column)),
  );
  const base = budgets.find((budget) => differsAsStated(panel, done, budget, except[0]) >= 2);
  return base === undefined ? null : [done, base];
}

/** How many rows print the difference of two columns in a third. */
function differsAsStated(
  panel: Panel,
  current: Column,
  previous: Column,
  difference: Column | undefined,
): number {
  return panel.rows.filter((row) => {
    const now = row.values.get(current.column)?.figure;
    const before = row.values.get(previous.column)?.figure;
    const stated = difference && row.values.get(difference.column)?.figure;
    if (!now || !before || !stated) return false;
    const factor = stated.unit.kind === 'bare' ? now.unit.factor : 1;
    return now.value.minus(before.value).abs().div(factor).eq(stated.value.abs());
  }).length;
}
