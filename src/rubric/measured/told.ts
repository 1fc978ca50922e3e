import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import { point } from '../../numbers/interval.js';
import type { Clause } from '../clauses.js';
import type { Band, Outcome } from '../expression.js';
import { BACK_REFERENCES } from '../words.js';
import { tellsZeroBase } from '../zero-base.js';
import { isCountingNote, NotUnderstood, of, scored } from './assembly.js';
import type { Scale } from './scale.js';

/** What a measured rule says in words only, beside its numbers. */
export interface Told {
  /** Cases that the numbers do not cover. */
  readonly exceptions: readonly Outcome[];
  /** The top band where the rule says 达到目标值得满分 and no number says so. */
  readonly top: Band | null;
}

/** 达到目标值, 全部完成, 实际完成值达到指标值: the plan fulfilled, which as a rate is 100%. */
const FULFILLED =
  /^(?:[^,]{0,12},)?(?:各项|所有)?(?:指标|任务|目标|工作)?(?:实际)?(?:完成)?(?:数量|[值数率])?(?:全部|全面|已|均|能)*(?:超额)?(?:完成|达到|实现|达成|超过)(?:[或及、和]?(?:完成|达到|超过|超额完成|高于))?(?:了|全部|年度|年初|预期|绩效|计划|设定|既定|规定|总|的)*(?:目标|指标|计划|任务|基准|标准|标杆|要求|预期)?(?:任务|完成)?(?:数量|[值数量率])?$/u;

/** 目标达成, 等于或优于目标值, 不高于指标值. */
const REACHED =
  /^(?:如|若)?(?:达到(?:(?:序时|既定|规定|计划)进度|进度要求)?|达标|(?:目标|指标|任务)(?:值)?(?:达成|完成|实现)|(?:等于或?优于|优于或?等于|不低于|不高于|不超过|不少于)(?:年度)?(?:目标|指标|计划)值?)$/u;

/** 每档递减2分, 最多加1分: words that count or bound, not a case of their own. */
const COUNTING =
  /(?:相差|递减|递增|级差|依次|逐档|最多|最高|至多|至少|不超过)?(?:加|扣|减|差|递减|递增|相差|依次|逐档)$|每[^,;]{0,12}$/u;

/** Reads the outcomes that stand beside measured clauses. Throws NotUnderstood for words that count marks. */
export function toldOf(
  clauses: readonly Clause[],
  bands: readonly Band[],
  full: DecimalType,
  scale: Scale,
  subject: string,
  indicator: string,
): Told {
  let top: Band | null = null;
  const counted = clauses.some(
    ({ kind }) => kind === 'steps' || kind === 'proportional' || kind === 'formula',
  );
  const exceptions = of(clauses, 'outcome').flatMap(({ text, award }): Outcome[] => {
    if (isCountingNote(text)) return [];
    if (COUNTING.test(text)) throw new NotUnderstood(`未能读懂：“${text}”`);
    const score = scored(award(full), text);
    const proportional = counted && clauses.every(({ kind }) => kind !== 'steps');
    // 全部开展得满分，未全部开展的按比例: the proportion gives that for all of it.
    if (proportional && score.low.eq(full) && (ALL.test(text) || (bands.length === 0 && DONE.test(text))))
      return [];
    if (text === subject || BACK_REFERENCES.includes(text)) throw new NotUnderstood(`“${text}”之后没有条件`);
    const nothing = score.high.isZero() && (scale.measure === 'count' ? NOTHING_DONE : NOT_BEGUN).test(text);
    if (tellsZeroBase(text) || isAbsence(text, `${subject},${indicator}`) || nothing)
      return [{ text, score, withoutValue: true }];
    if (!(FULFILLED.test(text) || (counted && REACHED.test(text))) || !score.low.eq(full))
      return [{ text, score }];
    if (counted || bands.some((band) => band.score.high.eq(full))) return [];
    if (scale.measure !== 'rate') return [{ text, score }];
    top ??= { range: { low: { value: dec(1), closed: true }, high: null }, score: point(full) };
    return [];
  });
  return { exceptions, top };
}

/** 全部项目开展绩效自评, 计划任务全部完成. */
const ALL =
  /^(?:(?:全部|全面|所有|均已)[^,;未不无]{2,24}|[^,;未不无]{2,12}(?:全部|全面|均|都|已)+(?:按[^,;未不无]{1,6})?(?:完成|达到|达成|实现|完工|支付|拨付|兑付|发放|到位|办结|整改|验收))$/u;

/** 已完成, 按计划完成, 达标, 实际值达到或优于目标值: beside a proportion for what is not, everything done. */
const DONE =
  /^(?:如|若)?(?:实际|已经?|均|能|按(?:计划|时|期|要求|规定))*(?:完成)?(?:数量|[值率数])?(?:完成|达到|达成|实现|达标)[^,;未不无没]{0,14}$/u;

/** 未发表不得分 beside 1篇得1分: whoever has a number has done something. */
const NOTHING_DONE = /^(?:均|全部)?(?:未|没有?|无)\p{Script=Han}{0,8}$/u;

/** 未开展不得分 beside a rate: where there is a rate, something was done. */
const NOT_BEGUN = /^(?:均|全部)?(?:未|没有?)(?:开展|实施|启动)\p{Script=Han}{0,6}$/u;

const ABSENT = /^(?:(?:当年|本年|全年|年初)?(?:没有|无|未安排|未发生|未设|未开展|不涉及))([^,;]{2,24})$/u;

/** 没有楼堂馆所项目的部门 beside a 楼堂馆所面积控制率, 未延误 beside 延误天数: who has a value has the thing. */
function isAbsence(text: string, subject: string): boolean {
  const thing = ABSENT.exec(text)?.[1] ?? '';
  const undone = /^(?:没有?|无|未|零)([^,;]{2,6})$/u.exec(text)?.[1];
  if (undone !== undefined && subject.includes(undone)) return true;
  if (/^[此该本]项/u.test(thing) || (thing !== '' && subject.includes(thing))) return true;
  for (let at = 0; at + 3 <= thing.length; at++) if (subject.includes(thing.slice(at, at + 3))) return true;
  return false;
}
