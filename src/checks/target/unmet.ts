import type { Decimal as DecimalJs } from 'decimal.js';
import { squeeze } from '../../language/fold.js';
import { Decimal } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import type { Goal, Indicator, Quote, Report } from '../../report/model.js';
import { type Aim, lessIsBetter, reached } from '../../report/targets/compare.js';
import { isLate } from '../../report/targets/deadlines.js';
import { resultText, targetText } from '../../report/targets/row-texts.js';
import type { Audit } from '../rule.js';
import { defineRule } from '../rule.js';
import type { ScoredRow } from './pairs.js';
import { cellQuote, proseMatch, SURE, scoredRows } from './pairs.js';

interface Data {
  readonly name: string;
  readonly target: string;
  readonly result: string;
  /** The score when full marks are given; null when the words say it is done. */
  readonly score: string | null;
  /** How the result misses its target: 没有达到, 超过了 where less is better, 晚于. */
  readonly how: '没有达到' | '超过了' | '晚于';
}

/** A result below its target that is called done or given full marks. */
export default defineRule<Data>({
  id: 'target/unmet',
  severity: 'error',
  title: '未达目标称完成',
  summary: '实际完成值低于目标值，却写“已完成”“已达标”或给了满分',
  basis: '完成值未达到年度指标值的，应如实写明未完成并说明偏差原因，得分按评分办法扣减。',
  example: '目标“新设便民网点10处”，结果“新设便民网点7处，如期完成”：7＜10。',
  limits: [
    '目标或结果写“约”“左右”的，单位不同的，一格里有多个数的，不判断。',
    '按比例计分、按表中得分的位数四舍五入后恰为满分的，不报。正文写明未完成、评分表写明不扣分的，不报。',
    '定性目标只在完成值自己写明未达成、部分达成时判断；完成时间只在目标和完成值各写一个日期时判断，写明批准延期的不报。',
  ],
  *check(audit) {
    for (const { target, result, likeness } of proseMatch(audit.report).pairs) {
      if (target.mention === null || result.mention === null || likeness < SURE) continue;
      audit.checked(target.mention, result.mention);
      if (result.claimedDone !== true) continue;
      if (reached(target, target.mention.figure, result.mention.figure) !== 'below') continue;
      yield draft(
        {
          name: result.name,
          target: printedOf(target, bounded(target.mention.figure)),
          result: printedOf(result, result.mention.figure.raw),
          how: misses(target, target.mention.figure),
          score: null,
        },
        [target.quote, result.quote],
      );
    }
    for (const row of scoredRows(audit.report)) {
      const score = scoreOfUnmet(row, audit);
      if (score === null) continue;
      const { indicator, target, result, evidence } = row;
      const quotes = [...evidence, { text: indicator.claimed.raw, where: indicator.claimed.where }];
      yield draft(
        {
          name: indicator.name,
          target: targetText(indicator).trim() || target.raw,
          result: resultText(indicator).trim() || result.raw,
          score,
          how: misses(indicator, target),
        },
        quotes,
      );
    }
    for (const indicator of audit.report.scoringTables.flatMap((table) => table.indicators)) {
      const how = missedInWords(indicator);
      if (how === null || !isFull(indicator)) continue;
      yield draft(
        {
          name: indicator.name,
          target: indicator.target.trim(),
          result: indicator.result.trim(),
          score: indicator.claimed.raw.trim(),
          how,
        },
        [
          cellQuote(audit.report, indicator, indicator.target),
          cellQuote(audit.report, indicator, indicator.result),
          { text: indicator.claimed.raw, where: indicator.claimed.where },
        ],
      );
    }
  },
  message: ({ name, target, result, score, how }) =>
    `“${name}”目标${target}，实际${result}，${how}目标，却${score === null ? '写为完成' : `得满分${score}分`}。`,
  suggestion: () => '核对目标值与完成值；确未达到的，写明未完成和原因，并按评分办法扣分。',
});

const misses = (aim: Aim, target: Figure): Data['how'] => (lessIsBetter(aim, target) ? '超过了' : '没有达到');

/** A result that says of itself, in the words of the form, that its target was not reached. */
const NOT_REACHED =
  /^(?:未(?:能)?|部分|没有)(?:按[期时])?(?:达成|完成|达标|达到|实现)(?:年度|年初|预期|绩效)?(?:指标|目标|任务)?(?:[且并，,具].{0,16})?[。.]?$/u;
/** A later date that was agreed to. */
const AGREED = /批复|同意|批准|延期|顺延|调整|不可抗力/u;

/** How a row misses its target in words: by a date after its deadline, or by saying so; null when it does not. */
function missedInWords({ target, result, reason, criterion }: Indicator): Data['how'] | null {
  const told = squeeze(`${result}${reason ?? ''}`);
  if (target.trim() === '' || criterion.trim() !== '' || KEPT.test(told)) return null;
  if (NOT_REACHED.test(squeeze(result))) return '没有达到';
  return isLate(target, result) === true && !AGREED.test(told) ? '晚于' : null;
}

const isFull = ({ weight, claimed, scoreShare }: Indicator): boolean =>
  weight?.gt(0) === true && scoreShare === null && claimed.value?.gte(weight) === true;

/** A cell is printed whole: 10.5个工作日. */
const printedOf = ({ quote }: Goal, figure: string): string =>
  quote.where.table !== null && quote.text.trim().length <= 20 ? quote.text.trim() : figure;

const BOUND_WORDS: Readonly<Partial<Record<Figure['bound'], string>>> = {
  'at-least': '不低于',
  'at-most': '不超过',
  'more-than': '大于',
  'less-than': '小于',
};

/** The target with the bound that its words or its sign set: 控制在28%以内 is 不超过28%. */
const bounded = (figure: Figure): string =>
  `${/^\s*[\d.,]/u.test(figure.raw) ? (BOUND_WORDS[figure.bound] ?? '') : ''}${figure.raw}`;

const draft = (data: Data, evidence: readonly Quote[]) => ({
  data,
  evidence,
  claimed: data.result,
  expected: data.target,
});

/** A remark that full marks are meant in spite of the shortfall: not the unit's fault, or a target that was changed. */
const KEPT = /不扣分|不予?扣|免扣|不影响得分|不计入扣分|目标(?:值)?(?:已|经)?(?:调整|调减|核减|变更)/u;

/** The full marks that a row below its target was given; null when the row is in order. */
function scoreOfUnmet(row: ScoredRow, audit: Audit): string | null {
  const { indicator, target, result } = row;
  const { claimed, weight } = indicator;
  if (reached(indicator, target, result) !== 'below') return null;
  if (KEPT.test(squeeze(`${indicator.result}${indicator.reason ?? ''}`))) return null;
  if (weight === null || claimed.value === null || weight.lte(0) || claimed.value.lt(weight)) return null;
  const verdict = audit.rescoring.items.find((item) => item.indicator === indicator);
  if (verdict?.status === 'confirmed') return null;
  // A printed rule may give full marks short of the target; then only a rule that was applied can tell.
  if (/[%％]|比例|每|档|以上/u.test(indicator.criterion) && verdict?.status !== 'contradicted') return null;
  const share = shareOf(row)?.times(weight);
  // A form whose scores are whole marks rounds 9.78 up to 10; one that prints 9.7 elsewhere would have printed this too.
  const places = placesIn(audit.report, indicator);
  const isRounded = share?.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).gte(weight) === true;
  return isRounded ? null : claimed.raw.trim();
}

/** 88% of 90% earns 9.78 of 10 points: the part of the target that was reached. */
function shareOf({ indicator, target, result }: ScoredRow): DecimalJs | null {
  if (target.value.lte(0) || result.value.lte(0)) return null;
  return lessIsBetter(indicator, target)
    ? Decimal.max(0, new Decimal(2).minus(result.value.div(target.value)))
    : result.value.div(target.value);
}

/** The most decimals that the scores of an indicator's table are printed with. */
function placesIn(report: Report, indicator: Indicator): number {
  const table = report.scoringTables.find(({ ordinal }) => ordinal === indicator.table);
  return Math.max(
    0,
    ...(table?.indicators ?? [indicator]).map(({ claimed }) => claimed.value?.decimalPlaces() ?? 0),
  );
}
