import { squeeze } from '../../language/fold.js';
import { span } from '../../numbers/figure.js';
import { meets, total as sumOf } from '../../numbers/interval.js';
import type { ExecutionRow, Mention, ScoringTable, TableSum } from '../model.js';

type Column = 'initialBudget' | 'budget' | 'received' | 'executed';

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['initialBudget', '年初预算数'],
  ['budget', '全年预算数'],
  ['received', '到位资金'],
  ['executed', '全年执行数'],
];

/** The residual that closes the list of sources: with it, the sources are all of the total. */
const RESIDUAL = /^(?:其中[:：]?)?(?:其他|其它)(?:资金|来源|收入)?$/u;
const INCLUDED = /^其中/u;

/**
 * The sums of the amounts blocks of project forms: 年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金. Only a block
 * that ends with the residual source, breaks nothing down twice, and adds up in at least one of its columns counts.
 */
export const executionSums = (tables: readonly ScoringTable[]): readonly TableSum[] =>
  tables.flatMap(({ execution }) => blockSums(isTotalLast(execution) ? totalFirst(execution) : execution));

/** 基本支出, 项目支出 and then 合计: the total may close the block, and then all above it is its parts. */
const isTotalLast = (rows: readonly ExecutionRow[]): boolean =>
  TOTAL.test(squeeze(rows.at(-1)?.label ?? '')) && !rows.slice(0, -1).some(({ label }) => NESTED.test(label));

const totalFirst = (rows: readonly ExecutionRow[]): readonly ExecutionRow[] => {
  const last = rows.at(-1);
  return last === undefined ? rows : [{ ...last, isTotal: true }, ...rows.slice(0, -1)];
};

const TOTAL = /^(?:合计|总计|资金合计|预算合计)$/u;
const NESTED = /其中|总额|合计|小计|总计/u;

function blockSums(rows: readonly ExecutionRow[]): readonly TableSum[] {
  const [total, ...parts] = rows;
  if (!total?.isTotal || parts.length < 2) return [];
  if (!TOTAL.test(squeeze(total.label)) && !RESIDUAL.test(squeeze(parts.at(-1)?.label ?? ''))) return [];
  if (parts.slice(1).some(({ label }) => INCLUDED.test(squeeze(label)))) return [];
  const sums = COLUMNS.flatMap(([column, heading]): readonly TableSum[] => {
    const whole = total[column];
    const amounts = parts.flatMap((part) => part[column] ?? []);
    if (whole === null || whole.figure.value.isZero() || amounts.length === 0) return [];
    if ([whole, ...amounts].some(({ figure }) => figure.unit.kind !== whole.figure.unit.kind)) return [];
    return [
      {
        total: whole,
        parts: amounts,
        label: total.label,
        partLabels: parts.filter((part) => part[column] !== null).map(({ label }) => label),
        axis: 'row',
        through: heading,
        quote: { text: whole.text, where: whole.where },
      },
    ];
  });
  return sums.some(fits) ? sums : [];
}

const fits = ({ total, parts }: TableSum): boolean =>
  meets(span(total.figure), sumOf(parts.map((part: Mention) => span(part.figure))));
