import { describe, expect, it } from 'vitest';
import { auditText, FIGURE_RULES } from '../../support/figures.ts';

describe('what a finding says', () => {
  it.each([
    [
      '支出合计4556.28万元：基本支出2584.77万元，占54.69%，项目支出1971.51万元，占43.27%。',
      /2584\.77万元÷4556\.28万元=56\.7298%，文中写54\.69%（.*56\.7297%～56\.73%.*54\.685%～54\.695%/u,
      '54.69%',
      '56.73%',
    ],
    ['慰问120人×300元=3.6元。', /120人×300元=36000元，文中写3\.6元/u, '3.6元', '36000元'],
    [
      '共支出10.00万元，分别用于：甲4.00万元、乙5.00万元。',
      /4\.00万元\+5\.00万元=9万元.*相差1万元/u,
      '10.00万元',
      '9.00万元',
    ],
    [
      '年初预算2.00万元，支出决算3.00万元，决算数小于预算数的主要原因是节约。',
      /3\.00万元大于2\.00万元/u,
      '小于',
      '大于',
    ],
    [
      '年初预算10210.34万元，支出决算9746.50万元，完成年初预算的95.45%。',
      /=95\.4572%.*截去尾数/u,
      '95.45%',
      '95.46%',
    ],
  ] as const)('%s', (text, message, claimed, expected) => {
    const [finding, ...others] = auditText(text).findings;
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(message);
    expect(finding?.claimed).toBe(claimed);
    expect(finding?.expected).toBe(expected);
  });

  it('quotes text that stands in the report', () => {
    const paragraphs = [
      '本年支出合计9759.38万元。',
      '一般公共预算财政拨款支出9746.50万元，占本年支出合计的89.86%。',
    ];
    const [finding] = auditText(paragraphs).findings;
    expect(finding?.evidence).toHaveLength(2);
    for (const quote of finding?.evidence ?? [])
      expect(paragraphs.some((text) => text.includes(quote))).toBe(true);
  });
});

it('every rule explains itself', () => {
  for (const rule of FIGURE_RULES) {
    expect(rule.id).toMatch(/^figure\/[a-z-]+$/u);
    expect(rule.title.length).toBeLessThanOrEqual(8);
    for (const text of [rule.summary, rule.basis, rule.example]) expect(text.length).toBeGreaterThan(5);
    expect(rule.limits.length).toBeGreaterThan(0);
  }
});

it('counts the figures it judged', () => {
  const { mentions, checked } = auditText(
    '支出合计752.48万元，其中：基本支出668.89万元，占88.89%；项目支出83.59万元，占11.11%。',
  );
  expect(mentions.filter((mention) => !checked.has(mention))).toEqual([]);
});
