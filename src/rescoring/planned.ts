import { fold, squeeze } from '../language/fold.js';
import { segments } from '../language/sentences.js';
import { span } from '../numbers/figure.js';
import { divide } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Mention, Report } from '../report/model.js';
import { isInCell } from '../report/prose-cells.js';
import { bareName } from './names.js';

/** How much of something planned was done, as one sentence tells it. */
export interface PlannedAndDone {
  readonly value: Computed;
  readonly trace: string;
  readonly mentions: readonly [Mention, Mention];
}

const RATE_END = /(?:实际)?(?:完成|办结|建成|达成|落实|整改|兑现|达标|合格|及时)率$/u;
const PLANNED = /计划|目标|任务|应|交办|下达|需|拟/u;
const DONE = /完成|办结|建成|已|实际|落实|整改|兑现|达标|合格/u;
const EARLIER = /上年|去年|同期|前一年|上一年/u;

/**
 * The rate of an indicator such as 农村供水工程完成率 from a sentence that names its object and gives a planned and
 * a finished number of one unit: 计划完成农村供水工程12处，实际完成12处. Null when no sentence does, or several differ.
 */
export function plannedAndDone(report: Report, indicator: string): PlannedAndDone | null {
  const name = bareName(indicator);
  const object = name.replace(RATE_END, '');
  if (object === name || object.length < 2) return null;
  const found: PlannedAndDone[] = [];
  for (const { text, folded, mentions } of textsOf(report)) {
    if (!folded.includes(object)) continue;
    for (const sentence of segments(text)) {
      const words = text.slice(sentence.start, sentence.end);
      if (!squeeze(fold(words)).includes(object) || EARLIER.test(words)) continue;
      const inside = mentions.filter((m) => sentence.start <= m.start && m.start < sentence.end);
      const pair = pairOf(inside, sentence.start);
      if (pair) found.push(pair);
    }
  }
  const [first] = found;
  return first && found.every(({ value }) => value.point.eq(first.value.point)) ? first : null;
}

/** Exactly two counts of one unit, the first planned, the second done. */
function pairOf(inside: readonly Mention[], start: number): PlannedAndDone | null {
  const counts = inside.filter(({ figure }) => figure.unit.kind === 'count' && figure.bound === 'exactly');
  const [planned, done, ...more] = counts;
  if (!planned || !done || more.length > 0 || planned.figure.unit.name !== done.figure.unit.name) return null;
  const head = planned.text.slice(start, planned.start);
  const between = planned.text.slice(planned.end, done.start);
  if (!PLANNED.test(head) || !DONE.test(between)) return null;
  const range = divide(span(done.figure), span(planned.figure));
  if (!range) return null;
  const point = done.figure.value.div(planned.figure.value);
  const rate = point.times(100).toDecimalPlaces(2).toFixed();
  return {
    value: { point, range },
    trace: `${done.figure.raw} ÷ ${planned.figure.raw} = ${rate}%`,
    mentions: [planned, done],
  };
}

/** A paragraph with figures, folded once for all indicators. */
interface Told {
  readonly text: string;
  readonly folded: string;
  readonly mentions: readonly Mention[];
}

const told = new WeakMap<Report, readonly Told[]>();

function textsOf(report: Report): readonly Told[] {
  const known = told.get(report);
  if (known) return known;
  const texts = new Map<string, Mention[]>();
  for (const mention of report.mentions) {
    if (isInCell(mention.where)) continue;
    const mentions = texts.get(mention.text);
    if (mentions) mentions.push(mention);
    else texts.set(mention.text, [mention]);
  }
  const all = [...texts].map(([text, mentions]) => ({ text, folded: squeeze(fold(text)), mentions }));
  told.set(report, all);
  return all;
}
