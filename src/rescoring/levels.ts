import { fold, squeeze } from '../language/fold.js';
import { sentences } from '../language/sentences.js';
import type { Quote, Report } from '../report/model.js';

/** The level that an outside appraisal gave, e.g. 年度考核优秀. */
export interface StatedLevel {
  readonly level: string;
  readonly quote: Quote;
}

/** Appraisals by government, told from the self-evaluation's own grade. */
const APPRAISAL = /考核|考评|考绩|政绩评估/u;
const OTHER_YEAR = /上年|去年|前一年|上一年/u;
/** What stands around a level that was given, and not merely mentioned. */
const GIVEN_BEFORE = /(?:为|列|列入|获|获得|评为|评定为|定为|确定为|结果|等次|等级|档次)$/u;
const GIVEN_AFTER = /^(?:等次|等级|档次|档|单位|的?成绩)?(?:[。；，,;!）)]|$)/u;

/** The one level among `levels` that the report says an appraisal gave; null when none or several are told. */
export function statedLevel(report: Report, levels: readonly string[]): StatedLevel | null {
  const wanted = levels
    .map((level) => ({ level, word: squeeze(fold(level)) }))
    .filter(({ word }) => word !== '');
  wanted.sort((a, b) => b.word.length - a.word.length);
  const found: StatedLevel[] = [];
  for (const paragraph of report.paragraphs) {
    if (!APPRAISAL.test(paragraph.text)) continue;
    for (const sentence of sentences(paragraph.text)) {
      const text = squeeze(fold(sentence.text)).replace(/["']/gu, '');
      if (!APPRAISAL.test(text) || OTHER_YEAR.test(text)) continue;
      const hit = wanted.find(({ word }) => isGiven(text, word));
      if (hit) found.push({ level: hit.level, quote: { text: sentence.text, where: paragraph.where } });
    }
  }
  const [first] = found;
  return first && found.every(({ level }) => level === first.level) ? first : null;
}

function isGiven(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  return GIVEN_BEFORE.test(before) && (GIVEN_AFTER.test(after) || /^(?:等次|等级|档次)/u.test(after));
}
