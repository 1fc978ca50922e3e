import { fold } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';

/** A part of the score that a paragraph is headed by: 1.预算编制（满分10分）：…，自评得10分。 */
export interface PartHead {
  readonly name: string;
  readonly full: Decimal;
}

const HEAD =
  /^\s{0,8}(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.．]{1,2}|[①-⑳])?\s{0,4}["']?(?<name>[\p{Script=Han}、]{2,20})["']?\s?[(](?:满分|分值|权重|标准分|共)?(?:为|是|:)?(?<full>\d{1,2}(?:\.\d{1,2})?)分[)]/u;
/** 自评总分（满分100分） and the like head the whole. */
const WHOLE = /总分|总得分|合计|综合|整体|自评|评价结/u;

/** The part whose name and full mark begin a text; null when none do. */
export function partHead(text: string): PartHead | null {
  const groups = HEAD.exec(fold(text.slice(0, LONGEST)))?.groups;
  if (groups?.name === undefined || WHOLE.test(groups.name)) return null;
  return { name: groups.name, full: dec(groups.full as string) };
}

const LONGEST = 60;

/** 预算执行率指标分值10分，执行率98%，自评得9.8分: name and full mark at some distance before the score. */
const BEFORE =
  /(?:^|[，,。；;:、\s])(?<name>[\p{Script=Han}]{1,20}?)(?:类)?(?:指标)?(?:的)?(?:分值|满分|标准分|权重分)(?:为|是|:)?(?<full>\d{1,2}(?:\.\d{1,2})?)分[，,(（]/gu;

/** The part whose full mark the folded words of a sentence before a score state; null when none, or several, do. */
export function partBefore(words: string): PartHead | null {
  const [only, ...others] = [...words.matchAll(BEFORE)];
  const { name, full } = only?.groups ?? {};
  if (name === undefined || full === undefined || others.length > 0 || WHOLE.test(name)) return null;
  return { name, full: dec(full) };
}
