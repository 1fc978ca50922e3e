import { describe, expect, it } from 'vitest';
import { found, member, report } from '../../support/batch-rules.ts';

const LONG = [
  '本单位高度重视预算绩效管理工作，成立了由主要负责人任组长的绩效评价工作领导小组，办公室设在财务科，统筹推进自评各项任务落实。',
  '部分项目前期论证不够充分，实施过程中因征地拆迁进度滞后等原因造成资金支付进度偏慢，年底集中支付现象依然存在，需要进一步加强统筹。',
  '下一步将健全项目储备机制，提前开展可行性研究和预算评审，按季度通报支付进度，对进度滞后的项目约谈责任科室负责人并限期整改到位。',
  '同时加强财务人员业务培训，全年计划组织预算绩效专题培训两次，邀请专家授课，切实提高绩效目标编制质量和自评报告撰写水平，压实责任。',
];
describe('batch/copied', () => {
  it('finds two units with the same passages, both of them', async () => {
    const one = member('甲.docx', ...report('青岚区水利局', 2023, ...LONG));
    const other = member('乙.docx', ...report('青岚区林业局', 2023, ...LONG));
    expect(await found(one, other)).toEqual(['乙.docx: batch/copied', '甲.docx: batch/copied']);
  });

  it('takes words of three units for the form’s own', async () => {
    const units = ['青岚区水利局', '青岚区林业局', '青岚区教育局'].map((unit) =>
      member(`${unit}.docx`, ...report(unit, 2023, ...LONG)),
    );
    expect(await found(...units)).toEqual([]);
  });

  it('lets one shared passage pass', async () => {
    const one = member('甲.docx', ...report('青岚区水利局', 2023, LONG[0] ?? ''));
    const other = member('乙.docx', ...report('青岚区林业局', 2023, LONG[0] ?? ''));
    expect(await found(one, other)).toEqual([]);
  });

  it('finds last year’s report handed in again, in this year’s only', async () => {
    const before = member('2022.docx', ...report('青岚区水利局', 2022, ...LONG));
    const now = member('2023.docx', ...report('青岚区水利局', 2023, ...LONG));
    expect(await found(before, now)).toEqual(['2023.docx: batch/copied']);
  });
});
