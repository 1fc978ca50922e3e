import { scanFigures } from '../language/figures.js';
import { span } from '../numbers/figure.js';
import type { Indicator } from '../report/model.js';
import type { MeasuredRule } from '../rubric/index.js';
import { bareName } from './names.js';
import type { RowValue } from './row-values.js';

/** What may stand between a name and its figure: 完成率为98%, 满意度仅达91%. */
const LINKS = /(?:实际)?(?:只有|仅|约|已|为|是|达到?|:|=)*$/u;
const RATE = /(?:率|度|比例|比重|占比)$/u;
/** A part of the work, another year, or what should have been. */
const OTHERS =
  /项目|其中|个别|部分|上年|去年|同期|目标|计划|要求|标准|季度|上半年|\d月|低于|高于|未达|不足|超/u;

/**
 * The rate that a row's own reason states under the indicator's name, or the end of it: 完成率98%，工期延误 beside
 * 河道清淤完成率. Two rates in one reason are a comparison, of which neither is taken.
 */
export function reasonedValue(indicator: Indicator, rule: MeasuredRule): RowValue | null {
  if (rule.measure !== 'rate' || indicator.reason === null) return null;
  const rates = scanFigures(indicator.reason).filter(({ figure }) => figure.unit.kind === 'rate');
  const [only, ...more] = rates;
  if (only === undefined || more.length > 0 || only.figure.bound !== 'exactly') return null;
  const clause =
    indicator.reason
      .slice(0, only.start)
      .split(/[，。；、,;\n]/u)
      .at(-1) ?? '';
  const label = bareName(clause.replace(LINKS, ''));
  const name = bareName(indicator.name);
  const named = label.length >= 3 && RATE.test(label) && (name.endsWith(label) || label.endsWith(name));
  const beyond = label.endsWith(name) ? label.slice(0, label.length - name.length) : label;
  if (!named || OTHERS.test(beyond)) return null;
  return {
    value: { point: only.figure.value, range: span(only.figure) },
    trace: `说明中载明 ${clause.replace(LINKS, '').trim()} ${only.figure.raw}`,
  };
}
