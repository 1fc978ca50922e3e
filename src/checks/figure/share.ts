import { dec } from '../../numbers/decimal.js';
import { judge } from '../../numbers/judge.js';
import { quotientOf, sumOf } from '../../numbers/relations.js';
import type { ShareStatement, SumStatement } from '../../report/model.js';
import { agrees, sumFits } from '../../report/statements/fit.js';
import { defineRule } from '../rule.js';
import { unitSlip } from './unit-slip.js';
import { asPrinted, evidenceOf, intervals, inUnitOf, type Judged, named, raw } from './words.js';

interface Data extends Judged {
  readonly share: ShareStatement;
  /** The shares of this whole make up 100% because the last one was adjusted. */
  readonly adjusted: boolean;
}

export default defineRule<Data>({
  id: 'figure/share',
  severity: 'error',
  title: '占比不符',
  summary: '“占x%”“占比x%”不等于部分除以整体',
  basis: '占比＝部分÷整体；各数按其印出的小数位数允许四舍五入误差。',
  example: '支出合计4556.28万元：基本支出2584.77万元，占54.69%——2584.77÷4556.28=56.73%。',
  limits: [
    '整体没有在本句写明、也不能由句式确定时不判断。',
    '各项占比合计恰为100%而其中一项差一个末位，视为尾数调整，只作提示。',
  ],
  *check({ report, checked }) {
    const shares = report.statements.filter((s) => s.kind === 'share');
    const closed = adjustedGroups(shares);
    const sums = report.statements.filter((s) => s.kind === 'sum' && !sumFits(s));
    for (const share of shares) {
      const computed = quotientOf(share.part.figure, share.whole.figure);
      if (computed === null) continue;
      const stated = share.rate.figure;
      const verdict = judge(stated, computed);
      if (verdict === 'too-coarse') continue;
      checked(share.part, share.whole, share.rate);
      if (verdict === 'exact' || verdict === 'within-rounding') continue;
      const off = stated.value.minus(computed.point).abs();
      const adjusted = closed.has(share) && off.lte(stated.quantum.times('1.5'));
      if (verdict === 'contradiction' && !adjusted && unitSlip(stated, computed) !== null) continue;
      if (sums.some((sum) => sum.kind === 'sum' && isRightOfSum(share, sum))) continue;
      const expression = `${raw(share.part)}÷${raw(share.whole)}`;
      yield {
        data: { share, expression, stated, computed, verdict, adjusted },
        evidence: evidenceOf(share.quote, share.part, share.whole),
        claimed: raw(share.rate),
        expected: asPrinted(stated, computed.point),
        ...(verdict === 'truncated' || adjusted ? { severity: 'notice' as const } : {}),
      };
    }
  },
  message: (data) => {
    const sum = `${named(data.share.part)}占${raw(data.share.whole)}的比例：${data.expression}=${inUnitOf(data.stated, data.computed.point)}`;
    if (data.verdict === 'truncated')
      return `${sum}，文中写${raw(data.share.rate)}，是截去尾数而不是四舍五入。`;
    if (data.adjusted)
      return `${sum}，文中写${raw(data.share.rate)}，相差一个末位，应是为使各项占比合计100%所作的尾数调整。`;
    return `${sum}，文中写${raw(data.share.rate)}${intervals(data)}。`;
  },
  suggestion: ({ verdict, adjusted }) =>
    verdict === 'truncated' || adjusted
      ? '可按四舍五入改写。'
      : '核对部分、整体和占比三个数，改正其中有误的数。',
});

/**
 * Whether a share is right of what the parts add up to: then the total is what is wrong, and figure/sum tells it once for all
 * of its shares.
 */
function isRightOfSum(
  { part, whole, rate }: ShareStatement,
  { total, parts, complete }: SumStatement,
): boolean {
  if (!complete || whole !== total || !parts.includes(part)) return false;
  const { point } = sumOf(parts.map(({ figure }) => figure));
  return agrees(rate.figure, quotientOf(part.figure, { ...whole.figure, value: point }));
}

/** Shares of one whole in one sentence that total 100% as printed. */
function adjustedGroups(shares: readonly ShareStatement[]): ReadonlySet<ShareStatement> {
  const groups = new Map<unknown, ShareStatement[]>();
  for (const share of shares) groups.set(share.whole, [...(groups.get(share.whole) ?? []), share]);
  const closed = new Set<ShareStatement>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const total = group.reduce((sum, share) => sum.plus(share.rate.figure.value), dec(0));
    if (total.eq(1)) for (const share of group) closed.add(share);
  }
  return closed;
}
