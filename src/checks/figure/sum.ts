import { dec } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { judge } from '../../numbers/judge.js';
import { productOf, sumOf } from '../../numbers/relations.js';
import type { EnumerationStatement, Mention, ProductStatement, SumStatement } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { isJudgedAsScore } from '../score/shared/told-sums.js';
import { equationMessage, equations, type WrongEquation } from './equation.js';
import { partSlip, unitSlip } from './unit-slip.js';
import { asPrinted, evidenceOf, intervals, inUnitOf, type Judged, named, raw } from './words.js';

interface Sum extends Judged {
  readonly kind: 'sum' | 'product' | 'short';
  readonly total: Mention;
  readonly count: number;
}

/** A count beside another number of names. */
interface Names {
  readonly kind: 'names';
  readonly count: Mention;
  readonly names: readonly string[];
}

type Data = Sum | WrongEquation | Names;

/** A remainder smaller than this part of the total is seldom a part that was left out on purpose. */
const SMALL_REST = dec('0.03');
const SPELLED_OUT = 12;

export default defineRule<Data>({
  id: 'figure/sum',
  severity: 'error',
  title: '分项合计不符',
  summary: '一句话里各分项之和不等于写明的合计，或单价乘数量不等于金额',
  basis: '合计＝各分项之和，金额＝单价×数量；各数按其印出的小数位数允许四舍五入误差。',
  example: '支出2956.36万元，由甲2424.00、乙432.65、丙93.12、丁6.5万元组成——四项之和为2956.27万元。',
  limits: [
    '“其中”“主要包括”“等”留有余地：分项之和小于合计而相差较大时不判断，相差不足3%时作疑点；大于合计是错误。',
    '带“约”“余”“以上”的数不判断。',
    '得分的合计与分项，其中有数已由得分的规则判为不符的，不重复提出。',
    '写明个数又列出名称的（8个内设机构：……），只数每个名称都像机构名称的名单，不符作疑点。',
  ],
  *check({ report, checked }) {
    yield* equations(report, false, checked);
    for (const statement of report.statements) {
      if (statement.kind === 'sum') {
        const [wrong] = sums(statement, checked);
        if (wrong !== undefined && !isJudgedAsScore(report, statement)) yield wrong;
      }
      if (statement.kind === 'product') yield* products(statement, checked);
      else if (statement.kind === 'enumeration') yield* names(statement, checked);
    }
  },
  message: (data) => {
    if (data.kind === 'equation') return equationMessage(data);
    if (data.kind === 'names')
      return `写明${raw(data.count)}，列出的名称是${data.names.length}个：${data.names.join('、')}。`;
    const difference = inUnitOf(data.stated, data.stated.value.minus(data.computed.point));
    const sum = `${data.kind === 'product' ? '' : `${data.count}个分项之和 `}${data.expression}=${inUnitOf(data.stated, data.computed.point)}`;
    if (data.verdict === 'truncated') return `${sum}，文中写${named(data.total)}，是截去尾数而不是四舍五入。`;
    if (data.kind === 'short')
      return `${named(data.total)}，列出的${sum}，少${difference}；如已列全，则合计或分项有误。`;
    return `${named(data.total)}，${sum}，相差${difference}${intervals(data)}。`;
  },
  suggestion: ({ kind }) =>
    kind === 'equation'
      ? '核对算式中的各数和结果，改正其中有误的数。'
      : kind === 'names'
        ? '核对数目和所列名称，改正其中有误的一处。'
        : kind === 'product'
          ? '核对单价、数量和金额，改正其中有误的数。'
          : '核对合计与各分项，改正其中有误的数。',
});

function* sums(statement: SumStatement, checked: (...mentions: readonly (Mention | null)[]) => void) {
  const stated = statement.total.figure;
  const computed = sumOf(statement.parts.map((part) => part.figure));
  const verdict = judge(stated, computed);
  const right = verdict === 'exact' || verdict === 'within-rounding' || verdict === 'too-coarse';
  const more = computed.range.low.gt(stated.value.plus(stated.quantum.div(2)));
  if (!right && !statement.complete && !more) {
    // Parts of a whole may be left out, but a tiny rest is worth a look.
    const rest = stated.value.minus(computed.point);
    if (statement.parts.length < 2 || stated.value.isZero() || rest.div(stated.value).gt(SMALL_REST)) return;
  }
  if (statement.complete || right || more) checked(statement.total, ...statement.parts);
  if (right || unitSlip(stated, computed) !== null) return;
  if (
    partSlip(
      stated,
      statement.parts.map((part) => part.figure),
    ) !== null
  )
    return;
  const kind = !statement.complete && !more ? ('short' as const) : ('sum' as const);
  const printed = statement.parts.map(raw);
  const shown = printed.slice(0, SPELLED_OUT).join('+');
  const expression = printed.length > SPELLED_OUT ? `${shown}+…（共${printed.length}项）` : shown;
  yield {
    data: { kind, total: statement.total, count: printed.length, expression, stated, computed, verdict },
    evidence: evidenceOf(statement.quote, statement.total, ...statement.parts.slice(0, 40)),
    claimed: raw(statement.total),
    expected: asPrinted(stated, computed.point),
    ...(verdict === 'truncated' ? { severity: 'notice' as const } : {}),
    ...(kind === 'short' ? { severity: 'warning' as const } : {}),
  };
}

function* names(
  { count, names, quote }: EnumerationStatement,
  checked: (...mentions: readonly Mention[]) => void,
) {
  checked(count);
  if (count.figure.value.eq(names.length)) return;
  yield {
    data: { kind: 'names' as const, count, names },
    evidence: evidenceOf(quote, count),
    claimed: raw(count),
    expected: `${names.length}${count.figure.unit.name}`,
    severity: 'warning' as const,
  };
}

/** 10×99.39%=9.94分: marks that a rate gives are printed rounded. */
function roundedProduct({ product: { figure }, factors }: ProductStatement): Figure {
  if (!figure.quantum.isZero() || !factors.some((factor) => factor.figure.unit.kind === 'rate'))
    return figure;
  const decimals = /\.(\d+)/u.exec(figure.raw)?.[1]?.length ?? 0;
  return decimals === 0 ? figure : { ...figure, quantum: dec(10).pow(-decimals) };
}

function* products(statement: ProductStatement, checked: (...mentions: readonly (Mention | null)[]) => void) {
  const stated = roundedProduct(statement);
  // A unit price in 元 is what it is: 300元 is not 299.5 to 300.5元. One in 万元 may have been rounded.
  const computed = productOf(
    statement.factors.map(({ figure }) =>
      figure.unit.name === '元' ? { ...figure, quantum: dec(0) } : figure,
    ),
  );
  const verdict = judge(stated, computed);
  checked(statement.product, ...statement.factors);
  if (verdict !== 'contradiction' && verdict !== 'truncated') return;
  if (unitSlip(stated, computed) !== null) return;
  yield {
    data: {
      kind: 'product' as const,
      total: statement.product,
      count: statement.factors.length,
      expression: statement.factors.map(raw).join('×'),
      stated,
      computed,
      verdict,
    },
    evidence: evidenceOf(statement.quote, statement.product),
    claimed: raw(statement.product),
    expected: asPrinted(stated, computed.point),
    ...(verdict === 'truncated' ? { severity: 'notice' as const } : {}),
  };
}
