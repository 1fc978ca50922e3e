import { describe, expect, it } from 'vitest';
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
  it('never compares different units', async () => {
    const other = member('x.docx', ...report('青岚区林业局', 2022, '2022年度收入合计1.00万元。'));
    expect(await found(other, now)).toEqual([]);
  });
});
