import { scanFigures } from '../language/figures.js';
import { fold } from '../language/fold.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec, digits } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { span } from '../numbers/figure.js';
import { divide, type Interval, interval, multiply, point } from '../numbers/interval.js';
import type { Indicator } from '../report/model.js';
import { lessIsBetter, reached } from '../report/targets/compare.js';
import type { Admissible, VerdictStatus } from './model.js';

/** How a row of a project form (指标值, 完成值, 分值, 得分) stands to the form's own way of scoring. */
export interface FormReading {
  readonly status: VerdictStatus;
  readonly admissible: Admissible | null;
  readonly trace: readonly string[];
}

/** Words in the remarks that make scores of unmet quantities proportional to what was done. */
const PROPORTIONAL =
  /(?:按|依|根据|按照)(?:照)?(?:实际)?(?:完成)?(?:情况|率)?(?:的)?比例|完成率\s*[×*xX]|比例(?:计|给|得|扣)分|完成比例/u;

/**
 * Scores a row of a project form by its target and result. A reached target earns the full mark; an unmet one its
 * share (result ÷ target × 分值; the other way round where less is better) when the form says so. Where the form
 * does not say how unmet targets are scored, marks lost are a matter of judgement.
 */
export function readFormRow(indicator: Indicator, remarks: string): FormReading | null {
  const { target, result, weight, claimed } = indicator;
  if (target.trim() === '' || result.trim() === '' || !weight || !claimed.value) return null;
  const [planned, actual] = [soleFigure(target), soleFigure(result)];
  if (!planned || !actual) return judgement([]);
  const state = reached(indicator.name, planned, actual);
  if (state === 'unknown') return judgement([]);
  const compared = `指标值${target.trim()}，完成值${result.trim()}`;
  if (state === 'met') {
    if (!claimed.value.eq(weight)) return judgement([`${compared}：达到指标值`]);
    return {
      status: 'confirmed',
      admissible: { scores: [weight], range: point(weight) },
      trace: [`${compared}：达到指标值，得满分${digits(weight)}分`],
    };
  }
  const share = shareOf(indicator.name, planned, actual);
  if (!share || !PROPORTIONAL.test(fold(remarks))) return judgement([`${compared}：未达到指标值`]);
  const score = multiply(share, point(weight));
  const exact = share.low.plus(share.high).div(2).times(weight);
  return {
    status: isRounding(claimed.value, score) ? 'confirmed' : 'contradicted',
    admissible: { scores: null, range: capped(score, weight) },
    trace: [
      `${compared}：未达到指标值，按比例得 ${shareText(planned, actual, indicator.name)}×${digits(weight)}=${digits(exact.toDecimalPlaces(2))}分`,
    ],
  };
}

const judgement = (trace: readonly string[]): FormReading => ({
  status: 'judgement',
  admissible: null,
  trace,
});

/** The one figure of a cell; null when it has none or several. */
export function soleFigure(text: string): Figure | null {
  const found = scanFigures(text);
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}

function shareOf(name: string, planned: Figure, actual: Figure): Interval | null {
  const exact = point(planned.value);
  return lessIsBetter(name, planned) ? divide(exact, span(actual)) : divide(span(actual), exact);
}

function shareText(planned: Figure, actual: Figure, name: string): string {
  const sides = lessIsBetter(name, planned) ? [planned, actual] : [actual, planned];
  return sides.map((figure) => figure.raw.trim().replace(/^[≥≤><=＞＜]+/u, '')).join('÷');
}

const capped = (score: Interval, weight: Decimal): Interval =>
  interval(score.low.lt(0) ? dec(0) : score.low, score.high.gt(weight) ? weight : score.high);

/**
 * Whether a printed score is the proportional one printed with its own number of decimals, rounded or cut off:
 * 9.78 may be printed 9.78, 9.8, 9.7, 10 or 9.
 */
export function isRounding(claimed: Decimal, score: Interval): boolean {
  const step = dec(10).pow(-claimed.decimalPlaces());
  return claimed.plus(step).gt(score.low) && claimed.minus(step.div(2)).lte(score.high);
}
