import { expect, test } from 'vitest';
import foreignUnit from '../../../src/checks/text/foreign-unit.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases } from '../../support/cases.ts';
import { sketch } from '../../support/document.ts';
import { altered, STYLES } from '../../support/styles.ts';

ruleCases(
  foreignUnit,
  [
    ['东湖市水利局2023年度部门整体支出绩效自评得分92分，等级为优。', '东湖市水利局'],
    ['经综合评价，西山市林业局2023年度部门整体支出绩效评价得分92分。', '西山市林业局'],
    ['西山市林业局2023年度收入合计520.00万元。', '西山市林业局'],
    ['2023年度西山市林业局部门整体支出绩效自评得分92分。', '西山市林业局'],
    ['填报单位：西山市林业局', '西山市林业局'],
    [[[['填报单位', '西山市林业局']]], '西山市林业局'],
    ['附件：西山市林业局2023年度部门整体支出绩效自评表', '西山市林业局'],
  ],
  [
    '东湖市林业局2023年度收入合计520.00万元。',
    '市林业局2023年度部门整体支出绩效自评得分92分，等级为优。',
    '我局2023年度收入合计520.00万元。',
    '会同东湖市水利局、东湖市生态环境局开展巡查，抄报东湖市财政局。',
    '下属东湖市国有林场2023年度收入合计90.00万元。',
    '经东湖市财政局2023年度绩效评价复核。',
    '根据东湖市发展和改革局2023年度部门整体支出绩效评价经验。',
    '学习西山市林业局2023年度绩效评价做法。',
    '向东湖市人民政府2023年度绩效评价专班报告。',
    ['本部门包括东湖市林业局本级和东湖市种苗站。', '东湖市种苗站2023年度收入合计20.00万元。'],
    [
      [
        ['序号', '单位名称', '备注'],
        ['1', '东湖市种苗站', ''],
      ],
      '东湖市种苗站2023年度收入合计20.00万元。',
    ],
    [[['主管部门', '东湖市水利局', '实施单位', '东湖市林业局']]],
  ],
);

test.each([
  [0, '梅岭区委宣传部2022年度部门整体支出绩效评价得分', '梅岭区委统战部2022年度部门整体支出绩效评价得分'],
  [0, '（盖章）：中共云溪市梅岭区委宣传部', '（盖章）：中共云溪市临江区委宣传部'],
  [1, '关于澜川县农业农村局2024年度', '关于澜川县林业和草原局2024年度'],
  [4, '经自评，丹霞区图书馆2023年度', '经自评，丹霞区文化馆2023年度'],
])('finds another unit in style %i: %s', async (style, from, to) => {
  const chosen = STYLES[style];
  if (chosen === undefined) throw new Error('no such style');
  const findings = await findingsOf([foreignUnit], altered(chosen, from, to));
  expect(findings.map((finding) => finding.severity)).toEqual(['error']);
});

test('规划与 for 规划和 is a warning, one for all places', async () => {
  const findings = await findingsOf(
    [foreignUnit],
    sketch(
      '青禾市规划和自然资源局2023年度部门整体支出绩效自评报告',
      '一、概况',
      '青禾市规划与自然资源局下设八个科室。',
      '青禾市规划与自然资源局共有车辆3辆。',
    ),
  );
  expect(findings.map(({ severity, evidence }) => [severity, evidence.length])).toEqual([['warning', 3]]);
});

test('the name of the level above in a title is an error, in the text it is not', async () => {
  const report = (...lines: readonly string[]) =>
    sketch('青禾市临江区规划和自然资源局2023年度部门决算', '一、概况', ...lines);
  expect(await findingsOf([foreignUnit], report('受青禾市规划和自然资源局委托开展测绘。'))).toEqual([]);
  const findings = await findingsOf([foreignUnit], report('青禾市规划和自然资源局2023年度部门决算表'));
  expect(findings.map((finding) => finding.claimed)).toEqual(['青禾市规划和自然资源局']);
});
