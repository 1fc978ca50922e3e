import { describe, expect, it } from 'vitest';
import { auditText } from '../../support/figures.ts';

const graver = (...text: readonly string[]) =>
  auditText(text)
    .findings.filter((finding) => finding.severity !== 'notice')
    .map((finding) => `${finding.rule} ${finding.claimed}→${finding.expected}`);

/** Totals whose parts are printed in paragraphs of their own. */
describe('lists of paragraphs', () => {
  const basic = (operating: string) => [
    '2023年一般公共预算财政拨款基本支出6,214.08万元，其中：',
    '人员经费5,236.41万元，主要包括：基本工资、津贴补贴、奖金等。',
    `公用经费${operating}万元，主要包括：办公费、印刷费、水费等。`,
    '七、其他情况',
  ];
  it('adds up the parts that the vocabulary names', () => {
    expect(graver(...basic('977.67'))).toEqual([]);
    expect(graver(...basic('997.67'))).toEqual(['figure/sum 6,214.08万元→6234.08万元']);
  });

  const income = (balance: string) => [
    '（一）收入决算总计2,458.63万元。包括：',
    '1．本年收入决算合计2,401.53万元。',
    '2．使用非财政拨款结余（含专用结余）0万元。与上年决算数相同。',
    `3．年初结转和结余${balance}万元。`,
    '（二）支出决算情况',
  ];
  it('adds up a numbered list', () => {
    expect(graver(...income('57.10'))).toEqual([]);
    expect(graver(...income('75.10'))).toEqual(['figure/sum 2,458.63万元→2476.63万元']);
  });

  it('says nothing of items that are no parts', () => {
    expect(
      graver(
        '2023年支出合计680.00万元，主要做了以下工作，具体如下：',
        '1.开展培训6期，支出20.50万元。',
        '2.维修校舍3栋，支出86.00万元。',
        '3.慰问困难群众120人，支出12.00万元。',
      ),
    ).toEqual([]);
    expect(
      graver(
        '2023年支出决算为1279.15万元，完成年初预算的107.49%，年初预算为1190.00万元。其中：',
        '1.农林水支出行政运行。年初预算为620.00万元，支出决算为612.30万元，完成年初预算的98.76%。',
        '2.森林资源培育。年初预算为300.00万元，支出决算为396.85万元，完成年初预算的132.28%。',
        '3.养老保险缴费。年初预算为270.00万元，支出决算为270.00万元，完成年初预算的100%。',
      ),
    ).toEqual([]);
  });

  it('lets a list of parts end before its last paragraphs', () => {
    expect(
      graver(
        '2023年支出合计400.00万元，具体如下：',
        '1.工资福利支出300.00万元。',
        '2.商品和服务支出100.00万元。',
        '3.“三公”经费支出10.00万元，已含在商品和服务支出中。',
      ),
    ).toEqual([]);
  });

  it('holds the shares of the items against the total', () => {
    const items = (share: string) => [
      '2023年支出按功能分，本年支出合计680.00万元，具体如下：',
      '1.科学技术支出512.30万元，占75.34%；',
      `2.社会保障和就业支出86.20万元，占${share}；`,
      '3.卫生健康支出81.50万元，占11.99%。',
    ];
    expect(graver(...items('12.68%'))).toEqual([]);
    expect(graver(...items('12.86%'))).toEqual(['figure/share 12.86%→12.68%']);
  });
});

/** The list names its total, which an earlier paragraph told. */
describe('lists within a total told before', () => {
  const text = (reception: string) => [
    '2023年“三公”经费财政拨款支出决算为186.42万元，完成预算的98.12%，预算为190万元。',
    `2023年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算180.32万元，占96.73%；公务接待费支出决算${reception}万元，占3.27%。`,
  ];
  it('holds the parts against it', () => {
    expect(graver(...text('6.10'))).toEqual([]);
    expect(graver(...text('6.01'))).toEqual(['figure/sum 186.42万元→186.33万元', 'figure/share 3.27%→3.22%']);
  });
});

/** A change whose quantity stands in a paragraph before. */
describe('changes of a total told before', () => {
  const text = (rate: string) => [
    '2023年度收入总计35,826.40万元，其中：财政拨款收入35,526.40万元，其他收入300.00万元。',
    '2023年度支出总计35,826.40万元，其中：基本支出31,245.80万元，项目支出4,580.60万元。',
    `与2022年度相比，收入支出总计各增加1,826.40万元，增长${rate}。`,
  ];
  it('holds the rate against it', () => {
    expect(graver(...text('5.37%'))).toEqual([]);
    expect(graver(...text('5.73%'))).toEqual(['figure/change 5.73%→5.37%']);
  });
});

/** 持平 without figures is doubted only when its reason and the figures of the year both tell of a change. */
describe('a total said to be level', () => {
  const report = (reason: string, change: string) => [
    `2023年度收入支出总计2995.39万元。与2022年度相比，收入支出总计${change}。`,
    `财政拨款收入支出总计2961.68万元。与2022年度相比，财政拨款收入支出总计持平。主要原因：${reason}。`,
  ];
  it('is doubted', () => {
    expect(graver(...report('合同支付进度等原因减少支付', '减少56.95万元，下降1.87%'))).toEqual([
      'figure/direction 持平→减少',
    ]);
  });
  it('is left alone otherwise', () => {
    expect(graver(...report('人员增加与项目减少相抵', '减少56.95万元，下降1.87%'))).toEqual([]);
    expect(graver(...report('厉行节约，减少支付', '增加56.95万元，增长1.94%'))).toEqual([]);
    expect(graver(...report('机构人员稳定', '减少56.95万元，下降1.87%'))).toEqual([]);
  });
});
