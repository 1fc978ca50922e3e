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
  /^[^,;。\n\d%≥≤<>=()每扣]{0,24}?(?:率|度|比例|比重|占比|进度|完成|达标|开展|举办|组织|召开)(?=\d)/u;
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
  const name = none ?? BARE_NAME.exec(ahead)?.[0] ?? (ahead.startsWith('100%') ? '' : undefined);
  if (name === undefined) return null;
  cursor.at += name.length;
  const quantity = readQuantity(cursor);
  if (quantity === null) return null;
  const counted = quantity.measure === 'count' && /(?:完成|开展|举办|组织|召开)$/u.test(name);
  if (quantity.measure !== 'rate' && none === undefined && !counted) return null;
  cursor.word(DONE);
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

/** 预算完成率≥95%，得3分. */
export const readBand = (cursor: Cursor): Clause | null => {
  const condition = readCondition(cursor);
  if (condition === null) return null;
  cursor.word(DONE);
  const award = readAward(cursor);
  return award === null ? null : { kind: 'band', condition, award };
};
