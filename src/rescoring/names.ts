import { fold, squeeze } from '../language/fold.js';
import { remembered } from '../language/memo.js';

/** Words before a quantity's name that do not change what it is. */
const BEFORE = /^(?:部门|单位|本部门|本单位|本年度|本年|年度|全年|项目|整体|其中)+/u;

/** 1. 、一、（1）① A1 C102 B1-2 before a name. */
const NUMBERING =
  /^(?:[\d一二三四五六七八九十]{1,3}[.、]|\([\d一二三四五六七八九十]{1,3}\)|[①-⑳]|[A-Z]\d{0,4}(?:[-.]\d{1,3}){0,3}[.、:]?)/u;

/** An indicator's or quantity's name for comparison: quotes, brackets with remarks, ordinals and white space gone. */
export const bareName = remembered((name) =>
  squeeze(fold(name))
    .replace(/["']/gu, '')
    .replace(/\([^()]*\)$/u, '')
    .replace(NUMBERING, '')
    .replace(BEFORE, ''),
);

/**
 * Whether the words before a figure name the indicator: they end with its name, or its longer name ends with
 * theirs (预算执行率 of 部门预算执行率). Two characters are not a name.
 */
export function names(words: string, indicator: string): boolean {
  const label = bareName(words);
  const name = bareName(indicator);
  if (name.length < 3 || label.length < 3) return false;
  if (label.endsWith(name)) return true;
  if (label.length >= 4 && name.endsWith(label)) return true;
  return SATISFACTION.test(name) && /满意(?:度|率)$/u.test(label);
}

/** 满意度 indicators are named after whoever was asked: 服务对象, 受益群众, 社会公众. */
export const SATISFACTION = /满意(?:度|率)/u;
