import { expect, test } from 'vitest';
import scoreYear from '../../../src/checks/period/score-year.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases } from '../../support/cases.ts';
import { sketch } from '../../support/document.ts';
import { altered, STYLES } from '../../support/styles.ts';

ruleCases(
  scoreYear,
  [
    ['我局2022年度整体支出绩效自评得分92分，评定等级为优。', '2022'],
    ['经自评，2022年度部门整体支出绩效评价等级为“优”。', '2022'],
    ['综合评价结论：二〇二二年度整体支出绩效评价得分为90.5分。', '2022'],
    ['本单位2024年度部门整体支出绩效评价得分93分，评价结果为优。', '2024'],
    ['2022年度部门整体绩效评价综合得分93.18分，其中：当年预算执行情况19.20分。', '2022'],
  ],
  [
    '我局2023年度整体支出绩效自评得分92分，评定等级为优。',
    '上年（2022年度）部门整体支出绩效评价得分90分，评价结果为“优”。',
    '前一年（2022年度）自评分数为97分，有关问题均已改正。',
    '2022年度我局自评得分为90分，本年度为92分。',
    '2022年度绩效评价得分90分，2023年度绩效评价得分92分。',
    '2024年，我局开展2023年度部门整体支出绩效自评，得分92分。',
    '2024年3月自评，综合得分92分，评价结果为优。',
    '2022年11月，省林业局对我市2021年度造林项目进行绩效评价，评价结果为优。',
    '第二轮（2022年）评价得分88分系全市平均分。',
    '2022年度松材线虫病防治项目绩效评价得分95分。',
    '2022年度综合考核，我局列优秀等次。',
    '根据《2022年度绩效评价办法》，自评得分92分。',
    '整体支出绩效自评得分96分，2022年为94分，提高2分。',
    '整体支出绩效自评得分94.6分，较2022年93.8分提高0.8分。',
    ['整体支出绩效自评得分96.3分。', '2022年度整体支出绩效自评得分为95.1分。'],
  ],
);

test.each([
  [0, '经综合评价，梅岭区委宣传部2022年度', '经综合评价，梅岭区委宣传部2021年度'],
  [
    5,
    '松原区残疾人联合会2021年度部门整体支出绩效评价得分92分',
    '松原区残疾人联合会2020年度部门整体支出绩效评价得分92分',
  ],
] as const)('one wrong year in style %i is one finding with both places', async (style, from, to) => {
  const chosen = STYLES[style];
  if (chosen === undefined) throw new Error('no such style');
  const findings = await findingsOf([scoreYear], altered(chosen, from, to));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.evidence).toHaveLength(2);
  expect(findings[0]?.expected).toBe(String(chosen.year));
});

const project = (...sentences: readonly string[]) =>
  sketch(
    '2023年度农村饮水安全工程项目支出绩效自评报告',
    '项目单位：东川市水务局',
    '一、项目概况',
    '2023年新建水厂2座。',
    '二、评价结论',
    ...sentences,
  );

test('该项目 is the subject of a project report', async () => {
  const found = await findingsOf([scoreYear], project('经综合评价，2022年度该项目得分88.5分。'));
  expect(found.map((finding) => finding.claimed)).toEqual(['2022']);
});

test('another score of another year, beside the one of this year, is told on purpose', async () => {
  const last = '2022年度该项目自评得分92分，等级为“优”，下降原因是洪涝灾害。';
  expect(await findingsOf([scoreYear], project('2023年度该项目得分88.5分。', '三、说明', last))).toEqual([]);
});

test('a dated score is last year’s where the undated one is the total of the table', async () => {
  const years = async (total: string) =>
    (
      await findingsOf(
        [scoreYear],
        sketch(
          '2023年度松原区文化馆部门整体支出绩效自评报告',
          '部门整体支出绩效自评得分96分。',
          '2022年度部门整体支出绩效自评得分为95分。',
          [
            ['一级指标', '二级指标', '分值', '得分'],
            ['投入', '预算编制', '40', '38'],
            ['产出', '完成数量', '60', '58'],
            [{ text: '合计', cols: 2 }, '100', total],
          ],
        ),
      )
    ).map((finding) => finding.claimed);
  expect(await years('96')).toEqual([]);
  expect(await years('95')).toEqual(['2022']);
});
