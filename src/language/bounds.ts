import type { Bound } from '../numbers/figure.js';

/** Words before a figure that widen it. The longest that matches wins; the text is folded and ends at the figure. */
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:(?:[须应需]|必须|要求|力争|确保)达到?|不低于|不少于|不小于|不短于|不得低于|不得少于|至少|最少|最低|≥|>=|(?<![未不])满|达到或超过)$/u,
    'at-least',
  ],
  [
    /(?:不高于|不超过|不大于|不多于|不得超过|不得高于|至多|最多|最高|未突破|未超过|未超出|不突破|低于或等于|≤|<=|<=|控制在)$/u,
    'at-most',
  ],
  [/(?:未满|不满|不足|未达到?|不到|低于|少于|小于|<)$/u, 'less-than'],
  [/(?:超过|超出|高于|大于|多于|突破|(?<!控)超|>)$/u, 'more-than'],
  [
    /(?:大约|大概|(?<![节合预签条制违履公])约|将近|接近|(?<![最附临靠贴邻就])近|上下|估计)(?:有|为)?$/u,
    'about',
  ],
];

/** Words behind a figure and its unit that widen it. */
const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:\(含(?:本数)?\))?(?:及|及其|\(含\)|含)?以上/u, 'at-least'],
  [/^(?:\(含(?:本数)?\))?(?:及|及其|\(含\)|含)?(?:以内|以下|之内|内(?![设部容外控]))/u, 'at-most'],
  [/^(?:左右|上下|[余多](?!数|方|项|个|次|种|年|家|名|于))/u, 'about'],
];

/**
 * What the words around a figure say about it. `before` ends at the figure, `after` starts behind it; a few
 * characters of each are looked at.
 */
export function boundAround(before: string, after: string): Bound {
  const head = before.slice(-8).trimEnd();
  const tail = after.slice(0, 10).trimStart();
  const behind = AFTER.find(([pattern]) => pattern.test(tail))?.[1];
  const ahead = BEFORE.find(([pattern]) => pattern.test(head))?.[1];
  // 控制在2%以内, 不低于90%以上: the words before decide, but 近…以上 stays vague either way.
  return ahead ?? behind ?? 'exactly';
}
