import { fold, squeeze } from '../../language/fold.js';

/** How a printed name stands to the name of the report's unit. */
export type Kinship =
  | 'own' // the same, with levels above it dropped or added
  | 'short' // an abbreviation: 市科协
  | 'misspelt' // one connecting word or the order of two characters differs: 规划与自然资源局
  | 'superior' // the lower level dropped: 上海市规划和自然资源局 for 上海市普陀区规划和自然资源局
  | 'foreign';

/** Words a name may carry before or behind without being another: （本级）, 机关, 部门. */
const AROUND =
  /^(?:中共|中国共产党)|[（(](?:本级|机关|本部|部门|汇总|含下属单位)[）)]|(?:本级|机关|部门|本部|系统|及所属单位|及下属单位)$/gu;
const CONNECTIVE = /[和与及暨、·]/gu;
/** A place name with its level. Levels below 省 and 市 stand behind them. */
const REGION = /^.{1,12}?(?:自治区|自治州|自治县|新区|地区|省|市|州|盟|区|县|旗|镇|乡|街道)/u;

/** How a name stands to the unit's own name. */
export function kinship(name: string, own: string): Kinship {
  const a = plain(name);
  const b = plain(own);
  if (a === b || a.endsWith(b) || b.endsWith(a)) return 'own';
  if (a.replace(CONNECTIVE, '') === b.replace(CONNECTIVE, ''))
    return a.length === b.length ? 'misspelt' : 'short';
  if (isTransposed(a, b)) return 'misspelt';
  if (isSubsequence(a, b)) return dropsRegion(a, b) ? 'superior' : 'short';
  if (isSubsequence(b, a)) return 'short';
  return 'foreign';
}

const plain = (name: string): string => fold(squeeze(name)).replace(AROUND, '').replace(AROUND, '');

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** Whether `name` is `own` with a lower level taken out: both begin with the same region, then own has another. */
function dropsRegion(name: string, own: string): boolean {
  const first = REGION.exec(name)?.[0];
  if (first === undefined || !own.startsWith(first)) return false;
  const rest = own.slice(first.length);
  const second = REGION.exec(rest)?.[0];
  return second !== undefined && rest.slice(second.length) === name.slice(first.length);
}

/** The regions that a name begins with: 上海市普陀区. */
export function regionsOf(name: string): string {
  let at = 0;
  for (let i = 0; i < 3; i++) {
    const region = REGION.exec(name.slice(at))?.[0];
    // 区 inside 社区 and 校区, and a region that leaves nothing for the unit, are no levels.
    if (region === undefined || region.length + at >= name.length - 1 || /[社校小]区$/u.test(region)) break;
    at += region.length;
  }
  return name.slice(0, at);
}

/** The name without its regions: 规划和自然资源局. */
export const coreOf = (name: string): string => name.slice(regionsOf(name).length);
