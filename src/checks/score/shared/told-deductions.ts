import { fold, squeeze } from '../../../language/fold.js';
import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import type { Indicator, Quote, Report } from '../../../report/model.js';
import { onAnotherScale, ownTable } from './tables.js';
import { isWithinWeight } from './verdicts.js';

/** A deduction that the text states of an indicator, and the one that its row shows. */
export interface ToldDeduction {
  readonly indicator: Indicator;
  /** Points. */
  readonly told: Decimal;
  readonly shown: Decimal;
  readonly quote: Quote;
}

/** Paragraphs that account for lost marks: 失分指标：…扣2分、…扣1分. Rules (每低1%扣0.5分) speak of no marks lost. */
const LIST = /失分|扣分|扣减|被扣|共扣/u;
const RULE = /每.{0,14}[扣减]|扣完|减完|最低0分/u;
/** The marks lost, directly behind the indicator's name. */
const LOST =
  /^["'”』」]?\(?(?:指标|一项|此项|项)?(?:上)?(?:共|被|合计)?(?:扣减?|失|减)(?:去|了|掉)?(\d{1,3}(?:\.\d{1,4})?)分/u;
const NAME_CHARACTER = /[\p{Script=Han}A-Za-z0-9]/u;
/** A shorter name is part of too many others. */
const SHORTEST_NAME = 4;

/** Deductions told in the text that differ from their rows: 重点支出安排率扣1分 beside a row that lost 2. */
export function* differingDeductions(report: Report): Generator<ToldDeduction> {
  const table = ownTable(report);
  if (table === null || onAnotherScale(table)) return;
  const lists = report.paragraphs.flatMap(({ text, where }) => {
    const words = squeeze(fold(text));
    return LIST.test(words) && !RULE.test(words) ? [{ words, quote: { text, where } }] : [];
  });
  for (const indicator of table.indicators) {
    const { weight, claimed, name } = indicator;
    const wanted = squeeze(fold(name));
    if (weight === null || claimed.value === null || !isWithinWeight(indicator)) continue;
    if (indicator.scoreShare !== null || indicator.weightShare !== null) continue;
    if (wanted.length < SHORTEST_NAME) continue;
    if (table.indicators.some((other) => other !== indicator && other.name === name)) continue;
    const shown = weight.minus(claimed.value);
    for (const { words, quote } of lists) {
      const told = toldIn(words, wanted);
      if (told !== null && !told.eq(shown)) yield { indicator, told, shown, quote };
    }
  }
}

function toldIn(words: string, name: string): Decimal | null {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) {
    const end = at + name.length;
    // 预算执行率 inside 采购预算执行率 is another indicator's.
    if (at > 0 && NAME_CHARACTER.test(words.charAt(at - 1))) continue;
    const lost = LOST.exec(words.slice(end, end + 24))?.[1];
    if (lost !== undefined) return dec(lost);
  }
  return null;
}
