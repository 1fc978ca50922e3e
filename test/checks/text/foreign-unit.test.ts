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
    [['附件1', '西山市林业局', '2023年部门整体支出绩效评价报告'], '西山市林业局'],
    ['西山市林业局（以下简称“我局”）主管全市林业。', '西山市林业局'],
    ['（一）主要职责。西山市林业局负责全市造林绿化工作。', '西山市林业局'],
    ['2023年度，东湖市水利局政府采购支出总额86.20万元。', '东湖市水利局'],
    ['西山市林业局为市政府工作部门，内设机构10个，下属事业单位6个。', '西山市林业局'],
  ],
  [
    '东湖市林业局2023年度收入合计520.00万元。',
    '市林业局2023年度部门整体支出绩效自评得分92分，等级为优。',
    '我局2023年度收入合计520.00万元。',
    '会同东湖市水利局、东湖市生态环境局开展巡查，抄报东湖市财政局。',
    '下属东湖市国有林场2023年度收入合计90.00万元。',
    '东湖市种苗站为我局下属单位，2023年度内设机构3个。',
    '东湖市木材检查站负责木材运输检查，东湖市水利局负责水土保持。',
    '东湖市苗圃管理站、东湖市种子站为局属事业单位。东湖市苗圃管理站现有编制20人。',
    '东湖市苗圃管理站编制20人。',
    '片区交流活动由三地轮流举办，西山市林业局负责承办2023年活动。',
    ['东湖市木材检查站', '东湖市林业科学研究所', '2023年部门决算编制范围如上'],
    '东湖市林业局（以下简称“我局”）主管全市林业。',
    '2023年度，东湖市种苗中心政府采购支出总额6.20万元。',
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

const signedBy = (name: string) =>
  sketch(
    '青溪县交通运输局2023年度部门整体支出绩效自评报告',
    '一、基本情况',
    '青溪县交通运输局主管全县交通。',
    '二、评价结果',
    '自评得分95分。',
    name,
    '2024年4月12日',
    '附件：',
    '1.基础数据表',
    '2.绩效自评表',
    '3.满意度问卷',
    '4.证明材料',
    '5.佐证材料',
    '6.其他材料',
    '7.公开截图',
  );

test('a list of annexes may stand below the signature', async () => {
  expect(await findingsOf([foreignUnit], signedBy('青溪县交通运输局'))).toEqual([]);
  expect((await findingsOf([foreignUnit], signedBy('青溪县水利局'))).map((f) => f.claimed)).toEqual([
    '青溪县水利局',
  ]);
});

test('the unit above a title set over two lines', async () => {
  const findings = await findingsOf(
    [foreignUnit],
    sketch(
      '青溪县水利局',
      '2023年度部门整体支出绩效自评报告',
      '单  位：青溪县交通运输局（盖章）',
      '一、基本情况',
      '青溪县交通运输局主管全县交通。',
    ),
  );
  expect(findings.map((finding) => finding.claimed)).toEqual(['青溪县水利局']);
});

test('one township is not another', async () => {
  const report = (name: string) =>
    sketch(
      '白马镇2023年部门整体支出绩效自评报告',
      '一、基本情况',
      '白马镇人民政府辖18个村。我镇2023年收入90.00万元。',
      '二、评价结果',
      `${name}2023年部门整体支出绩效自评90分。`,
    );
  expect(await findingsOf([foreignUnit], report('白马镇'))).toEqual([]);
  expect(await findingsOf([foreignUnit], report('我镇'))).toEqual([]);
  expect((await findingsOf([foreignUnit], report('黑石镇'))).map((f) => f.claimed)).toEqual(['黑石镇']);
});
