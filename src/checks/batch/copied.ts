import { type Passage, passageKey } from './digest.js';
import type { Member } from './rule.js';
import { defineBatchRule } from './rule.js';

interface Data {
  readonly other: Member;
  readonly passages: readonly Passage[];
  readonly characters: number;
  /** The other report is the unit's own of the year before. */
  readonly ownLastYear: boolean;
}

/** Passages in more units' reports than this are the form's own words. */
const FORM_WORDS = 2;
/** What two units must share before anybody is told: three passages and this many characters. */
const LEAST_PASSAGES = 3;
const LEAST_CHARACTERS = 200;
/** How much of a report may stand in the unit's own report of last year: laws, duties and plans do repeat. */
const OWN_SHARE = 0.6;
const SHOWN = 5;

export default defineBatchRule<Data>({
  id: 'batch/copied',
  severity: 'warning',
  title: '报告雷同',
  summary: '同批两个单位的报告有多段文字相同，或报告大部分照抄本单位上一年的报告',
  basis: '自评报告应反映本单位本年度的实际情况。',
  example: '甲局与乙局的“存在的问题”“改进措施”等4段文字完全相同。',
  limits: [
    '只比较同一批里的报告；段落须逐字相同（标点、空白、全半角不计），改写过的不发现。',
    '同批三个以上单位都有的段落视为通用文字，不算雷同。',
    '本单位上一年的报告在同一批里时才比较；职责、依据等每年相同的段落占六成以下不提示。',
  ],
  *check(members) {
    const owners = new Map<string, Set<number>>();
    members.forEach(({ digest }, index) => {
      for (const passage of digest.passages) {
        const key = keyFor(passage.text, digest.unit);
        const set = owners.get(key) ?? new Set<number>();
        owners.set(key, set.add(index));
      }
    });
    const shared = sharedPassages(members, owners);
    for (const [pair, passages] of shared) {
      const [a, b] = pair.split('/').map(Number) as [number, number];
      const [one, other] = [members[a], members[b]];
      if (!one || !other) continue;
      const characters = passages.reduce((sum, passage) => sum + passageKey(passage.text).length, 0);
      const ownLastYear = isSameUnit(one, other);
      if (ownLastYear ? !repeatsLastYear(one, passages) : isLittle(passages, characters)) continue;
      yield {
        member: a,
        data: { other, passages, characters, ownLastYear },
        evidence: passages.slice(0, SHOWN),
        claimed: null,
        expected: null,
      };
    }
  },
  message: ({ other, passages, characters, ownLastYear }) =>
    ownLastYear
      ? `有${passages.length}段（${characters}字）与本单位上一年报告（${other.file}）逐字相同。`
      : `有${passages.length}段（${characters}字）与${other.digest.unit ?? '另一单位'}的报告（${other.file}）逐字相同。`,
  suggestion: ({ ownLastYear }) =>
    ownLastYear
      ? '按本年度实际情况重写，不要沿用上一年的报告。'
      : '请两个单位说明情况，按各自实际重写相同的段落。',
});

/** The unit's own name is no difference: 甲局严格执行… and 乙局严格执行… are one passage. */
const keyFor = (text: string, unit: string | null): string =>
  passageKey(unit ? text.replaceAll(unit, '') : text).replace(/\d{4}年/gu, '年');

function sharedPassages(
  members: readonly Member[],
  owners: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlyMap<string, readonly Passage[]> {
  const shared = new Map<string, Passage[]>();
  members.forEach(({ digest }, index) => {
    const seen = new Set<string>();
    for (const passage of digest.passages) {
      const key = keyFor(passage.text, digest.unit);
      const holders = owners.get(key);
      if (seen.has(key) || !holders || holders.size < 2) continue;
      seen.add(key);
      const units = new Set([...holders].map((holder) => members[holder]?.digest.unit));
      if (units.size > FORM_WORDS) continue;
      for (const holder of holders) {
        const other = members[holder];
        if (holder === index || !other || !isComparable(members[index] as Member, other)) continue;
        const list = shared.get(`${index}/${holder}`) ?? [];
        list.push(passage);
        shared.set(`${index}/${holder}`, list);
      }
    }
  });
  return shared;
}

const isSameUnit = (one: Member, other: Member): boolean =>
  one.digest.unit !== null && one.digest.unit === other.digest.unit;

/** Two units with each other; a unit with its own report of the year before, and only that way round. */
const isComparable = (one: Member, other: Member): boolean =>
  isSameUnit(one, other)
    ? one.digest.kind === other.digest.kind &&
      one.digest.year !== null &&
      other.digest.year === one.digest.year - 1
    : one.digest.unit !== null && other.digest.unit !== null;

const isLittle = (passages: readonly Passage[], characters: number): boolean =>
  passages.length < LEAST_PASSAGES || characters < LEAST_CHARACTERS;

const repeatsLastYear = (one: Member, passages: readonly Passage[]): boolean =>
  passages.length >= LEAST_PASSAGES && passages.length >= one.digest.passages.length * OWN_SHARE;
