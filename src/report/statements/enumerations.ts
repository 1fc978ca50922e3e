import { fold } from '../../language/fold.js';
import type { EnumerationStatement, Mention } from '../model.js';
import { isPlain, type Passage } from './terms.js';

/** What is counted by its names: offices and the units under a department. */
const KIND =
  '(?:(?:内设|职能|业务|下属|所属|二级|直属|派出|预算|基层|综合|事业|行政|机关|独立核算|正科级|副科级|股级)*(?:机构|科室|股室|处室|部室|单位|部门|科|股|处))';
const COUNTED_BEHIND = new RegExp(`^(?<kind>${KIND})`, 'u');
const COUNTED_BEFORE = new RegExp(`${KIND}(?:共|共有|有|为|计|数)?$`, 'u');
const INTRODUCES =
  /^[，,]?(?:分别|具体)?(?:为|是|即|包括|有)?[:：]|^[，,]?(?:分别(?:为|是)|即|包括)(?!括号)/u;
/** How the name of an office or a unit ends. */
const NAME =
  /(?:科|股|室|处|办|部|队|中心|站|所|组|局|委|会|院|馆|校|团|园|场|社|大厅|窗口|台|厅|宫|馆|所|园)(?:\d{0,2})$/u;
const LEADS = /^.*?(?:内设机构有|内设|下设|设有|设置|设立|下辖|管辖|辖|包括|分别为|分别是|现有|共有|有|设)/u;

const MOST = 60;
const LONGEST = 1200;

/**
 * 8个内设机构：办公室、人事科…, 内设办公室、财务股、法规股3个股室: a count with the names of what it counts. Only lists all of whose
 * items end like names of offices are counted, and none that leaves room (等).
 */
export function readEnumerations(passage: Passage): readonly EnumerationStatement[] {
  const folded = fold(passage.text);
  return passage.terms.flatMap(({ mention, sentence }) => {
    const quote = passage.sentences[sentence]?.quote;
    if (quote === undefined || !isCount(mention)) return [];
    const names = namesBehind(folded, mention) ?? namesBefore(folded, mention);
    return names === null ? [] : [{ kind: 'enumeration' as const, count: mention, names, quote }];
  });
}

const isCount = (mention: Mention): boolean =>
  mention.figure.unit.kind === 'count' &&
  (mention.figure.unit.name === '个' || mention.figure.unit.name === '家') &&
  isPlain(mention) &&
  mention.figure.value.isInteger() &&
  mention.figure.value.lte(MOST);

/** 8个内设机构：…, 内设机构8个，分别为…. */
function namesBehind(folded: string, mention: Mention): readonly string[] | null {
  const behind = withoutRemarks(folded.slice(mention.end, mention.end + LONGEST));
  const counted = COUNTED_BEHIND.exec(behind);
  const before = folded.slice(Math.max(0, mention.start - 12), mention.start);
  if (counted === null && !COUNTED_BEFORE.test(before)) return null;
  const rest = behind.slice(counted?.[0].length ?? 0);
  const opener = INTRODUCES.exec(rest);
  if (opener === null) return null;
  return namesOf(
    rest.slice(opener[0].length).split(/[。；;，,\n]/u)[0] ?? '',
    mention.figure.value.toNumber(),
  );
}

/** 内设办公室、财务股、法规股3个股室. */
function namesBefore(folded: string, mention: Mention): readonly string[] | null {
  const behind = folded.slice(mention.end, mention.end + 16);
  if (!COUNTED_BEHIND.test(behind)) return null;
  const clause = withoutRemarks(folded.slice(Math.max(0, mention.start - LONGEST), mention.start))
    .split(/[。；;，,:：\n]/u)
    .at(-1);
  const words = clause
    ?.replace(LEADS, '')
    .replace(/(?:共|共计|等|合计)$/u, (tail) => (tail === '等' ? '等' : ''));
  return words === undefined || words === clause ? null : namesOf(words, mention.figure.value.toNumber());
}

const withoutRemarks = (words: string): string => words.replace(/\([^()]{0,80}\)/gu, '').replace(/\s+/gu, '');

/**
 * The names of a list, when every item is one and nothing is left out. 人事科和财务科 are two and 县委和县政府办公室 is one: of
 * the ways to read the joints, the one that comes to the count is meant.
 */
function namesOf(list: string, count: number): readonly string[] | null {
  if (/等$|等[，。；]|\d/u.test(list) || list.length < 4) return null;
  const items = list.split('、');
  const parted = items.map(parts);
  const last = parted.at(-1) ?? [];
  const readings = [[...items.slice(0, -1), ...last], items, parted.flat()];
  const names = readings.find((reading) => reading.length === count) ?? readings[0];
  if (names === undefined || names.length < 2) return null;
  return names.every((name) => NAME.test(name) && name.length > 1 && name.length <= 24) ? names : null;
}

function parts(item: string): readonly string[] {
  const joined = item.split(/以及|和|及|与/u);
  return joined.length > 1 && joined.every((one) => NAME.test(one) && one.length > 1) ? joined : [item];
}
