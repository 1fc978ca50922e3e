import { once } from '../language/memo.js';
import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import type { Band, MeasuredRule, RuleExpression } from './expression.js';
import { isMeasured } from './expression.js';
import { granularity } from './outcome.js';
import { printRange, printScore, printValue } from './print.js';

/**
 * Where a rule contradicts itself or its 分值, one sentence each. Ends printed without （含） are ambiguous, not
 * inconsistent.
 */
export function inconsistencies(rule: RuleExpression, weight: DecimalType | null): readonly string[] {
  const known = foundBefore(rule);
  const key = weight?.toFixed() ?? '';
  const found = known.get(key) ?? sought(rule, weight);
  known.set(key, found);
  return found;
}

/** What was found of a rule before, by weight: reports of one bureau print the same rules. */
const foundBefore = once((_rule: RuleExpression) => new Map<string, readonly string[]>());

function sought(rule: RuleExpression, weight: DecimalType | null): readonly string[] {
  const found: string[] = [];
  const full = weight ?? rule.declared;
  if (weight !== null && rule.declared !== null && !weight.eq(rule.declared))
    found.push(`评分标准写明满分${rule.declared.toFixed()}分，分值为${weight.toFixed()}分`);
  if (rule.kind === 'points') {
    if (full !== null && !rule.full.eq(full))
      found.push(`各项得分合计${rule.full.toFixed()}分，与分值${full.toFixed()}分不符`);
  } else if (full !== null && rule.full !== null && !rule.full.eq(full))
    found.push(`评分标准的最高得分为${rule.full.toFixed()}分，与分值${full.toFixed()}分不符`);
  if (isMeasured(rule)) found.push(...overlaps(rule), ...gaps(rule), ...disorders(rule));
  if (rule.kind === 'choice')
    for (const option of rule.options) found.push(...inconsistencies(option, weight));
  return [...new Set(found)];
}

const name = (band: Band, rule: MeasuredRule): string =>
  `“${printRange(band.range, rule)}得${printScore(band.score)}”`;

const sorted = (rule: MeasuredRule): Band[] =>
  [...rule.bands].sort(
    (a, b) =>
      (a.range.low?.value ?? dec('-1e20')).cmp(b.range.low?.value ?? dec('-1e20')) || high(a).cmp(high(b)),
  );

const low = (band: Band): DecimalType => band.range.low?.value ?? dec('-1e20');
const high = (band: Band): DecimalType => band.range.high?.value ?? dec('1e20');

function overlaps(rule: MeasuredRule): string[] {
  const found: string[] = [];
  const bands = sorted(rule);
  bands.forEach((a, i) => {
    for (const b of bands.slice(i + 1)) {
      if (a.score.low.eq(b.score.low) && a.score.high.eq(b.score.high)) continue;
      const from = Decimal.max(low(a), low(b));
      const to = Decimal.min(high(a), high(b));
      const shared = from.lt(to) && !isPointBand(a) && !isPointBand(b);
      const touching =
        from.eq(to) && closedAt(a, from) && closedAt(b, from) && !isPointBand(a) && !isPointBand(b);
      if (shared) found.push(`分档重叠：${name(a, rule)}与${name(b, rule)}`);
      else if (touching)
        found.push(`分档重叠：${printValue(from, rule)}同时属于${name(a, rule)}与${name(b, rule)}`);
    }
  });
  return found;
}

/** 预算调整率=0得3分 beside 0-10%: a single value singled out is an exception, not an overlap. */
const isPointBand = ({ range }: Band): boolean =>
  range.low !== null && range.high !== null && range.low.value.eq(range.high.value);

function closedAt({ range }: Band, value: DecimalType): boolean {
  const lowClosed = range.low === null || !range.low.value.eq(value) || range.low.closed === true;
  const highClosed = range.high === null || !range.high.value.eq(value) || range.high.closed === true;
  return lowClosed && highClosed;
}

function gaps(rule: MeasuredRule): string[] {
  if (rule.steps.length > 0 || rule.linear.length > 0 || rule.otherwise !== null || rule.bands.length < 2)
    return [];
  const found: string[] = [];
  let reach: Band | null = null;
  for (const band of sorted(rule)) {
    if (reach !== null && low(band).gte(high(reach))) {
      const width = low(band).minus(high(reach));
      const between = `${name(reach, rule)}与${name(band, rule)}之间`;
      if (width.gt(granularity(rule))) found.push(`分档有空档：${between}的数值没有对应的得分`);
      else if (
        width.isZero() &&
        band.range.low?.closed === false &&
        reach.range.high?.closed === false &&
        !covers(rule, low(band))
      )
        found.push(`分档有空档：${printValue(low(band), rule)}未归入任何一档`);
    }
    if (reach === null || high(band).gt(high(reach))) reach = band;
  }
  return found;
}

const covers = (rule: MeasuredRule, value: DecimalType): boolean =>
  rule.bands.some((band) => low(band).lte(value) && high(band).gte(value) && closedAt(band, value));

/** Along the quantity, scores may rise, fall, or rise and then fall around a standard; nothing else. */
function disorders(rule: MeasuredRule): string[] {
  const scores = sorted(rule).map(({ score }) => score.high);
  let fallen = false;
  for (let i = 1; i < scores.length; i++) {
    const [before, after] = [scores[i - 1], scores[i]];
    if (before === undefined || after === undefined) continue;
    if (after.lt(before)) fallen = true;
    else if (after.gt(before) && fallen) return ['分档得分的高低次序颠倒'];
  }
  return [];
}
