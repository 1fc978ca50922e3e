import type { Decimal } from './decimal.js';
import { dec } from './decimal.js';

/** What a measure word measures, and what one of it is worth there. */
interface Extent {
  readonly dimension: string;
  readonly factor: string;
}

/**
 * Measure words of extents. A month has no fixed number of days and a working day is no day, so these are dimensions
 * of their own.
 */
const EXTENTS: ReadonlyMap<string, Extent> = new Map<string, Extent>([
  ...extents('time', '1', '秒 秒钟'),
  ...extents('time', '60', '分钟'),
  ...extents('time', '3600', '小时 h 个小时'),
  ...extents('time', '86400', '天 日 自然日 个自然日'),
  ...extents('time', '604800', '周'),
  ...extents('working-time', '1', '工作日 个工作日'),
  ...extents('months', '1', '个月 月'),
  ...extents('months', '3', '季度 个季度'),
  ...extents('months', '12', '年'),
  ...extents('length', '1', '米'),
  ...extents('length', '1000', '公里 千米 km ㎞'),
  ...extents('area', '1', '平方米 ㎡ m² m2'),
  ...extents('area', '10000', '公顷'),
  ...extents('area', '1000000', '平方公里 平方千米 km²'),
  ...extents('land', '1', '亩'),
  ...extents('weight', '0.5', '斤'),
  ...extents('weight', '1', '公斤 千克 kg'),
  ...extents('weight', '1000', '吨'),
  ...extents('volume', '0.001', '升'),
  ...extents('volume', '1', '立方米 m³'),
  ...extents('energy', '1', '千瓦时 度'),
  ...extents('times', '1', '倍'),
  ...extents('lessons', '1', '课时 学时'),
]);

/** People and households are no things, and neither is how often something happened to them. */
const PEOPLE: ReadonlyMap<string, string> = new Map([
  ['人', '人'],
  ['名', '人'],
  ['位', '人'],
  ['户', '户'],
]);
const REPEATED = /(?:人|户|家|件|台|辆|车|例)次$/u;

/** How many of `to` so many of `from` are; null when they do not measure the same. 场, 次, 个 and the like all count things. */
export function converted(value: Decimal, from: string, to: string): Decimal | null {
  const [a, b] = [EXTENTS.get(from), EXTENTS.get(to)];
  if (a?.dimension !== b?.dimension) return null;
  return value.times(a?.factor ?? 1).div(b?.factor ?? 1);
}

/** Whether two words measure or count the same, 公里 and 米 as well as 场 and 次. */
export const measureSame = (a: string, b: string): boolean =>
  EXTENTS.get(a)?.dimension === EXTENTS.get(b)?.dimension;

/** The smaller of two measures of one extent: 分钟 of 小时 and 分钟. */
export const smaller = (a: string, b: string): string => (converted(dec(1), b, a)?.lt(1) ? b : a);

/** Whether two measure words count the same kind of thing: 12个 and 12项, not 12人 and 12人次. */
export const countsAlike = (a: string, b: string): boolean =>
  a === b || (measureSame(a, b) && kindOf(a) === kindOf(b));

const kindOf = (word: string): string => (REPEATED.test(word) ? word : (PEOPLE.get(word) ?? ''));

function extents(dimension: string, factor: string, words: string): [string, Extent][] {
  return words.split(' ').map((word) => [word, { dimension, factor }]);
}
