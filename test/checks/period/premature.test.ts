import { expect, test } from 'vitest';
import premature from '../../../src/checks/period/premature.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases } from '../../support/cases.ts';
import { sketch } from '../../support/document.ts';
import { altered, STYLES } from '../../support/styles.ts';

ruleCases(
  premature,
  [
    ['填报日期：2023年10月15日'],
    ['日　　期：二〇二三年三月二十日'],
    ['2023年3月，我局抽调人员组成评价小组开展自评打分。', '2023年3月'],
    [[[['填报日期：2023年3月15日', '填报人：张三']]]],
    [[[['填报日期', '2023年3月5日', '填报人', '张三']]]],
  ],
  [
    '填报日期：2024年3月15日',
    [[['填报日期', '2024年3月5日', '项目开始时间', '2023年3月5日']]],
    '填报日期：2023年12月31日',
    '2024年3月，我局成立评价小组开展自评。',
    '2023年7月，组织开展绩效运行监控，对12个项目打分。',
    '2023年3月，我局对2022年度部门整体支出开展自评。',
    '2023年5月组织绩效评价业务培训。',
    '2023年3月，根据通知要求完成上年度自评。',
  ],
);

test.each([
  [0, '报告日期：2023年4月10日', '报告日期：2022年4月10日'],
  [1, '2025年3月20日', '2024年10月20日'],
  [3, '填报日期：2023年2月28日', '填报日期：2022年2月28日'],
])('finds the early date of style %i', async (style, from, to) => {
  const chosen = STYLES[style];
  if (chosen === undefined) throw new Error('no such style');
  expect((await findingsOf([premature], altered(chosen, from, to))).map((f) => f.severity)).toEqual([
    'warning',
  ]);
});

test('a report without dates says nothing', async () => {
  const document = sketch('东湖市林业局部门整体支出绩效自评报告', '一、基本情况', '无。');
  expect(await findingsOf([premature], document)).toEqual([]);
});

test('the same early date on the cover and under the report is one finding with both places', async () => {
  const document = sketch(
    '东湖市林业局2023年度部门整体支出绩效自评报告',
    '2023年3月6日',
    '一、基本情况',
    '东湖市林业局主管林业。',
    '东湖市林业局',
    '2023年3月6日',
  );
  const [finding, ...others] = await findingsOf([premature], document);
  expect(finding?.evidence.map((quote) => quote.text).slice(0, 2)).toEqual(['2023年3月6日', '2023年3月6日']);
  expect(others).toEqual([]);
});
