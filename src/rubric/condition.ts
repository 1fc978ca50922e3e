import type { Cursor } from './cursor.js';
import type { RawRange } from './range.js';
import { readRange } from './range.js';
import { BACK_REFERENCES, OR_WORDS } from './words.js';
import { isZeroBase } from './zero-base.js';

/** A condition on a quantity: the name it gives, and the alternatives (低于80%或高于120%). */
export interface Condition {
  readonly subject: string;
  readonly ranges: readonly RawRange[];
  readonly absolute: boolean;
  /** Whether the number stands right behind the name, without a sign: 完成率100%. Steps then say which side is meant. */
  readonly bare?: true;
}

const NAME_LIMIT = 60;
const NAME_ENDS = new Set(',;。\n!！?？□�~%≥≤<>=|'.split(''));
/** A name that holds one of these is no name but a sentence that the condition grammar must not cut up. */
const NOT_IN_NAMES = ['每', '扣', '得分', '不计', '满分', '酌情', '或超过', '或低于', '或未'];

/** A condition at the cursor, its subject in front of it or none: 预算完成率≥95%, [80%,90%), 超过5%但不超过10%. */
export function readCondition(cursor: Cursor): Condition | null {
  return cursor.attempt(() => {
    const named = readNamed(cursor);
    if (named === null) return null;
    const ranges = [...named.ranges];
    for (;;) {
      const more = cursor.attempt(() => {
        if (cursor.word(OR_WORDS) === null) return null;
        const other = readNamed(cursor);
        if (other === null) return null;
        // 执行率≥95%或全年预算数为0: where there is a rate, the other case is not given.
        if (isZeroBase(other)) return { ...other, ranges: [] };
        return speaksOf(other.subject, named.subject) ? other : null;
      });
      if (more === null) break;
      ranges.push(...more.ranges);
    }
    return { ...named, ranges };
  });
}

/** 执行率≥95%或满意度≥90%: an alternative on another quantity is none of this condition's ranges. */
const speaksOf = (name: string, subject: string): boolean =>
  name === '' || BACK_REFERENCES.includes(name) || subject.includes(name) || name.includes(subject);

function readNamed(cursor: Cursor): Condition | null {
  const start = cursor.at;
  const bars = /^\|([^|;。,\n]{1,30})\|/u.exec(cursor.text.slice(start, start + 34));
  if (bars !== null) {
    return cursor.attempt(() => {
      cursor.at += bars[0].length;
      const range = readRange(cursor);
      return range === null ? null : { subject: bars[1] as string, ranges: [range], absolute: true };
    });
  }
  for (let end = start; end <= cursor.text.length && end - start <= NAME_LIMIT; end++) {
    cursor.at = end;
    const range = readRange(cursor);
    if (range !== null) {
      const subject = cursor.text.slice(start, end);
      if (
        isName(subject.replace(VARIABLE, (letter) => (COMPARED.test(cursor.text[end] ?? '') ? '' : letter)))
      )
        return { subject: cleanName(subject), ranges: [range], absolute: subject.includes('绝对值') };
      break;
    }
    if (NAME_ENDS.has(cursor.text[end] ?? '\n')) break;
  }
  cursor.at = start;
  return null;
}

/** 超过±10%: the relation was not read with its number, so it may not vanish into the name. */
const UNREAD_RELATION = /(?:超过|超出|大于|高于|多于|突破|低于|小于|少于|不足|[≥≤<>=])$/u;

/** 满意度调查得分, 每人每月补助标准: names that hold such a word all the same. */
const MERELY_NAMED = /(?:调查|测评|问卷)得分$|每(?:[百千万]?[人户]|亩|月|年|天|日|公里|吨|辆|名|季度?)/gu;

const isName = (name: string): boolean =>
  !NOT_IN_NAMES.some((word) => name.replaceAll(MERELY_NAMED, '').includes(word)) &&
  !/[A-Za-z\d](?:以|$)/u.test(name.replace(/^[yY]$|[xX]$/u, '')) &&
  !name.slice(0, -1).includes(':') &&
  !UNREAD_RELATION.test(name) &&
  balanced(name);

/** The R of R≥95% and the S of 满意度S＜60%, which only a sign shows to be a name. */
const VARIABLE = /(?<![A-Za-z])[A-Z]$/u;
const COMPARED = /[≥≤<>=]/u;

const balanced = (name: string): boolean => {
  let depth = 0;
  for (const char of name) {
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) return false;
  }
  return depth === 0;
};

/** Words that open a condition and say nothing about the quantity. */
const OPENINGS = ['其中:', '如果', '其中', '若', '如', '当', '凡', '对于', '对', '且', '但', '各'];
function cleanName(name: string): string {
  let clean = name.replace(/[、:]$/u, '');
  for (const opening of OPENINGS)
    if (clean.startsWith(opening) && !/^当[年月期地]/u.test(clean)) clean = clean.slice(opening.length);
  for (const placing of ['在', '介于', '控制在', '处于', '的'])
    if (clean.endsWith(placing)) clean = clean.slice(0, -placing.length);
  return clean;
}
