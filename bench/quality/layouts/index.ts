/** The layouts of generated reports, each as a set of provinces writes them. */
import type { Draft } from '../draft.ts';
import { Outline, SCHEMES, span } from '../outline.ts';
import type { Scenario } from '../scenario.ts';
import { claimedGrade, narrativeScore, projectBudget } from '../scoring.ts';
import {
  assets,
  basicSpending,
  budget,
  carried,
  income,
  keySpending,
  official,
  product,
  projectSpending,
  publicFunds,
  purchase,
  spending,
  totals,
  volume,
} from '../sentences/finance.ts';
import {
  ofKind,
  resultStyle,
  satisfactionResult,
  satisfactionTarget,
  targetStyle,
} from '../sentences/goals.ts';
import { evaluationProcess, staff, survey, traps } from '../sentences/people.ts';
import { officialTable, projectTable, spendingTable } from '../sentences/tables.ts';
import { deductions, problems, scale, verdict } from '../sentences/verdict.ts';
import { money, percent, scoreText } from '../style.ts';
import { join, say, type Words, word } from '../words.ts';
import { projectForm, type Row, scoringRows, type TableForm } from './tables.ts';

export interface Layout {
  readonly id: number;
  readonly title: string;
  readonly write: (s: Scenario) => Draft;
}

const BASE: TableForm = {
  header: true,
  groupWeights: 'none',
  explanation: false,
  reasons: false,
  reviewed: null,
  scoreTitle: '自评得分',
  weightTitle: '分值',
  ruleTitle: '评分标准',
};

const paragraphs = (o: Outline, words: readonly (Words | null)[]): void => {
  for (const sentence of words) if (sentence) o.paragraph(sentence);
};

/** Sentences of one subject run together in one paragraph, as many units write them. */
const together = (words: readonly (Words | null)[]): Words =>
  join(
    words.filter((sentence): sentence is Words => sentence !== null),
    '',
  );

function cover(o: Outline, s: Scenario, title: string): void {
  const form = s.random.int(0, 2);
  const unit = word('own-unit', s.unit);
  if (form === 0) {
    o.paragraph(`${s.year}年度${s.unit}${title}`, 'title');
    o.paragraph(say`单位名称：${unit}（盖章）`, 'cover');
    o.paragraph(say`报告日期：${s.year + 1}年${s.random.int(2, 5)}月${s.random.int(3, 27)}日`, 'cover');
  } else if (form === 1) {
    o.paragraph(`${s.unit}${s.year}年度${title}`, 'title');
    o.paragraph(say`填报单位：${unit}`, 'cover');
  } else {
    o.paragraph(s.unit, 'title');
    o.paragraph(`${s.year}年度${title}`, 'title');
    o.paragraph(say`填报单位（公章）：${unit}`, 'cover');
    o.paragraph(say`填报时间：${s.year + 1}年${s.random.int(2, 5)}月`, 'cover');
  }
}

function duties(o: Outline, s: Scenario): void {
  o.paragraph(
    s.random.pick(['主要职责如下：', `${s.kind.self}主要承担以下职责：`, '根据“三定”规定，主要职能是：']),
  );
  o.list(
    s.random.some(s.kind.duties, s.random.int(4, s.kind.duties.length)).map((duty) => say`${duty}。`),
    'duty',
  );
}

/** Goals under their headings: 1.数量指标（1）…. */
function goalLists(o: Outline, s: Scenario, side: 'target' | 'result', level: number): void {
  const write = side === 'target' ? targetStyle(s) : resultStyle(s);
  const pairs = (kind: 'count' | 'rate' | 'cost') =>
    ofKind(s, kind)
      .filter((pair) => side === 'target' || !pair.unreported)
      .map(write);
  o.heading(level, '数量指标');
  o.list(pairs('count'), side);
  o.heading(level, '质量指标');
  o.list(pairs('rate'), side);
  o.heading(level, '时效指标');
  o.paragraph(side === 'target' ? '各项任务完成及时率100%。' : '各项任务完成及时率100%，目标已完成。', side);
  o.heading(level, '成本指标');
  for (const words of pairs('cost')) o.paragraph(words, side);
  o.heading(level, '社会效益指标');
  o.paragraph(side === 'target' ? `${s.kind.benefit}。` : `${s.kind.benefit}，目标已完成。`, side);
  o.heading(level, '满意度指标');
  o.paragraph(side === 'target' ? satisfactionTarget(s) : satisfactionResult(s), side);
}

function problemLists(o: Outline, s: Scenario, level: number): void {
  o.list(
    problems(s).map(({ title, detail }) => say`${title}。${detail}。`),
    'problem',
    level,
  );
}

const measureList = (o: Outline, s: Scenario, level: number): void =>
  o.list(
    problems(s).map(({ measure }) => say`${measure}。`),
    'measure',
    level,
  );

/** 1: cover and eight sections, scoring table without header row. */
function eightSections(s: Scenario): Draft {
  const o = new Outline(SCHEMES.official);
  cover(o, s, '部门整体支出绩效自评报告');
  o.heading(1, '部门基本情况');
  o.heading(2, '机构人员情况');
  paragraphs(o, [together(staff(s)), assets(s)]);
  o.heading(2, '主要职责');
  duties(o, s);
  o.heading(1, '部门财务情况');
  o.heading(2, '部门收支决算情况');
  paragraphs(o, [
    totals(s),
    income(s),
    spending(s),
    basicSpending(s),
    projectSpending(s),
    carried(s),
    keySpending(s),
  ]);
  o.heading(2, '“三公”经费使用情况');
  paragraphs(o, official(s));
  o.heading(2, '预算管理情况');
  paragraphs(o, [budget(s), publicFunds(s), purchase(s)]);
  o.heading(1, '部门绩效目标');
  o.heading(2, '部门绩效总目标');
  o.paragraph(`认真履行部门职责，${s.kind.benefit}。`);
  o.heading(2, say`${word('section-year', `${s.year}年度`)}部门绩效目标`);
  goalLists(o, s, 'target', 3);
  o.heading(1, '绩效评价工作情况');
  paragraphs(o, [...evaluationProcess(s), survey(s)]);
  o.heading(1, '综合评价结果');
  paragraphs(o, [verdict(s), scale(s), deductions(s)]);
  o.heading(1, '部门整体支出绩效情况');
  o.heading(2, '部门产出和效益完成情况');
  goalLists(o, s, 'result', 3);
  o.heading(2, '其他工作情况');
  paragraphs(o, [volume(s), product(s), ...traps(s)]);
  o.heading(1, '存在的主要问题');
  problemLists(o, s, 2);
  o.heading(1, '改进措施和有关建议');
  measureList(o, s, 2);
  o.paragraph('附件：部门整体支出绩效评价评分表');
  o.table(
    scoringRows(s, { ...BASE, header: s.random.chance(0.2), groupWeights: 'columns', explanation: true }),
  );
  return o.draft();
}

/** 2: conclusion first, evidence after; weights in the names and a column of reasons. */
function conclusionFirst(s: Scenario): Draft {
  const o = new Outline(SCHEMES.official);
  o.paragraph(`${s.unit}${s.year}年度部门整体支出绩效自评报告`, 'title');
  o.heading(1, '自评结论');
  o.heading(2, '自评得分及等级');
  paragraphs(o, [verdict(s), scale(s), deductions(s)]);
  o.heading(2, '绩效目标完成情况');
  goalLists(o, s, 'result', 3);
  o.heading(2, '存在问题');
  problemLists(o, s, 3);
  o.heading(2, '改进措施');
  measureList(o, s, 3);
  o.heading(1, '部门概况');
  o.heading(2, '基本情况');
  o.paragraph(together([...staff(s), assets(s)]));
  duties(o, s);
  o.heading(2, '部门预算及支出情况');
  paragraphs(o, [
    totals(s),
    income(s),
    together([spending(s), basicSpending(s), projectSpending(s)]),
    budget(s),
  ]);
  paragraphs(o, [together(official(s)), publicFunds(s), purchase(s), carried(s)]);
  o.heading(2, '绩效目标设定情况');
  goalLists(o, s, 'target', 3);
  o.heading(1, '自评工作开展情况');
  paragraphs(o, [...evaluationProcess(s), survey(s), volume(s), ...traps(s)]);
  o.paragraph('附：部门整体支出绩效自评表');
  o.table(
    scoringRows(s, {
      ...BASE,
      groupWeights: 'names',
      reasons: true,
      scoreTitle: s.random.pick(['自评得分', '得分', '自评分']),
    }),
  );
  return o.draft();
}

/** 3: the performance section of a final-account report, among finance tables. */
function finalAccount(s: Scenario): Draft {
  const o = new Outline(SCHEMES.parts);
  o.paragraph(`${s.year}年度${s.unit}部门决算`, 'title');
  o.heading(1, '部门概况');
  o.heading(2, '主要职能');
  duties(o, s);
  o.heading(2, '机构设置及人员情况');
  o.paragraph(together(staff(s)));
  o.heading(1, `${s.year}年度部门决算情况说明`);
  o.heading(2, '收入支出决算总体情况说明');
  o.paragraph(totals(s));
  o.heading(2, '收入决算情况说明');
  o.paragraph(income(s));
  o.heading(2, '支出决算情况说明');
  paragraphs(o, [spending(s), basicSpending(s), projectSpending(s), budget(s)]);
  o.paragraph(`支出决算表（单位：${s.style.unit}）`);
  o.table(spendingTable(s));
  o.heading(2, '“三公”经费支出决算情况说明');
  paragraphs(o, official(s));
  o.paragraph(`“三公”经费支出决算表（单位：${s.style.unit}）`);
  o.table(officialTable(s));
  o.heading(2, '政府采购与国有资产情况说明');
  paragraphs(o, [purchase(s), assets(s), publicFunds(s)]);
  o.heading(2, '预算绩效情况说明');
  const count = s.random.int(4, 12);
  const good = s.random.int(0, 2);
  o.paragraph(
    s.random.pick([
      say`本部门共对${count}个项目开展绩效自评，平均得分${s.random.pick(['95.43', '96.7', '93.88'])}分，其中评为“优”的${count - good}个，评为“良”的${good}个。`,
      say`组织对${count}个项目开展自评，自评平均分${s.random.pick(['97.12', '94.6'])}分，自评覆盖率达到100%。`,
    ]),
  );
  paragraphs(o, [verdict(s), ...evaluationProcess(s), survey(s), volume(s), product(s), ...traps(s)]);
  o.paragraph(`项目支出执行情况表（单位：${s.style.unit}）`);
  o.table(projectTable(s));
  o.heading(1, '名词解释');
  o.list([
    say`财政拨款收入：指本级财政当年拨付的资金。`,
    say`基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。`,
    say`项目支出：指在基本支出之外为完成特定任务发生的支出。`,
  ]);
  return o.draft();
}

/** 4: the project form alone. */
function formOnly(s: Scenario): Draft {
  const o = new Outline(SCHEMES.official);
  o.paragraph(s.random.pick(['项目支出绩效自评表', '部门预算项目支出绩效自评表']), 'title');
  o.paragraph(`（${s.year}年度）`, 'title');
  o.paragraph(say`填报单位：${word('own-unit', s.unit)}    金额单位：${s.style.unit}`, 'cover');
  o.table(projectForm(s, { identity: true, weightsInNames: s.random.chance(0.5) }));
  o.paragraph(
    s.random.pick(['未执行完毕的原因：部分尾款按合同约定于次年支付。', '注：资金未全部支付系质保金未到期。']),
  );
  return o.draft();
}

/** 5: everything in one big table of labels and values. */
function labelCells(s: Scenario): Draft {
  const o = new Outline(SCHEMES.official);
  o.paragraph(`${s.year}年度部门整体支出绩效自评表`, 'title');
  const wide = 6;
  const label = (name: string, words: Words | string) => [span(name, 1, 1), span(words, 1, wide - 1)];
  const lines = (parts: readonly (Words | null)[]): Words =>
    join(
      parts.filter((part): part is Words => part !== null),
      '\n',
    );
  const target = targetStyle(s);
  const result = resultStyle(s);
  const listed = (parts: readonly Words[]): Words =>
    lines(parts.map((part, index) => say`${index + 1}.${part}`));
  const rows: Row[] = [
    ['部门名称', span([word('own-unit', s.unit)], 1, 2), '评价年度', span(`${s.year}年`, 1, 2)],
    [
      '自评得分',
      span(scoreText(narrativeScore(s.scoring)), 1, 2),
      '评价等级',
      span(claimedGrade(s.scoring), 1, 2),
    ],
    label('部门概况', lines([...staff(s), assets(s)])),
    label('收支情况', lines([totals(s), income(s), spending(s), basicSpending(s), projectSpending(s)])),
    label('预算执行情况', lines([budget(s), publicFunds(s), purchase(s), carried(s)])),
    label('“三公”经费', lines(official(s))),
    label('年度绩效目标', listed([...s.goals.map(target), satisfactionTarget(s)])),
    label(
      '目标完成情况',
      listed([...s.goals.filter((pair) => !pair.unreported).map(result), satisfactionResult(s)]),
    ),
    label('自评组织情况', lines([...evaluationProcess(s), survey(s)])),
    label('其他说明', lines([volume(s), product(s), ...traps(s)])),
    label('扣分情况', lines([deductions(s)])),
    label('存在问题', listed(problems(s).map(({ title, detail }) => say`${title}。${detail}。`))),
    label('改进措施', listed(problems(s).map(({ measure }) => say`${measure}。`))),
  ];
  o.table([
    ...rows,
    ...scoringRows(s, { ...BASE, ruleTitle: '评价标准', scoreTitle: s.random.pick(['得分', '自评得分']) }),
  ]);
  return o.draft();
}

/** 6: decimal numbering, weights of every level in own columns, a second score column for the bureau. */
function decimalNumbers(s: Scenario): Draft {
  const o = new Outline(SCHEMES.decimal);
  cover(o, s, '部门整体绩效自评报告');
  o.heading(1, '部门基本情况');
  o.heading(2, '部门职责');
  duties(o, s);
  o.heading(2, '机构与人员');
  paragraphs(o, staff(s));
  o.heading(2, '收支及预算执行');
  paragraphs(o, [
    totals(s),
    income(s),
    spending(s),
    basicSpending(s),
    projectSpending(s),
    budget(s),
    carried(s),
  ]);
  o.heading(2, '专项管理情况');
  paragraphs(o, [...official(s), publicFunds(s), purchase(s), assets(s)]);
  o.heading(1, '绩效目标及完成情况');
  o.heading(2, '年度绩效目标');
  goalLists(o, s, 'target', 3);
  o.heading(2, '目标完成情况');
  goalLists(o, s, 'result', 3);
  o.heading(1, '自评工作情况');
  paragraphs(o, [...evaluationProcess(s), survey(s), ...traps(s)]);
  o.heading(1, '自评结论');
  paragraphs(o, [verdict(s), scale(s), deductions(s), volume(s)]);
  o.heading(1, '问题与措施');
  o.heading(2, '主要问题');
  problemLists(o, s, 4);
  o.heading(2, '改进措施');
  measureList(o, s, 4);
  o.paragraph('附表 部门整体绩效自评指标评分表');
  o.table(
    scoringRows(s, {
      ...BASE,
      groupWeights: 'columns',
      weightTitle: s.random.pick(['权重', '分值']),
      reviewed: s.random.pick(['empty', 'filled'] as const),
      reasons: s.random.chance(0.5),
    }),
  );
  return o.draft();
}

/** 7: the narrative of one project, with its own table. */
function projectNarrative(s: Scenario): Draft {
  const o = new Outline(SCHEMES.comma);
  const project = s.projects[0];
  const name = `${project?.name ?? ''}项目`;
  const planned = projectBudget(s);
  const spent = project?.amount ?? s.expense;
  cover(o, s, `${name}支出绩效自评报告`);
  o.heading(1, '项目概况');
  o.heading(2, '项目基本情况');
  o.paragraph(`${name}由${s.unit}组织实施，实施期限为${s.year}年1月至${s.year}年12月。`);
  o.heading(2, '项目资金情况');
  const done = percent(spent.div(planned), s.style, ['completion']);
  const budgetSlot = money(planned, s.style, ['told-twice'], { quantity: 'project-budget' });
  const spentSlot = () => money(spent, s.style, ['told-twice'], { quantity: 'project-spent' });
  o.paragraph(
    s.random.pick([
      say`项目年初预算${budgetSlot}，全部为本级财政资金，全年实际支出${spentSlot()}，预算执行率${done}。`,
      say`${s.year}年安排项目资金${budgetSlot}，截至年底实际支出${spentSlot()}，执行率为${done}。`,
      say`项目预算资金${budgetSlot}，到位${money(planned, s.style)}，支出${spentSlot()}，资金执行率达${done}。`,
    ]),
  );
  const half = spent.mul(6).div(10);
  const a = money(half, s.style, ['sum-part']);
  const rest = spent.sub(half);
  const b = money(rest, s.style, ['sum-part']);
  const sum = money(spent, s.style, ['sum-total', 'told-twice'], { quantity: 'project-spent' });
  o.paragraph(
    s.random.pick([
      say`项目支出${sum}，其中：材料及服务采购${a}，占${percent(half.div(spent), s.style, ['share'])}；人工及管理费用${b}，占${percent(rest.div(spent), s.style, ['share'])}。`,
      say`资金使用方面，项目支出${sum}，包括材料及服务采购${a}、人工及管理费用${b}。`,
    ]),
  );
  o.heading(2, '项目绩效目标');
  goalLists(o, s, 'target', 3);
  o.heading(1, '绩效自评工作开展情况');
  paragraphs(o, [...evaluationProcess(s), survey(s), product(s)]);
  o.heading(1, '自评结论');
  paragraphs(o, [verdict(s, name), scale(s)]);
  o.heading(1, '绩效目标完成情况');
  goalLists(o, s, 'result', 3);
  o.paragraph(volume(s));
  paragraphs(o, traps(s));
  o.heading(1, '存在的问题及原因');
  problemLists(o, s, 2);
  o.heading(1, '下一步改进措施');
  measureList(o, s, 2);
  o.paragraph('附件：项目支出绩效自评表');
  o.table(projectForm(s, { identity: s.random.chance(0.7), weightsInNames: true }));
  return o.draft();
}

/** 8: close to the blank form of the bureau, with circled lists. */
function templateLike(s: Scenario): Draft {
  const o = new Outline(SCHEMES.circled);
  cover(o, s, '部门整体支出绩效评价自评报告');
  o.heading(1, '部门（单位）概况');
  o.heading(2, '部门（单位）基本情况');
  o.heading(3, '机构人员');
  o.list(staff(s), 'text', 4);
  o.heading(3, '主要职能');
  duties(o, s);
  o.heading(2, '部门（单位）整体支出规模、使用方向和主要内容');
  o.list([totals(s), income(s), spending(s), basicSpending(s), projectSpending(s)], 'text', 4);
  o.heading(1, '部门（单位）整体支出管理及使用情况');
  o.heading(2, '预算执行');
  o.list([budget(s), publicFunds(s), purchase(s), assets(s)], 'text', 4);
  o.heading(2, '“三公”经费');
  o.paragraph(together(official(s)));
  paragraphs(o, [carried(s)]);
  o.heading(1, '绩效目标');
  o.paragraph('年度目标如下：');
  const target = targetStyle(s);
  const result = resultStyle(s);
  o.list([...s.goals.map(target), satisfactionTarget(s)], 'target', 4);
  o.heading(1, '绩效评价工作情况');
  paragraphs(o, [...evaluationProcess(s), survey(s)]);
  o.heading(1, '综合评价结果');
  paragraphs(o, [verdict(s), deductions(s), scale(s)]);
  o.heading(1, '绩效目标完成情况');
  o.list([...s.goals.filter((pair) => !pair.unreported).map(result), satisfactionResult(s)], 'result', 4);
  paragraphs(o, [volume(s), product(s), ...traps(s)]);
  o.heading(1, '存在的问题');
  problemLists(o, s, 4);
  o.heading(1, '有关建议');
  measureList(o, s, 4);
  o.table(
    scoringRows(s, {
      ...BASE,
      explanation: true,
      ruleTitle: '评分办法',
      weightTitle: s.random.pick(['分值', '标准分']),
    }),
  );
  return o.draft();
}

export const LAYOUTS: readonly Layout[] = [
  { id: 1, title: '八段式，评分表无表头', write: eightSections },
  { id: 2, title: '结论在前，权重在名称中', write: conclusionFirst },
  { id: 3, title: '部门决算中的绩效部分', write: finalAccount },
  { id: 4, title: '项目自评表', write: formOnly },
  { id: 5, title: '标签加内容的大表', write: labelCells },
  { id: 6, title: '1.1 编号，两列得分', write: decimalNumbers },
  { id: 7, title: '项目自评报告', write: projectNarrative },
  { id: 8, title: '仿模板，①②编号', write: templateLike },
];
