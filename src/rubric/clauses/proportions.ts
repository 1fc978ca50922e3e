import { dec } from '../../numbers/decimal.js';
import type { Condition } from '../condition.js';
import { readCondition } from '../condition.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import type { Expression } from '../formula/model.js';
import { readExpression } from '../formula/parse.js';
import * as w from '../words.js';
import type { Clause } from './clause.js';
import { ended, isStop } from './clause.js';

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
    right: /^\d{1,3}(?:\.\d)?分?$/u.test(right)
      ? { kind: 'number', value: dec(right.replace('分', '')) }
      : { kind: 'term', name: right },
  };
}

/** 90%以上的得分=…: 得分 is no particle where its formula follows. */
const SCORE_NAMED = /^[得计记]分(?:=|:|为)/u;
const FORMULA_LEADS = lexicon([...w.LEADS.keys(), '否则', '其他', '其余', '其他情况', '其余情况']);
const SCORE_LEADS = lexicon(['则', '该项', '本项', '此项', '该指标']);
/** 得分=执行率×分值, 记分=预算执行率乘以10; also 按完成率×分值计分. */
export const readScoreFormula = (cursor: Cursor): Clause | null => {
  // 低于95%的，得分=…, 未完成的，按完成率×8计分: where it holds is said once more by the bands, which come first anyway.
  let where: Condition | null = null;
  cursor.attempt(() => {
    where = cursor.attempt(() => readCondition(cursor));
    if (where === null && !takeShortfall(cursor) && cursor.word(FORMULA_LEADS) === null) return null;
    while (SCORE_NAMED.exec(cursor.text.slice(cursor.at, cursor.at + 8)) === null)
      if (cursor.word(w.PARTICLES) === null) break;
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
  return ended(cursor) ? { kind: 'formula', expression, where } : null;
};

/** 未达到指标值，: words for what falls short, in front of how it is then counted. */
function takeShortfall(cursor: Cursor): boolean {
  const match = /^(?:[若如])?(?:未|没有?|不足|达不到|低于)[^,;。\d%≥≤<>=×÷/]{1,14}(?=,)/u.exec(
    cursor.text.slice(cursor.at, cursor.at + 24),
  );
  if (match !== null) cursor.at += match[0].length;
  return match !== null;
}

const isPercentOf = (node: Expression): boolean =>
  node.kind === 'operation' &&
  node.operator === '×' &&
  node.right.kind === 'number' &&
  node.right.value.eq(1);

const mentionsProduct = (node: Expression): boolean => node.kind === 'operation' && node.operator === '×';

/** （小于等于100%）, （超过100%的按100%计，保留1位小数）, （10分）. */
const BOUND_NOTE =
  /^\((?:(?:小于等于|不超过|不高于|≤|最高|最大|上限为?)(?:为|不超过)?(?:100%|1)|(?:[^()\d,;]{0,8}(?:率|比例))?(?:超过|大于|高于|>)(?:100%|1)[的时]?,?按(?:100%|1)计算?(?:,保留\d位小数)?|(?:结果)?保留(?:小数点后)?\d位小数|\d{1,3}(?:\.\d)?分)\)/u;

/** A note in brackets behind a formula: （即评价选取的…）, and that more than all earns no more （小于等于100%）. */
function skipNote(cursor: Cursor): void {
  const most = BOUND_NOTE.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (most !== null) cursor.at += most[0].length;
  const note = /^\([^()\d%;]{1,80}\)/u.exec(cursor.text.slice(cursor.at, cursor.at + 84));
  if (note !== null) cursor.at += note[0].length;
}

/** A formula of the quantity itself, printed among the rules: 预算完成率=（预算完成数/预算数）×100%. */
export const readQuantityFormula = (cursor: Cursor): Clause | null => {
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

/** 按比例计分（即实际完成率×分值）: the proportion once more as a formula. */
function readSpelledOut(cursor: Cursor): Expression | null {
  if (!cursor.take('(')) return null;
  cursor.word(lexicon(['即', '得分=', '即得分=', '即:', '得分']));
  const expression = readExpression(cursor);
  return expression !== null && mentionsProduct(expression) && cursor.take(')') ? expression : null;
}

/** 未完成的按比例得分, 超过的按比例扣分. */
export const readProportional = (cursor: Cursor): Clause | null => {
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
  const spelled = gains ? cursor.attempt(() => readSpelledOut(cursor)) : null;
  if (!ended(cursor)) return null;
  return spelled === null
    ? { kind: 'proportional', condition, deducting: loses }
    : { kind: 'formula', expression: spelled, where: condition };
};
