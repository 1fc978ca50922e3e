import { Decimal, dec } from '../../numbers/decimal.js';
import type { ItemResult } from '../result.js';
import { escaped } from '../xml.js';

const WIDTH = 160;
const HEIGHT = 18;

/**
 * One indicator as a picture: the frame is its 分值, the band what its rule and figures admit, the mark what the
 * report claims. A dashed frame means that nothing could be verified. The words beside it say the same.
 */
export function scoreBar(item: ItemResult): string {
  const weight = item.weight === null ? null : dec(item.weight);
  if (!weight?.gt(0)) return '';
  const at = (score: Decimal): string =>
    Decimal.max(0, Decimal.min(1, score.div(weight)))
      .times(WIDTH - 4)
      .plus(2)
      .toFixed(1);
  const known = item.admissible.map((score) => dec(score));
  const frame = `<rect x="1" y="3" width="${WIDTH - 2}" height="${HEIGHT - 6}" fill="none" stroke="currentColor" stroke-opacity=".5"${known.length === 0 ? ' stroke-dasharray="3 3"' : ''}/>`;
  const band = known.length === 0 ? '' : bandOf(known, at);
  const claim =
    item.claimed === null
      ? ''
      : `<path d="M${at(dec(item.claimed))} 0V${HEIGHT}" stroke="var(--claim)" stroke-width="3"/>`;
  return `<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(barWords(item))}">${frame}${band}${claim}</svg>`;
}

function bandOf(scores: readonly Decimal[], at: (score: Decimal) => string): string {
  const low = at(Decimal.min(...scores));
  const high = at(Decimal.max(...scores));
  const width = Decimal.max(4, dec(high).minus(low));
  const left = Decimal.max(2, dec(high).minus(width));
  return `<rect x="${left.toFixed(1)}" y="4" width="${width.toFixed(1)}" height="${HEIGHT - 8}" fill="var(--bar)"/>`;
}

const barWords = (item: ItemResult): string =>
  `分值${item.weight ?? '不明'}，自评${item.claimed ?? '空'}，${item.admissible.length > 0 ? `可得${item.admissible.join('或')}` : '未能复算'}`;
