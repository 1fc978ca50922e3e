import { squeeze } from '../../language/fold.js';
import { printedTitles } from '../../report/identity/titles.js';
import type { Report } from '../../report/model.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly absent: readonly string[];
}

/** A part that the form of the report asks for, and the words it is known by. */
interface Required {
  readonly name: string;
  /** Words of its heading. */
  readonly heading: RegExp;
  /** Words of the running text that show the part is there without a heading. */
  readonly text: RegExp;
  /** Headings of a form that does not ask for this part. */
  readonly unasked?: RegExp;
}

/** The parts that the columns of targets and results in the scoring table hold as well as a section does. */
const GOALS = '绩效目标';
const RESULTS = '完成情况';

const REQUIRED: readonly Required[] = [
  {
    name: '单位基本情况',
    heading: /基本情况|概况|概述|简介|简况|机构|职能|职责|人员|编制|单位情况|部门情况/u,
    text: /主要职责|主要职能|内设机构|编制(?:人数|数|为)?\d|核定编制|在职(?:人员|职工|人数)|在编/u,
  },
  {
    name: '预算收支执行情况',
    heading: /收支|收入|支出|预算|决算|财务|资金|经费/u,
    text: /(?:收入|支出|预算|决算|资金)[^。]{0,30}\d[\d.,]*\s?(?:万|亿)?元/u,
  },
  {
    name: GOALS,
    heading: /目标|指标|年度(?:主要|重点)?(?:工作)?任务/u,
    text: /绩效目标|年度目标|总体目标|年初目标|目标任务|指标值/u,
    // Forms that go straight from the money to what came of it ask for no section of goals.
    unasked:
      /(?:部门|单位)?整体(?:支出)?绩效分析|绩效(?:实现|完成)情况$|(?:主要|重点)(?:工作)?任务完成|重点项目绩效|履职(?:完成)?情况|国有资本经营预算支出|社会保险基金预算支出|支出管理及使用情况|专项组织实施情况/u,
  },
  {
    name: '评价结论或得分',
    heading: /评价结[果论]|自评结[果论]|结论|得分|评分|打分|分数|评价情况|等级|档次|自评情况|综合评价/u,
    text: /(?:得分|评分|得|计|分数|总分)(?:为|是|[:：])?\s?\d{1,3}(?:\.\d+)?\s?分|评价结果为|评为[“"]?[优良中差]/u,
  },
  {
    name: '存在的问题',
    heading:
      /问题|不足|短板|薄弱|困难(?!职工|群众|家庭|学生|残疾|人员|人群|补助|救助|党员|老人|户)|差距|偏差|偏离|原因/u,
    text: /存在(?:的|以下|一些|着)?(?:主要)?(?:问题|不足|短板|差距)|主要问题|不足之处|薄弱环节|未发现问题/u,
  },
  {
    name: '改进措施或建议',
    heading:
      /改进|整改|建议|措施|举措|下一?步|下一?阶段|努力方向|对策|打算|(?:工作|今后|后续|来年|明年)安排|思路|应用|(?:工作|今后|后续|来年|明年)计划/u,
    text: /下一步|改进措施|整改措施|改进(?:意见|建议|方向|工作)|今后(?:将|要|工作)|下一年度?(?:将|要)|我(?:单位|局|委|办|部|院|会|社|馆|中心)将|将进一步/u,
  },
];

/** What every form of the project report asks for, whatever else it does. */
const PROJECT_REQUIRED: readonly Required[] = [
  {
    name: '资金安排和使用情况',
    heading: /资金|预算|经费|投入|支出|成本/u,
    text: /[\d.,]+\s?(?:万|亿)?元/u,
  },
  {
    name: GOALS,
    heading: /目标|指标|任务/u,
    text: /目标|指标值|计划(?:完成|建设|实施)|任务/u,
  },
  {
    name: RESULTS,
    heading: /完成|产出|效益|效果|绩效情况|绩效分析|实施情况|实现情况|成效/u,
    text: /完成|建成|达到|实现|产出|效益/u,
  },
  // Forms of projects ask for one or the other, and reports without a problem to tell give only their plans.
  {
    name: '存在的问题或改进措施',
    heading:
      /问题|不足|短板|薄弱|困难(?!职工|群众|家庭|学生|残疾|人员|人群|补助|救助|党员|老人|户)|差距|偏差|偏离|原因|未完成|改进|整改|建议|措施|举措|下一?步|下一?阶段|努力方向|对策|打算|思路|应用|计划/u,
    text: /问题|不足|短板|薄弱|困难(?!职工|群众|家庭|学生|残疾|人员|人群|补助|救助|党员|老人|户)|差距|偏差|偏离|未完成|不够|滞后|不高|有待|下一步|改进|整改|建议|今后|下一年|将进一步|我(?:单位|局|委|办|部|院|会|社|馆|校|中心)将/u,
  },
];

/** Reports shorter than this are forms with a covering note. */
const FEWEST_PARAGRAPHS = 12;
const FEWEST_HEADINGS = 4;

/** A section that the report form requires is absent. */
export default defineRule<Data>({
  id: 'text/missing-section',
  severity: 'warning',
  title: '缺少必备部分',
  summary:
    '自评报告缺少规定的部分（部门：基本情况、收支、目标、结论、问题、改进；项目：资金、目标、完成情况、问题或改进）',
  basis:
    '自评报告的通行格式要求写明基本情况、预算执行、绩效目标、评价结论、存在问题和改进措施；项目报告要求写明资金、目标、完成情况，以及问题或改进措施。',
  example: '全文没有“改进措施”或类似的标题，也没有“下一步”之类的段落。',
  limits: [
    '只看文字报告；只有表格的自评、部门决算不判断。',
    '有未能读取的页面或图片时不判断。',
    '有相应标题或相应用语即视为具备，不评价内容。',
  ],
  *check({ report }) {
    if (!isNarrative(report)) return;
    const headings = report.sections
      .filter((section) => section.depth > 0)
      .map((section) => squeeze(section.title));
    const texts = report.paragraphs.map((paragraph) => squeeze(paragraph.text));
    const required = report.kind === 'project' ? PROJECT_REQUIRED : REQUIRED;
    const rows = report.scoringTables.flatMap(({ indicators }) => indicators);
    const goals = rows.some(({ target }) => target !== '');
    const results = rows.some(({ result }) => result !== '');
    const absent = required.filter(
      ({ name, heading, text, unasked }) =>
        !(goals && name === GOALS) &&
        !(results && name === RESULTS) &&
        !headings.some((h) => heading.test(h) || unasked?.test(h) === true) &&
        !texts.some((t) => text.test(t)),
    );
    if (absent.length === 0 || absent.length > 3) return;
    const title = report.unit?.quote ?? report.year?.quote;
    yield {
      data: { absent: absent.map(({ name }) => name) },
      evidence: title === undefined ? [] : [title],
      claimed: null,
      expected: absent.map(({ name }) => name).join('、'),
    };
  },
  message: ({ absent }) => `全文没有找到这些部分：${absent.join('、')}。`,
  suggestion: () => '按报告格式补写；如已写在别处，请注明。',
});

/** A self-evaluation told in sections, read without gaps. */
function isNarrative(report: Report): boolean {
  if (report.document.losses.some((loss) => /no-text|picture|limit|damaged|object|external/u.test(loss.kind)))
    return false;
  const headings = report.sections.filter((section) => section.depth > 0).length;
  const filled = report.paragraphs.filter((paragraph) => paragraph.text.trim().length > 0).length;
  if (headings < FEWEST_HEADINGS || filled < FEWEST_PARAGRAPHS) return false;
  return printedTitles(report.document, report).some(({ words }) => {
    const title = squeeze(words);
    const about = report.kind === 'project' ? /项目|专项|资金/u : /整体/u;
    return (
      /绩效|自评/u.test(title) && about.test(title) && /报告/u.test(title) && !/决算|预算公开/u.test(title)
    );
  });
}
