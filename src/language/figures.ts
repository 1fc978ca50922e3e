import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Bound, Figure, Unit } from '../numbers/figure.js';
import { BARE, countUnit, UNITS } from '../numbers/units.js';
import { fold } from './fold.js';

/** A figure found in a text, at its offsets there. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
}

/**
 * The figures of a text, left to right. Dates, document numbers, article and phone numbers, list numbers and
 * codes are not figures. `caption` is the unit that stands in a table's caption or header for bare numbers.
 */
export function scanFigures(text: string, caption: Unit | null = null): readonly FoundFigure[] {
  const folded = fold(text);
  const found: FoundFigure[] = [];
  const number = /(?<![\d.,A-Za-z])-?\d+(?:,\d{3})*(?:\.\d+)?/gu;
  for (const match of folded.matchAll(number)) {
    const start = match.index;
    const digitsEnd = start + match[0].length;
    const unit = unitAt(folded, digitsEnd, caption);
    if (isDatePart(folded, start, digitsEnd)) continue;
    const end = digitsEnd + unit.length;
    const plain = match[0].replaceAll(',', '');
    const decimals = plain.split('.')[1]?.length ?? 0;
    const rounded = unit.unit.kind === 'money' || unit.unit.kind === 'rate' || unit.unit.kind === 'points';
    const step: Decimal = rounded ? dec(10).pow(-decimals).times(unit.unit.factor) : dec(0);
    found.push({
      figure: {
        raw: text.slice(start, end),
        value: dec(plain).times(unit.unit.factor),
        quantum: step,
        unit: unit.unit,
        bound: boundOf(folded, start, end),
      },
      start,
      end,
    });
  }
  return found;
}

function unitAt(folded: string, at: number, caption: Unit | null): { unit: Unit; length: number } {
  for (const unit of UNITS) if (folded.startsWith(unit.name, at)) return { unit, length: unit.name.length };
  const measure = /^[余多]?([人名个家期次户处项件套辆台本份届堂亩吨页天条])/u.exec(folded.slice(at, at + 4));
  if (measure) return { unit: countUnit(measure[1] as string), length: measure[0].length };
  return { unit: caption ?? BARE, length: 0 };
}

const isDatePart = (folded: string, start: number, end: number): boolean =>
  /^[年月日号]/u.test(folded.slice(end, end + 1)) ||
  (/[[(]$/u.test(folded.slice(start - 1, start)) && folded[end] === ']');

function boundOf(folded: string, start: number, end: number): Bound {
  const before = folded.slice(Math.max(0, start - 3), start);
  const after = folded.slice(end, end + 3);
  if (/[≥]|不低于|不少于$/u.test(before) || /^以上|^及以上/u.test(after)) return 'at-least';
  if (/[≤]|不高于|不超过$/u.test(before) || /^以内|^以下/u.test(after)) return 'at-most';
  if (/约$|近$/u.test(before) || /^余|^左右|^多/u.test(after)) return 'about';
  return 'exactly';
}
