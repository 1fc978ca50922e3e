import { fold } from '../language/fold.js';
import type { Decimal } from '../numbers/decimal.js';
import { withoutPointScale } from './point-scale.js';
import { LEVEL_NAME } from './words.js';

/**
 * The sentence as the grammar reads it: folded, without spaces, Chinese and Western punctuation made one, notations
 * that mean the same made one. Spaces between digits stay: 3 5 is not 35.
 */
export function normalise(sentence: string, lineBreak: string, weight: Decimal | null): string {
  const plain = fold(sentence)
    .trim()
    .replaceAll(/\r/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n[ \n]*/gu, lineBreak)
    .replaceAll(/(?<!\d) | (?!\d)/gu, '')
    .replaceAll('，', ',')
    .replaceAll('；', ';')
    .replaceAll('：', ':')
    .replaceAll('！', '!')
    .replaceAll(/[∣│丨]/gu, '|')
    // 优（90分以上）得5分: the scale of the assessment itself, not of this score.
    .replaceAll(/\([^()%,]{0,20}\d分[^()%]{0,10}\)(?=[得计记给评赋打]\d)/gu, '')
    .replaceAll('百分之百', '100%')
    .replaceAll('(%)', '')
    .replaceAll(/(?:实际)?(?:完成|实现)值(?=[≥≤<>=]+(?:目标|指标|计划)值的\d)/gu, '完成率')
    .replaceAll(/(?<=[≥≤<>=])(?:目标|指标|计划)值的(?=\d)/gu, '')
    .replaceAll(
      /(?<=达到|超过|低于|不足)(?:年度)?(?:目标|计划)(?:值|数|任务)?的(?=\d{1,3}(?:\.\d{1,2})?%)/gu,
      '',
    )
    .replaceAll(/(?<=^|[;。,])[≥≤](?=(?:年度)?(?:目标|指标|计划)值的?,?[得计记])/gu, (sign) =>
      sign === '≥' ? '达到' : '不高于',
    )
    // 负增长不得分 beside ≥4%得6分, or 为负不得分, is a rate below zero, not a circumstance.
    .replaceAll(
      /(?<=[%\d]得?\d{0,3}分[^;。]{0,4}[;,。])(?:(?:为|出现)?负增长|[^,;。\d]{0,6}为负[数值]?|负[数值])(?=的?,?(?:不[得计记]|[得计记扣]))/gu,
      '<0%',
    )
    .replaceAll(/[×*](?:权重|分值|标准分|权重分)系?数?(?=\d)/gu, '×')
    .replaceAll(/(?<=[率度额]),(?=(?:控制|保持)?在±\d)/gu, '')
    // 优秀(60%以下)得3分: the range in brackets behind a level.
    .replaceAll(LEVEL_RANGE, '$1')
    // 达到标准值（≥92%）得5分: the value once more by its number.
    .replaceAll(
      /(?:达到|≥)(?:年度)?(?:标准值|目标值|指标值|计划值|序时进度)\([≥>=]?(\d{1,6}(?:\.\d{1,4})?%)\)/gu,
      '≥$1',
    )
    // 除不可抗力外，调整率在10%以内; 根据问卷调查结果，优良率≥85%: words before the condition.
    .replace(
      /(?<=^|[;。])(?:除[^,;。\d%]{2,40}外|(?:根据|依据|按照?|通过)[^,;。\d%]{2,30}(?:结果|数据|统计|调查|报告|资料)),(?=[^,;。\d]{0,24}[\d≥≤<>])/gu,
      '',
    )
    .replaceAll(/(?<=每[^,;。]{1,16},)得分(?=[扣减加]\d)/gu, '')
    // ≥5天得2分，少1天扣0.5分: each of them.
    .replace(ONE_LESS, (found, _at, whole: string) =>
      whole.match(MANY_LESS)?.length === 1 ? `每${found}` : found,
    )
    // 扣完为止（因政策调整、不可抗力等除外）: what is left out of the count.
    .replaceAll(
      /\([^()%≥≤<>=]{2,60}(?:除外|不计(?:算)?在内|不计入)\)|(?<=[,;。])(?:因|由于|属)[^,;。\d%≥≤<>=]{2,40}除外(?=[;。]|$)/gu,
      '',
    )
    // 利用率×分值为得分, 以执行率×分值作为得分.
    .replaceAll(
      /(?<=^|[;。,])(?:以|按照?)?([^,;。=\d%≥≤<>]{2,24}[×*][^,;。=%≥≤<>]{1,12}?)(?:即?为|作为|=)(?:该项|本项|此项|实际|指标|最终)?得分(?=[;。,]|$)/gu,
      '得分=$1',
    )
    // 得10×完成值/目标值分 is a score formula.
    .replaceAll(
      /(?<=^|[;。,])得(\d{1,3}(?:\.\d)?[×*][^,;。×*\d]{2,20}[/÷][^,;。×*\d]{2,20}?)分(?=[;。,]|$)/gu,
      '得分=$1',
    )
    // 24小时内处置率≥95%, 9月底前开工率100%: when the rate is taken is no part of its name.
    .replaceAll(
      /(?<=^|[;。,])\d{1,3}(?:个?(?:工作日|自然日|小时|月)|天|日|分钟)(?:以|之)?内(?=[^,;。\d]{1,8}(?:率|比例))/gu,
      '',
    )
    .replaceAll(
      /(?<=^|[;。])(?:截[至止])?\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前|止)?,?(?=[^,;。\d]{1,8}(?:率|进度))/gu,
      '',
    )
    // 好（5分）：满意度90%以上: the score stands with the level that its range is called.
    .replaceAll(LEVEL_SCORE, '$2得$1')
    // 预算执行率X，X≥90%…: so is the letter that a name introduces.
    .replace(/^[^,;。:\d%]{2,24}([A-Z])[,;:](?=.{0,12}\1)/u, '')
    // 设X为预算执行率，X≥95%…: X is the value that the rule tests anyway.
    .replace(/^设(?:[xXyY]为[^\d,;%]{2,24}|[^\d,;%]{2,24}为[xXyY])[,;](?=.{0,12}[xXyY])/u, '')
    .replaceAll(/\((?:其中,?)?[xXyY](?:为|=|表示|代表|是指?)[^()\d,;%]{2,24}\)/gu, '')
    // 有此项支出的，控制率≤100%…, 预算不为0的，…: whoever has a rate.
    .replaceAll(HAVING, '')
    .replaceAll(/"([^",;]{2,40}[×*][^",;]{1,30})"/gu, '$1')
    // 预算执行率（全年执行数/全年预算数）×10: how the rate is made, told within the score formula.
    .replaceAll(/(?<=率|度|比例)\([^()%]{2,30}[/÷][^()%]{2,30}(?:[×*]100%)?\)(?=[×*])/gu, '')
    // 偏差率|X|≤5%: the letter stands for the name before it.
    .replaceAll(/(?<=^|[;。,])([^|,;。\d%]{2,16})\|[xXyY]\|/gu, '|$1|')
    .replaceAll(/(?<=\d),(?=\d{3}(?:\.\d+)?[万亿]?元)/gu, '');
  const bare = withoutOwnMark(plain, weight);
  return withoutPointScale(withoutBounds(withoutPlusMinus(withoutNotes(bare)), weight), weight);
}

/** 资金到位率（2分）：100%得2分: the indicator's own full mark, told once more behind its name. */
function withoutOwnMark(text: string, weight: Decimal | null): string {
  const mark = /^([^,;。:()\d%]{2,24})\((?:满分)?(\d{1,3}(?:\.\d{1,2})?)分\)(?=:.)/u.exec(text);
  if (mark === null || !weight?.eq(mark[2] ?? '')) return text;
  return `${mark[1] ?? ''}${text.slice(mark[0].length)}`;
}

/** （资料包括合同、验收报告，详见附件2）, （依据财预〔2020〕10号）: notes in brackets that say where to look and give no number. */
const NOTE =
  /\((?:(?:(?:资料|材料|内容|要素|佐证)(?:主要)?(?:包括|包含|为|指|有))|(?:包括|包含|详见|参见|参照|依据|根据|例如|比如|如:|注:?|说明:?|摘自|引自|来源|见附))[^()]{2,80}\)/gu;
const withoutNotes = (text: string): string =>
  text.replaceAll(NOTE, (note) =>
    /[\d%≥≤<>=×÷*]|扣|得分|满分/u.test(
      note.replaceAll(/(?:附[件表]|第|[〔[]|\d{4}[〕\]])\d{1,4}|\d{1,4}号/gu, ''),
    )
      ? note
      : '',
  );

/** 优秀（60%以下）得3分. */
const LEVEL_RANGE = new RegExp(
  `(?<=${LEVEL_NAME})\\(((?:[≥≤<>]|低于|不足)?\\d{1,3}(?:\\.\\d{1,2})?%(?:-\\d{1,3}(?:\\.\\d{1,2})?%)?(?:(?:\\(含\\)|\\(不含\\))?(?:及?以[上下]))?)\\)(?=[,:]?[得计记]?\\d)`,
  'gu',
);
/** 好（5分）：满意度90%以上. */
const LEVEL_SCORE = new RegExp(
  `(?<=^|[;。])${LEVEL_NAME}\\((\\d{1,3}(?:\\.\\d{1,2})?分)\\):([^;。\\d]{0,24}\\d[^;。得计记分]{0,24})(?=[;。]|$)`,
  'gu',
);

const ONE_LESS =
  /(?<=[,;。])(?:少|低|高|超|多|晚|迟)[1一](?:个?百分点|%|个?工作日|天|日|个?月|人次?|个|次|项|场|期|件|份)(?=的?,?扣\d)/u;
const MANY_LESS = /(?<!每)(?:少|低|高|超|多|晚|迟)(?:\d|[一二三五十])/gu;

const HAVING =
  /(?<=^|[;。,])(?:有(?:此项|该项|相关|安排)[^,;。\d%]{0,8}的|(?:年初|全年)?预算[^,;。\d%]{0,4}不为(?:0|零)的),(?=[^,;。]{0,20}[≥≤<>=\d])/gu;

/** 每±1% steps in either direction, and 100%±5% lies around a standard: both are the grammar's business. */
const AROUND_ZERO =
  /(?<![\d%每])((?:控制|保持)?在?(?:超过|超出|大于|高于|小于|低于|不超过|未超过|不高于|不大于|≤|<|>|≥)?)±(?=\d)/gu;
const SECOND_END = /(?<=%(?:\([^()]{1,6}\))?(?:-|—|~|至))±(?=\d)/gu;

/** ±10%以内, ±10%至±20%, 超过±20%: distances from zero, as 绝对值 says in words. */
function withoutPlusMinus(text: string): string {
  if (!text.includes('±')) return text;
  return text
    .replaceAll(SECOND_END, '')
    .replaceAll(AROUND_ZERO, '绝对值$1')
    .replaceAll(/(?<=绝对值在?\d{1,3}(?:\.\d{1,4})?%)(?:之间|区间)/gu, '以内');
}

/**
 * MIN（实际完成率，100%）×10, MAX（0，1-|偏差率|）×10: the bound is where the full mark is reached, or nothing is left, which
 * is as far as a score goes in any case.
 */
function withoutBounds(text: string, weight: Decimal | null): string {
  let plain = text;
  for (let pass = 0; pass < 2; pass++) plain = withoutBound(plain, weight);
  return plain;
}

function withoutBound(text: string, weight: Decimal | null): string {
  const match = /(M(?:IN|in)|min|取小|M(?:AX|ax)|max|取大)[({]/u.exec(text);
  if (match === null) return text;
  const most = /^(?:M?(?:IN|in)|min|取小)$/u.test(match[1] ?? '');
  const start = match.index + match[0].length;
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length && at - start < 120; at++) {
    const char = text[at] ?? '';
    if ('({'.includes(char)) depth++;
    else if (')}'.includes(char) && depth > 0) depth--;
    else if (depth === 0 && ',、)}'.includes(char)) {
      parts.push(text.slice(from, at));
      from = at + 1;
      if (char === ',' || char === '、') continue;
      const inner = unbounded(parts, most, weight);
      return inner === null ? text : `${text.slice(0, match.index)}(${inner})${text.slice(at + 1)}`;
    }
  }
  return text;
}

/** The one of the two that is no bound; null when neither is one. */
function unbounded(parts: readonly string[], most: boolean, weight: Decimal | null): string | null {
  const [one, other, ...more] = parts;
  if (one === undefined || other === undefined || more.length > 0) return null;
  const isBound = (part: string, rest: string): boolean => {
    if (!most) return /^0(?:分|%)?$/u.test(part);
    if (/^(?:100%|1)$/u.test(part)) return true;
    return /[×*]/u.test(rest) && weight !== null && part.replace('分', '') === weight.toFixed();
  };
  return isBound(other, one) ? one : isBound(one, other) ? other : null;
}
