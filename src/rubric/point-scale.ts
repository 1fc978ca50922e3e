import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';

/** The measured thing of an assessment that is given in points of a hundred: 满意度测评得分, 考核分值. */
const ASSESSED =
  /(满意度|测评|考核|评价|评议|调查|验收|结果)(?:平均)?(?:得分|分值|分数|评分|成绩)(?=平?均?[为在达不未高低大小超≥≤<>=\d(])/gu;

/** A number of points with a word or sign beside it that makes it a threshold. */
const THRESHOLD =
  /(?<=^|[^\d.])(?<!满分|总分|[得计记给赋共扣加])(\d{1,3}(?:\.\d{1,2})?)分(?=\(不?含\)|[以及(≤≥<>]|[-—~至]|之间|[的,]?,?[得计记]\d|的|,|为)|(?<=[-—~至≥≤<>=于到过足])(\d{1,3}(?:\.\d{1,2})?)分(?!钟)/gu;

/** 每低1分扣0.2分: points are what the step counts in. */
const STEP =
  /(每(?:降低|下降|减少|低于|高于|超过|增加|低|少|降|减|高|超|差)?)(\d{1,2}(?:\.\d)?|一|两|二|五)分(?=的?,?(?:相应)?[扣减])/gu;

/** 得分＜80分得2分: the assessment's points, not the item's. */
const COMPARED_SCORE = /(?<=^|[;。,])得分(?=[≥≤<>])/gu;

/**
 * 满意度90分（含）以上得10分: thresholds in points of a hundred, which no score of an item reaches, written as the bare
 * numbers that the grammar reads. Numbers no higher than the 分值 stay scores.
 */
export function withoutPointScale(text: string, weight: Decimal | null): string {
  if (weight === null) return text;
  const isThreshold = (number: string): boolean =>
    dec(number).gt(weight) && dec(number).gte(30) && dec(number).lte(100);
  let found = false;
  const bare = text.replaceAll(THRESHOLD, (whole, before?: string, behind?: string) => {
    const number = before ?? behind ?? '';
    if (number === '' || !isThreshold(number)) return whole;
    found = true;
    return number;
  });
  if (!found || text.includes('%')) return text;
  return bare.replaceAll(STEP, '$1$2').replaceAll(ASSESSED, '$1').replaceAll(COMPARED_SCORE, '');
}
