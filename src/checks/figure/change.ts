import { dec } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { type Computed, type Judgement, judge } from '../../numbers/judge.js';
import {
  changeRateFromDifference,
  changeRateOf,
  changeRateOverPrevious,
  differenceOf,
} from '../../numbers/relations.js';
import type { ChangeStatement, Mention } from '../../report/model.js';
import { wordDirection } from '../../report/statements/terms.js';
import type { Draft } from '../rule.js';
import { defineRule } from '../rule.js';
import { unitSlip } from './unit-slip.js';
import { asPrinted, evidenceOf, intervals, inUnitOf, type Judged, raw } from './words.js';

interface Data extends Judged {
  readonly change: ChangeStatement;
  readonly what: 'difference' | 'rate';
  /** 增长13.95, the percent sign left out. */
  readonly signLost: boolean;
}

export default defineRule<Data>({
  id: 'figure/change',
  severity: 'error',
  title: '增减不符',
  summary: '本年数、上年数、增减额和增减幅度互相不符',
  basis: '增减额＝|本年数−上年数|，增减幅度＝增减额÷上年数；各数按其印出的小数位数允许四舍五入误差。',
  example: '2023年度收、支总计752.48万元，较上年减少194.51万元，下降20.45%——194.51÷(752.48+194.51)=20.54%。',
  limits: [
    '本年数、上年数、增减额、增减幅度四者中，能互相推算的不足三个时不判断。',
    '增减额和幅度是相对哪个数说的不能确定时，任一读法相符即不报。',
  ],
  *check({ report, checked }) {
    for (const change of report.statements) {
      if (change.kind !== 'change') continue;
      yield* differenceOfChange(change, checked);
      yield* rateOfChange(change, checked);
    }
  },
  message: (data) => {
    const stated = data.what === 'difference' ? data.change.difference : data.change.rate;
    const told = stated === null ? '' : raw(stated);
    const sum = `${data.what === 'difference' ? '增减额' : '增减幅度'} ${data.expression}=${inUnitOf(data.stated, data.computed.point)}`;
    if (data.signLost) return `${sum}，文中写“${told}”，缺少百分号。`;
    if (data.verdict === 'truncated') return `${sum}，文中写${told}，是截去尾数而不是四舍五入。`;
    return `${sum}，文中写${told}${intervals(data)}。`;
  },
  suggestion: ({ verdict, signLost }) =>
    signLost
      ? '补上百分号。'
      : verdict === 'truncated'
        ? '可按四舍五入改写。'
        : '核对本年数、上年数、增减额和幅度，改正其中有误的数。',
});

type Mark = (...mentions: readonly (Mention | null)[]) => void;

function* differenceOfChange(change: ChangeStatement, checked: Mark): Generator<Draft<Data>> {
  const { current, previous, difference } = change;
  if (current === null || previous === null || difference === null) return;
  const stated = magnitude(difference.figure);
  const computed = differenceOf(current.figure, previous.figure);
  const expression = `|${raw(current)}−${raw(previous)}|`;
  yield* draft(change, 'difference', difference, stated, computed, expression, checked);
}

function* rateOfChange(change: ChangeStatement, checked: Mark): Generator<Draft<Data>> {
  const { current, previous, difference, rate, direction } = change;
  if (rate === null || direction === 'flat') return;
  const readings: { computed: Computed; expression: string }[] = [];
  const add = (computed: Computed | null, expression: string): void => {
    if (computed !== null) readings.push({ computed, expression });
  };
  if (current !== null && previous !== null)
    add(changeRateOf(current.figure, previous.figure), `|${raw(current)}−${raw(previous)}|÷${raw(previous)}`);
  if (difference !== null && previous !== null)
    add(changeRateOverPrevious(difference.figure, previous.figure), `${raw(difference)}÷${raw(previous)}`);
  if (difference !== null && current !== null && previous === null)
    add(
      changeRateFromDifference(current.figure, difference.figure, direction),
      `${raw(difference)}÷(${raw(current)}${direction === 'up' ? '−' : '+'}${raw(difference)})`,
    );
  // 增加18.51万元，下降41.99%: which of the two words is wrong is for figure/direction; the rate may fit either.
  if (difference !== null && current !== null && previous === null && wordsDiffer(difference, rate))
    add(
      changeRateFromDifference(current.figure, difference.figure, direction === 'up' ? 'down' : 'up'),
      `${raw(difference)}÷(${raw(current)}${direction === 'up' ? '+' : '−'}${raw(difference)})`,
    );
  const signLost = rate.figure.unit.kind === 'bare';
  const stated = signLost ? asPercent(rate.figure) : magnitude(rate.figure);
  // A wrong difference has its own finding: a rate that fits either reading is right.
  const verdicts = readings.map(({ computed }) => judge(stated, computed));
  const best = verdicts.findIndex((verdict) => verdict !== 'contradiction');
  const chosen = readings[Math.max(best, 0)];
  if (chosen === undefined) return;
  yield* draft(change, 'rate', rate, stated, chosen.computed, chosen.expression, checked, signLost);
}

function wordsDiffer(difference: Mention, rate: Mention): boolean {
  const [a, b] = [wordDirection(difference), wordDirection(rate)];
  return a !== null && b !== null && a !== b;
}

function* draft(
  change: ChangeStatement,
  what: 'difference' | 'rate',
  mention: Mention,
  stated: Figure,
  computed: Computed,
  expression: string,
  checked: Mark,
  signLost = false,
): Generator<Draft<Data>> {
  const verdict: Judgement = judge(stated, computed);
  if (verdict === 'too-coarse') return;
  checked(change.current, change.previous, change.difference, mention);
  const right = verdict === 'exact' || verdict === 'within-rounding';
  if (right && !signLost) return;
  if (verdict === 'contradiction' && unitSlip(stated, computed) !== null) return;
  const severity = signLost ? 'warning' : verdict === 'truncated' ? 'notice' : 'error';
  yield {
    data: { change, what, expression, stated, computed, verdict, signLost: signLost && right },
    evidence: evidenceOf(change.quote, change.current, change.previous),
    claimed: raw(mention),
    expected: asPrinted(stated, computed.point),
    severity,
  };
}

/** 增减额 and 幅度 are told without regard to direction. */
const magnitude = (figure: Figure): Figure => ({ ...figure, value: figure.value.abs() });

const asPercent = (figure: Figure): Figure => ({
  ...figure,
  value: figure.value.abs().div(100),
  quantum: figure.quantum.div(100),
  unit: { name: '%', kind: 'rate', factor: dec('0.01') },
});
