import type { Locator, Paragraph, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { once } from '../../language/memo.js';
import type { GradeBand, GradeClaim, ScoreClaim } from '../model.js';
import { cellTexts } from './cells.js';
import { gradesInText } from './grade.js';
import { canonicalGrade, grades, gradeWords } from './grades.js';
import { printedScale } from './scale.js';
import { type FoundScore, scoresInText } from './score.js';
import { type Setting, settingOf } from './setting.js';

/** A text that may claim something, and the words to quote when they are not the claim's own sentence. */
interface Source {
  readonly text: string;
  readonly quote: string;
  readonly where: Locator;
}

/**
 * The scores that the report claims for itself as a whole. Not among them: scores of projects, of groups of
 * indicators or of other units, averages, deductions, full marks, rules, and last year's score told as such. A score
 * told for another year than the report's is kept, with its year, when nothing says that it is an earlier one:
 * that is last year's file typed over.
 */
export function readScoreClaims(
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
  unit: string | null,
  reportYear: number | null,
): readonly ScoreClaim[] {
  const setting = settingOf(paragraphs, tables, unit, reportYear);
  return withoutEarlierYears(ownScores(setting), reportYear).map((f) => f.claim);
}

/** The grades that the report claims for itself as a whole, in the words of the scale in use. */
export function readGradeClaims(
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
  unit: string | null,
  reportYear: number | null,
): readonly GradeClaim[] {
  const scale = readGradeScale(paragraphs, tables, unit, reportYear);
  return printedGrades(settingOf(paragraphs, tables, unit, reportYear)).map((claim) => ({
    ...claim,
    grade: canonicalGrade(claim.grade, scale) ?? claim.grade,
  }));
}

/** The grade scale printed in the report, else the default scale that knows the claimed word, else the first one. */
export function readGradeScale(
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
  unit: string | null,
  reportYear: number | null,
): readonly GradeBand[] {
  const setting = settingOf(paragraphs, tables, unit, reportYear);
  for (const text of [
    ...paragraphs.map((p) => p.text),
    ...tables.flatMap((t) => t.cells.map((c) => c.text)),
  ]) {
    const scale = mayHoldScale(text) ? printedScale(text) : null;
    if (scale) return scale;
  }
  const { scales } = grades();
  const claimed = printedGrades(setting).map((c) => c.grade);
  const knows = (scale: readonly GradeBand[]) => claimed.every((w) => scale.some((b) => b.grade === w));
  return scales.find((s) => claimed.length > 0 && knows(s)) ?? (scales[0] as readonly GradeBand[]);
}

const mayHoldScale = (text: string): boolean => /[优良]/u.test(text) && /\d/u.test(text);

const sources = once((setting: Setting): readonly Source[] => {
  const out: Source[] = [];
  setting.paragraphs.forEach((paragraph, i) => {
    if (isAboutProjects(paragraph, setting)) return;
    out.push({ text: paragraph.text, quote: '', where: paragraph.where });
    const split = splitClaim(setting.paragraphs[i - 1]?.text ?? '', paragraph.text);
    if (split !== null) out.push({ text: split, quote: paragraph.text.trim(), where: paragraph.where });
  });
  return [...out, ...cellTexts(setting.tables)];
});

/** 二、项目支出绩效自评 in a report on the department: the scores under it are its projects'. */
const isAboutProjects = ({ where }: Paragraph, setting: Setting): boolean =>
  where.section !== null &&
  /(?:项目支出|重点项目|各项目|专项资金|项目)(?:绩效)?(?:自评|评价|自评价)/u.test(where.section) &&
  !/整体|部门|单位|得分|结论|结果/u.test(where.section) &&
  /整体支出|部门整体|单位整体/u.test(setting.title);

/** The scores of each source, an earlier year's and those of something else among them: read once for scores, grades and the scale. */
const foundScores = once(
  (setting: Setting): ReadonlyMap<Source, readonly FoundScore[]> =>
    new Map(sources(setting).map((source) => [source, scoresOf(source, setting)])),
);

const ownScores = (setting: Setting): FoundScore[] =>
  [...foundScores(setting).values()].flat().filter(({ foreign }) => !foreign);

/** A heading 自评得分 with nothing but the score in the paragraph below it, joined. */
function splitClaim(heading: string, text: string): string | null {
  const value = squeeze(fold(text));
  if (!/^\d{1,3}(?:\.\d{1,4})?分?[。.]?$/u.test(value)) return null;
  const label = squeeze(fold(heading)).replace(
    /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])/u,
    '',
  );
  return label.length <= 16 && /(?:得分|评分|总分|分数)[:：]?$/u.test(label)
    ? `${label.replace(/[:：]$/u, '')}:${value.replace(/[分。.]+$/u, '')}分`
    : null;
}

function scoresOf(source: Source, setting: Setting): FoundScore[] {
  return scoresInText(source.text, source.where, setting).map((found) =>
    source.quote === ''
      ? found
      : { ...found, claim: { ...found.claim, quote: { text: source.quote, where: source.where } } },
  );
}

/**
 * Leaves out scores told for an earlier year as such: by 上年, 前一年 …, beside this year's score in the text, or with
 * another value than a claim that is this report's beyond doubt.
 */
function withoutEarlierYears(found: readonly FoundScore[], year: number | null): FoundScore[] {
  const own = found.filter((f) => !f.earlier);
  if (year === null) return own;
  const isOther = (f: FoundScore) => f.claim.year !== null && f.claim.year.value !== year;
  const sure = own.filter((f) => !isOther(f));
  const named = sure.some((f) => f.claim.year !== null);
  return own.filter((f) => {
    if (!isOther(f)) return true;
    return !named && (sure.length === 0 || sure.some((s) => s.claim.score.eq(f.claim.score)));
  });
}

const printedGrades = once((setting: Setting): readonly GradeClaim[] => {
  // 2022年度绩效自评得95.8分，等次为优: a sentence whose score is an earlier year's tells that year's grade.
  const scores = ownScores(setting);
  const kept = new Set(withoutEarlierYears(scores, setting.year));
  // 得分95.4分，等级“优”，比2023年度得分93.8分提高1.6分: the grade is this year's where a score of this year stands beside it.
  const own = new Set([...kept].map((found) => found.claim.quote.text));
  const earlier = new Set(
    scores
      .filter((found) => !kept.has(found) && !own.has(found.claim.quote.text))
      .map((found) => found.claim.quote.text),
  );
  return gradesOf(setting).filter((claim) => !earlier.has(claim.quote.text));
});

const gradesOf = (setting: Setting): readonly GradeClaim[] =>
  sources(setting).flatMap((source) => {
    if (!gradeWords().some((w) => source.text.includes(w))) return [];
    const scores = foundScores(setting).get(source) ?? [];
    const ends = {
      own: new Set(scores.filter((f) => !f.foreign && !f.earlier).map((f) => f.end)),
      foreign: new Set(scores.filter((f) => f.foreign).map((f) => f.end)),
    };
    return gradesInText(source.text, ends, setting).map((g) => ({
      grade: g.word,
      quote: { text: source.quote === '' ? g.text : source.quote, where: source.where },
    }));
  });
