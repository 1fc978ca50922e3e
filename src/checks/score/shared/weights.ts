import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import type { Indicator, IndicatorGroup, Quote, Report, ScoringTable } from '../../../report/model.js';
import { isBonus } from '../../../report/scoring/scaled.js';
import { countedExecution, indicatorsOf, sumOfWeights } from '../../../report/scoring/sums.js';
import { calledGroup, cellQuote, nameQuote } from './quotes.js';

/** A weight that is a term of a sum. */
export interface WeightPart {
  readonly name: string;
  readonly weight: Decimal;
  readonly quote: Quote;
}

/** A weight of a scoring table that those below it do not add up to. */
export interface UnmetWeight {
  /** “投入”的分值, 分值合计, 满分. */
  readonly label: string;
  readonly stated: Decimal;
  /** Where it is printed; null for the full mark of 100 that is not. */
  readonly quote: Quote | null;
  /** Whether the report itself says it, in the table or in the text. */
  readonly said: boolean;
  readonly parts: readonly WeightPart[];
  readonly sum: Decimal;
}

const HUNDRED = dec(100);

/** Whether the weights of all rows are known and add up, group by group and in the whole. */
export function weightsAgree(report: Report, table: ScoringTable): boolean {
  const execution = countedExecution(table)?.weight ?? dec(0);
  const sum = sumOfWeights(table.indicators)?.plus(execution) ?? null;
  const stated = table.totalWeight?.value ?? HUNDRED;
  return sum?.eq(stated) === true && unmetWeights(report, table).length === 0;
}

/** The weights of a table that are not met: of its groups, then of the whole. */
export const unmetWeights = (report: Report, table: ScoringTable): readonly UnmetWeight[] => [
  ...unmetGroups(table),
  ...unmetWhole(report, table),
];

const ALTERNATIVE = /择一|二选一|任选|选其一|或者按/u;

/** Whether all weights of the members are known and none is an alternative to another. */
function leafParts(members: readonly Indicator[]): WeightPart[] | null {
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

const total = (parts: readonly WeightPart[]): Decimal => parts.reduce((s, p) => s.plus(p.weight), dec(0));

/** Direct children of a path with printed weights when they cover all its indicators, else the indicators. */
function childParts(
  table: ScoringTable,
  path: readonly string[],
  members: readonly Indicator[],
): WeightPart[] | null {
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
function isMet(stated: Decimal, children: readonly WeightPart[], members: readonly Indicator[]): boolean {
  const sums = [
    total(children),
    sumOfWeights(members),
    sumOfWeights(members.filter((i) => i.claimed.state !== 'not-applicable')),
  ];
  if (sums.some((s) => s?.eq(stated))) return true;
  return !stated.eq(HUNDRED) && sums.some((s) => s?.eq(HUNDRED) || s?.eq(1)) && members.length > 1;
}

function* unmetGroups(table: ScoringTable): Generator<UnmetWeight> {
  for (const group of table.groups) {
    if (group.weight === null) continue;
    const members = indicatorsOf(table, group.indicators);
    const parts = childParts(table, group.path, members);
    if (parts === null || parts.length === 0 || isMet(group.weight, parts, members)) continue;
    yield {
      label: `${calledGroup(group)}分值`,
      stated: group.weight,
      quote: group.quote,
      said: true,
      parts,
      sum: total(parts),
    };
  }
}

const FULL_MARK = /满分(?:为|是|共)?100分|总分(?:值)?(?:为|是|共)?100分|百分制|100分制/u;

function* unmetWhole(report: Report, table: ScoringTable): Generator<UnmetWeight> {
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
    label: printed === null ? '满分' : '分值合计印',
    stated,
    quote: table.totalWeight?.value ? cellQuote(table.totalWeight) : null,
    said: printed !== null || said,
    parts,
    sum,
  };
}

const hasBonus = (table: ScoringTable): boolean => table.indicators.some(isBonus);
