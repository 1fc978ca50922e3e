import type { Locator } from '../../documents/model.js';
import { NUMERAL_CHARS, numeral } from '../../language/numerals.js';
import { Decimal, dec } from '../../numbers/decimal.js';
import type { ScoreClaim } from '../model.js';
import { leftOf, sentencesOf, yearBefore } from './clauses.js';
import { partBefore, partHead } from './part-heads.js';
import {
  isForeign,
  isOfProject,
  isPartOfMarks,
  type Setting,
  tellsEarlierYear,
  tellsOtherAppraisal,
} from './setting.js';

/** A score claim and where its figure ends in the text: a grade may follow it. */
export interface FoundScore {
  readonly claim: ScoreClaim;
  /** Offsets of the figure, 分 included. */
  readonly start: number;
  readonly end: number;
  /** Whether the sentence says that it speaks of an earlier year. */
  readonly earlier: boolean;
  /** Whether it is the score of something else: a project, another unit, a part. A grade behind it is that one's too. */
  readonly foreign: boolean;
}

/** Words that name a score of the whole, and what may link them to its number. */
const SCORE_NAME =
  /(?<name>自评总得分|自评总分|自评得分|自评分数|自评分值|自评分|自评结果|自评结论|自评成绩|评价总得分|评价总分|评价得分|评价分数|评价分值|评价成绩|评价结果|评价结论|绩效得分|绩效评分|绩效分数|绩效总分|综合得分|综合评分|综合评价|综合分数|综合总分|总得分|总评分|总评|总分数|总分|最终得分|最终评分|最后得分|实际得分|实得分|实得|自我评定|自我评分|自我评价|自我打分|评分结果|打分结果|自评打分|自评评分|评定得分|评定|打分|评分|得分|自评|评价|分数)(?<link>[得为是共计达到约:：,，"']{0,6}|(?:得|总)?分?(?:为|是|[:：]|共计|合计|达到|满分|为满分){1,2})$/u;

/** Names too wide to claim a score without 得, 为 or a colon after them. */
const NEEDS_LINK: ReadonlySet<string> = new Set([
  '评价',
  '评定',
  '自我评价',
  '综合评价',
  '评价结果',
  '自评结果',
  '评价结论',
  '自评结论',
]);

/** What follows a number that is a bound of a rule, a rate or another unit. */
const RULE_AFTER =
  /^\s*(?:以上|以下|及以上|及以下|以内|左右的|\(?含|[-—~～至]\s*\d|[≤≥<>＜＞%‰]|的(?:为|评|是|定|属|,|，)|者)/u;
const AFTER_UNIT = /^(?:钟|之|类|局|别|项|期|子|管|行|公司|值|制|支|散|布|析|档)/u;

/** Every name of a score has one of these characters. */
const SPEAKS_OF_SCORES = /[评分得]/u;

/** 自评扣4分，得96分: the marks lost between the name of the score and the score. */
const LOST_FIRST =
  /(?:共|合计|累计|总计)?扣(?:减|除)?\d{1,3}(?:\.\d{1,2})?分[,，、](?=(?:最终|实际|最后|共|综合)?得分?[为:：]?$)/u;

/** Marks of a part told under its own head are fewer than this, even where they exceed its full mark. */
const LARGEST_PART = 60;

const REACH = 60;
const EARLIER_REACH = 120;
const APPRAISAL_REACH = 160;

/** Every score that a text claims for the report as a whole, in the order of the words, and those of something else. */
export function scoresInText(text: string, where: Locator, setting: Setting): FoundScore[] {
  const found: FoundScore[] = [];
  const part = partHead(text);
  for (const sentence of sentencesOf(text)) {
    if (!SPEAKS_OF_SCORES.test(sentence.text)) continue;
    for (const number of numbersOf(sentence.text)) {
      const printed = leftOf(sentence.text, number.start, REACH);
      const left = printed.includes('扣') ? printed.replace(LOST_FIRST, '') : printed;
      const name = SCORE_NAME.exec(left) ?? totalWithGrade(left, sentence.text.slice(number.end));
      const score = name?.groups?.name;
      const link = name?.groups?.link ?? '';
      if (name === null || score === undefined) continue;
      if (!number.unit && !/分|成绩/u.test(score + link)) continue;
      if (NEEDS_LINK.has(score) && !/[得为是:：]/u.test(link)) continue;
      if (RULE_AFTER.test(sentence.text.slice(number.end))) continue;
      const before = clauseBefore(left.slice(0, name.index));
      const owner = part ?? partBefore(sentence.text.slice(Math.max(0, number.start - REACH), number.start));
      if (owner !== null && number.value.lte(Decimal.max(owner.full, LARGEST_PART))) continue;
      if (!SUMS.has(score) && isPartOfMarks(beforeName(sentence.text, number.start, score + link), score))
        continue;
      if (isFollowedByScore(number.value, sentence.text.slice(number.end))) continue;
      if (
        isFullMark(score, number.value, sentence.text.slice(Math.max(0, number.start - REACH), number.start))
      )
        continue;
      const named = yearBefore(sentence.text, number.start);
      const foreign =
        isForeign(before, score + link, setting) ||
        tellsOtherAppraisal(leftOf(sentence.text, number.start, APPRAISAL_REACH), setting) ||
        isOfProject(sentence.text.slice(0, number.start), setting);
      found.push({
        foreign,
        claim: {
          score: number.value,
          year:
            named === null
              ? null
              : {
                  value: named.year,
                  quote: {
                    text: text.slice(
                      sentence.start + named.index,
                      sentence.start + named.index + named.length,
                    ),
                    where,
                  },
                },
          quote: { text: text.slice(sentence.start, sentence.start + sentence.text.length).trim(), where },
        },
        start: sentence.start + number.start,
        end: sentence.start + number.end,
        earlier: tellsEarlierYear(
          sentence.text.slice(Math.max(0, number.start - EARLIER_REACH), number.start),
        ),
      });
    }
  }
  return found;
}

/** 合计96分，自评等级：优: what sums the items up is the score where the grade follows it. */
function totalWithGrade(left: string, after: string): RegExpExecArray | null {
  if (!GRADE_FOLLOWS.test(after)) return null;
  // 基础分得91.5分，加分项得4分，合计95.5分，评价等级为优: base marks and those on top come to the score.
  const clauses = /加分|附加分/u.test(left) ? left.split(/[，,；;]/u) : [left];
  const total = BARE_TOTAL.exec(clauses.at(-1) ?? '');
  if (total !== null) total.index += left.length - (clauses.at(-1) ?? '').length;
  return total;
}

const SUMS: ReadonlySet<string> = new Set(['合计', '总计', '共计']);
const BARE_TOTAL =
  /^(?:以上|上述)?(?:各项|五项|六项|[一二三四五六七八九十]项)?(?<name>合计|总计|共计)(?<link>得?分?[为:：]?)$/u;
const GRADE_FOLLOWS = /^\s?[，,、]\s?(?:自评|评价|绩效|评定)?(?:等级|等次|档次)/u;

/** The words of the same statement: back to the last comma that does not just introduce the score. */
function clauseBefore(left: string): string {
  const parts = left.split(/[，,]/u);
  const last = parts.at(-1) ?? '';
  return last.length >= 2 ? last : (parts.at(-2) ?? '') + last;
}

/** 总分100分 names the full mark unless it is said to be earned. */
const isFullMark = (name: string, value: Decimal, sentence: string): boolean =>
  (name === '总分' || name === '总分数') && value.eq(100) && !/自评总分|评价总分|得总分/u.test(sentence);

/** The words before the name of a score, what stands in brackets among them: 社会效应（满分30分），. */
function beforeName(sentence: string, start: number, name: string): string {
  const words = sentence.slice(Math.max(0, start - REACH), start).replace(/\s+/gu, '');
  return words.endsWith(name) ? words.slice(0, -name.length) : words;
}

/** 自评总分100分，得分95.5分: the hundred is the full mark of the score that follows it. */
const isFollowedByScore = (value: Decimal, after: string): boolean =>
  value.eq(100) &&
  /^[，,、)]{0,2}(?:我|本)?(?:单位|部门|局)?(?:自评|实际|最终|最后|综合|评价|绩效)*(?:得分|实得分?|得)(?:为|是|共|:)?\s?\d/u.test(
    after,
  );

interface FoundNumber {
  readonly value: Decimal;
  readonly start: number;
  readonly end: number;
  /** Whether 分 follows. */
  readonly unit: boolean;
}

/** Numbers that may be scores: digits, or Chinese numerals with 分 after them. */
function numbersOf(sentence: string): FoundNumber[] {
  const out: FoundNumber[] = [];
  for (const match of sentence.matchAll(
    /(?<![\d.,A-Za-z])(?:\d(?:\s\d){1,2}(?=\s?[.分])|\d{1,4})(?:\s?\.\s?\d{1,6})?(?![\d.,]*\d)(?:\s{0,3}分)?/gu,
  )) {
    const unit = match[0].endsWith('分') && !AFTER_UNIT.test(sentence.slice(match.index + match[0].length));
    if (match[0].endsWith('分') !== unit) continue;
    const after = sentence.slice(match.index + match[0].length);
    if (/^[A-Za-z_]/u.test(after) || (!unit && /^\s*[\p{Script=Han}%‰\d]/u.test(after))) continue;
    const digits = match[0].replace(/[\s分]/gu, '');
    out.push({ value: dec(digits), start: match.index, end: match.index + match[0].length, unit });
  }
  const words = new RegExp(`[${NUMERAL_CHARS}点]{1,8}分`, 'gu');
  for (const match of sentence.matchAll(words)) {
    const value = numeral(match[0].slice(0, -1));
    const end = match.index + match[0].length;
    if (value === null || value.gt(1000) || AFTER_UNIT.test(sentence.slice(end))) continue;
    out.push({ value, start: match.index, end, unit: true });
  }
  return out.sort((a, b) => a.start - b.start);
}
