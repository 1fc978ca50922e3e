import { fold, squeeze } from '../../language/fold.js';
import { leftOf, sentencesOf } from './clauses.js';
import { gradeWords } from './grades.js';
import { printedScale } from './scale.js';
import {
  endsWithCellName,
  isForeign,
  type Setting,
  tellsEarlierYear,
  tellsOtherAppraisal,
} from './setting.js';

/** A grade word found as the grade of the report as a whole, with the words of its sentence. */
export interface FoundGrade {
  readonly word: string;
  readonly text: string;
}

const TICKED = '☑☒√✓✔■▣⊠●◉';
const UNTICKED = '□☐○◯口';

/** Words that announce a grade. Those of `NEEDS_LINK` announce one only with 为, 是, a colon or quotes. */
const GRADE_NAME =
  /(?:等级|等次|档次|级别|评级|定级|评为|评定为|定为|确定为|认定为|判定为|评价结果|自评结果|评价结论|自评结论|评定结果|绩效结果|结果|结论|自评|评价|评定|成绩|绩效)(?<link>(?:等级|等次|档次)?(?:评定|确定|评价|定)?[为是属于:：]{0,3}["']?)$/u;
const NEEDS_LINK = /(?:结果|结论|自评|评价|评定|成绩|绩效)$/u;

const OTHER_APPRAISAL =
  /考核|群众|社会评价|社会公众|服务对象|口碑|评选|评先|个人|公务员|荣誉|各界|受益|年检|信用|力争|确保|争取|预期|目标/u;

/** A grade with a bound after it is a rule's; with a number of projects after it, a count: 评级为“优”的项目4个. */
const COUNTED_OR_BOUND =
  /^["']?(?:等级|等次|档|级|等)?(?:\(?[\d≥>]|的?\s{0,2}(?:项目|单位|部门|处室|指标)|的?(?:有|共|占|为|是)?\s{0,2}\d{1,4}\s?(?:个|家|项|名)|的?(?:有|共|占)\s{0,2}[\dX×])/u;

const REACH = 40;

/** Offsets where scores end: of a claimed one, behind which 优 needs no other words, and of what is not the report. */
export interface ScoreEnds {
  readonly own: ReadonlySet<number>;
  readonly foreign: ReadonlySet<number>;
}

/** Grades that a text claims for the report as a whole. */
export function gradesInText(text: string, scoreEnds: ScoreEnds, setting: Setting): FoundGrade[] {
  const found: FoundGrade[] = [];
  for (const sentence of sentencesOf(text)) {
    const full = text.slice(sentence.start, sentence.start + sentence.text.length).trim();
    const ticked = tickedGrade(sentence.text);
    if (ticked !== undefined) {
      if (ticked !== null) found.push({ word: ticked, text: full });
      continue;
    }
    const words = withoutScale(sentence.text);
    if (printedScale(words) !== null) continue;
    for (const { word, start, end } of wordsIn(words)) {
      if (COUNTED_OR_BOUND.test(words.slice(end))) continue;
      const left = leftOf(sentence.text, start, REACH);
      const clause = left.split(/[，,]/u).at(-1) ?? '';
      if (
        tellsEarlierYear(sentence.text.slice(Math.max(0, start - 3 * REACH), start)) ||
        OTHER_APPRAISAL.test(clause)
      )
        continue;
      if (tellsOtherAppraisal(leftOf(sentence.text, start, 4 * REACH), setting)) continue;
      if (/以上|以下|未满|满\d|[≥≤<>]|\d[-—~]\d/u.test(clause)) continue;
      if (followsScore(sentence.text, sentence.start, start, scoreEnds.foreign)) continue;
      const afterScore = followsScore(sentence.text, sentence.start, start, scoreEnds.own);
      const name = GRADE_NAME.exec(left);
      const announced =
        name !== null &&
        (!NEEDS_LINK.test(left.slice(0, left.length - (name.groups?.link ?? '').length)) ||
          /[为是属于:："']/u.test(name.groups?.link ?? ''));
      const subject = clause.slice(0, Math.max(0, clause.length - (name?.[0].length ?? 0)));
      if (
        !afterScore &&
        (!announced || isForeign(subject, '自评', setting) || endsWithCellName(subject, setting))
      )
        continue;
      found.push({ word, text: full });
    }
  }
  return found;
}

/** The sentence with a scale told in brackets blanked out: 按照标准（90分以上为优…），得分88分，等级为“良”. */
const withoutScale = (sentence: string): string =>
  sentence.replaceAll(/\([^()]{8,200}\)/gu, (note) =>
    printedScale(note.slice(1, -1)) === null ? note : ' '.repeat(note.length),
  );

const LONGEST_LINK = 16;

/** Whether a score ends just before the word, with nothing but linking words between them. */
function followsScore(sentence: string, offset: number, start: number, ends: ReadonlySet<number>): boolean {
  for (let at = start; at >= Math.max(0, start - LONGEST_LINK); at--) {
    if (ends.has(offset + at)) return isLinkFromScore(sentence.slice(at, start));
  }
  return false;
}

/** Nothing but a comma, 等级 or 为 stands between a score and its grade: 97分，档次“优”; 97分（优）. */
const isLinkFromScore = (between: string): boolean =>
  /^[，,、(\s]*(?:(?:自评|评价|绩效|综合)?(?:等级|等次|档次|级别|结果|结论|评级)|属于?|达到|评定?|列|获得?)?(?:为|是|于|:)?\s*["']?$/u.test(
    between,
  );

interface Patterns {
  readonly word: RegExp;
  /** ☑优 and 优（√）. */
  readonly boxBefore: RegExp;
  readonly boxAfter: RegExp;
}

let made: Patterns | null = null;

function patterns(): Patterns {
  if (made === null) {
    const words = gradeWords().join('|');
    made = {
      word: new RegExp(words, 'gu'),
      boxBefore: new RegExp(`([${TICKED}${UNTICKED}]{1,2})(${words})(?!\\p{Script=Han})`, 'gu'),
      boxAfter: new RegExp(`(${words})[(\\[]([${TICKED}${UNTICKED}]?)[)\\]]`, 'gu'),
    };
  }
  return made;
}

/** Grade words that stand alone: 优 of 优化, 中 of 中心 and 差 of 差异 are none. */
function wordsIn(sentence: string): { word: string; start: number; end: number }[] {
  const out: { word: string; start: number; end: number }[] = [];
  for (const match of sentence.matchAll(patterns().word)) {
    const end = match.index + match[0].length;
    const after = sentence.slice(end, end + 3);
    if (
      /^\p{Script=Han}/u.test(after) &&
      !/^(?:等级|等次|等$|等[,，]|级|档|的?成绩|秀(?![\p{Script=Han}]))/u.test(after)
    )
      continue;
    out.push({ word: match[0], start: match.index, end });
  }
  return out;
}

/**
 * The ticked one of a line of boxes (评价等级：☑优 □良; 优（√） 良（ ）). Undefined when the text is no line of
 * boxes, null when no box or more than one is ticked.
 */
export function tickedGrade(text: string): string | null | undefined {
  const flat = squeeze(fold(text));
  const before = [...flat.matchAll(patterns().boxBefore)];
  const after = [...flat.matchAll(patterns().boxAfter)];
  const options = [
    ...before.map((m) => ({ mark: m[1] as string, word: m[2] as string })),
    ...after.map((m) => ({ mark: m[2] as string, word: m[1] as string })),
  ];
  if (options.length < 2) return undefined;
  if (!/等级|等次|档次|评价|自评|结果|级别|评定|^[☑☒√✓✔■□☐○口]/u.test(flat)) return undefined;
  const ticked = options.filter((o) => [...o.mark].some((c) => TICKED.includes(c)));
  return ticked.length === 1 ? (ticked[0]?.word ?? null) : null;
}
