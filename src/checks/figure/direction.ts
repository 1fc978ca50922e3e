import { span } from '../../numbers/figure.js';
import type { Interval } from '../../numbers/interval.js';
import type { ChangeStatement, DirectionStatement, Mention, Quote } from '../../report/model.js';
import { directionWord } from '../../report/statements/terms.js';
import { defineRule } from '../rule.js';
import { type DeniedLevel, deniedLevels, levelMessage } from './level.js';
import { evidenceOf, named, raw } from './words.js';

interface Pair {
  readonly kind: 'pair';
  readonly left: Mention;
  readonly right: Mention;
  /** What the words say of left against right, and what the figures say. */
  readonly said: string;
  readonly is: string;
}

type Data = Pair | { readonly kind: 'level'; readonly denied: DeniedLevel };

export default defineRule<Data>({
  id: 'figure/direction',
  severity: 'error',
  title: '升降方向不符',
  summary: '写增加、减少、上升、下降、大于、小于、持平，而旁边的数相反',
  basis: '两个数的大小。',
  example: '年初预算12.00万元，支出决算10.59万元，决算数大于预算数的主要原因是……——10.59小于12.00。',
  limits: [
    '两个数按印出位数可能相等时不判断；“基本持平”不判断。',
    '增减的对象没有写出本年和上年两个数时，只看增减额与幅度的用词是否一致。',
    '写收支总计“持平”而没有数的，只有所写原因和报告中本年支出的增减都指向同一方向时，才作疑点。',
  ],
  *check({ report, checked }) {
    for (const statement of report.statements) {
      if (statement.kind === 'direction') yield* compared(statement, checked);
      else if (statement.kind === 'change') yield* changed(statement, checked);
    }
    for (const denied of deniedLevels(report)) {
      yield {
        data: { kind: 'level' as const, denied },
        evidence: [denied.said, denied.change.quote],
        claimed: '持平',
        expected: denied.change.direction === 'up' ? '增加' : '减少',
        severity: 'warning' as const,
      };
    }
  },
  message: (data) => {
    if (data.kind === 'level') return levelMessage(data.denied);
    const { left, right, said, is } = data;
    return said.includes('”又写“')
      ? `文中写“${said}”：${is}。`
      : `文中写“${said}”，而${named(left)}，${named(right)}：${is}。`;
  },
  suggestion: () => '核对两个数和说明文字，改正其中有误的一处。',
});

type Mark = (...mentions: readonly (Mention | null)[]) => void;

/** -1, 0, 1 when the printed digits decide; null when rounding leaves it open. */
function order(a: Interval, b: Interval): -1 | 0 | 1 | null {
  if (a.low.eq(a.high) && b.low.eq(b.high) && a.low.eq(b.low)) return 0;
  // Spans that only touch belong to two neighbouring prints: 2000.02 is less than 2000.03.
  if (a.high.lte(b.low)) return -1;
  if (a.low.gte(b.high)) return 1;
  return null;
}

const WORDS = { greater: '大于', less: '小于', equal: '等于' } as const;

function* compared(s: DirectionStatement, checked: Mark) {
  checked(s.left, s.right);
  const by = order(span(s.left.figure), span(s.right.figure));
  // 小于 said of two figures printed alike: rounding may hide the difference, so a person must look.
  const alike = s.left.figure.value.eq(s.right.figure.value) && s.relation !== 'equal';
  if (by === null && !alike) return;
  const relation = by === 1 ? 'greater' : by === -1 ? 'less' : 'equal';
  if (relation === s.relation) return;
  yield {
    data: {
      kind: 'pair' as const,
      left: s.left,
      right: s.right,
      said: s.said ?? `决算数${WORDS[s.relation]}预算数`,
      is: `${raw(s.left)}${WORDS[relation]}${raw(s.right)}`,
    },
    evidence: evidenceOf(s.quote, s.left, s.right),
    claimed: WORDS[s.relation],
    expected: WORDS[relation],
    ...(alike ? { severity: 'warning' as const } : {}),
  };
}

const SAID = { up: '增加', down: '减少', flat: '持平' } as const;

/** What each word of change turns into: 上升 should have been 下降. */
const OPPOSITE: Readonly<Record<string, string>> = {
  上升: '下降',
  增长: '下降',
  提高: '降低',
  提升: '降低',
  上涨: '下降',
  下降: '增长',
  降低: '提高',
  增加: '减少',
  减少: '增加',
  增: '减',
  减: '增',
  升: '降',
  降: '升',
};

function* changed(s: ChangeStatement, checked: Mark) {
  const { current, previous, difference, rate } = s;
  if (current !== null && previous !== null) {
    const by = order(span(current.figure), span(previous.figure));
    const is = by === 1 ? 'up' : by === -1 ? 'down' : by === 0 ? 'flat' : null;
    checked(current, previous);
    if (is !== null && is !== s.direction) {
      // Some tellings give no word for the direction (增减率 in a table): then the figures alone speak.
      const told = directionWord(difference ?? rate ?? current)?.word ?? SAID[s.direction];
      yield turn(
        current,
        previous,
        told,
        `${raw(current)}${is === 'up' ? '大于' : is === 'down' ? '小于' : '等于'}${raw(previous)}`,
        is === 'flat' || s.direction === 'flat' ? SAID[is] : (OPPOSITE[told] ?? SAID[is]),
        s.quote,
      );
      return;
    }
  }
  if (difference === null || rate === null) return;
  const [a, b] = [directionWord(difference), directionWord(rate)];
  if (a === null || b === null || a.direction === b.direction) return;
  const [word, other] = [`${a.word}${raw(difference)}`, `${b.word}${raw(rate)}`];
  yield {
    data: {
      kind: 'pair' as const,
      left: difference,
      right: rate,
      said: `${word}”又写“${other}`,
      is: '增减额与幅度的方向相反',
    },
    evidence: evidenceOf(s.quote, difference, rate),
    claimed: `${word}，${other}`,
    expected: null,
  };
}

function turn(
  left: Mention,
  right: Mention,
  said: string,
  is: string,
  expected: string | null,
  quote: Quote,
) {
  return {
    data: { kind: 'pair' as const, left, right, said, is },
    evidence: evidenceOf(quote, left, right),
    claimed: said,
    expected,
  };
}
