import { readAddition, readDeduction } from '../award.js';
import type { Condition } from '../condition.js';
import { readCondition } from '../condition.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import type { Quantity } from '../quantity.js';
import { readQuantity } from '../quantity.js';
import type { Direction } from '../words.js';
import * as w from '../words.js';
import type { Clause } from './clause.js';
import { ended, HARD, isStop } from './clause.js';

const AFTER_EACH = lexicon(
  '有 再 当 较 比 与 相比 出 达 了 的 出现 另 下 上 项 较之 同比 比照 完成率 执行率 满意度 控制率 变动率 调整率 完成 支出 实际 率 比例'.split(
    ' ',
  ),
);
const EACH = lexicon('每 凡每 每当 每再 每有 按每 以每'.split(' '));

/** 每降低5%扣1分 and everything that may lead to it. */
export const readSteps = (cursor: Cursor): Clause | null => {
  const start = cursor.at;
  const led = readLead(cursor);
  if (cursor.word(EACH) === null) return null;
  const before = cursor.at;
  let direction: Direction | null = null;
  let reference = led.reference;
  let size: Quantity | null = null;
  let standard: Quantity | null = null;
  for (; cursor.at - before <= 16 && !isStop(cursor.peek()); cursor.at++) {
    const at = cursor.at;
    if (cursor.look(w.DIRECTION_WORDS) === null) cursor.skip(AFTER_EACH);
    const found = readDirection(cursor);
    cursor.skip(AFTER_DIRECTION);
    if (cursor.word(w.REFERENCES) !== null) {
      reference = true;
      cursor.skip(AFTER_DIRECTION);
      if (found === null && direction === null) direction = readDirection(cursor);
    } else if (found !== null) {
      // 每高于100%一个百分点: the standard is named once more.
      standard ??= cursor.attempt(() => {
        const standard = readQuantity(cursor);
        return standard !== null &&
          standard.measure !== null &&
          /[\d一二两三四五六七八九十]/u.test(cursor.peek())
          ? standard
          : null;
      });
    }
    direction ??= found;
    size = readQuantity(cursor);
    if (size !== null) break;
    if (cursor.at > at) cursor.at--;
  }
  if (size === null || !size.value.gt(0)) return null;
  if (direction === null && !marksHere(cursor)) direction = readDirection(cursor);
  // 每一处扣1分 counts findings; only with a direction does it count from a standard.
  if (
    size.measure === 'count' &&
    direction === null &&
    led.lead === null &&
    led.condition === null &&
    !reference
  )
    return null;
  const tail = readBeforeMarks(cursor);
  if (tail === null) return null;
  const deducted = readDeduction(cursor);
  const marks = deducted ?? readAddition(cursor);
  if (marks === null || !endedSteps(cursor)) return null;
  // 每人每月补助标准达到500元得5分, 每月5日前报送得3分 set a threshold.
  if (deducted === null && PER_HEAD.test(cursor.text.slice(start, cursor.at))) return null;
  return {
    kind: 'steps',
    condition: led.condition,
    lead: led.lead,
    direction,
    size,
    marks,
    adding: deducted === null,
    reference,
    standard,
    text: cursor.text.slice(start, cursor.at),
  };
};

const PER_HEAD =
  /^每个?(?:月|季度?|周|年)的?\d{1,2}[日号月](?:之?前|内)|每(?:[百千万]?[人户]|亩|月|年|天|日|公里|吨|辆|名|季度?)(?:每|[^\d,;]{0,12}(?:达到|不低于|不少于|不超过|[≥≤<>]))/u;

const AFTER_DIRECTION = lexicon('了 到 达 于 出 的 - 达到 以 部分 完成 支出'.split(' '));

/** Whether a step's clause ends here, or the next statement follows without a comma. */
export function endedSteps(cursor: Cursor): boolean {
  return (
    ended(cursor) ||
    /^(?:扣|直|最|减完|但|至|以扣|不足|低|超|加满|封)/u.test(cursor.rest.slice(0, 3)) ||
    cursor.peek() === '('
  );
}

/** Words between the size of a step and its marks: 的，则, a measure word's noun (一项任务). */
function readBeforeMarks(cursor: Cursor): string | null {
  const start = cursor.at;
  for (; cursor.at - start <= 12; cursor.at++) {
    const char = cursor.peek();
    if (HARD.has(char) || char === '' || /[\d%≥≤<>]/u.test(char)) return null;
    if (marksHere(cursor)) return cursor.text.slice(start, cursor.at);
    // 每月5日前报送得满分，每迟报一次扣0.5分: the marks lost are those of the next 每.
    if (/[每得]/u.test(char)) return null;
  }
  return null;
}

function marksHere(cursor: Cursor): boolean {
  const at = cursor.at;
  const found = readDeduction(cursor) !== null || readAddition(cursor) !== null;
  cursor.at = at;
  return found;
}

function readDirection(cursor: Cursor): Direction | null {
  const word = cursor.word(w.DIRECTION_WORDS);
  return word === null ? null : (w.DIRECTIONS.get(word) ?? null);
}

/** What stands before 每: a condition, a lead word, the subject, or a reference to the plan. */
function readLead(cursor: Cursor): {
  condition: Condition | null;
  lead: Direction | null;
  reference: boolean;
} {
  const none = { condition: null, lead: null, reference: false };
  const conditioned = cursor.attempt(() => {
    const condition = readCondition(cursor);
    if (condition === null) return null;
    cursor.skip(w.PARTICLES);
    cursor.take(',');
    cursor.skip(w.PARTICLES);
    return cursor.look(EACH) === null ? null : condition;
  });
  if (conditioned !== null) return { ...none, condition: conditioned };
  const start = cursor.at;
  for (; cursor.at - start <= 40 && !HARD.has(cursor.peek()) && !cursor.done; cursor.at++) {
    if (cursor.look(EACH) !== null) {
      const text = cursor.text.slice(start, cursor.at);
      if (/[\d%≥≤<>]|百分之|得分|[得计记给][零一二两三四五六七八九十]|扣|满分|全分/u.test(text)) break;
      return { ...none, lead: leadOf(text), reference: mentionsReference(text) };
    }
  }
  cursor.at = start;
  return none;
}

function leadOf(text: string): Direction | null {
  for (const part of text.split(',').reverse()) {
    const trimmed = part.replace(/[,:]$/u, '');
    for (const [word, direction] of w.LEADS) if (trimmed === word || trimmed.endsWith(word)) return direction;
  }
  return null;
}

const REFERENCE_ENDING = /(?:与|较|比|同)[^,]{0,12}(?:计划|目标|预算|指标值|标准)[^,]{0,4}$/u;
const mentionsReference = (text: string): boolean => REFERENCE_ENDING.test(text.slice(-24));
