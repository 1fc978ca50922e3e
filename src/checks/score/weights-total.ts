import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import type { Indicator, IndicatorGroup, Quote, Report, ScoringTable } from '../../report/model.js';
import { isBonus } from '../../report/scoring/scaled.js';
import { countedExecution, indicatorsOf, sumOfWeights } from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { calledGroup, cellQuote, nameQuote } from './shared/quotes.js';

interface Part {
  readonly name: string;
  readonly weight: Decimal;
  readonly quote: Quote;
}

interface Data {
  /** “投入”的分值, 分值合计, 满分. */
  readonly label: string;
  readonly printed: Decimal;
  readonly parts: readonly Part[];
  readonly sum: Decimal;
}

const HUNDRED = dec(100);

export default defineRule<Data>({
  id: 'score/weights-total',
  severity: 'error',
  title: '分值合计不符',
  summary: '各项分值相加不等于所属一级（二级）指标的分值，或不等于满分',
  basis: '分值逐级相加等于上一级分值，总计等于满分（100分，或90分加预算执行10分）。',
  example: '“效益（25分）”下各项 9+7+10=26分，与25分不符。',
  limits: [
    '下级分值按100分另行折算（上级50分、下级合计100分）的不提出。',
    '二者择一、不适用的项目按可得分值计。',
    '没有印出合计也没有说明满分的表，合计不是100分只作疑点。',
  ],
  *check({ report }) {
    for (const table of report.scoringTables) {
      const doubtful = doubtAbout(report, table) !== null;
      for (const draft of [...groupsOf(table), ...wholeOf(report, table)]) {
        yield doubtful ? { ...draft, severity: 'notice' } : draft;
      }
    }
  },
  message: ({ label, printed, parts, sum }) =>
    `${label}${digits(printed)}分，所属各项分值之和 ${parts.map((p) => digits(p.weight)).join('+')}=${digits(sum)}分，相差${digits(printed.minus(sum).abs())}分。`,
  suggestion: () => '对照下达的指标体系核对各级分值。',
});

const ALTERNATIVE = /择一|二选一|任选|选其一|或者按/u;

/** Whether all weights of the members are known and none is an alternative to another. */
function leafParts(members: readonly Indicator[]): Part[] | null {
  if (sumOfWeights(members) === null) return null;
  if (members.some((i) => ALTERNATIVE.test(i.name + i.criterion + i.explanation + i.group.join(''))))
    return null;
  const counted = new Set<object>();
  return members.flatMap((i) => {
    if (i.weightShare !== null) {
      if (counted.has(i.weightShare)) return [];
      counted.add(i.weightShare);
    }
    const weight = i.weight ?? i.weightShare?.value ?? null;
    return weight === null ? [] : [{ name: i.name, weight, quote: nameQuote(i) }];
  });
}

const total = (parts: readonly Part[]): Decimal => parts.reduce((s, p) => s.plus(p.weight), dec(0));

/** Direct children of a path with printed weights when they cover all its indicators, else the indicators. */
function childParts(
  table: ScoringTable,
  path: readonly string[],
  members: readonly Indicator[],
): Part[] | null {
  const children = table.groups.filter((g) => g.weight !== null && isBelow(g, path));
  const top = children.filter(
    (g) => !children.some((o) => o !== g && g.path.length > o.path.length && startsWith(g.path, o.path)),
  );
  const covered = new Set(top.flatMap((g) => g.indicators));
  const rest = members.filter((i) => !covered.has(i.ordinal));
  const leaves = leafParts(rest);
  if (leaves === null) return null;
  return [
    ...top.map((g) => ({ name: g.path.at(-1) ?? '', weight: g.weight as Decimal, quote: g.quote })),
    ...leaves,
  ];
}

const isBelow = (group: IndicatorGroup, path: readonly string[]): boolean =>
  group.path.length > path.length && startsWith(group.path, path);

const startsWith = (path: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((name, i) => path[i] === name);

/** Whether a stated weight is met by its children, by the indicators below, or by weights rescaled to 100. */
function isMet(stated: Decimal, children: readonly Part[], members: readonly Indicator[]): boolean {
  const sums = [
    total(children),
    sumOfWeights(members),
    sumOfWeights(members.filter((i) => i.claimed.state !== 'not-applicable')),
  ];
  if (sums.some((s) => s?.eq(stated))) return true;
  return !stated.eq(HUNDRED) && sums.some((s) => s?.eq(HUNDRED) || s?.eq(1)) && members.length > 1;
}

function* groupsOf(table: ScoringTable): Generator<Draft<Data>> {
  for (const group of table.groups) {
    if (group.weight === null) continue;
    const members = indicatorsOf(table, group.indicators);
    const parts = childParts(table, group.path, members);
    if (parts === null || parts.length === 0 || isMet(group.weight, parts, members)) continue;
    const sum = total(parts);
    yield {
      data: { label: `${calledGroup(group)}分值`, printed: group.weight, parts, sum },
      evidence: [group.quote, ...parts.map((p) => p.quote)],
      claimed: digits(group.weight),
      expected: digits(sum),
    };
  }
}

const FULL_MARK = /满分(?:为|是|共)?100分|总分(?:值)?(?:为|是|共)?100分|百分制|100分制/u;

function* wholeOf(report: Report, table: ScoringTable): Generator<Draft<Data>> {
  const children = childParts(table, [], table.indicators);
  if (children === null || children.length === 0) return;
  const execution = countedExecution(table);
  const parts =
    execution?.weight == null
      ? children
      : [
          ...children,
          {
            name: execution.label,
            weight: execution.weight,
            quote: { text: execution.label, where: execution.where },
          },
        ];
  const sum = total(parts);
  const leaves = sumOfWeights(table.indicators)?.plus(execution?.weight ?? 0) ?? sum;
  const printed = table.totalWeight?.value ?? null;
  const stated = printed ?? HUNDRED;
  const applicable = sumOfWeights(table.indicators.filter((i) => i.claimed.state !== 'not-applicable'))?.plus(
    execution?.weight ?? 0,
  );
  // 小计 of all indicators and the execution: where the 小计 itself is wrong, that is told of it.
  const subtotal = table.groups.find(({ path }) => path.length === 0)?.weight?.plus(execution?.weight ?? 0);
  if ([sum, leaves, applicable, subtotal, total(children)].some((s) => s?.eq(stated)) || hasBonus(table))
    return;
  const said = report.paragraphs.some((p) => FULL_MARK.test(p.text));
  if (printed === null && !said && (table.indicators.length < 5 || sum.lt(80) || sum.gt(120))) return;
  if (printed === null && report.scoringTables.length > 1) return;
  yield {
    data: { label: printed === null ? '满分' : '分值合计印', printed: stated, parts, sum },
    evidence: [
      ...(table.totalWeight?.value ? [cellQuote(table.totalWeight)] : []),
      ...parts.map((p) => p.quote),
    ],
    claimed: digits(printed ?? sum),
    expected: digits(printed === null ? stated : sum),
    ...(printed === null && !said ? { severity: 'warning' as const } : {}),
  };
}

const hasBonus = (table: ScoringTable): boolean => table.indicators.some(isBonus);
