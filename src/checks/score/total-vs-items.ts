import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import { contains } from '../../numbers/interval.js';
import type { ListedProject } from '../../report/claims/project-lists.js';
import type { Mention, Quote, Report, ScoreCell, ScoringTable } from '../../report/model.js';
import { isTotal, shownTotal, subtotalsOf, type Total, totalsOf } from '../../report/scoring/scaled.js';
import {
  countedExecution,
  indicatorsOf,
  isSettled,
  type RowSum,
  sumOfScores,
  tableSum,
} from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { addition, called, calledGroup, cellQuote, termQuotes } from './shared/quotes.js';
import { listedProjects, onAnotherScale, scoredTables } from './shared/tables.js';
import { type ToldWhole, toldWholes } from './shared/told-parts.js';

/** Parts told in prose with their full marks, and the score told of the whole. */
interface ToldData {
  readonly kind: 'told';
  readonly claim: Decimal;
  readonly whole: ToldWhole;
}

interface TableData {
  readonly kind: 'table';
  /** 合计, 财政审核得分合计, 小计（投入）. */
  readonly label: string;
  readonly printed: Decimal;
  readonly rows: RowSum;
  /** Scores claimed in the text, to show which side they agree with. */
  readonly narrative: readonly Decimal[];
  readonly doubt: string | null;
  /** What the rows come to when they are not simply added up; null for the plain sum. */
  readonly scaled: Total | null;
}

/** A line of a list of projects whose scores are parts and whole. */
interface ListData {
  readonly kind: 'list';
  readonly project: ListedProject;
  readonly sum: Decimal;
}

type Data = TableData | ToldData | ListData;

export default defineRule<Data>({
  id: 'score/total-vs-items',
  severity: 'error',
  title: '得分合计不符',
  summary: '评分表印的合计（或小计）不等于各行得分之和，或正文总得分不等于正文所述各项之和',
  basis: '合计等于各指标得分之和，合并单元格的得分只计一次；项目自评表的总分包括预算执行得分。',
  example: '26项得分 3+5+1+0+…=96，合计印100分，多4分。',
  limits: [
    '合计等于各小计之和的，只提出不符的小计。',
    '项目自评情况汇总表有各部分得分和总分的，逐行核对；半数以上的行不符时不提出。',
    '有得分空缺或无法读出时，只有空缺项取0到满分都凑不成合计才判为错误。',
    '有行未能对应到列、表格结构不确定、评分表前后有扫描页时只作提示，不判错误。',
    '没有评分表的报告，只在正文写出的各项满分恰好共100分时核对各项之和。',
    '得分都按百分制打、另按权重折算的表不核对合计；下级分值合计100的，按上级分值折算后核对。',
    '不适用的行可以不计，也可以按百分制折算；加分、扣分项没有印正负号的，加减都算相符。',
  ],
  *check({ report, checked }) {
    yield* inProse(report, checked);
    for (const list of listedProjects(report)) yield* inList(list);
    for (const table of scoredTables(report)) {
      if (onAnotherScale(table)) continue;
      const doubt = doubtAbout(report, table);
      const narrative = table === scoredTables(report)[0] ? distinct(report) : [];
      // A total of the printed subtotals is right by itself: the subtotal that is wrong is told of below.
      if (!isSumOfSubtotals(table))
        yield* compare(table.totalScore, tableSum(table, 'claimed'), {
          label: '合计',
          narrative,
          doubt,
          totals: totalsOf(table),
        });
      yield* compare(table.totalReviewed, tableSum(table, 'reviewed'), {
        label: '审核得分合计',
        narrative: [],
        doubt,
        totals: totalsOf(table, 'reviewed'),
      });
      for (const group of table.groups) {
        const rows = sumOfScores(indicatorsOf(table, group.indicators), 'claimed');
        const label = `${calledGroup(group)}小计`;
        const totals = subtotalsOf(table, group);
        yield* compare(group.subtotal, rows, { label, narrative: [], doubt, totals }, group.quote);
      }
    }
  },
  message: (data) => {
    if (data.kind === 'told') return toldMessage(data);
    if (data.kind === 'list') return listMessage(data);
    const { label, printed, rows, narrative, doubt, scaled } = data;
    const right = scaled === null ? rows.sum : shownTotal(scaled);
    const how = scaled === null ? '' : `，${scaled.how}为${digits(right)}`;
    const sum = `各行得分之和 ${addition(rows.terms, rows.sum)}${how}`;
    const gap = printed.minus(right);
    if (doubt !== null) return `评分表${label}印${digits(printed)}分，读出的${sum}，${doubt}，未能核对。`;
    const open = rows.open.length > 0 ? `（${rows.open.join('、')}无得分，取0到满分均不能凑成）` : '';
    return `评分表${label}印${digits(printed)}分，${sum}分${open}，合计${gap.gt(0) ? '多' : '少'}${digits(gap.abs())}分${agreeing(narrative, printed, right)}。`;
  },
  suggestion: (data) =>
    data.kind !== 'table' || data.doubt === null
      ? '逐行核对得分并重新计算合计。'
      : '对照原件人工核对合计与各行得分。',
});

function* inProse(
  report: Report,
  checked: (...mentions: readonly (Mention | null)[]) => void,
): Generator<Draft<Data>> {
  const [claim, ...others] = distinct(report);
  const quote = report.scoreClaims[0]?.quote;
  if (claim === undefined || quote === undefined || others.length > 0) return;
  for (const whole of toldWholes(report)) {
    checked(...whole.tellings.map(({ mention }) => mention));
    if (whole.sum.eq(claim)) continue;
    yield {
      data: { kind: 'told', claim, whole },
      evidence: [quote, ...whole.parts.map((part) => part.quote)],
      claimed: digits(claim),
      expected: digits(whole.sum),
    };
    // The single indicators would only tell once more what the classes have told.
    return;
  }
}

/** The lines of a list whose columns are parts and whole: that they are, most of the lines bear out. */
function* inList(list: readonly ListedProject[]): Generator<Draft<Data>> {
  const summed = list
    .filter(({ parts }) => parts.length >= FEWEST_PARTS)
    .map((project) => ({ project, sum: project.parts.reduce((all, { value }) => all.plus(value), dec(0)) }));
  const wrong = summed.filter(({ project, sum }) => !sum.eq(project.score.value));
  if (wrong.length * 2 >= summed.length) return;
  for (const { project, sum } of wrong)
    yield {
      data: { kind: 'list', project, sum },
      evidence: [project.score.quote, ...project.parts.map(({ quote }) => quote)],
      claimed: digits(project.score.value),
      expected: digits(sum),
    };
}

const FEWEST_PARTS = 2;

function listMessage({ project: { name, score, parts }, sum }: ListData): string {
  const gap = score.value.minus(sum);
  const addends = parts.map(({ value }) => digits(value)).join('+');
  return `汇总表${called(name)}总分印${digits(score.value)}分，各部分得分之和 ${addends}=${digits(sum)}分，总分${gap.gt(0) ? '多' : '少'}${digits(gap.abs())}分。`;
}

function toldMessage({ claim, whole: { parts, sum } }: ToldData): string {
  const scores = parts.map(({ score }) => digits(score)).join('+');
  const gap = claim.minus(sum);
  return `正文总得分${digits(claim)}分，正文所述各项（满分共100分）得分之和 ${scores}=${digits(sum)}分，总得分${gap.gt(0) ? '多' : '少'}${digits(gap.abs())}分。`;
}

/** Whether the printed total is that of the printed subtotals of all rows, and of the execution block. */
function isSumOfSubtotals(table: ScoringTable): boolean {
  const printed = table.totalScore?.value ?? null;
  const groups = table.groups.filter(({ subtotal }) => subtotal?.value != null);
  const outer = groups.filter(
    ({ path }) =>
      !groups.some(
        (other) => other.path.length < path.length && other.path.every((name, i) => path[i] === name),
      ),
  );
  const covered = outer.reduce((count, { indicators }) => count + indicators.length, 0);
  if (printed === null || covered === 0 || covered !== table.indicators.length) return false;
  const sum = outer.reduce((all, { subtotal }) => all.plus(subtotal?.value ?? 0), dec(0));
  return sum.plus(countedExecution(table)?.score?.value ?? 0).eq(printed);
}

const distinct = (report: Report): Decimal[] => {
  const values: Decimal[] = [];
  for (const { score } of report.scoreClaims) if (!values.some((v) => v.eq(score))) values.push(score);
  return values;
};

function agreeing(narrative: readonly Decimal[], printed: Decimal, sum: Decimal): string {
  const [only, ...more] = narrative;
  if (only === undefined || more.length > 0) return '';
  if (only.eq(sum)) return `；正文得分${digits(only)}分与各行之和一致`;
  return only.eq(printed)
    ? `；正文得分${digits(only)}分与合计一致`
    : `；正文得分${digits(only)}分与两者都不一致`;
}

function* compare(
  total: ScoreCell | null,
  rows: RowSum,
  said: Pick<TableData, 'label' | 'narrative' | 'doubt'> & { readonly totals: readonly Total[] },
  quote: Quote | null = null,
): Generator<Draft<Data>> {
  const printed = total?.value ?? null;
  if (total === null || printed === null || rows.terms.length === 0) return;
  if (said.doubt === null ? contains(rows.range, printed) : rows.sum.eq(printed)) return;
  const { totals, ...words } = said;
  // What an empty cell holds is scaled as well, and then anything may come out.
  if (isSettled(rows) ? isTotal(printed, totals) : totals.some(({ how }) => how !== '')) return;
  const scaled = totals[0] !== undefined && totals[0].how !== '' ? totals[0] : null;
  yield {
    data: { kind: 'table', ...words, printed, rows, scaled },
    evidence: [quote ?? cellQuote(total), ...(quote ? [cellQuote(total)] : []), ...termQuotes(rows.terms)],
    claimed: digits(printed),
    expected: said.doubt === null && isSettled(rows) ? digits(scaled ? shownTotal(scaled) : rows.sum) : null,
    ...(said.doubt === null ? {} : { severity: 'notice' as const }),
  };
}
