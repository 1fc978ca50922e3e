import type { RatioStatement } from '../model.js';
import { ratioFits } from './fit.js';
import { make, NEARBY } from './ratio-parts.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** 人均1,200元, 户均补助2800元: an average told in a clause of its own, by nothing but what was spent. */
const AVERAGE =
  /(?:^|[，,、；;(])(?:平均)?(?<each>[人户笔车亩件座村场])均(?:补助|补贴|发放|支出|投入|金额|费用|经费|贷款|资金)?(?:约|为|达|是)?$/u;

/** What an average is counted by, and the measures of it. */
const COUNTED: Readonly<Record<string, RegExp>> = { 人: /^[人名]/u, 车: /^辆/u };

/** 发放高龄津贴98.40万元，惠及820人，人均1,200元: an amount over a count. */
export const readAverages = (passage: Passage): readonly RatioStatement[] =>
  passage.sentences.flatMap((sentence) => sentence.terms.flatMap((_, at) => averageAt(sentence, at) ?? []));

function averageAt(sentence: Sentence, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const each = AVERAGE.exec(rate.lead)?.groups?.each;
  if (each === undefined || rate.role !== 'value' || rate.mention.figure.unit.kind !== 'money') return null;
  // 人均156元/月, 人均1,200元的标准: a price, and no average.
  if (!isPlain(rate.mention) || /^(?:\/|每|的?标准|以)/u.test(rate.tail)) return null;
  const before = sentence.terms
    .slice(Math.max(0, at - NEARBY), at)
    .filter((t) => t.role === 'value' && t.segment === rate.segment && t.depth <= rate.depth);
  const amounts = before.filter((t) => alike(t.mention, rate.mention));
  const counted = COUNTED[each] ?? new RegExp(`^${each}`, 'u');
  const counts = before.filter(
    ({ mention: { figure } }) => figure.unit.kind === 'count' && counted.test(figure.unit.name),
  );
  const name = `${each}均`;
  if ([...amounts, ...counts].some((t) => !isPlain(t.mention))) return null;
  const readings = amounts.flatMap((amount) =>
    counts.map((count) => make(sentence, amount.mention, count.mention, rate, name)),
  );
  const [only, ...others] = readings;
  return readings.find(ratioFits) ?? (others.length === 0 ? (only ?? null) : null);
}
