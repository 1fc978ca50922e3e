/** Faults in the scoring table and in what the text says of it. Totals are printed anew unless the fault is in them. */
import { type Decimal, dec } from '../../../src/numbers/decimal.ts';
import type { Random } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { gradeOf, type Item, itemSum, narrativeScore, printedTotal } from '../scoring.ts';
import { scoreText } from '../style.ts';
import type { Fault, Planted } from './fault.ts';

const TABLED = [1, 2, 4, 5, 6, 7, 8] as const;
const RULED = [1, 2, 5, 6, 8] as const;
const TOTALS = [
  'score/total-vs-items',
  'score/narrative-vs-table',
  'grade/vs-verified',
  'grade/vs-score',
  'figure/table-total',
] as const;
const ROW = [
  'score/rescored',
  'score/unattainable',
  'score/unexplained-deduction',
  'score/contradicts-narrative',
  'target/unmet',
] as const;

const found = (item: Item, note: string): Planted => ({
  anchors: [item.name],
  note: `${item.name}：${note}`,
});

const loses = (item: Item): boolean => item.score.lt(item.weight);

/** Full marks where the rule and the report's own figures give less: the figures are moved, the score stays. */
function rescored(name: string, kinds: readonly string[], rule = 'score/rescored'): Fault {
  return {
    name,
    rule,
    also: [
      'score/unattainable',
      'score/contradicts-narrative',
      'target/unmet',
      'score/unexplained-deduction',
      'grade/vs-verified',
    ],
    layouts: RULED,
    before: (s, random) => {
      const places = s.scoring.items.filter(
        (item) => item.ratio && kinds.includes(item.rule.kind) && item.rule.score,
      );
      if (places.length === 0) return null;
      const item = random.pick(places);
      const given = item.rule.score?.(item.ratio ?? dec(0)) ?? item.weight;
      const step =
        item.rule.kind === 'proportion'
          ? dec('0.6')
          : item.rule.kind === 'bands'
            ? item.weight.mul('0.25')
            : (item.rule.quantum ?? dec('0.5')).mul(2);
      const wrong = given.eq(item.weight)
        ? given.sub(step)
        : item.weight.sub(given).gte(step)
          ? item.weight
          : given.sub(step);
      if (wrong.lt(0) || wrong.eq(given)) return null;
      item.score = wrong;
      item.told = true;
      item.cause = wrong.lt(item.weight)
        ? {
            reason: `${item.name}未达满分要求`,
            problem: `${item.name}有待提高`,
            detail: `${item.name}还有提升空间`,
            measure: `进一步做好${item.name}相关工作`,
          }
        : null;
      return found(item, `应得${scoreText(given)}，印${scoreText(wrong)}`);
    },
  };
}

const other = (total: Decimal, random: Random): Decimal =>
  total.add(random.pick(['1', '-1', '2', '-2', '0.5', '-1.5', '-3']));

const sameGrade = (a: Decimal, b: Decimal, s: Scenario): boolean =>
  gradeOf(a, s.scoring.words) === gradeOf(b, s.scoring.words) && a.lte(100);

export const SCORE_FAULTS: readonly Fault[] = [
  {
    name: 'total-vs-items',
    rule: 'score/total-vs-items',
    also: TOTALS,
    layouts: TABLED,
    before: (s, random) => {
      const sum = itemSum(s.scoring);
      const wrong = other(sum, random);
      if (!sameGrade(sum, wrong, s)) return null;
      s.scoring.total = wrong;
      return { anchors: [scoreText(wrong), scoreText(sum)], note: `各行之和${sum}，合计印${wrong}` };
    },
  },
  {
    name: 'narrative-vs-table',
    rule: 'score/narrative-vs-table',
    also: TOTALS,
    layouts: [1, 2, 5, 6, 7, 8],
    before: (s, random) => {
      const sum = itemSum(s.scoring);
      const wrong = other(sum, random);
      if (!sameGrade(sum, wrong, s)) return null;
      s.scoring.total = sum;
      s.scoring.narrative = wrong;
      return { anchors: [scoreText(wrong)], note: `合计${sum}，正文${wrong}` };
    },
  },
  {
    name: 'above-weight',
    rule: 'score/above-weight',
    also: [...TOTALS, ...ROW],
    layouts: TABLED,
    before: (s, random) => {
      const item = random.pick(s.scoring.items.filter((i) => !loses(i)));
      item.score = item.weight.add(random.pick(['1', '0.5', '2']));
      if (itemSum(s.scoring).gt(100)) {
        const judged = s.scoring.items.filter((i) => i !== item && i.cause && loses(i));
        const give = itemSum(s.scoring).sub(100);
        const from = judged[0];
        if (!from || from.score.lte(give)) return null;
        from.score = from.score.sub(give);
      }
      return found(item, `分值${item.weight}，得${item.score}`);
    },
  },
  {
    name: 'item-weight',
    rule: 'score/weights-total',
    also: [...ROW, 'score/above-weight', 'rubric/inconsistent', ...TOTALS],
    layouts: TABLED,
    before: (s, random) => {
      const item = random.pick(
        s.scoring.items.filter((i) => i.rule.kind === 'judgement' && !loses(i) && i.weight.gte(3)),
      );
      const groups = s.scoring.items.filter((i) => i.group === item.group);
      s.scoring.groupWeights.set(
        item.group,
        groups.reduce((sum, i) => sum.add(i.weight), dec(0)),
      );
      s.scoring.groupWeights.set(
        `${item.group}/${item.subgroup}`,
        groups.filter((i) => i.subgroup === item.subgroup).reduce((sum, i) => sum.add(i.weight), dec(0)),
      );
      item.weight = item.weight.add(random.pick([1, 2]));
      return { anchors: [item.name, '100', item.group], note: `${item.name}分值改为${item.weight}` };
    },
  },
  {
    name: 'group-weight',
    rule: 'score/weights-total',
    also: [],
    layouts: [1, 2, 6, 7],
    before: (s, random) => {
      const item = random.pick(s.scoring.items);
      const sum = s.scoring.items
        .filter((i) => i.group === item.group)
        .reduce((total, i) => total.add(i.weight), dec(0));
      const wrong = sum.add(random.pick([1, -1, 2, 5]));
      s.scoring.groupWeights.set(item.group, wrong);
      return { anchors: [item.group], note: `${item.group}分值印${wrong}，下级之和${sum}` };
    },
  },
  {
    name: 'missing-score',
    rule: 'score/missing',
    also: TOTALS,
    layouts: TABLED,
    before: (s, random) => {
      const item = random.pick(s.scoring.items.filter((i) => !loses(i)));
      s.scoring.total = itemSum(s.scoring);
      item.blank = true;
      return found(item, '得分空白');
    },
  },
  {
    name: 'unattainable',
    rule: 'score/unattainable',
    also: ROW,
    layouts: RULED,
    before: (s, random) => {
      const places = s.scoring.items.filter((i) => i.rule.never);
      if (places.length === 0) return null;
      const item = random.pick(places);
      if (!item.rule.never) return null;
      item.score = item.rule.never;
      item.told = true;
      item.cause ??= {
        reason: '尚有不足',
        problem: `${item.name}有不足`,
        detail: `${item.name}方面还有不足`,
        measure: `改进${item.name}工作`,
      };
      return found(item, `得${scoreText(item.score)}，规则不能给出：${item.sentence}`);
    },
  },
  rescored('rescored-steps', ['steps']),
  rescored('rescored-bands', ['bands']),
  rescored('rescored-proportion', ['proportion']),
  {
    name: 'rescored-execution',
    rule: 'score/rescored',
    also: ROW,
    layouts: [4, 7],
    before: (s) => {
      const { execution } = s.scoring;
      if (!execution || execution.score.gte(10)) return null;
      execution.score = dec(10);
      return {
        anchors: ['10', '执行率', '年度资金总额'],
        note: `执行率${execution.ratio.mul(100).toFixed(2)}%，得10分`,
      };
    },
  },
  {
    name: 'unexplained-deduction',
    rule: 'score/unexplained-deduction',
    also: ['score/unattainable', 'score/rescored'],
    layouts: TABLED,
    before: (s, random) => {
      const judged = s.scoring.items.filter(
        (i) =>
          i.rule.kind === 'judgement' && !loses(i) && i.ratio === null && s.layout !== 4 && s.layout !== 7,
      );
      const form = s.scoring.items.filter((i) => i.group === '效益指标' && !loses(i));
      const places = s.layout === 4 || s.layout === 7 ? form : judged;
      if (places.length === 0) return null;
      const item = random.pick(places);
      item.score = item.weight.sub(random.pick(['1', '1.5', '2']));
      item.cause = null;
      return found(item, `扣${item.weight.sub(item.score)}分，没有原因`);
    },
  },
  {
    name: 'contradicts-narrative',
    rule: 'score/contradicts-narrative',
    also: ['score/rescored', 'score/unattainable'],
    layouts: RULED,
    before: (s, random) => {
      const places = s.scoring.items.filter((i) => i.cause && i.ratio === null && loses(i));
      if (places.length === 0) return null;
      const item = random.pick(places);
      item.score = item.weight;
      return found(item, `问题部分写明${item.cause?.problem}，仍得满分`);
    },
  },
  {
    name: 'grade-vs-score',
    rule: 'grade/vs-score',
    also: ['grade/vs-verified'],
    before: (s, random) => {
      const right = gradeOf(narrativeScore(s.scoring), s.scoring.words);
      const wrong = random.pick(s.scoring.words.filter((word) => word !== right));
      if (s.layout === 4) return null;
      s.scoring.grade = wrong;
      return {
        anchors: [wrong],
        note: `${scoreText(narrativeScore(s.scoring))}分应为${right}，写成${wrong}`,
      };
    },
  },
  {
    name: 'grade-vs-verified',
    rule: 'grade/vs-verified',
    also: [...TOTALS],
    layouts: [1, 2, 5, 6, 7, 8],
    before: (s, random) => {
      // The rows add up to a good report, the text and the total claim an excellent one.
      const judged = s.scoring.items.filter(
        (i) => i.ratio === null && i.weight.gte(6) && i.rule.kind === 'judgement',
      );
      const target = dec(random.pick(['88.5', '87', '89', '86.4']));
      for (const item of judged) {
        const over = itemSum(s.scoring).sub(target);
        if (over.lte(0)) break;
        const cut = over.gt(item.score.mul('0.6')) ? item.score.mul('0.5').toDecimalPlaces(0) : over;
        item.score = item.score.sub(cut);
        item.cause ??= {
          reason: '完成情况与要求有差距',
          problem: `${item.name}有差距`,
          detail: `${item.name}与要求相比有差距`,
          measure: `提高${item.name}`,
        };
      }
      if (itemSum(s.scoring).gte(90)) return null;
      s.scoring.total = dec(random.pick(['91', '92.5', '90.5']));
      return {
        anchors: [s.scoring.words[0], scoreText(s.scoring.total), scoreText(itemSum(s.scoring))],
        note: `各行之和${itemSum(s.scoring)}，称${printedTotal(s.scoring)}分、${s.scoring.words[0]}`,
      };
    },
  },
  {
    name: 'rubric-inconsistent',
    rule: 'rubric/inconsistent',
    also: [...ROW],
    layouts: RULED,
    before: (s, random) => {
      const places = s.scoring.items.filter((i) => i.rule.broken && !loses(i));
      if (places.length === 0) return null;
      const item = random.pick(places);
      item.sentence = item.rule.broken ?? item.sentence;
      return found(item, item.sentence);
    },
  },
  {
    name: 'rubric-altered',
    rule: 'rubric/altered',
    also: ['rubric/inconsistent', 'score/weights-total', ...ROW, 'score/above-weight'],
    layouts: RULED,
    before: (s, random) => {
      const indicators = s.scoring.items.map((i) => ({
        group: [i.group, i.subgroup],
        name: i.name,
        weight: scoreText(i.weight),
        rule: i.sentence,
        formula: i.explanation.includes('=') ? i.explanation : '',
        startedStep: null,
      }));
      const rubric = { id: 'issued', title: '下发标准', indicators, total: '100' };
      const from = random.pick(
        s.scoring.items.filter((i) => i.rule.kind === 'judgement' && !loses(i) && i.weight.gte(3)),
      );
      const to = s.scoring.items.find((i) => i !== from && i.rule.kind === 'judgement' && !loses(i));
      if (!to) return null;
      from.weight = from.weight.sub(1);
      from.score = from.weight;
      to.weight = to.weight.add(1);
      to.score = to.weight;
      return { anchors: [from.name, to.name], note: `${from.name}分值减1，${to.name}加1`, rubric };
    },
  },
];
