import { expect, test } from 'vitest';
import placeholder from '../../../src/checks/text/placeholder.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases, within } from '../../support/cases.ts';

ruleCases(
  placeholder,
  [
    ['2023年度支出合计XXX万元。'],
    ['2023年度支出合计××万元。'],
    ['2023年度支出合计____万元。'],
    ['ＸＸ局制定了制度。'],
    ['20XX年度部门预算120.00万元。'],
    ['202X年度部门预算120.00万元。'],
    ['主要职能：（请填写单位职能）'],
    ['（此处填写评价组织实施情况）'],
    ['（此页为封面）'],
    ['【单位名称】制定了财务制度。'],
    ['比上年增加（减少）20.00万元。'],
    ['减少0.15万元，下降（增长）27.78%。'],
    ['支出决算数大于（小于）预算数的主要原因是追加。'],
    ['收入决算数小于（大于）预算数。'],
    ['单击此处输入文字。'],
    ['单位名称：（盖章）'],
    ['填报单位（公章）：          '],
    [[[['填报单位', '']]]],
    ['服务对象满意度达__%。'],
    ['资金执行率     %。'],
    ['（简要说明存在的问题，300字以内）'],
    ['内设机构。[说明内设机构情况]'],
    ['项目名称：'],
    ['服务对象满意度  %。'],
    ['带动脱贫户    户。'],
    ['群众满意度    。'],
    ['评价等级为“  ”。'],
    ['综合得分   分。'],
    ['培训工会干部□人次，慰问500户。'],
    [
      [
        [
          ['填报单位', { text: '', cols: 2 }, '填报日期', '2024年3月5日'],
          ['项目名称', '居家托养', '', '', ''],
        ],
      ],
    ],
    ['走访党外人士***人次。'],
    ['新改扩建学校×所，已投用。'],
    ['（本部分可不填写）'],
    ['综合评价等级为“优（良/中/差）”。'],
    ['部门名称：            （公章）'],
    [
      [
        [
          ['部门（单位）名称', { text: '', cols: 3 }],
          ['年度总体目标', '预期目标', '实际完成情况', '备注'],
        ],
      ],
    ],
    [[[['预算数', 'XX万元']]]],
  ],
  [
    '评价指标体系（附表说明）已随文报送。',
    '（说明：1.本表由单位填报。）',
    '评价等级分为优/良/中/差四档。',
    '得分为单价×人数，面积为长×宽。',
    '部门名称：  东湖市林业局    （公章）',
    '填报人：        　　审核人：        　　填报时间：2024年2月28日',
    [[['实际完成情况（简要说明完成情况）', '已完成']]],
    ['项目名称：', '农村饮水安全巩固提升工程'],
    '报送日期：    年   月   日',
    [
      [
        ['单位名称', ''],
        ['东湖市林业局', '备注一'],
      ],
    ],
    '联系人：张XX，电话138XXXX0000。',
    '设备型号为XX-200，网址www.xx.com。',
    '负责人签字：________',
    '填报日期：    年  月  日',
    '每超过（降低）5%扣0.5分。',
    '支出增加（含追加）20.00万元。',
    '面积为3×4米，共2×3组。',
    '填报单位：东湖市林业局（盖章）',
    ['单位名称：', '东湖市林业局'],
    [[['填报单位', '东湖市林业局', '项目负责人', '']]],
    [
      [
        ['序号', '单位名称', '备注'],
        ['1', '东湖市林业局', ''],
      ],
    ],
    '其他资金（包括自有资金、社会资金）共20.00万元。',
    '第XVI届运动会保障。',
    '二〇〇八年建成管护站。',
  ],
);

test('a template is one finding, not fifty', async () => {
  const lines = Array.from({ length: 50 }, (_, i) => `第${i}项支出XXX万元。`);
  const findings = await findingsOf([placeholder], within(...lines));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain('50处');
});

test('a watermark of a draft is worth a notice', async () => {
  const watermark = {
    kind: 'paragraph' as const,
    text: '征求意见稿',
    number: null,
    headingLevel: null,
    stratum: 'watermark' as const,
    where: NOWHERE,
  };
  const findings = await findingsOf([placeholder], { ...within('略。'), furniture: [watermark] });
  expect(findings.map((finding) => finding.severity)).toEqual(['notice']);
});
