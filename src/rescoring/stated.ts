import { clauses } from '../language/sentences.js';
import { span } from '../numbers/figure.js';
import type { Computed } from '../numbers/judge.js';
import type { Mention, Quote, Report } from '../report/model.js';
import { names } from './names.js';

/** A rate that the report states in so many words: 预算完成率98.78%. */
export interface StatedRate {
  readonly value: Computed;
  readonly mention: Mention;
  readonly quote: Quote;
}

/** What may stand between a rate's name and its figure. */
const LINKS =
  /(?:实际值|实际|完成值|数值|指标值|目前|最终|约|已|均)*(?:为|是|达到了?|达|得到|合计|:|：|=|计算得|计)*$/u;

/**
 * The rates that the running text states under the indicator's name for this year. Targets, thresholds and last
 * year's figures are not among them.
 */
export function statedRates(report: Report, indicator: string): readonly StatedRate[] {
  const planned = new Set(report.targets.flatMap((goal) => (goal.mention ? [placeOf(goal.mention)] : [])));
  return report.mentions.flatMap((mention): StatedRate[] => {
    const { figure } = mention;
    if (figure.unit.kind !== 'rate' || figure.bound !== 'exactly' || mention.where.table !== null) return [];
    if (planned.has(placeOf(mention)) || !names(labelBefore(mention), indicator)) return [];
    const sentence = clauses(mention.text).find((c) => c.start <= mention.start && mention.start < c.end);
    if (EARLIER.test(mention.text.slice(sentence?.start ?? 0, mention.start))) return [];
    return [
      {
        value: { point: figure.value, range: span(figure) },
        mention,
        quote: { text: mention.text, where: mention.where },
      },
    ];
  });
}

const EARLIER = /上年|去年|前一年|上一年|同期|目标|计划|要求|不低于|应达|须达|力争/u;

const placeOf = (mention: Mention): string =>
  `${mention.where.paragraph}/${mention.where.table}/${mention.where.row}/${mention.where.column}/${mention.start}`;

/** The words that run up to a figure, without the verb that links them. */
function labelBefore(mention: Mention): string {
  const before = mention.text.slice(Math.max(0, mention.start - 40), mention.start);
  const clause = before.split(/[，。；、,;\n]/u).at(-1) ?? '';
  return clause.replace(LINKS, '');
}
