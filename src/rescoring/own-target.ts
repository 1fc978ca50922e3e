import { fold, squeeze } from '../language/fold.js';
import { measuredLike } from '../language/measures.js';
import type { Decimal } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { point } from '../numbers/interval.js';
import type { Indicator } from '../report/model.js';
import { resultText, targetText } from '../report/targets/row-texts.js';
import { admissible, isAdmissible, isMeasured, type MeasuredRule, readRule } from '../rubric/index.js';
import type { Applied } from './applied.js';
import { soleFigure } from './row-values.js';

/** A rule that counts from the row's own target, with that target in it. */
export interface OwnTarget {
  readonly applied: Applied;
  readonly rule: MeasuredRule;
  /** Whether the claim fits where the shortfall is counted as a share of the target instead: 1 − 93.6% ÷ 95%. */
  readonly fitsAsShare: (claimed: Decimal) => boolean;
}

/** 每低1个百分点扣1分, where nothing else in the sentence holds a number, tells no more than the size of a step. */
const STEP = /每[^,;。\n]{1,30}[扣减][^,;。\n]*/u;
const EARNS_NOTHING = /不得分|不计分|不记分|[得计记]0分|扣完|为止/u;
const MARKS = /\d{1,3}(?:\.\d{1,2})?分/gu;
const DOWN = /每(?:再)?(?:少|低|降|下降|减|缺)/u;
const UP = /每(?:再)?(?:超|多|高|增|上升|延|逾)/u;

/**
 * 达到目标值得满分，每低1个百分点扣1分 names no number of its own: it is read with the target that stands in the row. Null
 * where the sentence has a threshold, or the row no target and result with one figure each.
 */
export function ownTarget(indicator: Indicator, applied: Applied): OwnTarget | null {
  const target = soleFigure(targetText(indicator));
  const result = soleFigure(resultText(indicator));
  if (!target || result?.bound !== 'exactly' || !target.value.gt(0)) return null;
  const own = measuredLike(result, target);
  if (own === null || !countsFromTarget(applied.sentence)) return null;
  const sign = signOf(target, applied.sentence);
  if (sign === null) return null;
  const counted = readWith(`${sign}${printed(indicator)}`, indicator, applied);
  if (counted === null) return null;
  const asShare = readWith(`${sign}100%`, indicator, applied);
  const share = own.value.div(target.value);
  return { ...counted, fitsAsShare: (claimed) => fits(asShare?.rule ?? null, share, claimed) };
}

function countsFromTarget(sentence: string): boolean {
  const parts = squeeze(fold(sentence))
    .replaceAll('，', ',')
    .replaceAll('；', ';')
    .split(/[,;。\n]/u);
  const others = parts.filter((part) => !STEP.test(part) && !EARNS_NOTHING.test(part));
  return (
    others.length < parts.length && parts.some((part) => STEP.test(part)) && others.every(isWithoutNumber)
  );
}

const isWithoutNumber = (part: string): boolean => !/[\d≥≤<>=×÷*/]/u.test(part.replaceAll(MARKS, ''));

function signOf({ bound }: Figure, sentence: string): '≥' | '≤' | null {
  if (bound === 'at-least') return '≥';
  if (bound === 'at-most') return '≤';
  if (bound !== 'exactly') return null;
  const [down, up] = [DOWN.test(sentence), UP.test(sentence)];
  return down === up ? null : down ? '≥' : '≤';
}

/** The target as printed, without its sign: 95%, 500人. */
const printed = (indicator: Indicator): string =>
  squeeze(fold(targetText(indicator))).replace(/^[≥≤><=]{1,2}/u, '');

function readWith(
  threshold: string,
  indicator: Indicator,
  applied: Applied,
): Pick<OwnTarget, 'applied' | 'rule'> | null {
  const { sentence, weight } = applied;
  const read = readRule(`${threshold}得满分;${sentence}`, { weight, indicator: indicator.name });
  if (!read.understood || !isMeasured(read.rule) || read.rule.kind !== 'steps') return null;
  return { rule: read.rule, applied: { ...applied, rule: read.rule, reading: read.reading, reason: '' } };
}

function fits(rule: MeasuredRule | null, share: Decimal, claimed: Decimal): boolean {
  return rule !== null && isAdmissible(admissible(rule, { point: share, range: point(share) }), claimed);
}
