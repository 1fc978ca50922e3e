import { dec } from '../numbers/decimal.js';
import type { Enumerated } from './enumerated.js';

const SHARE =
  /\((?:占|权重|占比|分值|比重)?(?:该项|本项|总)?(?:分值|权重|比重)?(?:的)?:?(\d{1,3}(?:\.\d{1,2})?)%(?:的)?(?:权重|分值|比重)?分?(?:值)?\)/gu;

/** 符合要点得相应分值，不符合不得分: said behind the last item of all of them. */
const OF_ALL =
  /[,;。](?:以上|上述)?(?:各项|每项|各要点)?,?(?:每)?(?:符合|满足|达到|具备|做到)(?:一项)?(?:评价)?(?:的|要点|要求|标准|条件)*(?:则|即)?,?(?:可|应)?得(?:该项|其|本项)?(?:相应|对应|相对应)(?:的)?(?:分值|权重|分数|比例)?分?(?:值)?(?:的)?([,;。](?:如|若)?(?:不符合|不满足|未达到|不具备|未做到|否则)(?:的|要点|要求|标准|条件|则|该项|,)*不[得计]分(?:的)?)?$/u;

/**
 * ①…（40%）；②…（60%）: shares of the full mark in brackets, one to an item and 100% in all, are its points; what is said
 * behind the last item of all of them holds for each.
 */
export function withItemMarks(listed: Enumerated): Enumerated {
  const last = listed.items.at(-1) ?? '';
  const said = OF_ALL.exec(last);
  const bare = said === null ? listed.items : [...listed.items.slice(0, -1), last.slice(0, said.index)];
  const shares = bare.map((item) => [...item.matchAll(SHARE)]);
  const parts = shares.flatMap((found) => found.map((match) => dec(match[1] ?? 0)));
  const shared =
    shares.length > 1 &&
    shares.every((found) => found.length === 1) &&
    parts.reduce((sum, part) => sum.plus(part), dec(0)).eq(100);
  const marked = shared ? bare.map((item) => item.replace(SHARE, ',得权重的$1%')) : bare;
  if (said === null) return { ...listed, items: marked };
  const without = said[1] === undefined ? '' : ',否则不得分';
  return { ...listed, items: marked.map((item) => item + without) };
}
