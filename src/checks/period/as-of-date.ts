import type { FoundDate } from '../../language/dates.js';
import { scanDates } from '../../language/dates.js';
import { scanFigures } from '../../language/figures.js';
import { sentences } from '../../language/sentences.js';
import type { Quote } from '../../report/model.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';
import { cellTexts } from '../texts.js';
import { reportYear, yearEvidence } from './words.js';

interface Data {
  readonly date: string;
  readonly what: string;
  readonly year: number;
}

/** What is counted at a point in time. */
const STOCK =
  /在职|在编|在岗|在册|编制|职工|离退休|离休|退休|人员|人数|干部|编外|临聘|聘用|固定资产|资产总额|总资产|净资产|资产|负债|债务|车辆|公务用车|保有量|房屋|存款余额|库存|实有(?=\d)/u;
/** Words right before a date that make it the other end of a comparison, or the start of something. */
const BESIDE = /(?:与|较|比|同|和|自|从|由|于|对比|相对|以|依据|按照|根据|按)$/u;
/** Words right behind a date with the same effect. */
const BEHIND = /^(?:起|前|后|开始|相比|比较|对比|增|减|印发|发布|成立|核定|核准|批复|以来|止?施行)/u;
/** Words that tell the figure as the one before the year began. */
const OPENING = /年初|期初|上年末|上年底|上一?年度末|去年底|去年末/u;
/** 2022年末在职91人，较上年末增加2人: what a figure is compared with says nothing of its own date. */
const AGAINST = /(?:比|较|与|同)(?:年初|期初|上年[末底]|上一?年度末|去年[末底])/gu;
/** What may stand between the end of a year and what is counted then: 2022年末，全委实有在职人员. */
const WHOSE =
  /^(?:年?[末底])?[，,]?(?:我|全|本|市|县|区)?(?:局|委|办|部|厅|院|校|会|馆|中心|单位|部门|系统|机关)?(?:机关)?(?:共有|共|总计|合计|实有|现有|核定|核有|拥有|有)?$/u;
const LONGEST = 20_000;

/** A point-in-time figure dated outside the report year. */
export default defineRule<Data>({
  id: 'period/as-of-date',
  severity: 'error',
  title: '时点年度不符',
  summary: '人员、资产等时点数的日期不在报告年度内（2023年度的报告写2022年12月31日在职人员）',
  basis: '人员、资产等时点数应取报告年度内的时点，一般为年末12月31日。',
  example: '2023年度报告写“2022年12月31日在职人员43人”：时点在报告年度之外，应为2023年12月31日的数。',
  limits: [
    '写明“年初”“上年末”，或与报告年度的时点并列对比的，不报。',
    '次年1至4月的时点只作提示：可能是填报时的数。',
  ],
  *check(audit) {
    const { report } = audit;
    const year = reportYear(audit);
    if (year === null) return;
    const evidence = yearEvidence(report, year);
    for (const paragraph of report.paragraphs) {
      if (paragraph.text.length > LONGEST) continue;
      for (const found of misdated(paragraph.text, year))
        yield draft(found, year, { text: paragraph.text, where: paragraph.where }, evidence);
    }
    for (const cell of cellTexts(report)) {
      if (cell.text.length > 200 || !STOCK.test(cell.text)) continue;
      for (const found of misdated(cell.text, year, true)) yield draft(found, year, cell, evidence);
    }
  },
  message: ({ date, what, year }) => `“${what}”的时点是“${date}”，不在本报告的${year}年度内。`,
  suggestion: ({ what, year }) => `核对“${what}”是哪个时点的数；一般应为${year}年12月31日的数。`,
});

interface Misdated {
  readonly date: FoundDate;
  readonly what: string;
}

const draft = ({ date, what }: Misdated, year: number, quote: Quote, evidence: readonly Quote[]) => {
  const severity: Severity = isFiling(date, year) ? 'notice' : 'error';
  return {
    data: { date: date.raw, what, year },
    evidence: [quote, ...evidence],
    claimed: date.raw,
    expected: `${year}年12月31日`,
    severity,
  };
};

/** Dates of the text that figures of a sentence are dated by and that lie outside the year. */
function misdated(text: string, year: number, isCell = false): readonly Misdated[] {
  const found: Misdated[] = [];
  const all = sentences(text);
  for (const [at, sentence] of all.entries()) {
    if (OPENING.test(sentence.text.replace(AGAINST, '')) || !STOCK.test(sentence.text)) continue;
    const dates = scanDates(sentence.text).filter(isAsOf(sentence.text));
    if (dates.length === 0 || dates.some((date) => date.year === year)) continue;
    const figures = scanFigures(sentence.text);
    for (const date of dates) {
      const behind = sentence.text.slice(date.end, date.end + 40);
      const stock = STOCK.exec(behind);
      // Without 截至 the date must stand right before what is counted: 2018年6月30日完成改革，划转人员3名.
      const reach = isTold(sentence.text, date) ? 24 : 4;
      if (stock === null || (stock.index > reach && !WHOSE.test(behind.slice(0, stock.index)))) continue;
      const counted = figures.find(
        ({ start, figure }) =>
          start >= date.end && start <= date.end + 60 && /count|money|bare/u.test(figure.unit.kind),
      );
      if (counted === undefined && !isCell) continue;
      if ([all[at - 1], all[at + 1]].some((beside) => tellsToo(beside?.text ?? '', stock[0], year))) continue;
      const what =
        counted === undefined ? stock[0] : sentence.text.slice(date.end + stock.index, counted.end);
      found.push({ date, what });
    }
  }
  return found;
}

/** Whether the sentence beside tells the same thing at the end of the report year: the two are a comparison. */
const tellsToo = (sentence: string, stock: string, year: number): boolean =>
  sentence.includes(stock) &&
  scanDates(sentence)
    .filter(isAsOf(sentence))
    .some((date) => date.year === year);

/** A date that figures are stated as of: 截至…, the last day of a month, 年末. */
const isAsOf =
  (sentence: string) =>
  (date: FoundDate): boolean => {
    if (date.year === null || date.endYear !== null || !date.valid) return false;
    const before = sentence.slice(Math.max(0, date.start - 4), date.start).trimEnd();
    if (BESIDE.test(before) || BEHIND.test(sentence.slice(date.end).trimStart())) return false;
    const end = date.day === 31 || date.day === 30 || (date.month === 2 && (date.day ?? 0) >= 28);
    const yearEnd = /年(?:末|底)$/u.test(date.raw) || /^年?(?:末|底)/u.test(sentence.slice(date.end));
    return isTold(sentence, date) || end || yearEnd;
  };

/** 截至2022年12月31日. */
const isTold = (sentence: string, date: FoundDate): boolean =>
  /(?:截至|截止|截止到|截至到)\s?$/u.test(sentence.slice(Math.max(0, date.start - 5), date.start));

const isFiling = (date: FoundDate, year: number): boolean =>
  date.year === year + 1 && date.month !== null && date.month <= 4;
