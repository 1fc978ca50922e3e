import { Decimal, dec } from '../../numbers/decimal.js';
import type { ItemResult } from '../result.js';
import { possibleWords } from '../words.js';
import { escaped } from '../xml.js';

const WIDTH = 160;
const HEIGHT = 18;

/**
 * One indicator as a picture: the frame is its 分值, filled up to the least score that its rule and figures give and
 * lightly on to the greatest, the mark what the report claims. A dashed frame means that nothing could be verified. The
 * words beside it say the same.
 */
export function scoreBar(item: ItemResult): string {
  const weight = item.weight === null ? null : dec(item.weight);
  if (!weight?.gt(0)) return '';
  const at = (score: Decimal): string =>
    Decimal.max(0, Decimal.min(1, score.div(weight)))
      .times(WIDTH - 4)
      .plus(2)
      .toFixed(1);
  const known = knownScores(item);
  const frame = `<rect x="1" y="3" width="${WIDTH - 2}" height="${HEIGHT - 6}" fill="none" stroke="currentColor" stroke-opacity=".5"${known.length === 0 ? ' stroke-dasharray="3 3"' : ''}/>`;
  const band = known.length === 0 ? '' : bandOf(known, at);
  const claim =
    item.claimed === null
      ? ''
      : `<path d="M${at(dec(item.claimed))} 0V${HEIGHT}" stroke="var(--claim)" stroke-width="3"/>`;
  return `<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(barWords(item))}">${frame}${band}${claim}</svg>`;
}

/** Every score that is told for an item, or the ends of its range. */
function knownScores({ admissible, possible }: ItemResult): readonly Decimal[] {
  if (admissible.length > 0) return admissible.map((score) => dec(score));
  return possible ? [dec(possible.low), dec(possible.high)] : [];
}

function bandOf(scores: readonly Decimal[], at: (score: Decimal) => string): string {
  const low = dec(at(Decimal.min(...scores)));
  const high = dec(at(Decimal.max(...scores)));
  return stripe(dec(2), low, 'var(--bar)') + stripe(low, high, 'var(--maybe)');
}

const stripe = (from: Decimal, to: Decimal, fill: string): string =>
  to.lte(from)
    ? ''
    : `<rect x="${from.toFixed(1)}" y="4" width="${to.minus(from).toFixed(1)}" height="${HEIGHT - 8}" fill="${fill}"/>`;

function barWords(item: ItemResult): string {
  const possible = possibleWords(item);
  return `分值${item.weight ?? '不明'}，自评${item.claimed ?? '空'}，${possible === '' ? '未能复算' : `可得${possible}`}`;
}
