import { once } from '../language/memo.js';
import { clauses, segments, stretchAt } from '../language/sentences.js';
import { type Figure, span } from '../numbers/figure.js';
import { divide, meets } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Mention, Quote, RatioStatement, Report } from '../report/model.js';
import { isInCell } from '../report/prose-cells.js';
import { inMeasure, type RuleUnit } from './in-measure.js';
import { bareName, names } from './names.js';

/** A value that the report states in so many words: 预算完成率98.78%, 服务人次21500人次. */
export interface StatedValue {
  readonly value: Computed;
  readonly mention: Mention;
  readonly quote: Quote;
  /** The same from the two figures that the sentence divides (1152万元 of 1200万元), null when it names none. */
  readonly divided: Computed | null;
}

/** What may stand between a quantity's name and its figure. */
const LINKS =
  /(?:实际值|实际|完成值|数值|指标值|目前|最终|约|已|均)*(?:为|是|达到了?|达|得到|合计|:|：|=|计算得|计)*$/u;

/**
 * The values that the running text states under the indicator's name for this year: rates, and counts and amounts
 * for rules that measure these. Targets, thresholds, figures of other years and of a part of the unit (one project,
 * one subordinate unit) are not among them.
 */
export function statedValues(report: Report, indicator: string, unit: RuleUnit): readonly StatedValue[] {
  const year = report.year?.value ?? null;
  return candidates(report).flatMap(({ mention, label }): StatedValue[] => {
    const { figure } = mention;
    const value = valueIn(figure, unit);
    if (value === null || !isNamed(mention, label, indicator)) return [];
    const before = mention.text.slice(
      stretchAt(clauses(mention.text), mention.start)?.start ?? 0,
      mention.start,
    );
    const told = mention.text.slice(
      stretchAt(segments(mention.text), mention.start)?.start ?? 0,
      mention.start,
    );
    if (EARLIER.test(before) || tellsOtherYear(told, year)) return [];
    return [
      {
        value,
        mention,
        quote: { text: mention.text, where: mention.where },
        divided: divided(report, mention),
      },
    ];
  });
}

/** A figure of the running text that may be an indicator's value, and the words before it. */
interface Candidate {
  readonly mention: Mention;
  readonly label: string;
}

/** The same for every indicator of a report: exact figures outside tables that are no targets. */
const candidates = once((report: Report): readonly Candidate[] => {
  const planned = new Set(report.targets.flatMap((goal) => (goal.mention ? [placeOf(goal.mention)] : [])));
  return report.mentions
    .filter(
      (mention) =>
        mention.figure.bound === 'exactly' && !isInCell(mention.where) && !planned.has(placeOf(mention)),
    )
    .map((mention) => ({ mention, label: labelBefore(mention) }));
});

/** The ratios that the sentences of a report state, by their rate. */
const ratiosByRate = once((report: Report): ReadonlyMap<Mention, readonly RatioStatement[]> => {
  const byRate = new Map<Mention, RatioStatement[]>();
  for (const statement of report.statements) {
    if (statement.kind !== 'ratio') continue;
    const told = byRate.get(statement.rate);
    if (told === undefined) byRate.set(statement.rate, [statement]);
    else told.push(statement);
  }
  return byRate;
});

/** The quotient of the figures that a sentence gives beside its rate. */
function divided(report: Report, rate: Mention): Computed | null {
  for (const statement of ratiosByRate(report).get(rate) ?? []) {
    const [top, bottom] = [statement.numerator.figure, statement.denominator.figure];
    const range = divide(span(top), span(bottom));
    // Figures that do not make the printed rate are another rule's business.
    if (range && meets(range, span(rate.figure))) return { point: top.value.div(bottom.value), range };
  }
  return null;
}

/** A figure of the running text needs a unit of its own: 92 alone may be anything. */
const valueIn = (figure: Figure, unit: RuleUnit): Computed | null => {
  if (unit.measure === 'bare')
    return figure.unit.kind === 'rate' || figure.unit.kind === 'count'
      ? { point: figure.value, range: span(figure) }
      : null;
  return figure.unit.kind === 'bare' ? null : inMeasure(figure, unit);
};

/** The name stands before the figure; of counts its end may be the unit: 服务21500人次 is 服务人次. */
function isNamed(mention: Mention, label: string, indicator: string): boolean {
  if (mention.figure.unit.kind === 'rate') return names(label, indicator) && !isPart(label, indicator);
  const wanted = bareName(indicator).replace(/(?:数量|数|总数)$/u, '');
  if (wanted.length < 3) return false;
  const unit = mention.figure.unit.name;
  const counted = HOW_MANY.exec(wanted)?.[0] ?? '';
  const thing = unit !== '' && counted.includes(unit) ? wanted.slice(0, -counted.length) : '';
  const named =
    [label, label + unit].some((words) => bareName(words).endsWith(wanted)) ||
    (thing.length >= 3 && bareName(label).endsWith(thing));
  return named && !isPart(label, indicator);
}

/** 公共文化活动126场 is 公共文化活动场次. */
const HOW_MANY = /(?:场次|次数|人次|人数|户数|件数|家数|场数)$/u;

/** Words that narrow a name to a part of the unit's work. */
const PART =
  /项目|专项|工程|下属|所属|二级|中心|子课题|其中|基层|乡镇|街道|分局|支队|某|个别|单位[“"]|第[一二三四]季度|上半年|下半年|\d月/u;

/** 校园维修项目预算执行率 is not the unit's 预算执行率, unless the indicator itself speaks of projects. */
function isPart(label: string, indicator: string): boolean {
  const name = bareName(indicator);
  const words = bareName(label);
  const head = words.endsWith(name) ? words.slice(0, -name.length) : words;
  return PART.test(head) && !PART.test(indicator);
}

const EARLIER = /上年|去年|前一年|上一年|同期|目标|计划|要求|不低于|应达|须达|力争|其中/u;

/** Whether the year named last before the figure is not the report's. */
function tellsOtherYear(before: string, year: number | null): boolean {
  const named = [...before.matchAll(/(?<!\d)(20\d{2})\s?年/gu)].at(-1)?.[1];
  return year !== null && named !== undefined && Number(named) !== year;
}

const placeOf = (mention: Mention): string =>
  `${mention.where.paragraph}/${mention.where.table}/${mention.where.row}/${mention.where.column}/${mention.start}`;

/** The words that run up to a figure, without the verb that links them. */
function labelBefore(mention: Mention): string {
  const before = mention.text.slice(Math.max(0, mention.start - 40), mention.start);
  const clause = before.split(/[，。；、,;\n]/u).at(-1) ?? '';
  return clause.replace(LINKS, '');
}
