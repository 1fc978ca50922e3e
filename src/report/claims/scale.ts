import { fold, squeeze } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { GradeBand } from '../model.js';
import { gradeWords, toBands } from './grades.js';

/** One band as a sentence prints it. */
interface PrintedBand {
  readonly grade: string;
  readonly low: Decimal;
  readonly high: Decimal | null;
}

const LONGEST_SCALE = 600;

/**
 * The grade scale that a text prints: 满90分为优，满80分未满90分为良… · 90（含）-100分为优 · ≥90为优 · 得分在80-90分
 * （含80分）的为良 · 优（90分以上）. Null when the text prints none, or one whose bands do not join up.
 */
export function printedScale(text: string): GradeBand[] | null {
  const flat = squeeze(fold(text)).slice(0, LONGEST_SCALE * 4);
  if (!/\d/u.test(flat)) return null;
  const bands: PrintedBand[] = [];
  for (const piece of pieces(flat)) {
    const band = readBand(piece);
    if (band && !bands.some((b) => b.grade === band.grade)) bands.push(band);
  }
  return joined(bands);
}

/** Clauses of the text; a clause with bounds only is read with the one that follows: 得分90分以上的，评为优. */
function pieces(flat: string): string[] {
  const out: string[] = [];
  for (const clause of flat.split(/[，,；;。、]/u)) {
    if (clause.length > 60) continue;
    const part = behindColon(clause);
    const last = out.at(-1);
    if (
      last !== undefined &&
      findGrade(last) === null &&
      /\d/u.test(last) &&
      findGrade(part) !== null &&
      !/\d/u.test(part)
    ) {
      out[out.length - 1] = last + part;
    } else out.push(part);
  }
  return out;
}

/** A clause without what announces the scale: 评价结果分为四个等级:优(得分≥90分) begins with 优. */
function behindColon(clause: string): string {
  const behind = clause.slice(clause.lastIndexOf(':') + 1);
  return findGrade(clause) === null && findGrade(behind) !== null ? behind : clause;
}

/** The only grade word of a clause, at its end or its beginning; null when there is none or several. */
function findGrade(piece: string): string | null {
  const bare = piece.replace(/["']/gu, '');
  for (const { word, form } of gradeForms()) if (form.test(bare)) return word;
  return null;
}

let forms: readonly { readonly word: string; readonly form: RegExp }[] | null = null;

/** How a clause of a scale names each grade. */
function gradeForms(): readonly { readonly word: string; readonly form: RegExp }[] {
  forms ??= gradeWords().map((word) => ({
    word,
    form: new RegExp(
      `(?:为|是|评|属|定|:|=)${word}(?:等级|等次|级|档|等)?$|^${word}(?:等级|等次|级|档)?(?:\\(|:|为|是|\\d)`,
      'u',
    ),
  }));
  return forms;
}

/** Signs of a bound: without one, numbers beside a grade are a score that earned it. */
const BOUND = /[-—~～至到≤≥<>]|以上|以下|以内|满|不足|低于|高于|大于|小于|超过|达到|含/u;

function readBand(piece: string): PrintedBand | null {
  const grade = findGrade(piece);
  if (grade === null) return null;
  const values = [...new Set([...piece.matchAll(/\d{1,4}(?:\.\d{1,4})?/gu)].map((m) => m[0]))].map((d) =>
    dec(d),
  );
  if (values.length === 0 || values.length > 2) return null;
  const sorted = values.sort((a, b) => a.comparedTo(b));
  const first = sorted[0] as Decimal;
  const second = sorted[1];
  if (!BOUND.test(piece)) return null;
  if (second !== undefined) return { grade, low: first, high: second };
  if (/以下|未满|不满|不足|低于|小于|</u.test(piece) && !/不低于/u.test(piece))
    return { grade, low: dec(0), high: first };
  if (/以上|满|不低于|达到|大于|高于|超过|[≥>]/u.test(piece)) return { grade, low: first, high: null };
  return null;
}

/** Bands highest first when they join up; a printed end such as 89.99 or 89 joins a band that begins at 90. */
function joined(bands: readonly PrintedBand[]): GradeBand[] | null {
  if (bands.length < 2) return null;
  const sorted = [...bands].sort((a, b) => b.low.comparedTo(a.low));
  for (let i = 1; i < sorted.length; i++) {
    const upper = sorted[i - 1] as PrintedBand;
    const high = (sorted[i] as PrintedBand).high;
    if (high !== null && (high.gt(upper.low) || upper.low.minus(high).gt(1))) return null;
  }
  const lowest = sorted.at(-1) as PrintedBand;
  if (bands.length < 3 && !lowest.low.isZero()) return null;
  return toBands(sorted.map((b) => ({ grade: b.grade, low: b.low })));
}
