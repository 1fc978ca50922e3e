import { describe, expect, it } from 'vitest';
import { runBatchRules } from '../../../src/checks/batch/index.ts';
import { found, member, report } from '../../support/batch-rules.ts';

describe('batch/last-year', () => {
  const reportOf2022 = (income: string) =>
    member('2022.docx', ...report('青岚区水利局', 2022, `2022年度收入合计${income}万元。`));
  const now = member(
    '2023.docx',
    ...report('青岚区水利局', 2023, '2023年度收入合计752.48万元，比上年减少194.51万元。'),
  );

  it('is silent where last year’s report says the same', async () => {
    expect(await found(reportOf2022('946.99'), now)).toEqual([]);
  });
  it('allows for rounding', async () => {
    expect(await found(reportOf2022('947.0'), now)).toEqual([]);
  });
  it('finds another figure', async () => {
    expect(await found(reportOf2022('941.99'), now)).toEqual(['2023.docx: batch/last-year']);
  });
  it('names the quantity as last year’s report does where this one only says 比上年', async () => {
    const members = [
      reportOf2022('410.50'),
      member(
        '2023.docx',
        ...report('青岚区水利局', 2023, '2023年度收入合计432.80万元，比上年411.50万元增加21.30万元。'),
      ),
    ];
    const messages = [...(await runBatchRules(members)).values()].flat().map((finding) => finding.message);
    expect(messages).toEqual(['本报告的上年“收入合计”为411.50万元，上一年的报告（2022.docx）写410.50万元。']);
  });
  it('never compares different units', async () => {
    const other = member('x.docx', ...report('青岚区林业局', 2022, '2022年度收入合计1.00万元。'));
    expect(await found(other, now)).toEqual([]);
  });
});
