import { expect, test } from 'vitest';
import duplicate from '../../../src/checks/text/duplicate.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases, within } from '../../support/cases.ts';

const LONG =
  '严格执行财务管理制度，重大支出事项由局党组集体研究决定，按月公开执行进度，接受干部职工和社会公众监督。';

ruleCases(
  duplicate,
  [
    [['1.造林绿化工作。', '2.森林防火工作。', '3.造林绿化工作。']],
    [[LONG, '（一）其他', '略。', LONG]],
    [['预算由各科室申报汇总。', '预算由各科室申报汇总。']],
    [['1.造林绿化工作。', '2.森林防火工作。', '3. 造林绿化工作']],
    [['（一）资金拨付不及时。', '（二）资金拨付不及时。']],
    [
      [
        '（一）绩效目标',
        '1.新增服务站2个。',
        '（二）绩效目标完成情况',
        '1.新增服务站2个。',
        '2.新增服务站2个。',
      ],
    ],
  ],
  [
    ['（一）资金拨付偏慢', '原因是人手不足。', '（二）宣传不够', '原因是人手不足。'],
    ['1.数量指标', '无。', '2.质量指标', '无。'],
    ['（一）绩效目标', '（1）举办培训班8期。', '（二）绩效目标完成情况', '（1）举办培训班8期。'],
    [
      '注：本表反映部门本年度各项支出情况，金额转换为万元时因四舍五入可能存在尾差，特此说明如上。',
      '略。',
      '注：本表反映部门本年度各项支出情况，金额转换为万元时因四舍五入可能存在尾差，特此说明如上。',
    ],
    ['填报单位：东湖市林业局', '填报单位：东湖市林业局'],
    ['1.造林绿化工作。', '2.造林绿化工作的督查。'],
  ],
);

test('three prints are one finding with three places', async () => {
  const [finding, ...others] = await findingsOf(
    [duplicate],
    within('1.造林绿化工作。', '2.造林绿化工作。', '3.造林绿化工作。'),
  );
  expect(finding?.evidence).toHaveLength(3);
  expect(others).toEqual([]);
});
