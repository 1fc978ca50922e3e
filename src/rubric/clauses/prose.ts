import { dec } from '../../numbers/decimal.js';
import { interval, point } from '../../numbers/interval.js';
import { readAward, readAwardTight, readDeduction } from '../award.js';
import type { Cursor } from '../cursor.js';
import { readBand } from './bands.js';
import type { Clause } from './clause.js';
import { ended, HARD, SEPARATORS } from './clause.js';
import { LIMITS } from './limits.js';
import { endedSteps, readSteps } from './steps.js';

const RESPECTIVE =
  /^([^,;。\d\n]{2,80}?)的?,?(?:分别|依次|分别各)(?:得|计|记|给|赋|评)((?:\d+(?:\.\d+)?分?[、,]){1,9}\d+(?:\.\d+)?分)/u;

/** 优秀、良好、合格的，分别得5分、4分、3分: as many outcomes as names. */
export function readRespective(cursor: Cursor): Clause[] | null {
  const match = RESPECTIVE.exec(cursor.text.slice(cursor.at, cursor.at + 200));
  if (match === null) return null;
  const names = (match[1] ?? '')
    .replace(/^.*(?:为|是|:)(?=[^、]+、)/u, '')
    .replace(/[二两三四五六]个?(?:档次?|等次|等级)$/u, '')
    .split(/[、和]/u);
  const scores = (match[2] ?? '').split(/[、,]/u).map((one) => dec(one.replace('分', '')));
  if (names.length !== scores.length) return null;
  cursor.at += match[0].length;
  return ended(cursor)
    ? names.map((text, i) => ({ kind: 'outcome', text, award: () => point(scores[i] ?? dec(0)) }))
    : null;
}

const GRADED =
  /^(?:[^;。\d]{0,24}?(?:分为|分成|划分为):?)?([^;。\d]{2,80}?)(?:[二两三四五]个?(?:档次?|等次|等级)),?(?:并|分别|依次)*(?:按照?|得|计|给予)(?:该|本|其)?(?:项|指标)?(?:对应|相应)?的?(?:分值|权重)?(?:区间|范围)?的?((?:\d{1,3}%(?:\(含(?:\d{1,3}%)?\))?-\d{1,3}%(?:\(含(?:\d{1,3}%)?\))?[、,和]?){2,5})的?(?:区间|分值区间)?(?:合理|酌情|综合)?(?:确定|计算|给予|赋予?|评定|得)?(?:指标)?(?:分值|得分|分数|权重分?)?/u;

/** 达成年度指标、部分达成…、未达成…三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值: a span of the full mark to each. */
export function readGraded(cursor: Cursor): Clause[] | null {
  const match = GRADED.exec(cursor.text.slice(cursor.at, cursor.at + 260));
  if (match === null) return null;
  const names = (match[1] ?? '').split('、');
  const spans = [...(match[2] ?? '').matchAll(/(\d{1,3})%(?:\([^()]*\))?-(\d{1,3})%/gu)].map(([, a, b]) =>
    [dec(a ?? 0).div(100), dec(b ?? 0).div(100)].sort((x, y) => x.cmp(y)),
  );
  if (names.length !== spans.length) return null;
  cursor.at += match[0].length;
  if (!ended(cursor)) return null;
  return names.map((text, i) => ({
    kind: 'outcome',
    text,
    award: (full) => {
      const [low, high] = spans[i] ?? [];
      return full === null || !low || !high ? null : interval(full.times(low), full.times(high));
    },
  }));
}

/** 每发现一处扣1分, 存在截留挪用的扣2分: words, then marks lost. */
export const readLoss = (cursor: Cursor): Clause | null => {
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
export const readOutcome = (cursor: Cursor): Clause | null => {
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
        return text === '' || SCORE_WORDS.test(text) || OPEN_WORDS.test(text)
          ? null
          : { kind: 'outcome', text, award };
      }
      cursor.at = at;
      if (stop) return null;
    }
  }
  return null;
};
/** 是否, and 扣 of which the amount was left to the reviewer (扣1-2分). */
const OPEN_WORDS = /.否$|[扣减]$|,(?:最高|最多|至多|上限为?|最高不超过|不超过)$/u;
const SCORE_WORDS = /得分|扣\d|满分|\d分|(?<![取获])得(?:相应|对应)的?(?:分|权重)/u;

/** Words up to the end of the sentence, or to a comma behind which a measured statement begins. */
export function readProse(cursor: Cursor): Clause {
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
  const found =
    readBand(cursor) !== null ||
    cursor.attempt(() => readSteps(cursor)) !== null ||
    LIMITS.some((read) => cursor.attempt(() => read(cursor)) !== null);
  cursor.at = at;
  return found;
}

const INTRO = /^[^:,;。\n\d%≥≤<>]{1,40}:/u;
/** 视考核档次：, 评分标准：, words before a colon that no award follows. */
export const readIntro = (cursor: Cursor): Clause | null => {
  const intro = INTRO.exec(cursor.text.slice(cursor.at, cursor.at + 42));
  if (intro === null) return null;
  cursor.at += intro[0].length;
  const at = cursor.at;
  // 以问卷结果计分：知晓率≥90%…: what is scored stands behind it; 计分：and a formula is a formula.
  if (/分:$/u.test(intro[0]) && (/得分:$/u.test(intro[0]) || readBand(cursor) === null)) return null;
  cursor.at = at;
  const awarded = readAward(cursor) !== null;
  cursor.at = at;
  return awarded ? null : { kind: 'prose', text: intro[0].slice(0, -1) };
};

/** Words between a name and bands: 预算调整率分档记分：5%及以下… */
const BANDING =
  /^([^:,;。\n\d%≥≤<>]{0,24}?)(?:分档|按档|分段|分级|按以下标准|按下列标准|按区间|按如下标准|分区间)(?:记分|计分|得分|给分|打分|赋分|评分)?:/u;
/** 预算调整率分档记分：… names the quantity of the bands that follow. */
export const readBanding = (cursor: Cursor): Clause | null => {
  const match = BANDING.exec(cursor.text.slice(cursor.at, cursor.at + 48));
  if (match === null) return null;
  cursor.at += match[0].length;
  return { kind: 'named', name: match[1] ?? '' };
};
