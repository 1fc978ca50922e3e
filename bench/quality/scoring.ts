/** The scoring table of one report: indicators with weights that total 100, rules, scores and reasons. */
import { type Decimal, dec } from '../../src/numbers/decimal.ts';
import type { Random } from './random.ts';
import {
  bands,
  judgement,
  makeDiction,
  points,
  proportion,
  type RuleDraft,
  stepsDown,
  stepsUp,
  violations,
} from './rules.ts';
import type { Figures } from './scenario.ts';

/** Why marks were lost: the words of the reason column and of the problems section. */
export interface Cause {
  readonly reason: string;
  readonly problem: string;
  readonly detail: string;
  readonly measure: string;
}

export interface Item {
  readonly name: string;
  readonly group: string;
  readonly subgroup: string;
  weight: Decimal;
  readonly explanation: string;
  /** What the rule is applied to, as a ratio; null for judgement. */
  ratio: Decimal | null;
  rule: RuleDraft;
  sentence: string;
  score: Decimal;
  /** What the score would be without a fault. */
  cause: Cause | null;
  /** Whether the reason column and the problems section tell the cause. */
  told: boolean;
  blank: boolean;
  /** Target and result cells of a project form. */
  readonly target: string;
  result: string;
}

export interface Scoring {
  readonly items: Item[];
  /** Printed instead of the sums, when a fault says so. */
  total: Decimal | null;
  narrative: Decimal | null;
  grade: string | null;
  groupWeights: Map<string, Decimal>;
  readonly scoreDecimals: number;
  readonly execution: Execution | null;
  /** Printed scale; null when the report prints none. */
  readonly words: readonly [string, string, string, string];
}

/** The ten points that a project form gives for spending its budget. */
export interface Execution {
  readonly weight: Decimal;
  readonly ratio: Decimal;
  score: Decimal;
}

export const itemSum = (scoring: Scoring): Decimal =>
  scoring.items
    .reduce((sum, item) => sum.add(item.blank ? 0 : item.score), dec(0))
    .add(scoring.execution?.score ?? 0);

export const printedTotal = (scoring: Scoring): Decimal => scoring.total ?? itemSum(scoring);

export const narrativeScore = (scoring: Scoring): Decimal => scoring.narrative ?? printedTotal(scoring);

export function gradeOf(score: Decimal, words: Scoring['words']): string {
  return score.gte(90) ? words[0] : score.gte(80) ? words[1] : score.gte(60) ? words[2] : words[3];
}

export const claimedGrade = (scoring: Scoring): string =>
  scoring.grade ?? gradeOf(narrativeScore(scoring), scoring.words);

interface Plan {
  readonly name: string;
  readonly group: string;
  readonly subgroup: string;
  readonly size: number;
  readonly explanation: string;
  readonly ratio: Decimal | null;
  readonly rule: (weight: Decimal) => RuleDraft;
  readonly causes?: readonly Cause[];
}

const cause = (reason: string, problem: string, detail: string, measure: string): Cause => ({
  reason,
  problem,
  detail,
  measure,
});

const PURPOSE = [
  '考核部门对预算的执行情况。',
  '反映部门履职的规范程度。',
  '用以评价管理水平。',
  '考察该项工作的完成情况。',
] as const;

function departmentPlans(figures: Figures, random: Random): Plan[] {
  const diction = makeDiction(random);
  const decimals = 2;
  const names = random.pick([
    { input: '投入', process: '过程', output: '产出', effect: '效果' },
    { input: '决策', process: '过程', output: '产出', effect: '效益' },
    { input: '预算编制', process: '预算管理', output: '履职完成', effect: '履职效果' },
  ]);
  const { staff, official, carried, purchase, assets, survey } = figures;
  const purpose = () => random.pick(PURPOSE);
  const up =
    (name: string, threshold: number, limits: readonly [number, number, number]) => (weight: Decimal) =>
      random.chance(0.55)
        ? stepsUp(name, weight, threshold, random, diction)
        : bands(name, weight, limits, true, random, diction);
  const down = (name: string, threshold: number) => (weight: Decimal) =>
    stepsDown(name, weight, threshold, random, diction);
  const judged = () => judgement(diction);
  const pointwise = (weight: Decimal) => points(weight, random, diction);
  const flaws = (weight: Decimal) => violations(weight, random, diction);
  const completion = random.pick(['预算完成率', '预算执行率']);
  const reach =
    (name: string, threshold: number, limits: readonly [number, number, number]) => (weight: Decimal) =>
      random.chance(0.4)
        ? proportion(name, weight, random, diction, decimals)
        : up(name, threshold, limits)(weight);

  const plans: Plan[] = [
    {
      name: '绩效目标合理性',
      group: names.input,
      subgroup: '目标设定',
      size: 4,
      explanation: purpose(),
      ratio: null,
      rule: pointwise,
      causes: [
        cause(
          '个别目标与年度计划衔接不紧',
          '绩效目标设置不够合理',
          '个别绩效目标与年度计划衔接不紧，目标值偏保守',
          '年初组织业务股室共同商定绩效目标',
        ),
      ],
    },
    {
      name: '绩效指标明确性',
      group: names.input,
      subgroup: '目标设定',
      size: 5,
      explanation: purpose(),
      ratio: null,
      rule: pointwise,
      causes: [
        cause(
          '部分指标未量化',
          '绩效指标不够明确',
          '部分绩效指标未量化，难以衡量',
          '细化量化绩效指标，做到可审可核',
        ),
      ],
    },
    {
      name: '在职人员控制率',
      group: names.input,
      subgroup: '预算配置',
      size: 3,
      explanation: '在职人员控制率=（在职人员数/编制数）×100%。',
      ratio: dec(staff.serving).div(staff.posts),
      rule: down('在职人员控制率', 100),
    },
    {
      name: '“三公经费”变动率',
      group: names.input,
      subgroup: '预算配置',
      size: 3,
      explanation:
        '“三公经费”变动率=[（本年度“三公经费”预算数-上年度“三公经费”预算数）/上年度“三公经费”预算数]×100%。',
      ratio: official.budget.sub(official.lastBudget).div(official.lastBudget),
      rule: down('“三公经费”变动率', 0),
    },
    {
      name: completion,
      group: names.process,
      subgroup: '预算执行',
      size: 8,
      explanation: random.pick([
        `${completion}=（预算执行数/预算数）×100%。`,
        `${completion}=全年支出数÷调整后预算数×100%。`,
      ]),
      ratio: figures.expense.div(figures.budget),
      rule: reach(completion, 95, [95, 85, 75]),
      causes: [
        cause(
          '部分资金跨年支付',
          '预算执行进度不够均衡',
          '部分项目款项跨年支付，预算执行偏慢',
          '按月通报支出进度，加快资金支付',
        ),
      ],
    },
    {
      name: '预算调整率',
      group: names.process,
      subgroup: '预算执行',
      size: 3,
      explanation: '预算调整率=（预算调整数/年初预算数）×100%。',
      ratio: figures.added.div(figures.initial),
      rule: (weight) =>
        random.chance(0.5)
          ? bands('预算调整率', weight, [5, 10, 20], false, random, diction)
          : stepsDown('预算调整率', weight, 5, random, diction),
    },
    {
      name: '公用经费控制率',
      group: names.process,
      subgroup: '预算执行',
      size: 4,
      explanation: '公用经费控制率=（实际支出公用经费总额/预算安排公用经费总额）×100%。',
      ratio: figures.publicFunds.div(figures.publicBudget),
      rule: down('公用经费控制率', 100),
    },
    {
      name: '“三公经费”控制率',
      group: names.process,
      subgroup: '预算执行',
      size: 4,
      explanation: '“三公经费”控制率=（“三公经费”实际支出数/“三公经费”预算安排数）×100%。',
      ratio: official.actual.div(official.budget),
      rule: down('“三公经费”控制率', 100),
    },
    {
      name: '政府采购执行率',
      group: names.process,
      subgroup: '预算执行',
      size: 4,
      explanation: '政府采购执行率=（实际政府采购金额/政府采购预算数）×100%。',
      ratio: purchase.actual.div(purchase.budget),
      rule: reach('政府采购执行率', 100, [95, 85, 75]),
      causes: [
        cause(
          '采购节约及一项未实施',
          '政府采购计划编制不够精准',
          '一项采购计划因需求变化未实施',
          '提前开展采购需求调查',
        ),
      ],
    },
    {
      name: '管理制度健全性',
      group: names.process,
      subgroup: '预算管理',
      size: 4,
      explanation: purpose(),
      ratio: null,
      rule: pointwise,
      causes: [
        cause(
          '内控制度更新不及时',
          '内控制度有待完善',
          '个别内部管理制度更新不及时',
          '全面梳理并修订内控制度',
        ),
      ],
    },
    {
      name: '资金使用合规性',
      group: names.process,
      subgroup: '预算管理',
      size: 5,
      explanation: purpose(),
      ratio: null,
      rule: flaws,
      causes: [
        cause(
          '个别凭证附件不全',
          '资金使用管理不够规范',
          '抽查发现个别支出凭证附件不全',
          '加强报销审核和财务培训',
        ),
      ],
    },
    {
      name: '固定资产利用率',
      group: names.process,
      subgroup: '资产管理',
      size: 3,
      explanation: '固定资产利用率=（实际在用固定资产总额/所有固定资产总额）×100%。',
      ratio: assets.used.div(assets.total),
      rule: reach('固定资产利用率', 100, [90, 80, 70]),
      causes: [
        cause('少量老旧设备闲置', '部分资产闲置', '少量老旧设备未及时处置，存在闲置', '按程序处置闲置资产'),
      ],
    },
    {
      name: '实际完成率',
      group: names.output,
      subgroup: '职责履行',
      size: 14,
      explanation: purpose(),
      ratio: null,
      rule: judged,
      causes: [
        cause(
          '个别任务推进偏慢',
          '个别重点任务推进偏慢',
          '受天气和征地影响，个别任务推进偏慢',
          '倒排工期，明确节点责任',
        ),
      ],
    },
    {
      name: '完成及时率',
      group: names.output,
      subgroup: '职责履行',
      size: 9,
      explanation: purpose(),
      ratio: null,
      rule: judged,
    },
    {
      name: '质量达标率',
      group: names.output,
      subgroup: '职责履行',
      size: 9,
      explanation: purpose(),
      ratio: null,
      rule: judged,
    },
    {
      name: '社会效益',
      group: names.effect,
      subgroup: '履职效益',
      size: 8,
      explanation: purpose(),
      ratio: null,
      rule: judged,
      causes: [
        cause('宣传力度不足', '政策宣传力度不足', '群众对部分政策知晓度不高', '利用新媒体扩大政策宣传面'),
      ],
    },
    {
      name: '可持续影响',
      group: names.effect,
      subgroup: '履职效益',
      size: 6,
      explanation: purpose(),
      ratio: null,
      rule: judged,
      causes: [
        cause(
          '长效机制尚不健全',
          '长效管护机制尚不健全',
          '部分项目建成后管护责任未完全落实',
          '建立管护台账，落实管护经费',
        ),
      ],
    },
    {
      name: random.pick(['服务对象满意度', '社会公众或服务对象满意度']),
      group: names.effect,
      subgroup: random.pick(['满意度', '履职效益']),
      size: 6,
      explanation: purpose(),
      ratio: dec(survey.satisfied).div(survey.valid),
      rule: up('满意度', 90, [90, 80, 70]),
    },
  ];
  if (!carried.before.isZero())
    plans.splice(6, 0, {
      name: '结转结余变动率',
      group: names.process,
      subgroup: '预算执行',
      size: 3,
      explanation:
        '结转结余变动率=[（本年度累计结转结余资金总额-上年度累计结转结余资金总额）/上年度累计结转结余资金总额]×100%。',
      ratio: carried.after.sub(carried.before).div(carried.before),
      rule: down('结转结余变动率', 0),
    });
  const order = [names.input, names.process, names.output, names.effect];
  const subOrder = (plan: Plan) =>
    plans.findIndex((other) => other.group === plan.group && other.subgroup === plan.subgroup);
  return plans
    .filter((plan) => plan.ratio === null || random.chance(0.85) || plan.size >= 6)
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || subOrder(a) - subOrder(b));
}

export function makeScoring(figures: Figures): Scoring {
  const { random } = figures;
  const words = random.pick([
    ['优', '良', '中', '差'],
    ['优', '良', '中', '差'],
    ['优秀', '良好', '中等', '较差'],
    ['优秀', '良好', '合格', '不合格'],
  ] as const);
  const shared = {
    total: null,
    narrative: null,
    grade: null,
    groupWeights: new Map<string, Decimal>(),
    scoreDecimals: 2,
    words,
  };
  if (figures.layout === 4 || figures.layout === 7)
    return { ...shared, items: projectItems(figures), execution: makeExecution(figures) };

  const plans = departmentPlans(figures, random);
  const spare = 100 - plans.reduce((sum, plan) => sum + plan.size, 0);
  const heavy = plans.findIndex((plan) => plan.name === '实际完成率');
  const items = plans.map((plan, index): Item => {
    const weight = dec(plan.size + (index === heavy ? spare : 0));
    const rule = plan.rule(weight);
    const item: Item = {
      ...plan,
      weight,
      rule,
      sentence: rule.sentence,
      score: plan.ratio && rule.score ? rule.score(plan.ratio) : weight,
      cause: null,
      told: true,
      blank: false,
      target: '',
      result: '',
    };
    if (item.score.lt(weight)) item.cause = plan.causes?.[0] ?? computedCause(plan.name);
    return item;
  });
  const losers = random
    .shuffle(items.filter((item) => item.ratio === null && item.cause === null))
    .slice(0, random.int(2, 3));
  for (const item of losers) {
    const given = plans.find((plan) => plan.name === item.name)?.causes?.[0];
    if (!given) continue;
    const quantum = item.rule.quantum ?? dec(random.pick(['0.5', '1', '1.5', '0.8']));
    item.score = item.weight.sub(quantum);
    item.cause = given;
  }
  return { ...shared, items, execution: null };
}

const computedCause = (name: string): Cause =>
  cause(
    `${name}未达标准`,
    `${name}未达到标准`,
    `受年中工作变化影响，${name}未达到评分标准的满分要求`,
    `加强事前测算，提高${name}`,
  );

const makeExecution = (figures: Figures): Execution => {
  const [project] = figures.projects;
  const ratio = project ? project.amount.div(projectBudget(figures)) : dec(1);
  return { weight: dec(10), ratio, score: ratio.mul(10).toDecimalPlaces(2) };
};

/** The budget of the project that a project report is about: a little more than was spent on it. */
export function projectBudget(figures: Pick<Figures, 'projects' | 'staff' | 'style'>): Decimal {
  const [project] = figures.projects;
  if (!project) throw new RangeError('a scenario without projects');
  const more = 1 + (figures.staff.offices % 4) * 2;
  const quantum = dec({ 元: '1', 万元: '10000', 亿元: '100000000' }[figures.style.unit]).div(
    dec(10).pow(figures.style.decimals),
  );
  return project.amount
    .mul(100 + more)
    .div(100)
    .div(quantum)
    .ceil()
    .mul(quantum);
}

/** Indicators of a project form: 50 points of output, 30 of benefit, 10 of satisfaction. */
function projectItems(figures: Figures): Item[] {
  const { random, goals, kind, survey } = figures;
  const diction = makeDiction(random);
  const outputs = goals.map((pair) => ({
    name: pair.goal.name,
    subgroup: pair.kind === 'count' ? '数量指标' : pair.kind === 'rate' ? '质量指标' : '成本指标',
    target: pair.kind === 'cost' ? `≤${pair.target}${pair.goal.unit}` : `≥${pair.target}${pair.goal.unit}`,
    result: `${pair.result}${pair.goal.unit}`,
  }));
  const timing = {
    name: '任务按期完成率',
    subgroup: '时效指标',
    target: random.pick(['100%', '=100%', '≥100%']),
    result: '100%',
  };
  const cost = outputs.findIndex((output) => output.subgroup === '成本指标');
  outputs.splice(cost, 0, timing);
  const each = Math.floor(50 / outputs.length);
  const make = (
    name: string,
    group: string,
    subgroup: string,
    weight: number,
    target: string,
    result: string,
    ratio: Decimal | null = null,
  ): Item => {
    const rule = judgement(diction);
    return {
      name,
      group,
      subgroup,
      weight: dec(weight),
      explanation: '',
      ratio,
      rule,
      sentence: '',
      score: dec(weight),
      cause: null,
      told: true,
      blank: false,
      target,
      result,
    };
  };
  const items = outputs.map((output, index) =>
    make(
      output.name,
      '产出指标',
      output.subgroup,
      index === 0 ? 50 - each * (outputs.length - 1) : each,
      output.target,
      output.result,
    ),
  );
  const satisfied = dec(survey.satisfied).div(survey.valid).mul(100).toDecimalPlaces(1);
  const social = make('受益群体覆盖情况', '效益指标', '社会效益指标', 16, '有所扩大', '有所扩大');
  const lasting = make('长效机制建设', '效益指标', '可持续影响指标', 14, '基本健全', '基本健全');
  if (random.chance(0.8)) {
    lasting.score = dec(random.pick(['12', '13', '13.5', '12.5']));
    lasting.cause = cause(
      '管护责任尚未完全落实',
      '长效机制建设有待加强',
      '项目建成后管护责任尚未完全落实',
      `健全${kind.short}项目管护制度`,
    );
    lasting.result = '正在健全';
  }
  return [
    ...items,
    social,
    lasting,
    make(
      '服务对象满意度',
      '满意度指标',
      '服务对象满意度指标',
      10,
      '≥90%',
      `${satisfied.toFixed()}%`,
      dec(survey.satisfied).div(survey.valid),
    ),
  ];
}
