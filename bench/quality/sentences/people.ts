/** Staff, duties, survey and how the evaluation was done. */
import { dec } from '../../../src/numbers/decimal.ts';
import type { Scenario } from '../scenario.ts';
import { count, percent } from '../style.ts';
import { say, type Words, word } from '../words.ts';

export function staff(s: Scenario): Words[] {
  const { posts, administrative, institutional, serving, retired, offices } = s.staff;
  const { year, random } = s;
  const control = percent(dec(serving).div(posts), s.style, ['completion']);
  const when = () => word('as-of-year', `${year}年12月31日`);
  const yearEnd = () => word('as-of-year', `${year}年末`);
  const self = s.kind.self;
  const total = count(posts, '名', ['sum-total']);
  const a = count(administrative, '名', ['sum-part']);
  const b = count(institutional, '名', ['sum-part']);
  const first = random.pick([
    say`${self}核定编制${total}，其中：行政编制${a}，事业编制${b}。截至${when()}，在职人员${serving}人，离退休人员${retired}人，内设股室${offices}个。`,
    say`${self}共有编制${total}，包括行政编制${a}、事业编制${b}；截止${when()}实有在职人员${serving}人、退休人员${retired}人。`,
    say`核定编制人数${total}（行政编制${a}，事业编制${b}），${yearEnd()}在职人员${serving}人，退休${retired}人，下设${offices}个内设机构。`,
    say`${yearEnd()}，${self}在职人员${serving}人，核定编制${total}，其中行政${a}、事业${b}，另有退休人员${retired}人。`,
  ]);
  const second = random.pick([
    say`在职人员控制率为${control}。`,
    say`按在职人员${serving}人、编制${posts}名计算，在职人员控制率${control}。`,
    null,
  ]);
  return second ? [first, second] : [first];
}

export function survey(s: Scenario): Words {
  const { sent, valid, satisfied } = s.survey;
  const ratio = dec(satisfied).div(valid);
  const rate = percent(ratio, s.style, ['completion', 'satisfaction'], { quantity: 'satisfaction' });
  return s.random.pick([
    say`共发放调查问卷${sent}份，收回有效问卷${valid}份，其中满意${satisfied}份，服务对象满意度${rate}。`,
    say`面向服务对象发放问卷${sent}份，有效问卷${valid}份，表示满意的${satisfied}份，满意度为${rate}。`,
    say`开展满意度问卷调查，有效问卷${valid}份，满意${satisfied}份，服务对象满意度达${rate}。`,
    say`经问卷调查，${valid}名受访者中${satisfied}名表示满意，社会公众满意度${rate}。`,
  ]);
}

export function evaluationProcess(s: Scenario): Words[] {
  const { random, year } = s;
  const month = random.int(1, 4);
  const date = word('evaluation-date', `${year + 1}年${month}月`);
  const document = `${random.pick(['财绩', '财预', '政财绩'])}〔${year + (random.chance(0.5) ? 1 : 0)}〕${random.int(3, 48)}号`;
  const self = s.kind.self;
  return [
    random.pick([
      say`根据《${s.region}财政局关于开展${year}年度预算绩效自评工作的通知》（${document}）要求，${self}认真组织开展了绩效自评。`,
      say`按照《中华人民共和国预算法》（2018年修正）和${document}文件要求，${self}对${year}年度支出开展自评。`,
      say`依据${s.region}财政局${document}通知，${self}成立自评工作小组，制定了工作方案。`,
      say`根据《项目支出绩效评价管理办法》（财预〔2020〕10号）等规定，${self}组织实施了本次自评。`,
    ]),
    random.pick([
      say`${date}，${self}成立绩效评价小组，由分管领导任组长，财务人员和业务股室负责人参加，通过查阅资料、现场核查、问卷调查等方式开展评价。`,
      say`自评工作于${date}启动，经过前期准备、数据采集、综合评分、撰写报告等阶段。`,
      say`${date}上旬，各股室提交佐证资料，财务室汇总后形成本报告，报${s.region}财政局备案。`,
      say`评价小组于${date}${random.int(3, 27)}日召开会议，对照指标逐项打分，形成自评结论。`,
    ]),
  ];
}

/** Sentences that a hasty rule takes for faults, and that are right. */
export function traps(s: Scenario): Words[] {
  const { random, year } = s;
  const last = random.pick(['94.5', '96', '93.2', '95.8', '88.5']);
  const lastGrade = Number(last) >= 90 ? s.scoring.words[0] : s.scoring.words[1];
  const all: Words[] = [
    random.pick([
      say`上一年度（${year - 1}年度）整体支出绩效自评得分${last}分，等级为“${lastGrade}”，反馈问题均已整改。`,
      say`${year - 1}年度绩效自评得${last}分，评价等次为${lastGrade}，相关问题已整改到位。`,
      say`上年自评得分${last}分，对查出的问题已逐项落实整改。`,
    ]),
    random.pick([
      say`围绕${s.region}“十四五”规划（2021—2025年）确定的目标任务，统筹安排年度工作。`,
      say`按照2021-2025年发展规划和三年行动方案（2020—2022年），稳步推进各项工作。`,
      say`对照“十四五”时期（2021年至2025年）任务，分年度组织实施。`,
    ]),
    random.pick([
      say`与${s.otherUnit}、${s.region}财政局建立联席会议制度，协同推进重点工作。`,
      say`配合${s.otherUnit}开展联合检查${random.int(3, 12)}次，共享信息约${random.int(2, 9)}百条。`,
      say`会同${s.otherUnit}举办宣传活动，现场解答群众咨询${random.int(2, 9) * 100}余人次。`,
    ]),
    random.pick([
      say`全年接听服务热线约${random.int(2, 9)}千个，群众满意率九成以上。`,
      say`累计发放宣传资料${random.int(2, 9)}000余份，覆盖群众近${random.int(2, 9)}万人。`,
      say`服务群众超过${random.int(11, 58)}00人次，较好解决了服务“最后一公里”问题。`,
    ]),
    random.pick([
      say`${year}年度共对${random.int(3, 9)}个项目开展绩效自评，项目平均得分${random.pick(['96.35', '97.8', '95.42'])}分。`,
      say`项目自评方面，${s.projects[1]?.name ?? ''}项目自评得分${random.pick(['98.6', '95', '92.4'])}分，等级${s.scoring.words[0]}。`,
      say`所属项目均按要求完成自评，各项目得分均在${random.pick(['90', '92', '93'])}分以上。`,
    ]),
    random.pick([
      say`${year + 1}年，${s.kind.self}将继续抓好预算绩效管理，下达计划资金已于${year + 1}年2月前落实。`,
      say`${year}年12月28日至${year + 1}年1月5日，开展了年终资产清查。`,
      say`部分尾款按合同约定于${year + 1}年一季度支付。`,
    ]),
    random.pick([
      say`联系电话：0737-${random.int(2000000, 8999999)}，办公地址：${s.region}人民路${random.int(10, 299)}号。`,
      say`投诉举报电话12345，受理时间为工作日8:30—17:30。`,
      say`依据《行政事业性国有资产管理条例》（国务院令第738号）第${random.int(5, 40)}条管理资产。`,
    ]),
  ];
  return random.shuffle(all).slice(0, random.int(3, 6));
}
