/** What units write about money: income, spending, shares, changes against last year, budgets and what became of them. */
import { type Decimal, dec } from '../../../src/numbers/decimal.ts';
import type { Scenario } from '../scenario.ts';
import { count, money, percent } from '../style.ts';
import { join, type Role, type Slot, say, type Words, word } from '../words.ts';

type Roles = readonly Role[];

const yuan = (s: Scenario, amount: Decimal, roles: Roles = [], quantity?: string): Slot =>
  money(amount, s.style, roles, quantity === undefined ? {} : { quantity });

const rate = (s: Scenario, part: Decimal, whole: Decimal, roles: Roles): Slot =>
  percent(part.div(whole), s.style, roles, { cut: s.cutOneRate && roles.includes('completion') });

const isUp = (now: Decimal, before: Decimal): boolean => now.gt(before);

/** 增加42.5万元，增长3.15% in one of the usual orders. */
function change(s: Scenario, now: Decimal, before: Decimal, lead: Words): Words {
  const up = isUp(now, before);
  const gap = yuan(s, now.sub(before).abs(), ['change-difference']);
  const part = percent(now.sub(before).abs().div(before), s.style, ['change-rate']);
  const amountWord = word('direction', up ? '增加' : '减少', up ? '减少' : '增加');
  const rateWord = up ? s.random.pick(['增长', '上升']) : s.random.pick(['下降', '降低']);
  return s.random.pick([
    say`${lead}${amountWord}${gap}，${rateWord}${part}`,
    say`${lead}${amountWord}${gap}，${up ? '增幅' : '降幅'}${part}`,
    say`${lead}${amountWord}${gap}（${rateWord}${part}）`,
    say`${lead}${amountWord}${gap}、${rateWord}${part}`,
    say`${lead}${amountWord}了${gap}，${up ? '增幅为' : '降幅为'}${part}`,
  ]);
}

/** 收、支总计 against last year. */
export function totals(s: Scenario): Words {
  const { year, random } = s;
  const all = s.income.total.add(s.carried.before);
  const last = s.lastTotal;
  const up = isUp(all, last);
  const why = up
    ? random.pick(['主要原因是人员经费正常增长', '主要是新增专项任务', '原因是上级追加项目资金'])
    : random.pick(['主要原因是压减一般性支出', '主要是部分项目完工', '原因是厉行节约、从严控制支出']);
  return random.pick([
    say`${year}年度收、支总计${yuan(s, all, [], 'all')}。${change(s, all, last, say`与${year - 1}年度相比，收、支总计各`)}，${why}。`,
    say`本年度收入总计、支出总计均为${yuan(s, all, [], 'all')}，${change(s, all, last, say`较上年（${yuan(s, last)}）`)}，${why}。`,
    say`${year}年收支总计${yuan(s, all, [], 'all')}，上年为${yuan(s, last)}，${change(s, all, last, say`同比`)}。`,
    say`收支总体情况：${year}年度收入、支出总计${yuan(s, all, [], 'all')}，${change(s, all, last, say`比上年${yuan(s, last)}`)}，${why}。`,
  ]);
}

export function income(s: Scenario): Words {
  const { total, grants, other } = s.income;
  const { year, random } = s;
  const sum = yuan(s, total, ['sum-total', 'told-twice'], 'income');
  if (other.isZero())
    return random.pick([
      say`${year}年度收入合计${sum}，其中：财政拨款收入${yuan(s, grants, ['sum-part'])}，占100%。`,
      say`本年收入合计${sum}，全部为一般公共预算财政拨款收入。`,
      say`${year}年收入共计${sum}，均为财政拨款收入。`,
    ]);
  const a = yuan(s, grants, ['sum-part']);
  const b = yuan(s, other, ['sum-part']);
  const pa = rate(s, grants, total, ['share']);
  const pb = rate(s, other, total, ['share']);
  return random.pick([
    say`${year}年度收入合计${sum}，其中：财政拨款收入${a}，占${pa}；其他收入${b}，占${pb}。`,
    say`本年收入${sum}，由财政拨款收入${a}和其他收入${b}组成，分别占收入总额的${pa}和${pb}。`,
    say`${year}年收入决算数${sum}，包括：一般公共预算财政拨款收入${a}（占${pa}），其他收入${b}（占${pb}）。`,
    say`收入方面，全年共取得收入${sum}，其中财政拨款收入${a}，占本年收入的${pa}，其他收入${b}，占本年收入的${pb}。`,
    say`财政拨款收入${a}、其他收入${b}，合计${sum}，占比分别为${pa}、${pb}。`,
  ]);
}

export function spending(s: Scenario): Words {
  const { year, random, expense, basic, projectTotal } = s;
  const sum = yuan(s, expense, ['sum-total', 'told-twice'], 'expense');
  const a = yuan(s, basic, ['sum-part'], 'basic');
  const b = yuan(s, projectTotal, ['sum-part'], 'projects');
  const pa = rate(s, basic, expense, ['share']);
  const pb = rate(s, projectTotal, expense, ['share']);
  const when = word('section-year', `${year}年度`);
  return random.pick([
    say`${when}支出合计${sum}，其中：基本支出${a}，占${pa}；项目支出${b}，占${pb}。`,
    say`${when}本年支出合计${sum}，按支出性质划分，基本支出${a}，占支出总额的${pa}，项目支出${b}，占支出总额的${pb}。`,
    say`${when}总支出${sum}，包括基本支出${a}和项目支出${b}，占比分别为${pa}和${pb}。`,
    say`支出方面，${when}共支出${sum}，其中基本支出${a}（${pa}），项目支出${b}（${pb}）。`,
    say`${when}支出决算${sum}，由基本支出${a}、项目支出${b}构成，其中基本支出占比${pa}，项目支出占比${pb}。`,
    say`${when}部门支出合计为${sum}。其中：基本支出${a}，占总支出的${pa}；项目支出${b}，占总支出的${pb}。`,
  ]);
}

export function basicSpending(s: Scenario): Words {
  const { random, basic, personnel, publicFunds, year } = s;
  const sum = yuan(s, basic, ['sum-total', 'told-twice'], 'basic');
  const a = yuan(s, personnel, ['sum-part']);
  const b = yuan(s, publicFunds, ['sum-part', 'told-twice'], 'public');
  const pa = rate(s, personnel, basic, ['share']);
  const pb = rate(s, publicFunds, basic, ['share']);
  return random.pick([
    say`基本支出${sum}，其中：人员经费${a}，主要包括工资福利支出和对个人和家庭的补助；公用经费${b}，主要包括办公费、水电费、差旅费等。`,
    say`${year}年度基本支出${sum}，其中人员经费${a}，占基本支出的${pa}；公用经费${b}，占基本支出的${pb}。`,
    say`基本支出是指为保障机构正常运转发生的支出，本年共${sum}。其中人员经费支出${a}，公用经费支出${b}。`,
    say`基本支出情况：全年基本支出${sum}，由人员经费${a}和公用经费${b}两部分组成。`,
  ]);
}

export function projectSpending(s: Scenario): Words {
  const { random, projects, projectTotal } = s;
  const sum = yuan(s, projectTotal, ['sum-total', 'told-twice'], 'projects');
  const part = (index: number) => yuan(s, projects[index]?.amount ?? dec(0), ['sum-part']);
  const listed = join(
    projects.map((project, index) => say`${project.name}${part(index)}`),
    random.pick(['，', '、', '；']),
  );
  const spoken = join(
    projects.map((project, index) => say`用于${project.name}${part(index)}`),
    '，',
  );
  return random.pick([
    say`项目支出${sum}，其中：${listed}。`,
    say`项目支出共${sum}，主要${spoken}。`,
    say`项目支出${sum}，具体为：${listed}。`,
    say`全年安排项目${projects.length}个，项目支出${sum}，包括${listed}。`,
    say`${listed}，以上项目支出合计${sum}。`,
  ]);
}

export function keySpending(s: Scenario): Words | null {
  const smallest = s.projects.reduce((least, project) => (project.amount.lt(least.amount) ? project : least));
  const key = s.projectTotal.sub(smallest.amount);
  const ratio = rate(s, key, s.projectTotal, ['completion']);
  return s.random.pick([
    say`重点项目支出${yuan(s, key)}，占项目支出${yuan(s, s.projectTotal, [], 'projects')}的${rate(s, key, s.projectTotal, ['share'])}。`,
    say`项目总支出${yuan(s, s.projectTotal, [], 'projects')}，其中重点项目支出${yuan(s, key)}，重点支出安排率为${ratio}。`,
    null,
  ]);
}

export function budget(s: Scenario): Words {
  const { random, initial, added, year, expense } = s;
  const total = s.budget;
  const a = yuan(s, initial, ['sum-part']);
  const b = yuan(s, added, ['sum-part']);
  const sum = yuan(s, total, ['sum-total']);
  const done = yuan(s, expense, ['told-twice'], 'expense');
  const part = rate(s, expense, total, ['completion']);
  const name = s.scoring.items.find((item) => item.name === '预算完成率')?.name ?? '预算执行率';
  return random.pick([
    say`${year}年年初预算${a}，年中追加${b}，调整后预算${sum}，全年执行${done}，${name}${part}。`,
    say`年初预算数${a}，追加预算${b}，全年预算数为${sum}；实际支出${done}，${name}为${part}。`,
    say`${year}年度部门预算批复${a}，执行中调增${b}，全年预算${sum}，支出决算数${done}，完成全年预算的${part}。`,
    say`经批复的年初预算为${a}，加上年中追加${b}，预算总额${sum}，全年支出${done}，执行率达${part}。`,
    say`全年预算${sum}（年初预算${a}，追加${b}），实际支出${done}，${name}达到${part}。`,
  ]);
}

export function official(s: Scenario): Words[] {
  const { random, year } = s;
  const o = s.official;
  const spent = () => yuan(s, o.actual, ['told-twice'], 'official');
  const part = rate(s, o.actual, o.budget, ['completion']);
  const less = word('comparison', '小于', '大于');
  const why = random.pick(['严格落实中央八项规定精神', '从严控制公务接待', '车辆维修费用减少']);
  const first = random.pick([
    say`${year}年度“三公”经费财政拨款支出预算为${yuan(s, o.budget)}，支出决算为${spent()}，完成预算的${part}，决算数${less}预算数的主要原因是${why}。`,
    say`“三公”经费全年预算${yuan(s, o.budget)}，实际支出${spent()}，完成预算的${part}，决算数${less}预算数，主要是${why}。`,
    say`${year}年“三公”经费支出${spent()}，占预算${yuan(s, o.budget)}的${rate(s, o.actual, o.budget, ['share'])}。`,
    say`${year}年“三公”经费预算${yuan(s, o.budget)}，决算${spent()}，执行率${part}。`,
  ]);
  const compare = random.pick([
    say`${change(s, o.actual, o.lastActual, say`与上年${yuan(s, o.lastActual)}相比`)}，主要原因是${why}。`,
    say`“三公”经费支出${change(s, o.actual, o.lastActual, say`较上年度的${yuan(s, o.lastActual)}`)}。`,
    say`上年“三公”经费支出${yuan(s, o.lastActual)}，本年支出${spent()}，${change(s, o.actual, o.lastActual, say`同比`)}。`,
  ]);
  const parts = random.pick([
    say`“三公”经费支出${spentSum(s)}，其中：公务接待费${yuan(s, o.reception, ['sum-part'])}，公务用车运行维护费${yuan(s, o.vehicles, ['sum-part'])}，因公出国（境）费0${s.style.unit}。`,
    say`其中公务用车运行维护费${yuan(s, o.vehicles)}，占“三公”经费支出的${rate(s, o.vehicles, o.actual, ['share'])}；公务接待费${yuan(s, o.reception)}，占“三公”经费支出的${rate(s, o.reception, o.actual, ['share'])}。`,
    say`“三公”经费支出${spentSum(s)}由公务接待费${yuan(s, o.reception, ['sum-part'])}和公务用车运行维护费${yuan(s, o.vehicles, ['sum-part'])}组成，未发生因公出国（境）费用。`,
  ]);
  const plan = o.budget.eq(o.lastBudget)
    ? random.pick([
        say`${year}年“三公”经费预算数${yuan(s, o.budget)}，上年预算数${yuan(s, o.lastBudget)}，与上年持平。`,
        say`“三公”经费年初预算${yuan(s, o.budget)}，与上年预算数${yuan(s, o.lastBudget)}一致。`,
      ])
    : random.pick([
        say`${year}年“三公”经费预算数${yuan(s, o.budget)}，${change(s, o.budget, o.lastBudget, say`比${year - 1}年预算数${yuan(s, o.lastBudget)}`)}。`,
        say`“三公”经费上年预算数${yuan(s, o.lastBudget)}，本年预算数${yuan(s, o.budget)}，${change(s, o.budget, o.lastBudget, say`同比`)}。`,
      ]);
  return [first, compare, parts, plan];
}

const spentSum = (s: Scenario): Slot => yuan(s, s.official.actual, ['sum-total', 'told-twice'], 'official');

export function publicFunds(s: Scenario): Words {
  const { random } = s;
  const planned = yuan(s, s.publicBudget);
  const used = yuan(s, s.publicFunds, ['told-twice'], 'public');
  const part = rate(s, s.publicFunds, s.publicBudget, ['completion']);
  return random.pick([
    say`公用经费预算${planned}，实际支出${used}，公用经费控制率${part}。`,
    say`预算安排公用经费${planned}，全年实际支出公用经费${used}，控制率为${part}。`,
    say`公用经费全年支出${used}，预算安排${planned}，公用经费控制率为${part}。`,
    say`公用经费支出${used}，为预算安排数${planned}的${part}。`,
  ]);
}

export function purchase(s: Scenario): Words {
  const { random } = s;
  const planned = yuan(s, s.purchase.budget);
  const used = yuan(s, s.purchase.actual);
  const part = rate(s, s.purchase.actual, s.purchase.budget, ['completion']);
  return random.pick([
    say`政府采购预算${planned}，实际采购金额${used}，政府采购执行率${part}。`,
    say`全年政府采购预算安排${planned}，实际完成采购${used}，政府采购执行率为${part}。`,
    say`${s.year}年政府采购预算数${planned}，实际采购${used}，采购执行率达${part}。`,
    say`政府采购实际支出${used}，采购预算${planned}，完成预算的${part}。`,
  ]);
}

export function carried(s: Scenario): Words | null {
  const { before, after } = s.carried;
  if (before.isZero()) return null;
  return s.random.pick([
    say`年末结转结余${yuan(s, after)}，${change(s, after, before, say`较上年末${yuan(s, before)}`)}。`,
    say`上年末结转和结余${yuan(s, before)}，本年末结转和结余${yuan(s, after)}，${change(s, after, before, say`比上年`)}。`,
    say`${s.year}年末累计结转结余资金${yuan(s, after)}，上年末累计结转结余资金${yuan(s, before)}，结转结余同比${word('direction', '减少', '增加')}${percent(before.sub(after).div(before), s.style, ['change-rate'])}。`,
  ]);
}

export function assets(s: Scenario): Words {
  const total = yuan(s, s.assets.total);
  const used = yuan(s, s.assets.used);
  const part = rate(s, s.assets.used, s.assets.total, ['completion']);
  return s.random.pick([
    say`截至${s.year}年12月31日，固定资产总额${total}，其中在用固定资产${used}，固定资产利用率${part}。`,
    say`年末固定资产原值${total}，实际在用${used}，固定资产利用率为${part}。`,
    say`固定资产总额${total}，实际在用固定资产总额${used}，利用率达${part}。`,
  ]);
}

/** 120人×300元=3.6万元. */
export function product(s: Scenario): Words {
  const people = s.random.int(4, 30) * 10;
  const price = s.random.int(2, 16) * 50;
  const total = dec(people).mul(price).div(10000);
  const slot: Slot = {
    roles: ['product'],
    text: `${total.toFixed()}万元`,
    value: total,
    print: (value) => `${value.toFixed()}万元`,
  };
  return s.random.pick([
    say`举办业务培训1期，培训${people}人，按每人${price}元标准安排，共支出培训费${slot}。`,
    say`业务培训费${slot}，即${people}人×${price}元/人。`,
    say`发放工作补贴${people}人，每人${price}元，共计${slot}。`,
    say`年内为${people}名志愿者购买保险，人均${price}元，合计${slot}。`,
  ]);
}

/** Business volume against last year: counts, not money. */
export function volume(s: Scenario): Words {
  const last = s.random.int(8, 90) * 100;
  const more = s.random.int(3, 40);
  const now = (last * (100 + more)) / 100;
  const part = percent(dec(more).div(100), s.style, ['growth', 'change-rate']);
  return s.random.pick([
    say`全年受理群众事项${count(now, '件')}，上年${count(last, '件')}，同比${word('direction', '增长', '下降')}${part}。`,
    say`全年接待来访${count(now, '人次')}，比上年的${count(last, '人次')}增加${count(now - last, '人次')}，${word('direction', '增长', '下降')}${part}。`,
    say`线上办理业务${count(now, '笔')}，较${s.year - 1}年${count(last, '笔')}增长${part}。`,
  ]);
}
