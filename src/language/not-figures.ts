import { isDigit } from './digits.js';

/** What is known of a run of digits when it is asked whether it is a figure at all. */
export interface Candidate {
  readonly folded: string;
  readonly start: number;
  /** End of the digits. */
  readonly digitsEnd: number;
  readonly plain: string;
  readonly grouped: boolean;
  /** Whether a unit stands behind the digits. */
  readonly hasUnit: boolean;
  /** Whether a caption gives bare numbers a unit: the text is a cell. */
  readonly inCell: boolean;
}

/**
 * Whether digits name something instead of counting it: document numbers 〔2020〕10号, 第3条, 附件1, telephone
 * numbers, list numbers (1. （1） 1、 1.1), codes, A4, 12345热线, 10:30. Looks at a few characters each side.
 */
export function isName(c: Candidate): boolean {
  const { folded, start, digitsEnd: end } = c;
  const prev = folded[start - 1] ?? '';
  const next = folded[end] ?? '';
  if (c.plain === '') return true;
  if (/[A-Za-z_#.]/u.test(prev)) return true;
  if (/[A-Za-z]/u.test(next) && !c.hasUnit) return true;
  const before = folded.slice(Math.max(0, start - 10), start).trimEnd();
  const after = folded.slice(end, end + 8).trimStart();
  if (before.endsWith('第') || /^号(?!召)/u.test(after)) return true;
  if (prev === '[' && next === ']') return true;
  if (prev === '(' && /^\)\s?第?\d{1,4}\s?号/u.test(folded.slice(end, end + 10))) return true;
  if ((next === ':' && isDigit(folded[end + 1])) || (prev === ':' && isDigit(folded[start - 2]))) return true;
  if (NAMED_BEFORE.test(before)) return true;
  if (isPartOfChain(folded, start, end)) return true;
  if (c.hasUnit) return false;
  return isListNumber(c, before, after) || isCode(c, before, after);
}

const NAMED_BEFORE =
  /(?:电话|手机|传真|邮编|邮政编码|编码|代码|账号|帐号|编号|文号|QQ|学号|证号|(?:附件|附表|附录|附图|如表|见表|如图|见图|图表|表格)(?:[:：])?)$/u;

/** 0731-88888888, 2023-12: digits joined by hyphens in three parts, or after a leading zero. */
function isPartOfChain(folded: string, start: number, end: number): boolean {
  const joinedBefore = folded[start - 1] === '-' && isDigit(folded[start - 2]);
  const joinedAfter = folded[end] === '-' && isDigit(folded[end + 1]);
  if (joinedBefore && joinedAfter) return true;
  if (joinedAfter && folded[start] === '0' && end - start >= 3) return true;
  if (!joinedBefore) return false;
  let at = start - 2;
  while (at > start - 6 && isDigit(folded[at])) at--;
  return folded[at + 1] === '0' && start - 2 - at >= 3;
}

const AT_BOUNDARY = /(?:^|[。；;:：\n!？！])$/u;

function isListNumber(c: Candidate, before: string, after: string): boolean {
  const { folded, start, digitsEnd: end, plain } = c;
  const atStart = folded.slice(Math.max(0, start - 12), start).trim() === '' && start <= 12;
  if (plain.includes('.')) {
    // 1.1 基本情况: a heading number, but not 1.1万元 (has a unit) and not a cell of one number.
    return atStart && /^[\u4e00-\u9fff]/u.test(after) && plain.length <= 4;
  }
  if (plain.length > 2 || c.grouped) return false;
  if (/[(]$/u.test(before) && after.startsWith(')')) {
    return !(c.inCell && folded.slice(end + 1).trim() === '' && start <= 2);
  }
  if (!(atStart || AT_BOUNDARY.test(before))) return false;
  return /^[.、)]/u.test(after) && !isDigit(folded[end + 1]);
}

function isCode(c: Candidate, before: string, after: string): boolean {
  const { plain } = c;
  if (/^(?:热线|平台|工程|计划|专项|政策)/u.test(after)) return true;
  // A name in quotation marks: “12345”.
  if (/"$/u.test(before) && after.startsWith('"')) return true;
  if (plain.includes('.') || c.grouped) return false;
  if (plain.length >= 7 && (!c.inCell || /^2\d{6}$/u.test(plain))) return true;
  // 2080505 机关事业单位基本养老保险缴费支出, 30103 奖金: a code and its name.
  return /^\d{3}(?:\d{2}){0,2}$/u.test(plain) && before === '' && /^[\u4e00-\u9fff]/u.test(after);
}
