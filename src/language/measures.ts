import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Figure, Unit, UnitKind } from '../numbers/figure.js';
import { converted, countsAlike } from '../numbers/measure-words.js';
import { countUnit } from '../numbers/units.js';
import { fold } from './fold.js';

/** A unit read behind a number. */
export interface ReadUnit {
  readonly unit: Unit;
  /** First offset after the unit. */
  readonly end: number;
  /** 余, 多 or 几 stands inside: 5千余人. */
  readonly about: boolean;
  /** The printed number is rounded to its last digit: money, rates, lengths, and counts in 万. */
  readonly rounded: boolean;
}

const MULTIPLES: readonly (readonly [string, string])[] = [
  ['万亿', '1000000000000'],
  ['百亿', '10000000000'],
  ['十亿', '1000000000'],
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十万', '100000'],
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
];

/** Begins with a multiple, but nothing is counted in 瓦时. */
const ENERGY = '千瓦时';

/** Measures of things that come in fractions. */
// biome-ignore format: a word list reads better in lines
const CONTINUOUS = [
  '平方公里', '平方千米', '平方米', '立方米', '千瓦时', '公里', '千米', '公顷', '公斤', '千克', '个小时', '小时', '倍', '吨', '亩', '斤',
  '米', '升', '度', '㎡', '㎞', 'm²', 'm2', 'm³', 'km²', 'km', 'kg', 'GB', 'TB', 'MB', 'kW', 'KW', 'MW', 'h',
];

/** Measures of things that are counted. */
// biome-ignore format: a word list reads better in lines
const COUNTED = [
  '个工作日', '个自然日', '工作日', '人次', '辆次', '批次', '场次', '家次', '件次', '户次', '班次', '台次', '车次', '例次', '课时', '学时', '人天', '人日',
  '个月', '分钟', '自然村', '行政村', '点位', '人份', '台套', '台件', '标段', '单位', '部门', '社区', '学校',
  '人', '名', '个', '位', '项', '次', '期', '家', '户', '处', '件', '套', '辆', '台', '本', '份', '届', '堂', '页', '天', '条', '张', '宗',
  '起', '批', '所', '座', '支', '篇', '幅', '册', '部', '间', '组', '对', '只', '头', '棵', '株', '轮', '门', '例', '盏', '块', '根', '片',
  '栋', '幢', '艘', '架', '把', '枚', '瓶', '桶', '袋', '箱', '盒', '种', '类', '场', '站', '班', '村', '镇', '乡', '县', '周', '笔', '封',
  '集', '段', '层', '岁', '款', '口', '眼', '顶', '床', '排', '列', '尾', '羽', '面', '副', '双', '朵', '颗', '粒', '卷', '版', '字', '颗',
];

/** Words that begin like a unit and are none: 分别, 元旦, 成立, 个人, 部分 …, by their unit. */
const NOT_UNIT: Readonly<Record<string, RegExp>> = {
  分: /^分(?:别|类|项|局|管|成|解|配|布|析|之|钟|母|公司|院|会|支|散|期|批|档|级|子|担|工|步|段)/u,
  元: /^元(?:旦|素|件|月|宵)/u,
  成: /^成(?:立|为|员|果|功|本|绩|交|品|效|长|都|年|熟|就|套|人|不)/u,
  本: /^本(?:单位|部门|局|馆|会|级|年|级|次|市|县|区|镇|乡|院|校|办|委|中心|项目|期)/u,
  部: /^部(?:分|署|长|委)/u,
  个: /^个(?:人|别|性)/u,
  期: /^期(?:间|末|初|中|满|限)/u,
  处: /^处(?:理|置|罚|级|长|于)/u,
  项: /^项(?:目资金)/u,
  起: /^起(?:至|止|草|步|施行|执行|实施)/u,
  对: /^对(?:照|比|于|应|象|全|本|各)/u,
  所: /^所(?:有|属|需|在|占|示)/u,
  类: /^类(?:似|别)/u,
  度: /^度(?:过|假)/u,
  周: /^周(?:转|期|年)/u,
  支: /^支(?:出|付|持|部)/u,
  面: /^面(?:向|对|积)/u,
  组: /^组(?:织|成)/u,
  站: /^站(?:所)/u,
  集: /^集(?:中|体)/u,
  条: /^条(?:例|款|件)/u,
  字: /^字(?:号)/u,
  乡: /^乡(?:镇)/u,
  把: /^把(?:握|关)/u,
  级: /^级/u,
};

/**
 * Reads the unit at an offset of a folded text: spaces, a multiple (万), 余 or 多, and the unit itself, which may
 * stand in brackets (752.48（万元）). Null when none stands there.
 */
export function readUnit(folded: string, from: number): ReadUnit | null {
  let at = skipSpace(folded, from);
  const bracketed = folded[at] === '(' && /^\([十百千万亿]{0,2}元\)/u.test(folded.slice(at, at + 6));
  if (bracketed) at++;
  const plain = readRate(folded, at);
  if (plain !== null) return plain;
  let about = false;
  const vague = (): void => {
    if (/^[余多几来](?!于|方|数|项|个月份)/u.test(folded.slice(at, at + 3))) {
      about = true;
      at++;
    }
  };
  vague();
  const multiple = folded.startsWith(ENERGY, at)
    ? undefined
    : MULTIPLES.find(([word]) => folded.startsWith(word, at));
  const factor = dec(multiple?.[1] ?? '1');
  const word = multiple?.[0] ?? '';
  if (multiple !== undefined) {
    at = skipSpace(folded, at + word.length);
    vague();
    at = skipSpace(folded, at);
  }
  const done = (
    name: string,
    kind: UnitKind,
    end: number,
    rounded: boolean,
    by: Decimal = factor,
  ): ReadUnit => ({
    unit: { name, kind, factor: by },
    end: bracketed && folded[end] === ')' ? end + 1 : end,
    about,
    rounded,
  });
  if (folded[at] === '元' && !NOT_UNIT.元?.test(folded.slice(at, at + 3)))
    return done(`${word}元`, 'money', at + 1, true);
  if (folded[at] === '分' && multiple === undefined && !NOT_UNIT.分?.test(folded.slice(at, at + 3)))
    return done('分', 'score', at + 1, false);
  for (const name of CONTINUOUS)
    if (folded.startsWith(name, at) && !excluded(name, folded, at))
      return done(word + name, 'count', at + name.length, true);
  for (const name of COUNTED)
    if (folded.startsWith(name, at) && !excluded(name, folded, at))
      return done(word + name, 'count', at + name.length, multiple !== undefined);
  // 0.39万 with 元 left out: a bare number of 万.
  if (word === '万' || word === '亿') return done(word, 'bare', at, true);
  return null;
}

function excluded(name: string, folded: string, at: number): boolean {
  if (/^[a-zA-Z]/u.test(name) && /[A-Za-z]/u.test(folded[at + name.length] ?? '')) return true;
  return NOT_UNIT[name]?.test(folded.slice(at, at + 5)) ?? false;
}

function readRate(folded: string, at: number): ReadUnit | null {
  const done = (name: string, kind: UnitKind, factor: string): ReadUnit => ({
    unit: { name, kind, factor: dec(factor) },
    end: at + name.length,
    about: false,
    rounded: true,
  });
  if (folded.startsWith('个百分点', at)) return done('个百分点', 'points', '0.01');
  if (folded.startsWith('百分点', at)) return done('百分点', 'points', '0.01');
  if (folded[at] === '%') return done('%', 'rate', '0.01');
  if (folded[at] === '‰') return done('‰', 'rate', '0.001');
  if (folded[at] === '成' && !NOT_UNIT.成?.test(folded.slice(at, at + 2))) return done('成', 'rate', '0.1');
  return null;
}

/**
 * A figure in the measure of another: 3000米 beside 5公里 are 3. Null when they measure different things, as 2个月 and
 * 60天 do, or count them differently, as 人 and 人次 do.
 */
export function measuredLike(figure: Figure, other: Figure): Figure | null {
  if (figure.unit.kind !== other.unit.kind) return null;
  if (figure.unit.kind !== 'count') return figure;
  const [from, to] = [measure(figure.unit), measure(other.unit)];
  if (from === to) return figure;
  if (!countsAlike(from, to)) return null;
  const [value, quantum] = [figure.value, figure.quantum].map((one) => converted(one, from, to));
  return value && quantum ? { ...figure, value, quantum, unit: other.unit } : null;
}

/** Whether a measure is one of things that come in fractions: 1.5小时, not 1.5户. */
export const isContinuous = (name: string): boolean => CONTINUOUS.includes(name);

/** The first offset that is not white space, at most three characters on: justified text spaces units apart. */
export function skipSpace(folded: string, from: number): number {
  let at = from;
  while (at < from + 3 && /\s/u.test(folded[at] ?? '')) at++;
  return at;
}

/** The measure of a count without its multiple: 页 of 万页, so that 49万页 and 490000页 are told to be alike. */
export function measure(unit: Unit): string {
  if (unit.kind !== 'count' || unit.name === ENERGY) return unit.name;
  const multiple = MULTIPLES.find(([word]) => unit.name.startsWith(word) && unit.name.length > word.length);
  return multiple === undefined ? unit.name : unit.name.slice(multiple[0].length);
}

/** The unit that a caption, header or bracket names: 单位：万元, 金额（元）, 执行率（%）; null when it names none. */
export function captionUnit(text: string): Unit | null {
  const folded = fold(text).replace(/\s+/gu, '');
  const named =
    /单位[:：]?(?:人民币)?([十百千万亿]{0,2}元|[%‰]|人|个|份|件|项)/u.exec(folded)?.[1] ??
    /[([（](?:单位[:：]?|人民币)?([十百千万亿]{0,2}元|[%‰])[)\]）]/u.exec(folded)?.[1];
  if (named === undefined) return null;
  return readUnit(named, 0)?.unit ?? countUnit(named);
}
