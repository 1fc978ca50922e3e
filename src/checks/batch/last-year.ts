import { dec } from '../../numbers/decimal.js';
import type { DigestAmount } from './digest.js';
import { defineBatchRule, type Member } from './rule.js';

interface Data {
  readonly now: DigestAmount;
  readonly then: DigestAmount;
  readonly file: string;
}

export default defineBatchRule<Data>({
  id: 'batch/last-year',
  severity: 'warning',
  title: '上年数不衔接',
  summary: '本年报告所说的上年数，与同批中本单位上一年报告的数不同',
  basis: '同一单位同一年度的同一数量只有一个值；上年决算数应与上年报告一致。',
  example: '2023年报告：收入752.48万元，比上年减少194.51万元，即上年946.99万元；2022年报告写收入941.99万元。',
  limits: [
    '两年的报告在同一批里、单位名称相同时才比较。',
    '口径（财政拨款、本级等）或预算、决算不同的数不比较；上年报告自身前后不一的数不比较。',
  ],
  *check(members) {
    const reports = new Map<string, Member>();
    for (const member of members) {
      const { unit, year, kind } = member.digest;
      if (unit !== null && year !== null) reports.set(`${unit}|${kind}|${year}`, member);
    }
    for (const [index, { digest }] of members.entries()) {
      if (digest.unit === null || digest.year === null) continue;
      const before = reports.get(`${digest.unit}|${digest.kind}|${digest.year - 1}`);
      if (!before) continue;
      const told = oneValueEach(before.digest.amounts, digest.year - 1);
      const said = new Set<string>();
      for (const now of digest.amounts) {
        const then = told.get(now.key);
        if (now.year !== digest.year - 1 || !then || said.has(now.key) || meet(now, then)) continue;
        said.add(now.key);
        yield {
          member: index,
          data: { now, then, file: before.file },
          evidence: [{ text: now.quote, where: now.where }],
          claimed: now.shown,
          expected: then.shown,
        };
      }
    }
  },
  message: ({ now, then, file }) =>
    `本报告的上年“${nameOf(now, then)}”为${now.shown}，上一年的报告（${file}）写${then.shown}。`,
  suggestion: () => '核对上一年的决算数；确有调整的，在报告中说明。',
});

/** The value of each quantity in a report; those told with two values are left out: which one counts is not certain. */
function oneValueEach(amounts: readonly DigestAmount[], year: number): ReadonlyMap<string, DigestAmount> {
  const values = new Map<string, DigestAmount | null>();
  for (const amount of amounts) {
    if (amount.year !== year) continue;
    const known = values.get(amount.key);
    if (known === undefined) values.set(amount.key, amount);
    else if (known && !meet(known, amount)) values.set(amount.key, null);
  }
  return new Map([...values].filter((entry): entry is [string, DigestAmount] => entry[1] !== null));
}

/** 比上年411.50万元: where this report does not name the quantity, last year's does. */
const nameOf = (now: DigestAmount, then: DigestAmount): string =>
  now.name.length >= then.name.length ? now.name : then.name;

const meet = (a: DigestAmount, b: DigestAmount): boolean => dec(a.low).lte(b.high) && dec(b.low).lte(a.high);
