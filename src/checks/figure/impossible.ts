import { dec } from '../../numbers/decimal.js';
import type { ChangeStatement, Mention, Quote, RatioStatement, Report } from '../../report/model.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';
import { evidenceOf, excerpt, named, raw, withUnit } from './words.js';

interface Data {
  readonly problem: string;
}

interface Found extends Data {
  readonly mention: Mention;
  readonly quote: Quote;
  readonly others: readonly (Mention | null)[];
  readonly severity?: Severity;
}

export default defineRule<Data>({
  id: 'figure/impossible',
  severity: 'error',
  title: '不可能的数',
  summary: '基数为零的增长率、预算为零的完成率、超过100%的满意度或占比、不是整数的人数',
  basis: '除数不能为零；部分不能大于整体；人、户、辆等不能有小数。',
  example: '上年0万元，本年5万元，增长100%——基数为零，没有增长率。',
  limits: [
    '“预算0.00万元，决算0.00万元，完成预算的0.00%”是通行表式的写法，只作提示。',
    '平均数（人均、户均、平均每…）可以有小数，不判断。完成率、执行率可以超过100%，不判断。',
  ],
  *check({ report, checked }) {
    const found: Found[] = [];
    for (const statement of report.statements) {
      if (statement.kind === 'change') found.push(...zeroBase(statement));
      if (statement.kind === 'ratio') found.push(...zeroBudget(statement));
    }
    const labels = rowLabels(report);
    for (const mention of report.mentions) found.push(...impossibleFigure(mention, labels));
    for (const { mention, quote, others, problem, severity } of found) {
      checked(mention, ...others);
      yield {
        data: { problem },
        evidence: evidenceOf(quote, ...others),
        claimed: raw(mention),
        expected: null,
        ...(severity === undefined ? {} : { severity }),
      };
    }
  },
  message: ({ problem }) => problem,
  suggestion: () => '核对原数；没有基数的，比率处写“—”或不写。',
});

function* zeroBase(s: ChangeStatement): Generator<Found> {
  const { current, previous, difference, rate, direction } = s;
  if (rate === null || rate.figure.value.isZero()) return;
  if (previous?.figure.value.isZero() === true) {
    const problem = `基数（${named(previous)}）为零，没有增减幅度，文中写${raw(rate)}。`;
    yield { mention: rate, quote: s.quote, others: [previous, current], problem };
    return;
  }
  if (previous !== null || current === null || difference === null || direction !== 'up') return;
  // 本年5万元，增加5万元: last year was nothing.
  if (!current.figure.value.eq(difference.figure.value) || current.figure.value.isZero()) return;
  if (!current.figure.quantum.eq(difference.figure.quantum)) return;
  const problem = `${named(current)}，增加${raw(difference)}，上年即为零，没有增长幅度，文中写${raw(rate)}。`;
  yield { mention: rate, quote: s.quote, others: [current, difference], problem };
}

function* zeroBudget(s: RatioStatement): Generator<Found> {
  if (!s.denominator.figure.value.isZero()) return;
  const nothing = s.numerator.figure.value.isZero();
  const inTable = s.denominator.where.table !== null && s.numerator.where.table === null;
  const base = inTable ? `表中预算数${withUnit(s.denominator)}` : named(s.denominator);
  const problem = `${base}为零，“${s.name}”无从计算（${raw(s.numerator)}÷${withUnit(s.denominator)}），文中写${raw(s.rate)}。`;
  yield {
    mention: s.rate,
    quote: s.quote,
    others: [s.numerator, s.denominator],
    problem,
    ...(nothing ? { severity: 'notice' as const } : {}),
  };
}

/** Rates of a part in its whole: none of them can pass a hundred per cent. */
const PART_RATE =
  /(?:满意度|满意率|合格率|完好率|(?:按|如|准)[期时](?:完成|办结|完工|交付|竣工)率|办结率|回访率|达标率|及格率|优良率|参与率|参训率|覆盖率|出勤率|占比|所占比例|比重)[^，。；、\d]{0,6}$/u;
/** The name itself says of what it is a part: 任务按期完成率 has no other base. */
const NAMED_RATE =
  /(?:满意|合格|完好|[按如准][期时].{2}|达标)[度率](?:实际值|实际|完成值)?(?:为|是|达到?)?$/u;
const SHARE_OF = /占[^，。；、\d]{0,20}(?:的)?$/u;
const WHOLE_THINGS = new Set(['人', '名', '户', '辆', '人次', '家', '辆次', '批次']);
const ONE = dec(1);

/** A count for so many others, or per something, has decimals: 6.5批次/千人, 每万人3.5名, 千人床位6.2张, 日均45.5人次. */
const isRatioUnit = (before: string, after: string): boolean =>
  /均|每|比例|折算|折合|标准|倍|密度|强度|频[率次]|(?<![\d.])[十百千万][\p{Script=Han}]{0,4}[人户亩]|[/／][\p{Script=Han}\d]/u.test(
    before,
  ) || /^\s*[(（]?\s*(?:[/／∕]|每)/u.test(after);

type RowLabels = ReadonlyMap<string, string>;

const rowKey = ({ table, row }: Mention['where']): string => `${table}/${row}`;

/** The name of each indicator whose figures stand in cells of their own: 居民满意度 | ≥90% | 92.7%. */
function rowLabels(report: Report): RowLabels {
  const labels = new Map<string, string>();
  for (const goal of [...report.targets, ...report.results])
    if (goal.quote.where.table !== null) labels.set(rowKey(goal.quote.where), goal.name.slice(-24));
  return labels;
}

function* impossibleFigure(mention: Mention, labels: RowLabels): Generator<Found> {
  const { figure } = mention;
  const own = mention.text.slice(Math.max(0, mention.start - 32), mention.start);
  const before = own.trim() === '' ? (labels.get(rowKey(mention.where)) ?? '') : own;
  const quote = { text: excerpt(mention), where: mention.where };
  if (
    figure.unit.kind === 'rate' &&
    figure.bound === 'exactly' &&
    figure.value.minus(figure.quantum.div(2)).gt(ONE)
  ) {
    if (!PART_RATE.test(before) && !SHARE_OF.test(before)) return;
    // 占预算的120%, 占上年的105%: the base is no whole.
    if (!NAMED_RATE.test(before) && /预算|计划|目标|上年|去年|年初|任务|≤|不超过/u.test(own.slice(-16)))
      return;
    const what = own.trim() === '' ? `“${before}”${raw(mention)}` : named(mention);
    yield { mention, quote, others: [], problem: `${what}超过100%，部分不能大于整体。` };
    return;
  }
  if (figure.unit.kind !== 'count' || !WHOLE_THINGS.has(figure.unit.name) || figure.value.isInteger()) return;
  const after = mention.text.slice(mention.end, mention.end + 8);
  if (figure.bound !== 'exactly' || isRatioUnit(`${labels.get(rowKey(mention.where)) ?? ''}${before}`, after))
    return;
  yield { mention, quote, others: [], problem: `${named(mention)}不是整数，${figure.unit.name}不能有小数。` };
}
