import { fold, squeeze } from '../language/fold.js';
import { dec } from '../numbers/decimal.js';
import type { Rubric, RubricIndicator } from './rubric.js';
import { haveSameEffect } from './same-effect.js';

/** One way in which a printed scoring table departs from the issued rubric. */
export type RubricDifference =
  | { readonly kind: 'missing'; readonly issued: RubricIndicator }
  | { readonly kind: 'extra'; readonly printed: RubricIndicator }
  | { readonly kind: 'weight'; readonly issued: RubricIndicator; readonly printed: RubricIndicator }
  | { readonly kind: 'rule'; readonly issued: RubricIndicator; readonly printed: RubricIndicator };

/**
 * The differences between an issued rubric and a printed one, indicator by indicator. White space, punctuation,
 * quotes and full-width forms are no differences, nor is a rule that one side leaves blank, or that gives the same
 * scores in other words. Indicators are matched
 * by name; equal names (管理制度健全性 occurs twice) by group and order.
 */
export function compareRubric(issued: Rubric, printed: Rubric): readonly RubricDifference[] {
  const pairs = match(issued.indicators, printed.indicators);
  const differences: RubricDifference[] = [];
  for (const [one, other] of pairs) {
    if (other === null) differences.push({ kind: 'missing', issued: one });
    else {
      if (!sameWeight(one, other, pairs)) differences.push({ kind: 'weight', issued: one, printed: other });
      if (!sameRule(one.rule, other.rule) && !reworded(one, other))
        differences.push({ kind: 'rule', issued: one, printed: other });
    }
  }
  const matched = new Set(pairs.map(([, other]) => other));
  for (const other of printed.indicators)
    if (!matched.has(other)) differences.push({ kind: 'extra', printed: other });
  return differences;
}

type Pair = readonly [RubricIndicator, RubricIndicator | null];

function match(issued: readonly RubricIndicator[], printed: readonly RubricIndicator[]): Pair[] {
  const free = new Map<string, RubricIndicator[]>();
  for (const one of printed) free.set(nameKey(one.name), [...(free.get(nameKey(one.name)) ?? []), one]);
  return issued.map((one): Pair => {
    const candidates = free.get(nameKey(one.name)) ?? [];
    const same = candidates.find((other) => groupKey(other) === groupKey(one)) ?? candidates[0];
    if (same !== undefined) candidates.splice(candidates.indexOf(same), 1);
    return [one, same ?? null];
  });
}

const PUNCTUATION = /[\p{P}\p{S}]/gu;
/** Signs that carry a rule's meaning and must not be normalised away. */
const MEANING = new Set([...'≤≥<>=%+-×*/÷±|[]()']);

/** Words alone: 预算完成率（%） and “三公经费”控制率 keep their letters only. */
const nameKey = (name: string): string =>
  squeeze(fold(name))
    .replace(/\(\d+(?:\.\d+)?分\)$/u, '')
    .replaceAll(PUNCTUATION, '');
const groupKey = ({ group }: RubricIndicator): string => group.map(nameKey).join('/');

/** Signs of one meaning written alike. */
const ruleKey = (rule: string): string =>
  squeeze(fold(rule))
    .replaceAll(/<=|=</gu, '≤')
    .replaceAll(/>=|=>/gu, '≥')
    .replaceAll(/[~—―～至]+(?=\d)/gu, '-')
    .replaceAll('【', '[')
    .replaceAll('】', ']')
    .replaceAll(PUNCTUATION, (sign) => (MEANING.has(sign) ? sign : isDecimalPoint(sign) ? sign : ''));

const isDecimalPoint = (sign: string): boolean => sign === '.';

function sameRule(issued: string, printed: string): boolean {
  const [a, b] = [ruleKey(issued).replace(/\.$/u, ''), ruleKey(printed).replace(/\.$/u, '')];
  return a === '' || b === '' || a === b;
}

/** 80%（含）-90%得15分 beside ≥90%, and 80%（含）-90%（不含）: other words for the same scores. */
const reworded = (one: RubricIndicator, other: RubricIndicator): boolean =>
  haveSameEffect(one.rule, other.rule, one.weight ?? one.sharedWeight ?? null, one.name);

/** Equal weights; rows that share one printed weight are compared by the sum of theirs. */
function sameWeight(one: RubricIndicator, other: RubricIndicator, pairs: readonly Pair[]): boolean {
  if (one.weight !== null && other.weight !== null) return dec(one.weight).eq(other.weight);
  if (one.weight === null && other.weight === null)
    return (
      (one.sharedWeight ?? null) === null ||
      (other.sharedWeight ?? null) === null ||
      dec(one.sharedWeight ?? 0).eq(other.sharedWeight ?? 0)
    );
  const shared = one.weight === null ? one.sharedWeight : other.sharedWeight;
  if (shared == null) return true;
  const together = pairs.filter(([a, b]) =>
    one.weight === null ? a.sharedWeight === shared : b?.sharedWeight === shared,
  );
  const weights = together.map(([a, b]) => (one.weight === null ? b?.weight : a.weight) ?? '0');
  return weights.reduce((sum, weight) => sum.plus(weight), dec(0)).eq(shared);
}
