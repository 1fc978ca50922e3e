import type { Stretch } from '../../language/sentences.js';
import { sentences } from '../../language/sentences.js';
import type { Decimal } from '../../numbers/decimal.js';
import type { Quote, Report } from '../../report/model.js';
import { ownTable } from '../../report/scoring/own-table.js';
import { defineRule } from '../rule.js';
import {
  namedYears,
  namesYear,
  ORDER_WORDS,
  OTHER_YEAR_WORDS,
  reportYear,
  saysThisYear,
  yearEvidence,
} from './words.js';

interface Data {
  readonly stated: string;
  readonly year: number;
}

/** A sentence that gives this report's result: a score, a grade, or both. */
export const RESULT =
  /自评\s?\d{1,3}(?:\.\d{1,2})?\s?分|(?:自评|评价|绩效|综合|自查|考评|评分|打分|测评).{0,40}?(?:得分|得|评分|分数|总分|计|为|获)\s?\d{1,3}(?:\.\d{1,2})?\s?分|(?:评价|自评|绩效|评定|综合).{0,12}?(?:结果|等级|等次|结论|级别)(?:为|是|：|:|评定为|确定为)?\s?["“”'‘’「]?(?:优秀|良好|中等|较差|不合格|合格|优|良|中|差)|(?:评为|评定为|定为|列为)["“”'‘’「]?(?:优秀|良好|中等|较差|不合格|合格|优|良|中|差)(?![\p{Script=Han}])/u;
/** Scores of something else: projects, other units, yearly appraisals of staff. */
const OTHERS =
  /综合考核|年度考核|目标考核|考核(?:结果|等次)|平均得分|平均分|[对在](?:我|全)[省市州县区镇乡]|全[省市州县区]|系统内|下属|所属/u;
/** A project's score inside a department's report. */
const PROJECT = /项目(?!支出)|专项/u;
const ONE_PROJECT = /该项目|单个项目/u;
const LONGEST = 600;

/** The result sentence speaks of another year than the report. */
export default defineRule<Data>({
  id: 'period/score-year',
  severity: 'error',
  title: '结果年度不符',
  summary: '评价结果一句写的是别的年度（2023年度的报告里写2022年度得分）',
  basis: '绩效自评结论必须对应报告所属预算年度；写成别的年度，多为沿用上年文稿未改。',
  example: '2023年度报告写“2022年度部门整体支出绩效评价得分97分”：结论的年度2022≠报告的年度2023。',
  limits: [
    '同一句里同时写有报告年度，或写明“上年”“前一年”“往年”的，视为对比，不报。',
    '不带年份的结论句不判断。',
  ],
  *check(audit) {
    const { report } = audit;
    const year = reportYear(audit);
    if (year === null) return;
    const evidence = yearEvidence(report, year);
    const told: Quote[] = [];
    for (const claim of report.scoreClaims) {
      const { text } = claim.quote;
      if (claim.year === null || claim.year.value === year || told.some((quote) => quote.text === text))
        continue;
      if (isToldBeside(claim.quote, claim.year.value, year, report)) continue;
      if (isAnotherScore(text, year, report)) continue;
      if (isOthers(text, year, report) || !namedYears(text).some((date) => date.year === claim.year?.value))
        continue;
      told.push(claim.quote);
      yield draft(`${claim.year.value}年度`, claim.year.value, year, claim.quote, evidence);
    }
    for (const { stated, value, quote } of resultYears(report, year)) {
      if (told.some((other) => quote.text.includes(other.text) || other.text.includes(quote.text))) continue;
      told.push(quote);
      yield draft(stated, value, year, quote, evidence);
    }
  },
  message: ({ stated, year }) => `评价结果一句写的是“${stated}”，本报告是${year}年度的报告。`,
  suggestion: ({ year }) => `核对得分和等级属于哪个年度；如系笔误，改为${year}年度。`,
});

const draft = (stated: string, value: number, year: number, quote: Quote, evidence: readonly Quote[]) => ({
  data: { stated, year },
  evidence: [quote, ...evidence],
  claimed: String(value),
  expected: String(year),
});

interface ResultYear {
  readonly stated: string;
  readonly value: number;
  readonly quote: Quote;
}

/** Whether a sentence tells of another year on purpose, or of the result of something else. */
const isOthers = (sentence: string, year: number, report: Report): boolean =>
  // 根据《关于开展2023年度…的通知》: the name of an order says nothing of the year that was scored.
  namesYear(untitled(sentence), year) ||
  saysThisYear(sentence.replace(INDICATOR, '')) ||
  OTHER_YEAR_WORDS.test(sentence) ||
  OTHERS.test(sentence) ||
  (report.kind === 'department' &&
    (ONE_PROJECT.test(sentence) || (PROJECT.test(sentence) && !/整体/u.test(sentence))));

/** 其中：当年预算执行情况19分: the name of an indicator says nothing of the year that is scored. */
const INDICATOR = /[当本]年度?(?=(?:部门)?预算(?:执行|编制|管理)(?:情况|率)?\s?\d)/gu;

const SCORED = /\d{1,3}(?:\.\d{1,2})?\s?分/u;

/** 自评得分95.5分，等级为优。2022年度自评得分93分。: last year's score, told behind this year's in one paragraph. */
function isToldBeside(quote: Quote, stated: number, year: number, report: Report): boolean {
  if (stated !== year - 1 || !SCORED.test(quote.text)) return false;
  return report.paragraphs.some(({ text, where }) => {
    if (where !== quote.where || text.length > 20_000) return false;
    const at = text.indexOf(quote.text);
    return resultSentences(text).some((other) => other.end <= at && SCORED.test(other.text));
  });
}

/** Another score than the one told for the report year: 2024年度得88.5分 stands elsewhere, this one is 92分 of 2023. */
function isAnotherScore(sentence: string, year: number, report: Report): boolean {
  const score = /(\d{1,3}(?:\.\d{1,2})?)\s?分/u.exec(sentence)?.[1];
  const own = report.scoreClaims.filter(
    (claim) => claim.year?.value === year || (claim.year === null && isOfTable(claim.score, report)),
  );
  return score !== undefined && own.length > 0 && own.every((claim) => !claim.score.eq(score));
}

/** 自评得分96.3分, without a year but the total of the report's own table: the score of the report year. */
function isOfTable(score: Decimal, report: Report): boolean {
  const table = ownTable(report);
  return table === null ? report.scoringTables.length === 0 : table.totalScore?.value?.eq(score) === true;
}

const untitled = (sentence: string): string => sentence.replace(/《[^《》]{0,80}》/gu, '《》');

/** The clause in which an offset lies. */
const clauseBefore = (sentence: string, at: number): string =>
  sentence.slice(Math.max(...['，', '；', '：', ','].map((mark) => sentence.lastIndexOf(mark, at))) + 1, at);

function* resultYears(report: Report, year: number): Iterable<ResultYear> {
  for (const { text, where } of report.paragraphs)
    for (const sentence of resultSentences(text)) {
      const years = namedYears(sentence.text);
      const other = years.find((date) => date.year !== year);
      if (other === undefined || isOthers(sentence.text, year, report)) continue;
      const at = sentence.text.search(RESULT);
      if (isToldBeside({ text: sentence.text.trim(), where }, other.year ?? year, year, report)) continue;
      if (isAnotherScore(sentence.text, year, report)) continue;
      if (other.start > at + 60) continue;
      // 自评得分94.60分，较2022年93.80分提高0.80分: the result is compared with that year's.
      // 自评得分96分，2022年为94分: a year behind the result with a score of its own.
      const [own, past] = [sentence.text.slice(at, other.start), sentence.text.slice(other.end)];
      if (other.start > at && SCORED.test(own) && SCORED.test(past)) continue;
      if (/[较比与同和]\s?$/u.test(sentence.text.slice(0, other.start))) continue;
      // A later year is the year of the evaluation, unless it is said to be the year of the spending.
      if ((other.year ?? 0) > year && !/度/u.test(other.raw)) continue;
      if (ORDER_WORDS.test(clauseBefore(sentence.text, other.start))) continue;
      yield { stated: other.raw, value: other.year ?? year, quote: { text: sentence.text.trim(), where } };
    }
}

const resultSentences = (text: string): readonly Stretch[] =>
  text.length > 20_000 ? [] : sentences(text).filter((s) => s.text.length <= LONGEST && RESULT.test(s.text));
