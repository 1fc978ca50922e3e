import type { Cell, Table } from '../../documents/model.js';
import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import type { Indicator, Report, ScoringTable } from '../../report/model.js';
import { type Draft, defineRule } from '../rule.js';
import { isBorneOut, isExecutionShare, isShareOfTarget, isWellExecuted } from './shared/explained.js';
import { called, rowQuotes } from './shared/quotes.js';
import { onAnotherScale, scoredTables } from './shared/tables.js';
import { isWithinWeight, plain } from './shared/verdicts.js';

interface Data {
  readonly name: string;
  readonly weight: Decimal;
  readonly score: Decimal;
  /** The table has a column for reasons and it is blank; otherwise no reason stands anywhere. */
  readonly column: boolean;
  readonly elsewhere: boolean;
}

export default defineRule<Data>({
  id: 'score/unexplained-deduction',
  severity: 'warning',
  title: '扣分未说明原因',
  summary: '得分低于分值，而扣分原因栏空白，或全文没有说明原因',
  basis: '得分低于分值的应说明扣分（偏差）原因及改进措施。',
  example: '“预算执行率”分值10分，得8.5分，“偏差原因”栏空白。',
  limits: [
    '原因栏空白而正文点名说明了该项扣分的，只作提示。',
    '该行自己的指标值、完成值按比例恰好得出所扣分数的不提出；表中没有原因栏时，由执行率或由报告自己的数据复算得出的也不提出。',
    '表中没有原因栏时，正文设有存在问题部分、提到该指标，或未点名而说明扣了同样分数的，不提出。',
  ],
  *check({ report, rescoring }) {
    const texts = report.paragraphs.map((p) => plain(p.text));
    const problems = hasProblems(report);
    for (const table of scoredTables(report)) {
      if (onAnotherScale(table)) continue;
      const column = table.indicators.some((i) => (i.reason ?? '') !== '') || hasColumn(table);
      // A text that accounts for lost marks indicator by indicator leaves out one of them.
      const listed =
        table.indicators.filter((i) => isDeducted(i) && isAccounted(i.name, texts)).length >= FEWEST_LISTED;
      const amounts = lossesTold(table, texts);
      for (const indicator of table.indicators) {
        if (isShareOfTarget(indicator) || isWellExecuted(indicator, table)) continue;
        if (
          !column &&
          (isExecutionShare(indicator, table, report.mentions) ||
            isBorneOut(indicator, rescoring.items) ||
            isToldByAmount(indicator, amounts))
        )
          continue;
        const draft = deduction(indicator, column, texts, problems && !listed);
        if (draft) yield draft;
      }
    }
  },
  message: ({ name, weight, score, column, elsewhere }) => {
    const lost = `${called(name)}分值${digits(weight)}分，得${digits(score)}分，扣${digits(weight.minus(score))}分`;
    if (!column) return `${lost}，全文没有说明扣分原因。`;
    return elsewhere
      ? `${lost}，表中原因栏空白（正文另有说明）。`
      : `${lost}，表中原因栏空白，正文也没有说明。`;
  },
  suggestion: () => '补充扣分原因和改进措施。',
});

/** A table whose reason cells are all blank still has the column: its indicators show '' and not null. */
const hasColumn = (table: ScoringTable): boolean => table.indicators.some((i) => i.reason !== null);

const EMPTY_REASON = /^(?:[/\\—–-]*|无|暂无|合格|完成|已完成|达标|正常)$/u;

function deduction(
  indicator: Indicator,
  column: boolean,
  texts: readonly string[],
  problems: boolean,
): Draft<Data> | null {
  const { weight, claimed } = indicator;
  if (weight === null || claimed.value === null || !isWithinWeight(indicator) || claimed.value.gte(weight))
    return null;
  if (indicator.scoreShare !== null) return null;
  const reason = plain(indicator.reason ?? '');
  if (column && !EMPTY_REASON.test(reason)) return null;
  const elsewhere = isExplained(indicator.name, texts);
  if (!column && (elsewhere || problems)) return null;
  return {
    data: { name: indicator.name, weight, score: claimed.value, column, elsewhere },
    evidence: rowQuotes(indicator),
    claimed: digits(claimed.value),
    expected: null,
    ...(elsewhere ? { severity: 'notice' as const } : {}),
  };
}

/** So many deductions told by name make a list of them. */
const FEWEST_LISTED = 2;

const isDeducted = ({ weight, claimed }: Indicator): boolean =>
  weight !== null && claimed.value?.lt(weight) === true;

/** “绩效指标明确性”扣1.25分: the marks lost stand beside the name. */
function isAccounted(name: string, texts: readonly string[]): boolean {
  const wanted = plain(name);
  return texts.some((text) => {
    const at = text.indexOf(wanted);
    return (
      at >= 0 && /扣减?\d|失\d|减\d|扣分原因/u.test(text.slice(at + wanted.length, at + wanted.length + 40))
    );
  });
}

const TOLD_LOSS = /扣(?:减|除|了)?(\d{1,3}(?:\.\d{1,3})?)分/gu;

/** 投入类扣1分：年初预算未足额编列: marks that the text says were lost without naming an indicator of the table. */
function lossesTold(table: ScoringTable, texts: readonly string[]): readonly Decimal[] {
  const names = table.indicators.map((i) => plain(i.name)).filter((name) => name.length >= 2);
  return texts.flatMap((text) =>
    [...text.matchAll(TOLD_LOSS)].flatMap(({ 0: words, 1: marks, index }) => {
      const clause =
        text
          .slice(Math.max(0, index - 60), index)
          .split(/[；;。]/u)
          .at(-1) ?? '';
      if (/[每若如凡]|否则/u.test(clause) || names.some((name) => clause.includes(name))) return [];
      return words === '' || marks === undefined ? [] : [dec(marks)];
    }),
  );
}

const isToldByAmount = ({ weight, claimed }: Indicator, losses: readonly Decimal[]): boolean =>
  weight !== null &&
  claimed.value !== null &&
  losses.some((lost) => weight.minus(lost).eq(claimed.value ?? 0));

const LOST = /扣|失分|未得分|原因|不足|偏低|未完成|未达|减\d|由于|因(?![此而素地公])/u;
/** A paragraph that opens with such words gives the reasons of whatever it names. */
const REASONS = /^.{0,8}(?:扣分|失分|偏差|未达标|未完成|未达成|偏低)(?:的)?(?:主要)?(?:原因|说明)/u;

/** Whether a paragraph names the indicator and says why marks were lost. */
function isExplained(name: string, texts: readonly string[]): boolean {
  const wanted = plain(name);
  if (wanted.length < 2) return false;
  return texts.some((t) => {
    const at = t.indexOf(wanted);
    return at >= 0 && (REASONS.test(t) || LOST.test(t.slice(at + wanted.length, at + wanted.length + 80)));
  });
}

const hasProblems = (report: Report): boolean =>
  report.sections.some((s) => /问题|不足|短板|困难|原因|薄弱/u.test(s.title)) ||
  report.paragraphs.some((p) => PROBLEM_LABEL.test(plain(p.text))) ||
  report.tables.some((table) => table.cells.some((cell) => isProblemCell(table, cell)));

const PROBLEM_LABEL =
  /^.{0,8}(?:存在的?(?:主要)?(?:问题|不足)|主要(?:短板|不足|问题)|问题及原因|偏差原因|未完成原因|(?:问题|不足|不足之处|短板|扣分原因|失分原因|改进方向)[:：])/u;

/** Cells longer than this are prose, whatever words they hold. */
const LONGEST_HEADER = 16;

/** A label cell such as 存在的问题 with words in the cell beside or below it: forms tell problems in cells. */
function isProblemCell(table: Table, label: Cell): boolean {
  const text = plain(label.text);
  if (text.length > 24 || !PROBLEM_LABEL.test(text)) return false;
  return table.cells.some(
    (cell) =>
      plain(cell.text).length > 4 &&
      cell.row === label.row &&
      cell.column === label.column + label.colSpan &&
      (plain(cell.text).length > LONGEST_HEADER || !/指标|分值|得分/u.test(cell.text)),
  );
}
