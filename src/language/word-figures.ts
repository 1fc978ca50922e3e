import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Unit } from '../numbers/figure.js';
import { readUnit } from './measures.js';
import { numeral } from './numerals.js';

/** A figure written in Chinese numerals, before its bound is read. */
export interface WordFigure {
  readonly value: Decimal;
  readonly quantum: Decimal;
  readonly unit: Unit;
  readonly about: boolean;
  readonly start: number;
  readonly end: number;
}

const NUMERALS = '零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';
const FORMS = new RegExp(
  [
    `百分之(?<percent>[${NUMERALS}]{1,9}(?:点[零一二三四五六七八九]{1,6})?)`,
    '(?<tenths>[一二三四五六七八九])成(?<half>半)?(?=[以多左，。；、的)\\s]|$)',
    `(?<![第${NUMERALS}数几“"])(?<words>[${NUMERALS}]{1,12}(?:点[零一二三四五六七八九]{1,6})?)`,
  ].join('|'),
  'gu',
);

/** Measure words that make even one numeral a figure: 三万元, 八名. 一个, 两项 and 三类 are ways of speaking. */
const ALWAYS = new Set(['元', '名', '人次', '辆次', '批次', '个百分点', '百分点']);

/**
 * Figures in Chinese numerals where they are clearly figures: 四十三人, 五千余人, 百分之九十, 九成以上, 三万元.
 * Names made of numerals (三公, 十四五, 一般, 百姓, 第十三条) are not. The text is folded.
 */
export function scanWordFigures(folded: string): readonly WordFigure[] {
  const found: WordFigure[] = [];
  for (const match of folded.matchAll(FORMS)) {
    const g = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (g.percent !== undefined) {
      const value = numeral(g.percent);
      if (value === null) continue;
      const step = dec(10)
        .pow(-(g.percent.split('点')[1]?.length ?? 0))
        .times('0.01');
      found.push({ value: value.times('0.01'), quantum: step, unit: PERCENT, about: false, start, end });
    } else if (g.tenths !== undefined) {
      const value = (numeral(g.tenths) ?? dec(0)).times('0.1').plus(g.half === undefined ? 0 : '0.05');
      found.push({ value, quantum: dec('0.1'), unit: TENTHS, about: false, start, end });
    } else if (g.words !== undefined) {
      const figure = counted(folded, g.words, start, end);
      if (figure !== null) found.push(figure);
    }
  }
  return found;
}

const PERCENT: Unit = { name: '%', kind: 'rate', factor: dec('0.01') };
const TENTHS: Unit = { name: '成', kind: 'rate', factor: dec('0.1') };

function counted(folded: string, words: string, start: number, end: number): WordFigure | null {
  const value = numeral(words);
  const read = value === null ? null : readUnit(folded, end);
  if (value === null || read === null || read.unit.kind === 'bare' || read.unit.kind === 'rate') return null;
  const name = read.unit.name;
  const plural = /^[零一二三四五六七八九两]?[十百千万]/u.test(words) && words.length > 1;
  if (!plural && !read.about && !ALWAYS.has(name)) return null;
  if (words.length === 1 && '十百千万亿'.includes(words) && !read.about) return null;
  if (name === '分' && !plural) return null;
  return {
    value: value.times(read.unit.factor),
    quantum: dec(0),
    unit: read.unit,
    about: read.about,
    start,
    end: read.end,
  };
}
