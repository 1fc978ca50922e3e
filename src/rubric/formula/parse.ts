import { dec } from '../../numbers/decimal.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import type { Expression } from './model.js';

const PLUS = lexicon('+ ＋ 加上'.split(' '));
const MINUS = lexicon('- — － 减去 ─ ﹣'.split(' '));
const TIMES = lexicon('× * 乘以 ✕ · ⅹ ╳'.split(' '));
const DIVIDE = lexicon('÷ / 除以 ∕ ╱'.split(' '));
const OPENERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '【': '】', '{': '}' };
/** Characters that no term holds. */
const BREAKS = new Set('+-×*÷/=()[]【】{},;。:|\n＋—✕∕╱≥≤<>%？?□!！~'.split(''));
const TERM_LIMIT = 60;
const DEPTH_LIMIT = 20;

/**
 * An arithmetic expression over named terms at the cursor: differences of products of terms, numbers,
 * brackets of every kind and |…|. Null when it does not end where a sentence may end.
 */
export function readExpression(cursor: Cursor, depth = 0): Expression | null {
  if (depth > DEPTH_LIMIT) return null;
  return cursor.attempt(() => {
    let left = readProduct(cursor, depth);
    while (left !== null) {
      const operator = cursor.word(PLUS) !== null ? '+' : cursor.word(MINUS) !== null ? '-' : null;
      if (operator === null) return left;
      const right = readProduct(cursor, depth);
      left = right === null ? null : { kind: 'operation', operator, left, right };
    }
    return null;
  });
}

function readProduct(cursor: Cursor, depth: number): Expression | null {
  let left = readFactor(cursor, depth);
  while (left !== null) {
    const operator = readTimes(cursor) ? '×' : cursor.word(DIVIDE) !== null ? '÷' : null;
    if (operator === null) return left;
    const right = readFactor(cursor, depth);
    left = right === null ? null : { kind: 'operation', operator, left, right };
  }
  return null;
}

/** Also a letter x for the sign, as typed after a bracket: (a/b)X100%. */
function readTimes(cursor: Cursor): boolean {
  if (cursor.word(TIMES) !== null) return true;
  return /^[xX](?=[\d([])/u.test(cursor.rest.slice(0, 2)) && cursor.take(cursor.peek());
}

function readFactor(cursor: Cursor, depth: number): Expression | null {
  const closer = OPENERS[cursor.peek()];
  if (closer !== undefined)
    return cursor.attempt(() => {
      cursor.at++;
      const inner = readExpression(cursor, depth + 1);
      return inner !== null && cursor.take(closer) ? inner : null;
    });
  if (cursor.peek() === '|')
    return cursor.attempt(() => {
      cursor.at++;
      const of = readExpression(cursor, depth + 1);
      return of !== null && cursor.take('|') ? { kind: 'absolute', of } : null;
    });
  return readNumberLeaf(cursor) ?? readTerm(cursor);
}

function readNumberLeaf(cursor: Cursor): Expression | null {
  const match =
    /^\d{1,12}(?:\.\d{1,8})?(%|分(?!值)|)(?=[-+×*÷/()[\]【】{},;。:|\n＋—xX]|乘以|除以|加上|减去|[计记给打评赋得]|$)/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 28),
    );
  if (match === null) return null;
  cursor.at += match[0].length;
  const value = dec(match[0].replace(/[%分]$/u, ''));
  return { kind: 'number', value: match[1] === '%' ? value.div(100) : value };
}

/** A name; brackets belong to it when they hold words only: 因公出国（境）费, 预算数（含追加）. */
function readTerm(cursor: Cursor): Expression | null {
  return cursor.attempt(() => {
    const start = cursor.at;
    while (!cursor.done && cursor.at - start < TERM_LIMIT) {
      if (cursor.peek() === '(' && cursor.at > start) {
        const note = /^\([^-+×*÷/=()[\]【】{};。|\n\d]{1,20}\)/u.exec(
          cursor.text.slice(cursor.at, cursor.at + 22),
        );
        if (note === null) break;
        cursor.at += note[0].length;
        continue;
      }
      if (BREAKS.has(cursor.peek()) || stopsTerm(cursor)) break;
      if (cursor.at > start && /^[xX](?=[\d([])/u.test(cursor.text.slice(cursor.at, cursor.at + 2))) break;
      cursor.at++;
    }
    const name = cursor.text.slice(start, cursor.at);
    // 0个 is a number with a measure word; 2023年预算数 is a name.
    if (/^\d(?!\d{3}年)/u.test(name)) return null;
    return /\p{Script=Han}/u.test(name) || /^[A-Z]$/u.test(name) ? { kind: 'term', name } : null;
  });
}

const WORD_OPERATORS = lexicon('乘以 除以 加上 减去'.split(' '));
const stopsTerm = (cursor: Cursor): boolean => cursor.look(WORD_OPERATORS) !== null;
