import { readAward } from '../award.js';
import { readCondition } from '../condition.js';
import type { Cursor } from '../cursor.js';
import * as w from '../words.js';
import type { Clause } from './clause.js';
import { ended } from './clause.js';

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

/** 预算完成率≥95%，得3分. */
export const readBand = (cursor: Cursor): Clause | null => {
  const condition = readCondition(cursor);
  if (condition === null) return null;
  const award = readAward(cursor);
  return award === null ? null : { kind: 'band', condition, award };
};
