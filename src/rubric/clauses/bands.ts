import { readAward } from '../award.js';
import { readCondition } from '../condition.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import { readQuantity } from '../quantity.js';
import * as w from '../words.js';
import type { Clause } from './clause.js';
import { ended } from './clause.js';

/** What was done within the threshold: 10天以内办结得4分, 100%到位得3分. */
const DONE = lexicon('办结 完成 办理 到位 公开 支付 拨付 上报 报送 下达 验收 完工'.split(' '));

/** 3分：≥90%: the award in front of its condition. */
export const readAwardFirst = (cursor: Cursor): Clause | null => {
  const award = readAward(cursor);
  if (award === null || !cursor.take(':')) return null;
  const condition = readCondition(cursor);
  return condition !== null && ended(cursor) ? { kind: 'band', condition, award } : null;
};

/** 其他0分, 否则不得分. */
export const readOtherwise = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.OTHERWISE) === null) return null;
  const award = readAward(cursor);
  return award === null ? null : { kind: 'otherwise', award };
};

const BARE_NAME =
  /^[^,;。\n\d%≥≤<>=()每扣]{0,24}?(?:率|度|比例|比重|占比|进度|完成|达标|开展|举办|组织|召开|发表|报送|举行|编制|出台|数|数量|报告|论文|简报|信息|材料)(?=\d)/u;
const COUNTED =
  /(?:完成|开展|举办|组织|召开|发表|报送|举行|编制|出台|发生|出现|数|数量|报告|论文|简报|信息|材料)$/u;
/** 发生1起扣2分 is a number for itself only where another says what 2起及以上 gives. */
const HAPPENED = /^(?:[^,;。\n\d%≥≤<>=()每扣]{0,8})?(?:发生|出现)(?=\d(?:起|次|例|件|项|处|个)(?:的?,?扣))/u;
const OR_MORE = /\d(?:起|次|例|件|项|处|个)(?:及|\(含\)|含)?以上/u;
/** 更换路灯300盏得5分，每少10盏扣0.5分: what steps downwards count is named by any words. */
const FEWER = /每再?(?:减少|缺少|少|缺)/u;
const COUNTED_DOWN = /^[^,;。\n\d%≥≤<>=()每扣]{2,20}?(?=\d)/u;
/** The things counted, behind their measure word: 12门课程建设. */
const THINGS = /^\p{Script=Han}{1,8}?(?=的?,?[得计记]\d)/u;
/** 投诉0起: of nothing no sign can have been lost, since there is no less. */
const NONE =
  /^[^,;。\n\d%≥≤<>=()每扣]{0,24}?(?=0(?:起|次|件|例|人次?|个|处|宗|天|项|家)(?:的?,?不?[得计记给]|的?满分))/u;

/**
 * 完成率100%得30分, 满意度90%得6分: a rate and its number without a sign between them. Whether a lost sign stood there
 * cannot be told, so only what every sign but a reversed one would mean is read, see `settleBare`.
 */
export const readBareBand = (cursor: Cursor): Clause | null => {
  const ahead = cursor.text.slice(cursor.at, cursor.at + 28);
  const none = NONE.exec(ahead)?.[0];
  const happened = HAPPENED.exec(ahead)?.[0];
  const counts = happened !== undefined && OR_MORE.test(cursor.text) ? happened : undefined;
  const fewer = FEWER.test(cursor.text) ? COUNTED_DOWN.exec(ahead)?.[0] : undefined;
  const name =
    none ??
    counts ??
    BARE_NAME.exec(ahead)?.[0] ??
    fewer ??
    (/^(?:100%|\d{1,3}\p{Script=Han})/u.test(ahead) ? '' : undefined);
  if (name === undefined) return null;
  cursor.at += name.length;
  const quantity = readQuantity(cursor);
  if (quantity === null) return null;
  const stepped = fewer === name && (quantity.measure === 'count' || quantity.measure === 'money');
  const counted = quantity.measure === 'count' && (name === '' || COUNTED.test(name));
  if (quantity.measure !== 'rate' && none === undefined && !counted && !stepped) return null;
  cursor.word(DONE);
  const things = stepped ? THINGS.exec(cursor.text.slice(cursor.at, cursor.at + 12)) : null;
  if (things !== null) cursor.at += things[0].length;
  const award = readAward(cursor);
  if (award === null) return null;
  const end = { quantity, closed: true };
  const condition = {
    subject: name,
    ranges: [{ low: end, high: end }],
    absolute: false,
    ...(none === undefined && ({ bare: true } as const)),
  };
  return { kind: 'band', condition, award };
};

/** 90%以上为优，得10分: the level that the range is called. */
const LEVEL = new RegExp(
  `^的?,?(?:为|评为|评定为|属于?|视为)["“]?${w.LEVEL_NAME}["”]?(?:等次|档次?|等级|级)?(?=[,(]|得|计|不)`,
  'u',
);

/** 预算完成率≥95%，得3分. */
export const readBand = (cursor: Cursor): Clause | null => {
  const condition = readCondition(cursor);
  if (condition === null) return null;
  cursor.word(DONE);
  const level = LEVEL.exec(cursor.text.slice(cursor.at, cursor.at + 16));
  if (level !== null) cursor.at += level[0].length;
  const award = readAward(cursor);
  return award === null ? null : { kind: 'band', condition, award };
};
