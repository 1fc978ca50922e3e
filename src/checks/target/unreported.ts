import { scanFigures } from '../../language/figures.js';
import { squeeze } from '../../language/fold.js';
import { measure } from '../../language/measures.js';
import type { Goal, Report } from '../../report/model.js';
import { coverage, nameKey } from '../../report/targets/names.js';
import { defineRule } from '../rule.js';
import { cellTexts } from '../texts.js';
import { proseMatch } from './pairs.js';

interface Data {
  readonly name: string;
  readonly target: string;
}

/** A target of which this much of the name stands elsewhere is told there. */
const TOLD = 0.6;

/** A target that no result mentions. */
export default defineRule<Data>({
  id: 'target/unreported',
  severity: 'warning',
  title: '目标无完成情况',
  summary: '年初设定的目标，在完成情况里没有提到',
  basis: '自评应逐项对照年初绩效目标说明完成情况，缺一项即无法判断是否完成。',
  example: '目标有“新设便民网点10处”，完成情况里没有提到便民网点。',
  limits: ['只在完成情况逐项列出时判断；只有定性目标、概括说明的不判断。'],
  *check({ report }) {
    const { pairs, unreported } = proseMatch(report);
    const listed = pairs.filter(({ target }) => target.mention !== null).length;
    const targets = [...pairs.map(({ target }) => target), ...unreported].filter(
      (target) => target.mention !== null,
    ).length;
    if (listed < 2 || listed * 2 < targets) return;
    const categorized = report.targets.some((target) => target.category !== '');
    for (const goal of unreported) {
      if (goal.mention === null || (categorized && goal.category === '')) continue;
      if (isToldElsewhere(goal, report)) continue;
      yield {
        data: { name: goal.name, target: goal.mention.figure.raw },
        evidence: [goal.quote],
        claimed: null,
        expected: goal.mention.figure.raw,
      };
    }
  },
  message: ({ name, target }) => `目标“${name}${target}”在完成情况里没有提到。`,
  suggestion: () => '补写这一项的实际完成值；未实施的，说明原因。',
});

/** Words that lead to a figure in any sentence and tell nothing of what was counted. */
const COMMON = /开展|举办|完成|组织|实施|建设|新建|新增|购置|发放|累计|全年|共计|不少于|不低于/gu;
const NEAR = 12;

/**
 * 人民调解1,500件 told as 调解案件1,612件: a word of the goal straight before a figure of its unit and size. Whether the
 * two are one thing is for a person to see; that nothing tells of the goal is not certain.
 */
function isToldByFigure({ mention }: Goal, key: string, text: string): boolean {
  if (mention === null) return false;
  const { figure: wanted } = mention;
  const words = key.replaceAll(COMMON, '');
  return scanFigures(text).some(
    ({ figure, start }) =>
      figure.unit.name === wanted.unit.name &&
      figure.value.gte(wanted.value.div(2)) &&
      figure.value.lte(wanted.value.times(2)) &&
      coverage(words, squeeze(text.slice(Math.max(0, start - NEAR), start))) > 0,
  );
}

/** Whether another paragraph or cell tells of the goal in similar words. */
function isToldElsewhere(goal: Goal, report: Report): boolean {
  const key = nameKey(goal.name);
  const own = new Set(report.targets.map((target) => target.quote.text));
  const unit = goal.mention === null ? '' : measure(goal.mention.figure.unit);
  const tells = (text: string): boolean =>
    !own.has(text) &&
    ((coverage(key, squeeze(text)) >= TOLD &&
      (/已|完毕|完成|达到|未/u.test(text) ||
        scanFigures(text).some(({ figure }) => measure(figure.unit) === unit))) ||
      isToldByFigure(goal, key, text));
  if (report.paragraphs.some((paragraph) => paragraph.text.length < 5000 && tells(paragraph.text)))
    return true;
  for (const cell of cellTexts(report)) if (cell.text.length < 2000 && tells(cell.text)) return true;
  return false;
}
