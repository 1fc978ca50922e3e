import { dec } from '../numbers/decimal.js';
import { point } from '../numbers/interval.js';
import type { Award, Marks } from './award.js';
import { readAddition, readAward, readAwardTight, readDeduction } from './award.js';
import type { Condition } from './condition.js';
import { readCondition } from './condition.js';
import type { Cursor } from './cursor.js';
import { lexicon } from './cursor.js';
import type { StartedStep } from './expression.js';
import type { Expression } from './formula/model.js';
import { readExpression } from './formula/parse.js';
import type { Quantity } from './quantity.js';
import { readNumber, readQuantity } from './quantity.js';
import type { Direction } from './words.js';
import * as w from './words.js';

/** One statement of a rule's sentence, before the statements are put together. */
export type Clause =
  | { readonly kind: 'band'; readonly condition: Condition; readonly award: Award }
  | StepClause
  | { readonly kind: 'otherwise'; readonly award: Award }
  | { readonly kind: 'floor'; readonly score: Marks }
  | { readonly kind: 'cap'; readonly score: Marks | null }
  | { readonly kind: 'most-lost'; readonly marks: Marks }
  | { readonly kind: 'declared'; readonly full: Marks }
  | { readonly kind: 'standard'; readonly quantity: Quantity }
  | { readonly kind: 'formula'; readonly expression: Expression }
  | { readonly kind: 'proportional'; readonly condition: Condition | null; readonly deducting: boolean }
  | { readonly kind: 'started-step'; readonly reading: StartedStep }
  | { readonly kind: 'quantity-formula'; readonly text: string }
  | { readonly kind: 'outcome'; readonly text: string; readonly award: Award }
  | { readonly kind: 'deduction'; readonly text: string; readonly marks: Marks }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'prose'; readonly text: string };

/** 每降低5%扣1分, with the words that lead to it. */
export interface StepClause {
  readonly kind: 'steps';
  /** Where the steps start when the clause says so: 低于90%的，每… */
  readonly condition: Condition | null;
  readonly lead: Direction | null;
  readonly direction: Direction | null;
  readonly size: Quantity;
  readonly marks: Marks;
  readonly adding: boolean;
  /** Whether it is measured against the plan or target: 与计划每相差3%. */
  readonly reference: boolean;
  /** The full mark's place when the step itself names it: 每低于90%一个百分点. */
  readonly standard: Quantity | null;
  readonly text: string;
}

const HARD = new Set(';。\n!！'.split(''));
const SOFT = new Set(',、'.split(''));
const isStop = (char: string): boolean => HARD.has(char) || SOFT.has(char) || char === '';
const SEPARATORS = lexicon([...HARD, ...SOFT, ':', '.', ')']);

/** Every statement of the sentence, in order. Words that fit nothing come out as prose. */
export function readClauses(cursor: Cursor): readonly Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    cursor.skip(SEPARATORS);
    if (cursor.done) return clauses;
    clauses.push(...(cursor.attempt(() => readRespective(cursor)) ?? [readClause(cursor)]));
  }
}

const RESPECTIVE =
  /^([^,;。\d\n]{2,80}?)的?,?(?:分别|依次|分别各)(?:得|计|记|给|赋|评)((?:\d+(?:\.\d+)?分?[、,]){1,9}\d+(?:\.\d+)?分)/u;

/** 优秀、良好、合格的，分别得5分、4分、3分: as many outcomes as names. */
function readRespective(cursor: Cursor): Clause[] | null {
  const match = RESPECTIVE.exec(cursor.text.slice(cursor.at, cursor.at + 200));
  if (match === null) return null;
  const names = (match[1] ?? '').replace(/^.*(?:为|是|:)(?=[^、]+、)/u, '').split(/[、和]/u);
  const scores = (match[2] ?? '').split(/[、,]/u).map((one) => dec(one.replace('分', '')));
  if (names.length !== scores.length) return null;
  cursor.at += match[0].length;
  return ended(cursor)
    ? names.map((text, i) => ({ kind: 'outcome', text, award: () => point(scores[i] ?? dec(0)) }))
    : null;
}

function readClause(cursor: Cursor): Clause {
  for (const read of READERS) {
    const clause = cursor.attempt(() => read(cursor));
    if (clause !== null) return clause;
  }
  return readProse(cursor);
}

/** Whether the clause that was just read ends where a clause may end. */
function ended(cursor: Cursor): boolean {
  cursor.skip(TAIL_PARTICLES);
  return isStop(cursor.peek()) || ').:'.includes(cursor.peek());
}
const TAIL_PARTICLES = lexicon('的 者 了 计算 计 为止'.split(' '));

const readFixedSentence = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.FLOOR_SENTENCES) !== null && ended(cursor)) return zeroFloor;
  return null;
};
const zeroFloor: Clause = { kind: 'floor', score: (full) => full?.times(0) ?? null };

const readCapSentence = (cursor: Cursor): Clause | null =>
  cursor.word(w.CAP_SENTENCES) !== null && ended(cursor) ? { kind: 'cap', score: null } : null;

/** 超过10分按10分计. */
const readCapNumber = (cursor: Cursor): Clause | null => {
  const match =
    /^(?:超过|大于|高于|超出)(\d{1,4}(?:\.\d+)?)分的?,?(?:按|以|均按)(?:\1分|满分)(?:计算|计分|计|算|记)?/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 40),
    );
  if (match === null) return null;
  cursor.at += match[0].length;
  return ended(cursor) ? { kind: 'cap', score: () => dec(match[1] ?? 0) } : null;
};

const readStartedSentence = (cursor: Cursor): Clause | null => {
  const sentences: [typeof w.PRORATA_SENTENCES, StartedStep][] = [
    [w.PRORATA_SENTENCES, 'pro-rata'],
    [w.WHOLE_SENTENCES, 'whole'],
    [w.STARTED_SENTENCES, 'started'],
  ];
  for (const [words, reading] of sentences) {
    const at = cursor.at;
    if (cursor.word(words) !== null && ended(cursor)) return { kind: 'started-step', reading };
    cursor.at = at;
  }
  return null;
};

/** 不足5%的按5%计算, 不足一个百分点不扣分, 不足5%的按比例扣分. */
const readPartStep = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.PART_HEADS) === null || readQuantity(cursor) === null) return null;
  cursor.skip(w.PARTICLES);
  if (cursor.take(',')) cursor.skip(w.PARTICLES);
  if (cursor.word(w.PART_PRORATA) !== null)
    return ended(cursor) ? { kind: 'started-step', reading: 'pro-rata' } : null;
  if (cursor.word(w.PART_WHOLE) !== null)
    return ended(cursor) ? { kind: 'started-step', reading: 'whole' } : null;
  if (cursor.word(w.PART_STARTED_HEADS) === null || readQuantity(cursor) === null) return null;
  cursor.word(w.PART_STARTED_TAILS);
  return ended(cursor) ? { kind: 'started-step', reading: 'started' } : null;
};

/** 扣完为止, 直至扣完该项分值为止, 扣满15分为止, 扣至0分为止. */
const readUntil = (cursor: Cursor): Clause | null => {
  cursor.word(w.UNTIL_HEADS);
  cursor.skip(w.UNTIL_OBJECTS);
  const verb = cursor.word(w.UNTIL_VERBS);
  if (verb !== null) {
    const number = cursor.attempt(() => {
      const found = readNumber(cursor);
      return found !== null && cursor.take('分') ? found.value : null;
    });
    cursor.skip(w.UNTIL_OBJECTS);
    cursor.skip(w.UNTIL_TAILS);
    if (!ended(cursor)) return null;
    if (/^[加满]/u.test(verb)) return { kind: 'cap', score: number === null ? null : () => number };
    return number === null || number.isZero() ? zeroFloor : { kind: 'most-lost', marks: () => number };
  }
  return null;
};

const bounded = (
  words: typeof w.LOWEST,
  build: (score: Marks, word: string) => Clause,
): ((cursor: Cursor) => Clause | null) => {
  return (cursor) => {
    const before = cursor.at;
    const leading = cursor.attempt(() => {
      const word = cursor.word(words);
      return word === null ? null : word;
    });
    const number = readNumber(cursor);
    if (number === null || number.percent || !cursor.take('分')) return null;
    cursor.skip(w.UNTIL_TAILS);
    const trailing = leading === null ? cursor.word(words) : null;
    if (leading === null && trailing === null) {
      cursor.at = before;
      return null;
    }
    return ended(cursor) ? build(() => number.value, leading ?? trailing ?? '') : null;
  };
};

const readLowest = bounded(w.LOWEST, (score) => ({ kind: 'floor', score }));
const readHighest = bounded(w.HIGHEST, (score) => ({ kind: 'cap', score }));
const readMostLost = bounded(w.LARGEST_LOSS, (marks) => ({ kind: 'most-lost', marks }));

const DECLARED = lexicon(
  '满分 分值 总分 该项指标满分 本项指标满分 此项指标满分 指标满分 该项指标分值 本指标分值 本项满分 该项满分 此项满分 本指标满分 本项分值 该项分值 权重 共 本项 标准分 满分值 分值为 满分为 本项共 指标分值 该指标满分 此项分值 基础分 基本分 本项总分 总分值 该项 共计'.split(
    ' ',
  ),
);
/** 满分5分, （5分） at the start of the sentence. */
const readDeclared = (cursor: Cursor): Clause | null => {
  const first = cursor.at === 0;
  const bracket = cursor.take('(');
  const word = cursor.word(DECLARED);
  if (word === null && !(bracket && first)) return null;
  cursor.word(lexicon(['为', ':', '是', '共']));
  const number = readNumber(cursor);
  if (number === null || number.percent || !cursor.take('分') || (bracket && !cursor.take(')'))) return null;
  if (!isStop(cursor.peek()) && !':).'.includes(cursor.peek()) && !bracket) return null;
  return { kind: 'declared', full: () => number.value };
};

const STANDARD_TAILS = lexicon(
  '为标准 为基准 为满分标准 为满分 为准 为目标 为目标值 为基数 为标准值 作为标准 为基准值 为上限 为最高标准'.split(
    ' ',
  ),
);
/** 以100%为标准. */
const readStandard = (cursor: Cursor): Clause | null => {
  const start = cursor.at;
  for (; cursor.at - start <= 30 && !isStop(cursor.peek()); cursor.at++) {
    const at = cursor.at;
    cursor.take('以');
    const quantity = readQuantity(cursor);
    if (quantity !== null && cursor.word(STANDARD_TAILS) !== null && ended(cursor))
      return { kind: 'standard', quantity };
    cursor.at = at;
    if (/[\d≥≤<>=]/u.test(cursor.peek())) return null;
  }
  return null;
};

/** 3分：≥90%: the award in front of its condition. */
const readAwardFirst = (cursor: Cursor): Clause | null => {
  const award = readAward(cursor);
  if (award === null || !cursor.take(':')) return null;
  const condition = readCondition(cursor);
  return condition !== null && ended(cursor) ? { kind: 'band', condition, award } : null;
};

const readOtherwise = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.OTHERWISE) === null) return null;
  const award = readAward(cursor);
  return award === null ? null : { kind: 'otherwise', award };
};

/** 预算完成率≥95%，得3分. */
const readBand = (cursor: Cursor): Clause | null => {
  const condition = readCondition(cursor);
  if (condition === null) return null;
  const award = readAward(cursor);
  return award === null ? null : { kind: 'band', condition, award };
};

const SCORE_NAMES = lexicon(
  '得分 记分 计分 评分 自评得分 该项得分 本项得分 此项得分 指标得分 该指标得分 本指标得分 该项指标得分 执行得分 实际得分 最终得分 得分计算 得分计算公式 计分公式 评分公式 得分公式 评价得分 指标评分 执行率得分 预算执行得分 预算执行率得分 满意度得分 完成率得分 计算公式 自评分 具体得分 各指标得分 指标实际得分 该项实际得分 此项指标得分 本项指标得分 则得分 得分值 得分计算方法 得分标准 计算得分 分数 实得分 应得分 计分方法 评价分 指标得分值'.split(
    ' ',
  ),
);
const EQUALS = lexicon(['=', ':', '等于']);
const PRODUCT_IN_WORDS = /^([^,;。\d]{2,20}?)(?:与|和|同)([^,;。]{2,12}?)(?:之积|的乘积|的积|相乘)/u;
const isProductInWords = (cursor: Cursor): boolean =>
  PRODUCT_IN_WORDS.test(cursor.text.slice(cursor.at, cursor.at + 40));

/** 预算执行率与分值之积. */
function readProductInWords(cursor: Cursor): Expression | null {
  const match = PRODUCT_IN_WORDS.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (match === null) return null;
  cursor.at += match[0].length;
  const [, left = '', right = ''] = match;
  return {
    kind: 'operation',
    operator: '×',
    left: { kind: 'term', name: left },
    right: { kind: 'term', name: right },
  };
}

const SCORE_LEADS = lexicon(['则', '该项', '本项', '此项', '该指标']);
/** 得分=执行率×分值, 记分=预算执行率乘以10; also 按完成率×分值计分. */
const readScoreFormula = (cursor: Cursor): Clause | null => {
  // 低于95%的，得分=…: where it holds is said once more by the bands, which come first anyway.
  cursor.attempt(() => {
    if (readCondition(cursor) === null) return null;
    cursor.skip(w.PARTICLES);
    if (cursor.take(',')) cursor.skip(SCORE_LEADS);
    return true;
  });
  const named = cursor.attempt(() => {
    const start = cursor.at;
    while (!isStop(cursor.peek()) && cursor.at - start < 24) {
      if (cursor.word(SCORE_NAMES) !== null) {
        cursor.word(lexicon(['为', '按']));
        if (cursor.look(EQUALS) !== null || isProductInWords(cursor)) {
          cursor.skip(EQUALS);
          return true;
        }
      } else cursor.at++;
    }
    return null;
  });
  const led = named !== null || cursor.word(lexicon('按 按照 以 计 根据 得分按 依 依据'.split(' '))) !== null;
  const expression = readProductInWords(cursor) ?? readExpression(cursor);
  if (!led && (expression === null || !mentionsProduct(expression))) return null;
  if (expression === null || expression.kind === 'term' || expression.kind === 'number') return null;
  if (named === null) {
    cursor.skip(
      lexicon('分值 分 不变 计分 计算得分 得分 计算 计算分值 记分 计 给分 打分 评分 赋分'.split(' ')),
    );
    if (!mentionsProduct(expression)) return null;
    // 按实际支出/预算数×100%计算 says how the rate is computed, not the score.
    if (isPercentOf(expression)) return ended(cursor) ? { kind: 'quantity-formula', text: '' } : null;
  }
  skipNote(cursor);
  return ended(cursor) ? { kind: 'formula', expression } : null;
};

const isPercentOf = (node: Expression): boolean =>
  node.kind === 'operation' &&
  node.operator === '×' &&
  node.right.kind === 'number' &&
  node.right.value.eq(1);

const mentionsProduct = (node: Expression): boolean => node.kind === 'operation' && node.operator === '×';

/** A note in brackets behind a formula: （即评价选取的…）. */
function skipNote(cursor: Cursor): void {
  const note = /^\([^()\d%;]{1,80}\)/u.exec(cursor.text.slice(cursor.at, cursor.at + 84));
  if (note !== null) cursor.at += note[0].length;
}

/** A formula of the quantity itself, printed among the rules: 预算完成率=（预算完成数/预算数）×100%. */
const readQuantityFormula = (cursor: Cursor): Clause | null => {
  const start = cursor.at;
  const name = /^[^=,;。\n\d≥≤<>%]{2,40}=/u.exec(cursor.text.slice(start, start + 42));
  if (name === null || /分=$/u.test(name[0])) return null;
  cursor.at += name[0].length;
  const expression = readExpression(cursor);
  if (expression === null || expression.kind === 'number') return null;
  return ended(cursor) ? { kind: 'quantity-formula', text: cursor.text.slice(start, cursor.at) } : null;
};

const PROPORTIONAL = lexicon(
  '按比例得分 按比例计分 按比例给分 按比例记分 按完成比例得分 按完成比例计分 按实际完成比例得分 按实际完成比例计分 按实际比例得分 按实际比例计分 按比例计算得分 按比例赋分 按照比例得分 按照比例计分 按比例计算 按完成比例给分 依完成比例给分 依比例给分 按同比例得分 按完成率得分 按完成率计分 按实际完成率得分 按实际完成率计分 按执行率得分 按执行率计分 按实际执行率得分 按实际执行率计分 按完成百分比得分 按完成百分比计分 按照完成比例得分 按照完成比例计分 按照实际完成比例得分 按照实际完成比例计分 按照实际完成率计分 按实际得分率计分 根据完成比例得分 根据完成比例计分 根据实际完成比例得分 根据比例得分 按完成比例计算得分 按实际完成比例计算得分 按相应比例得分 按相应比例计分 按实际完成情况比例得分 按比例得相应分值 按比例得分值 按比例折算 按比例折算得分 按实际完成比例给分 按实际完成比例赋分 按照完成率得分 按照执行率得分 按完成比例赋分 按执行比例得分 按执行比例计分 按比例打分 按比例评分 得相应比例分值 得相应比例分数 得相应比例的分值 得相应比例分 按相应比例给分 按比例得相应分数 按实际比例给分 按占比得分 按完成率得相应分值 按比例获得分值'.split(
    ' ',
  ),
);
const PROPORTIONAL_LOSS = lexicon(
  '按比例扣分 按比例扣减 按比例扣除 按比例减分 按比例扣减分值 按实际比例扣分 按照比例扣分 按未完成比例扣分 按比例相应扣分 按超出比例扣分 按超过比例扣分 按偏离比例扣分 按偏差比例扣分 按比例扣分值 按照比例扣减 按同比例扣分 按同比例扣减 按未完成比例扣减'.split(
    ' ',
  ),
);
const LEAD_WORDS_ANY = w.LEAD_WORDS;

/** 按完成率折算得分, 按超出比例扣分: by a rate or share, however it is called. */
const BY_RATE =
  /^(?:按照?|以|依据?|根据)[^,;。\d]{0,12}?(?:率|比例|百分比|进度)(?:来|进行)?(?:折算|计算|换算|给分|得分|计分|记分|打分|评分|赋分)(?:得分|分值|分数|计分)?/u;
const LOSS_BY_RATE =
  /^(?:按照?|以|依据?|根据)[^,;。\d]{0,12}?(?:率|比例|百分比|幅度)(?:来|进行)?(?:扣分|扣减|减分|扣除)(?:分值|分数)?/u;

function takeByRate(cursor: Cursor, pattern: RegExp): boolean {
  const match = pattern.exec(cursor.text.slice(cursor.at, cursor.at + 30));
  if (match !== null) cursor.at += match[0].length;
  return match !== null;
}

/** 未达到目标值按完成比例计分: words without numbers may stand in front. */
function skipToProportion(cursor: Cursor): void {
  const start = cursor.at;
  for (; cursor.at - start <= 20; cursor.at++) {
    if (cursor.look(PROPORTIONAL) !== null || cursor.look(PROPORTIONAL_LOSS) !== null) return;
    const ahead = cursor.text.slice(cursor.at, cursor.at + 30);
    if (BY_RATE.test(ahead) || LOSS_BY_RATE.test(ahead)) return;
    if (/^[,;。\n\d%≥≤<>=]?$/u.test(cursor.peek())) break;
  }
  cursor.at = start;
}

const readProportional = (cursor: Cursor): Clause | null => {
  const condition = cursor.attempt(() => readCondition(cursor));
  if (condition === null) {
    cursor.word(LEAD_WORDS_ANY) ?? cursor.word(w.OTHERWISE);
  }
  cursor.skip(w.PARTICLES);
  if (cursor.take(',')) cursor.skip(w.PARTICLES);
  if (condition === null) skipToProportion(cursor);
  const gains = cursor.word(PROPORTIONAL) !== null || takeByRate(cursor, BY_RATE);
  const loses = !gains && (cursor.word(PROPORTIONAL_LOSS) !== null || takeByRate(cursor, LOSS_BY_RATE));
  if (!gains && !loses) return null;
  return ended(cursor) ? { kind: 'proportional', condition, deducting: loses } : null;
};

const AFTER_EACH = lexicon(
  '有 再 当 较 比 与 相比 出 达 了 的 出现 另 下 上 项 较之 同比 比照 完成率 执行率 满意度 控制率 变动率 调整率 完成 支出 实际 率 比例'.split(
    ' ',
  ),
);
const EACH = lexicon('每 凡每 每当 每再 每有 按每 以每'.split(' '));

/** 每降低5%扣1分 and everything that may lead to it. */
const readSteps = (cursor: Cursor): Clause | null => {
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

const AFTER_DIRECTION = lexicon('了 到 达 于 出 的 - 达到 以 部分 完成 支出'.split(' '));

function endedSteps(cursor: Cursor): boolean {
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
      if (/[\d%≥≤<>]|得分|扣|满分|全分/u.test(text)) break;
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

/** 每发现一处扣1分, 存在截留挪用的扣2分: words, then marks lost. */
const readLoss = (cursor: Cursor): Clause | null => {
  const start = cursor.at;
  for (; cursor.at - start <= 120; cursor.at++) {
    const char = cursor.peek();
    if (HARD.has(char) || char === '') return null;
    const at = cursor.at;
    const marks = at === start ? null : readDeduction(cursor);
    if (marks !== null && endedSteps(cursor)) {
      const text = cursor.text.slice(start, at).replace(/[,:的]+$/u, '');
      if (text === '' || /得分|满分|扣|\d分|≥|≤|<|>|%/u.test(text)) return null;
      return { kind: 'deduction', text, marks };
    }
    cursor.at = at;
  }
  return null;
};

/** Words with an award behind them: 有结余，但不超过上年结转，2分. */
const readOutcome = (cursor: Cursor): Clause | null => {
  const start = cursor.at;
  for (; cursor.at - start <= 400; cursor.at++) {
    const char = cursor.peek();
    if (char === '') return null;
    const stop = HARD.has(char);
    const at = cursor.at;
    if (at > start) {
      if (stop) {
        cursor.at++;
        cursor.skip(SEPARATORS);
        // 合法、合规、完整。得0.5分: an award alone behind a full stop belongs to what stands before it.
        if (!/^[得计记给扣]\d/u.test(cursor.rest.slice(0, 2))) return null;
      }
      // The 0分 of 80分 is no award.
      const cut = /[\d.]/u.test(cursor.text[at - 1] ?? '') && /\d/u.test(char);
      const award = cut ? null : readAwardTight(cursor);
      if (award !== null) {
        const text = cursor.text
          .slice(start, at)
          .replace(/[,:、(的则]+$/u, '')
          .replace(/^[^:\d]{1,30}分:/u, '');
        return text === '' || SCORE_WORDS.test(text) || text.endsWith('否')
          ? null
          : { kind: 'outcome', text, award };
      }
      cursor.at = at;
      if (stop) return null;
    }
  }
  return null;
};
const SCORE_WORDS = /得分|扣\d|满分|\d分/u;

/** Words up to the end of the sentence, or to a comma behind which a measured statement begins. */
function readProse(cursor: Cursor): Clause {
  const start = cursor.at;
  while (!cursor.done && !HARD.has(cursor.peek())) {
    if (cursor.at > start && cursor.peek() === ',' && measuredBehind(cursor)) break;
    cursor.at++;
  }
  return { kind: 'prose', text: cursor.text.slice(start, cursor.at) };
}

function measuredBehind(cursor: Cursor): boolean {
  const at = cursor.at;
  cursor.at++;
  const found = readBand(cursor) !== null || cursor.attempt(() => readSteps(cursor)) !== null;
  cursor.at = at;
  return found;
}

const INTRO = /^[^:,;。\n\d%≥≤<>]{1,40}:/u;
/** 视考核档次：, 评分标准：, words before a colon that no award follows. */
const readIntro = (cursor: Cursor): Clause | null => {
  const intro = INTRO.exec(cursor.text.slice(cursor.at, cursor.at + 42));
  if (intro === null || /得分:$|分:$/u.test(intro[0])) return null;
  cursor.at += intro[0].length;
  const at = cursor.at;
  const awarded = readAward(cursor) !== null;
  cursor.at = at;
  return awarded ? null : { kind: 'prose', text: intro[0].slice(0, -1) };
};

/** Words between a name and bands: 预算调整率分档记分：5%及以下… */
const BANDING =
  /^([^:,;。\n\d%≥≤<>]{0,24}?)(?:分档|按档|分段|分级|按以下标准|按下列标准|按区间|按如下标准|分区间)(?:记分|计分|得分|给分|打分|赋分|评分)?:/u;
const readBanding = (cursor: Cursor): Clause | null => {
  const match = BANDING.exec(cursor.text.slice(cursor.at, cursor.at + 48));
  if (match === null) return null;
  cursor.at += match[0].length;
  return { kind: 'named', name: match[1] ?? '' };
};

/** Statements that bound what the others give. */
const LIMITS: readonly ((cursor: Cursor) => Clause | null)[] = [
  readFixedSentence,
  readCapSentence,
  readCapNumber,
  readStartedSentence,
  readPartStep,
  readUntil,
  readLowest,
  readHighest,
  readMostLost,
];

/** （不足5%按5%计算）, （最高10分）: limits of the rule in brackets. */
const readBracketed = (cursor: Cursor): Clause | null => {
  if (!cursor.take('(')) return null;
  for (const read of LIMITS) {
    const clause = cursor.attempt(() => {
      const found = read(cursor);
      return found !== null && cursor.take(')') ? found : null;
    });
    if (clause !== null) return clause;
  }
  return null;
};

/** Tried in this order at the start of every statement. */
const READERS: readonly ((cursor: Cursor) => Clause | null)[] = [
  ...LIMITS,
  readBracketed,
  readStandard,
  readDeclared,
  readBanding,
  readSteps,
  readProportional,
  readScoreFormula,
  readQuantityFormula,
  readBand,
  readAwardFirst,
  readOtherwise,
  readIntro,
  readLoss,
  readOutcome,
];
