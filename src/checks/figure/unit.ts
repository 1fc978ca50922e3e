import type { Carrier } from '../../documents/model.js';
import { dec, digits } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { type Computed, judge } from '../../numbers/judge.js';
import {
  changeRateFromDifference,
  changeRateOf,
  differenceOf,
  productOf,
  quotientOf,
  sumOf,
} from '../../numbers/relations.js';
import type { Mention, Quote, Statement } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { sameDigits } from './same-digits.js';
import { partSlip, unitSlip } from './unit-slip.js';
import { evidenceOf, excerpt, inUnitOf, named, raw } from './words.js';

interface Data {
  readonly problem: string;
}

interface Relation {
  readonly stated: Mention;
  readonly computed: Computed | null;
  readonly expression: string;
  readonly quote: Quote;
  readonly others: readonly (Mention | null)[];
}

export default defineRule<Data>({
  id: 'figure/unit',
  severity: 'warning',
  title: '单位有误',
  summary: '应为万元而写元，或相反；“万元”只写“万”',
  basis: '同一关系中的数换一个单位就相符，说明单位写错。',
  example: '120人×300元/人=3.6元——应为36000元，即3.6万元。',
  limits: [
    '只有换单位后恰好相符时才报；单独一个数的单位是否合理不判断。',
    '同一句里两个金额数字相同、单位不同的，至少五位有效数字、且不是单价和人均的才报。',
  ],
  *check({ report, checked }) {
    const told = new Set<Mention>();
    for (const statement of report.statements) {
      if (statement.kind !== 'sum') continue;
      const { total, parts, quote } = statement;
      if (judge(total.figure, sumOf(parts.map((part) => part.figure))) !== 'contradiction') continue;
      const slip = partSlip(
        total.figure,
        parts.map((part) => part.figure),
      );
      const part = slip === null ? undefined : parts[slip.index];
      if (slip === null || part === undefined || told.has(part)) continue;
      told.add(part);
      checked(total, ...parts);
      const right = `${digits(part.figure.value.div(part.figure.unit.factor))}${slip.factor === '10000' ? '万元' : '元'}`;
      yield {
        data: {
          problem: `${named(part)}改为${right}，各分项之和才等于${named(total)}：疑元与万元混用。`,
        },
        evidence: evidenceOf(quote, total, ...parts),
        claimed: raw(part),
        expected: right,
      };
    }
    for (const statement of report.statements) {
      for (const relation of relationsOf(statement)) {
        if (relation.computed === null) continue;
        const stated = unsigned(relation.stated.figure);
        if (judge(stated, relation.computed) !== 'contradiction') continue;
        const slip = unitSlip(stated, relation.computed);
        if (slip === null || relation.others.some((other) => other !== null && told.has(other))) continue;
        checked(relation.stated, ...relation.others);
        const value = inUnitOf(relation.stated.figure, relation.computed.point);
        yield {
          data: {
            problem: `${relation.expression}=${value}，文中写${raw(relation.stated)}：疑${slip}混用。`,
          },
          evidence: evidenceOf(relation.quote, relation.stated, ...relation.others),
          claimed: raw(relation.stated),
          expected: value,
        };
      }
    }
    for (const { larger, smaller } of sameDigits(report.mentions)) {
      if (told.has(larger) || told.has(smaller)) continue;
      checked(larger, smaller);
      yield {
        data: { problem: `${raw(larger)}与${raw(smaller)}数字相同，相差一万倍：疑元与万元混用。` },
        evidence: [larger, smaller].map((mention) => ({ text: excerpt(mention), where: mention.where })),
        claimed: raw(smaller),
        expected: raw(larger),
      };
    }
    for (const mention of report.mentions) {
      if (!isCut(mention) || isAtLineEnd(mention, report.document.carrier)) continue;
      yield {
        data: {
          problem: `${named(mention)}只写“${mention.figure.unit.name}”，应为“${mention.figure.unit.name}元”。`,
        },
        evidence: [{ text: excerpt(mention), where: mention.where }],
        claimed: raw(mention),
        expected: `${raw(mention)}元`,
      };
    }
  },
  message: ({ problem }) => problem,
  suggestion: () => '核对计量单位并改正。',
});

const unsigned = (figure: Figure): Figure => ({ ...figure, value: figure.value.abs() });

/** A PDF tells lines, not paragraphs: 元 may stand at the head of the next. */
const isAtLineEnd = ({ text, end }: Mention, carrier: Carrier): boolean =>
  carrier === 'pdf' && text.slice(end).trim() === '';

/** 国内公务接待支出0.39万（含…）: an amount of money by its words, 元 left out. */
function isCut(mention: Mention): boolean {
  const { unit } = mention.figure;
  if (unit.kind !== 'bare' || (unit.name !== '万' && unit.name !== '亿')) return false;
  const before = mention.text.slice(Math.max(0, mention.start - 16), mention.start);
  return /(?:支出|收入|预算|决算|经费|资金|费用|金额|费|拨款|投入)(?:共计|合计|为|达|约)?\s*$/u.test(before);
}

function relationsOf(s: Statement): readonly Relation[] {
  const base = { quote: s.quote };
  switch (s.kind) {
    case 'sum':
      return s.parts.length < 2
        ? []
        : [
            {
              ...base,
              stated: s.total,
              computed: sumOf(s.parts.map((p) => p.figure)),
              expression: `各分项之和 ${s.parts.slice(0, 12).map(raw).join('+')}`,
              others: s.parts.slice(0, 40),
            },
          ];
    case 'product':
      return [
        {
          ...base,
          stated: s.product,
          computed: productOf(s.factors.map(({ figure }) => ({ ...figure, quantum: dec(0) }))),
          expression: s.factors.map(raw).join('×'),
          others: s.factors,
        },
      ];
    case 'share':
      return [
        {
          ...base,
          stated: s.rate,
          computed: quotientOf(s.part.figure, s.whole.figure),
          expression: `${raw(s.part)}÷${raw(s.whole)}`,
          others: [s.part, s.whole],
        },
      ];
    case 'ratio':
      return [
        {
          ...base,
          stated: s.rate,
          computed: quotientOf(s.numerator.figure, s.denominator.figure),
          expression: `${raw(s.numerator)}÷${raw(s.denominator)}`,
          others: [s.numerator, s.denominator],
        },
      ];
    case 'change':
      return changeRelations(s, base);
    case 'equation':
      return [
        { ...base, stated: s.result, computed: s.computed, expression: s.expression, others: s.operands },
      ];
    case 'enumeration':
    case 'direction':
      return [];
  }
}

function changeRelations(s: Statement & { kind: 'change' }, base: { quote: Quote }): readonly Relation[] {
  const { current, previous, difference, rate, direction } = s;
  const out: Relation[] = [];
  if (current && previous && difference)
    out.push({
      ...base,
      stated: difference,
      computed: differenceOf(current.figure, previous.figure),
      expression: `|${raw(current)}−${raw(previous)}|`,
      others: [current, previous],
    });
  if (current && previous && rate && !difference)
    out.push({
      ...base,
      stated: rate,
      computed: changeRateOf(current.figure, previous.figure),
      expression: `|${raw(current)}−${raw(previous)}|÷${raw(previous)}`,
      others: [current, previous],
    });
  if (current && !previous && difference && rate && direction !== 'flat')
    out.push({
      ...base,
      stated: rate,
      computed: changeRateFromDifference(current.figure, difference.figure, direction),
      expression: `${raw(difference)}÷上年数`,
      others: [current, difference],
    });
  return out.filter((relation) => relation.stated.figure.unit.kind !== 'bare');
}
