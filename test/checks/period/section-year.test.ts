import { expect, test } from 'vitest';
import sectionYear from '../../../src/checks/period/section-year.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases, within } from '../../support/cases.ts';
import { sketch } from '../../support/document.ts';
import { altered, STYLES } from '../../support/styles.ts';

ruleCases(
  sectionYear,
  [
    ['2022年度收入合计520.00万元，其中财政拨款收入520.00万元。', '2022'],
    ['2022年度支出合计520.00万元，比上年减少20.00万元，下降3.70%。', '2022'],
    ['2022年度“三公”经费支出2.00万元，完成预算的80%。', '2022'],
    ['“三公”经费2022年预算12.75万元、决算8.83万元；同上年10.62万元比较，减少1.79万元。', '2022'],
    ['2025年度支出合计520.00万元，其中基本支出400.00万元。', '2025'],
    [['（二）2022年度绩效目标', '1.造林3000亩。'], '2022'],
    ['附件：2022年度部门整体支出绩效自评评分表', '2022'],
    [[[['2021年度部门整体支出绩效自评表'], ['指标']]], '2021'],
    ['评价年度：2022年', '2022'],
    ['2022年无政府性基金预算支出。', '2022'],
    ['2022年度部门收入合计520.00万元。2023年度部门支出合计520.00万元。', '2022'],
    ['2022年部门收入520.00万元，支出520.00万元。', '2022'],
    ['1.2022年营造林3.2万亩，支出合计520.00万元。', '2022'],
    [['（一）预算安排。2022年年初预算386.50万元，其中基本支出306.50万元。'], '2022'],
  ],
  [
    '与2022年度相比，支出增加20.00万元。',
    '接待观众28万人次（2022年因疫情仅9万人次）。',
    '2022年项目支出1100.00万元由上级直接支付，不列入本部门决算。',
    ['（一）2025年开展精准招商。', '（二）完善指标。'],
    ['（一）2022年末慰问退役军人26人，2023年初再次走访。', '（二）其他。'],
    ['（一）部分企业观望，2022年签约的4个项目未落地。', '（二）指标挑战性不足。'],
    ['（一）上年度收支情况', '2022年部门收入520.00万元，支出520.00万元。'],
    '2022年部门收入累计520.00万元，提前下达300.00万元。',
    '2022年度决算为500.00万元，2023年度决算为520.00万元。',
    '2023年度收入合计520.00万元。2022年度收入合计500.00万元。',
    ['2023年度收入合计520.00万元。', '2022年度收入合计500.00万元。'],
    '“三公”经费2022年预算数12.10万元、2023年预算数11.72万元。',
    '2022年结转资金30.00万元，于年内支付完毕。',
    '建立通报制度，确保2024年项目支出执行率达到95%以上。',
    ['八、下一步工作', '2024年项目支出执行率达到95%以上。'],
    '2024年预算安排600.00万元用于松材线虫病防治。',
    '项目实施周期为2021—2025年，总投资3000.00万元，2022年完成投资500.00万元。',
    '2021年以来累计造林3.00万亩。',
    '《中华人民共和国预算法》（2018年修正）第三十二条规定。',
    '按照东财绩〔2022〕3号文件，支出执行统一标准。',
    '上述资金中2022年度项目支出尾款30.00万元。',
    '2023年完成2022年度追加任务，造林200亩，投资30.00万元。',
    '2022年10月开工的管护站项目已完工，支出30.00万元。',
    ['（二）2022年度评价结果应用及问题整改', '已整改。'],
    ['（三）2024年度工作计划', '继续造林。'],
    ['（一）2021—2023年目标', '造林9000亩。'],
  ],
);

const fault = (style: number, from: string, to: string) => {
  const chosen = STYLES[style];
  if (chosen === undefined) throw new Error('no such style');
  return findingsOf([sectionYear], altered(chosen, from, to));
};

test.each([
  [0, '（二）2022年度绩效目标', '（二）2021年度绩效目标'],
  [0, '2022年度中共云溪市梅岭区委宣传部', '2021年度中共云溪市梅岭区委宣传部'],
  [0, '2022年度支出合计812.40万元', '2021年度支出合计812.40万元'],
  [1, '2024年年初预算3200.00万元', '2023年年初预算3200.00万元'],
  [2, '2023年度绩效自评表', '2022年度绩效自评表'],
  [4, '2023年收入总计860.00万元', '2022年收入总计860.00万元'],
  [5, '松原区残疾人联合会2021年度康复救助', '松原区残疾人联合会2020年度康复救助'],
])('finds one stale year in style %i: %s', async (style, from, to) => {
  expect(await fault(style, from, to)).toHaveLength(1);
});

const withHeader = (...headers: readonly string[]) => ({
  ...within('2023年度收入合计520.00万元。'),
  furniture: headers.map((text) => ({
    kind: 'paragraph' as const,
    text,
    number: null,
    headingLevel: null,
    stratum: 'header' as const,
    where: NOWHERE,
  })),
});

test.each([
  [['2022年度部门整体支出绩效自评报告'], 1],
  [['2022年度部门整体支出绩效自评报告', '2022年度部门整体支出绩效自评报告'], 1],
  [['2023年度部门整体支出绩效自评报告'], 0],
  [['东湖市林业局', '第3页 2024年3月'], 0],
])('page headers %j give %i findings', async (headers, count) => {
  expect(await findingsOf([sectionYear], withHeader(...headers))).toHaveLength(count);
});

test('--year is held against the report once', async () => {
  const findings = await findingsOf([sectionYear], within('2023年度收入合计520.00万元。'), { year: 2024 });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ claimed: '2023', expected: '2024' });
});

test('a title set over several lines is dated by any of them', async () => {
  const document = sketch(
    '东川市2022年度农村饮水安全巩固提升工程',
    '项目支出绩效自评报告',
    '项目单位：东川市水务局',
    '一、项目概况',
    '2024年新建水厂2座，投资300.00万元。',
    '2024年到位资金300.00万元。',
    '二、评价结论',
    '2024年度项目自评得分88分。',
  );
  const [finding, ...others] = await findingsOf([sectionYear], document);
  expect(finding).toMatchObject({ claimed: '2022', expected: '2024' });
  expect(others).toEqual([]);
});

test("what a project aims at in the year is not last year's", async () => {
  const project = (goal: string) =>
    sketch(
      '2023年度校舍改造项目绩效自评报告',
      '项目单位：江阳区教育体育局',
      '一、项目概况',
      '（一）绩效目标',
      '1.总体目标。2021年至2025年消除大班额。',
      goal,
      '二、完成情况',
      '2023年改扩建8600平方米。',
    );
  expect(await findingsOf([sectionYear], project('2.年度目标。2023年改扩建8600平方米。'))).toEqual([]);
  const found = await findingsOf([sectionYear], project('2.年度目标。2022年改扩建8600平方米。'));
  expect(found.map((finding) => finding.claimed)).toEqual(['2022']);
});
