import { fold } from '../language/fold.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec, digits } from '../numbers/decimal.js';
import { hull, type Interval, interval, multiply, point } from '../numbers/interval.js';
import type { Indicator } from '../report/model.js';
import { reached } from '../report/targets/compare.js';
import { resultText, targetText } from '../report/targets/row-texts.js';
import type { Admissible, VerdictStatus } from './model.js';
import { shareOfTarget, shareText, shareWithoutExcess, soleFigure } from './row-values.js';

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
  const { weight, claimed } = indicator;
  const [target, result] = [targetText(indicator), resultText(indicator)];
  if (target.trim() === '' || result.trim() === '' || !weight || !claimed.value) return null;
  const [planned, actual] = [soleFigure(target), soleFigure(result)];
  if (!planned || !actual) return judgement([]);
  const state = reached(indicator, planned, actual);
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
  const share = shareOfTarget(indicator, planned, actual);
  if (!share || !PROPORTIONAL.test(fold(remarks))) return judgement([`${compared}：未达到指标值`]);
  // Of an excess forms take either the target's share in the result, or the excess as a share of the target.
  const rest = shareWithoutExcess(indicator, planned, actual);
  const score = multiply(rest === null ? share : around(share, rest), point(weight));
  const inMarks = (part: Interval): string =>
    digits(part.low.plus(part.high).div(2).times(weight).toDecimalPlaces(2));
  const without = rest === null ? '' : `；按超出比例扣减得${inMarks(rest)}分`;
  return {
    status: statusOf(claimed.value, score, weight),
    admissible: { scores: null, range: capped(score, weight) },
    trace: [
      `${compared}：未达到指标值，按比例得 ${shareText(indicator, planned, actual)}×${digits(weight)}=${inMarks(share)}分${without}`,
    ],
  };
}

const around = (a: Interval, b: Interval): Interval => hull([a.low, a.high, b.low, b.high]);

/**
 * A full mark that whole marks round up to (88% of 90% earns 9.78 of 10, printed 10) is neither borne out nor
 * wrong: units that score in whole marks print it so.
 */
function statusOf(claimed: Decimal, score: Interval, weight: Decimal): VerdictStatus {
  if (!isWithinPrint(claimed, score)) return 'contradicted';
  return isLifted(claimed, score, weight) ? 'judgement' : 'confirmed';
}

const judgement = (trace: readonly string[]): FormReading => ({
  status: 'judgement',
  admissible: null,
  trace,
});

const capped = (score: Interval, weight: Decimal): Interval =>
  interval(score.low.lt(0) ? dec(0) : score.low, score.high.gt(weight) ? weight : score.high);

/**
 * Whether a printed score is the proportional one printed with its own number of decimals, rounded or cut off:
 * 9.78 may be printed 9.78, 9.8, 9.7, 10 or 9.
 */
function isWithinPrint(claimed: Decimal, score: Interval): boolean {
  const step = dec(10).pow(-claimed.decimalPlaces());
  return claimed.plus(step).gt(score.low) && claimed.minus(step.div(2)).lte(score.high);
}

/** Whether a claim of the full mark could only come from rounding a lesser score to whole marks: 96% of 10 as 10. */
export const isLifted = (claimed: Decimal, score: Interval, full: Decimal): boolean =>
  claimed.eq(full) && score.high.lt(full.minus('0.05'));
