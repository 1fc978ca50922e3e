import { vocabulary } from '../../language/vocabulary.js';
import { span } from '../../numbers/figure.js';
import { meets } from '../../numbers/interval.js';
import { calledInText } from '../../report/facts/called.js';
import { IMPLIED } from '../../report/facts/facts.js';
import type { Fact } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { raw, withUnit } from './words.js';

interface Data {
  readonly one: Fact;
  readonly other: Fact;
  /** The two differ by one unit of the last digit: rounding on different ways. */
  readonly lastDigit: boolean;
}

export default defineRule<Data>({
  id: 'figure/restated',
  severity: 'error',
  title: '前后数不一致',
  summary: '同一年度、同一口径的同一个数，在两处写了不同的值',
  basis: '同一数量只有一个值；位数不同的，按印出位数允许四舍五入误差。',
  example: '某项目支出前文写414.35万元，后文写411.95万元。',
  limits: [
    '口径（财政拨款、一般公共预算、本级）、年度、预算或决算有一样不同，就不比较。',
    '名称前有项目名、科室名等限定词的不比较；会议费、培训费、满意度等可能说不同事情的不比较。',
    '同一数量用了不同名称的（在职人员、实有人数）只作疑点；只差一个末位的只作提示。',
  ],
  *check({ report, checked }) {
    for (const group of groups(report.facts)) {
      const first = group[0];
      if (first === undefined) continue;
      checked(...group.map((fact) => fact.mention));
      const told = new Set<string>();
      for (const fact of group.slice(1)) {
        if (agree(first, fact) || areSiblings(first, fact) || isBalanced(first, fact, report.facts)) continue;
        const value = fact.mention.figure.value.toFixed();
        if (told.has(value)) continue;
        told.add(value);
        const lastDigit = isLastDigit(first, fact);
        const sameName = isSameName(first, fact);
        yield {
          data: { one: first, other: fact, lastDigit },
          evidence: [first.quote, fact.quote],
          claimed: raw(fact.mention),
          expected: raw(first.mention),
          ...(lastDigit ? { severity: 'notice' as const } : sameName ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
  message: ({ one, other, lastDigit }) => {
    const year = one.period.year === null ? '' : `${one.period.year}年`;
    const told = `${year}${calledInText(one)}一处为${withUnit(one.mention)}，另一处为${withUnit(other.mention)}`;
    const difference = one.mention.figure.value
      .minus(other.mention.figure.value)
      .abs()
      .div(one.mention.figure.unit.factor);
    return `${told}，相差${difference.toFixed()}${one.mention.figure.unit.name}${lastDigit ? '，只差一个末位' : ''}。`;
  },
  suggestion: () => '核对原始数据，前后写成同一个数；口径不同的，写明口径。',
});

/** Facts of one quantity, year, aspect and scope, in reading order; those told more than once. */
function groups(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const varied = new Set(
    vocabulary()
      .concepts.filter((c) => c.varied)
      .map((c) => c.id),
  );
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (varied.has(fact.concept) || fact.scope === IMPLIED || fact.mention.figure.bound !== 'exactly')
      continue;
    if (fact.period.year === null) continue;
    const key = [fact.concept, fact.aspect, fact.scope, fact.period.year, fact.mention.figure.unit.kind].join(
      '|',
    );
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [fact]);
    else group.push(fact);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}

function agree(a: Fact, b: Fact): boolean {
  const [x, y] = [a.mention.figure, b.mention.figure];
  if (x.quantum.eq(y.quantum)) return x.value.eq(y.value);
  return meets(span(x), span(y));
}

/** 行政编制24名、后勤编制5名: two names in one sentence are two things. */
const areSiblings = (a: Fact, b: Fact): boolean =>
  a.mention.where === b.mention.where && a.quote.text === b.quote.text && !isSameName(a, b);

/**
 * 收入总计1000万元，支出总计960万元，年末结转结余40万元: both totals should be the same, but the report tells what lies between
 * them, so that none of its figures contradicts another.
 */
function isBalanced(a: Fact, b: Fact, facts: readonly Fact[]): boolean {
  if (a.concept !== 'total' || b.concept !== 'total') return false;
  const side = ({ name }: Fact): string => /收入|支出/u.exec(name ?? '')?.[0] ?? '';
  if (side(a) === side(b)) return false;
  const between = a.mention.figure.value.minus(b.mention.figure.value).abs();
  return facts.some(
    ({ concept, mention }) =>
      (concept === 'closing-balance' || concept === 'opening-balance') && mention.figure.value.eq(between),
  );
}

const isLastDigit = (a: Fact, b: Fact): boolean =>
  !a.mention.figure.quantum.isZero() &&
  a.mention.figure.quantum.eq(b.mention.figure.quantum) &&
  a.mention.figure.value.minus(b.mention.figure.value).abs().lte(a.mention.figure.quantum);

/** One name, or one the shorter form of the other: 人员经费 and 一般公共预算财政拨款人员经费. */
function isSameName(one: Fact, other: Fact): boolean {
  if (one.name === undefined || other.name === undefined) return true;
  const [a, b] = [bareName(one), bareName(other)];
  return a === b || (a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a)));
}

/** The name without the words that vary from place to place. */
const bareName = (fact: Fact): string =>
  (fact.name ?? '')
    .replace(/[^\u4e00-\u9fff]/gu, '')
    .replace(
      /(?:本年度?|年度|全年|合计|总额|总数|决算|预算|实际|支出|数|为|是|共计|其中|用于|的|达|共|有)/gu,
      '',
    );
