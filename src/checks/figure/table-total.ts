import { digits } from '../../numbers/decimal.js';
import { span } from '../../numbers/figure.js';
import { meets, total as sumOf } from '../../numbers/interval.js';
import type { TableSum } from '../../report/model.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly sum: TableSum;
  /** In the printed unit of the total. */
  readonly computed: string;
  readonly difference: string;
  readonly terms: string;
}

/** How many terms a message spells out; the rest are counted. All of them are in the evidence. */
const SPELLED_OUT = 12;

export default defineRule<Data>({
  id: 'figure/table-total',
  severity: 'error',
  title: '表内合计不符',
  summary: '表格中合计、小计的行或列不等于其各组成部分之和',
  basis: '合计数等于各组成项之和；各数按其印出的小数位数允许四舍五入误差。',
  example: '货物122.43、工程1387.72、服务819.07，合计印2319.21：122.43+1387.72+819.07=2329.22，相差10.01。',
  limits: [
    '哪些行构成合计表中并不写明：只有表格结构唯一、或同表其他列（行）印证的加总关系才判断，其余不判断。',
    '“其中：”之下的行只是上一行的一部分，不要求加满。',
    '比率、单价、标准等不可相加的列不判断。',
  ],
  *check({ report, checked }) {
    for (const sum of report.tableSums) {
      checked(sum.total, ...sum.parts);
      const range = sumOf(sum.parts.map((part) => span(part.figure)));
      if (meets(span(sum.total.figure), range)) continue;
      const { factor } = sum.total.figure.unit;
      const point = sum.parts.reduce(
        (value, part) => value.plus(part.figure.value),
        sum.total.figure.value.times(0),
      );
      // As many decimals as the parts are printed with: 18.00+35.50 is 53.50.
      const computed = point
        .div(factor)
        .toFixed(Math.max(...sum.parts.map(({ figure }) => decimals(figure.raw))));
      yield {
        data: {
          sum,
          computed,
          difference: digits(sum.total.figure.value.minus(point).abs().div(factor)),
          terms: terms(sum),
        },
        evidence: [
          { text: sum.total.text, where: sum.total.where },
          ...sum.parts.map((part) => ({ text: part.text, where: part.where })),
        ],
        claimed: sum.total.figure.raw,
        expected: computed,
      };
    }
  },
  message: ({ sum, computed, difference, terms }) =>
    `${sum.through === '' ? '' : `${sum.axis === 'row' ? '列' : '行'}“${sum.through}”的`}“${sum.label}”为${sum.total.figure.raw}，各组成项之和 ${terms}=${computed}，相差${difference}。`,
  suggestion: () => '核对合计与各组成项，改正其中有误的数。',
});

const decimals = (raw: string): number =>
  /\.(\d+)/u.exec(raw.normalize('NFKC').replace(/\s/gu, ''))?.[1]?.length ?? 0;

function terms(sum: TableSum): string {
  const printed = sum.parts.map((part) => part.figure.raw);
  const shown = printed.slice(0, SPELLED_OUT).join('+');
  return printed.length > SPELLED_OUT ? `${shown}+…（共${printed.length}项）` : shown;
}
