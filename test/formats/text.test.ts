import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { text } from '../../src/formats/index.ts';
import { columns } from '../../src/formats/layout.ts';
import { auditResult, type ReportResult } from '../../src/formats/result.ts';
import { at, batch, finding, item, report } from '../support/result.ts';

const shown = async (reports: readonly ReportResult[], options = {}): Promise<string> =>
  String(await text.render(auditResult(reports), { ...DEFAULT_FORMAT_OPTIONS, ...options }));

describe('the list for a terminal', () => {
  it('shows both numbers, the quotes and where they stand', async () => {
    const list = await shown([report()]);
    expect(list).toContain('报告写 100，核得 96');
    expect(list).toContain('“合计”（第9页，附件 评分表，表2第28行第1列）');
    expect(list).toContain('得分 文中 97，合计 100，各行之和 96，可核实区间 83.5～96');
  });

  it('groups findings by severity, worst first, and numbers them through', async () => {
    const list = String(await text.render(batch(), DEFAULT_FORMAT_OPTIONS));
    const heads = ['错误 2 条', '疑点 1 条', '提示 5 条'].map((head) => list.indexOf(head));
    expect(heads.every((position) => position > 0)).toBe(true);
    expect([...heads].sort((a, b) => a - b)).toEqual(heads);
    expect(list).toMatch(/ 1\. 得分合计不符[\s\S]* 2\. 评分年度不符[\s\S]* 3\. 模板文字未删/u);
  });

  it('tells many notices of one rule as one table', async () => {
    const list = String(await text.render(batch(), DEFAULT_FORMAT_OPTIONS));
    expect(list.match(/score\/unsupported/gu)).toHaveLength(1);
    expect(list).toMatch(/支付进度率\s+3\s+3\s+实际支付进度、既定支付进度/u);
  });

  it('says "no problems" only together with what was checked', async () => {
    const list = await shown([report({ findings: [] })]);
    expect(list).toContain('未发现问题（核对了 84 个数字，复算了 1 项指标');
  });

  it('never says "no problems" of a report with unread pages or with nothing checked', async () => {
    const { coverage } = report();
    const unread = await shown([
      report({ findings: [], coverage: { ...coverage, unread: ['第5页没有文字层'] } }),
    ]);
    expect(unread).not.toContain('未发现问题');
    expect(unread).toContain('未读：第5页没有文字层');
    const empty = await shown([
      report({
        findings: [],
        coverage: {
          ...coverage,
          figures: { seen: 3, understood: 0, checked: 0 },
          items: { total: 0, confirmed: 0, contradicted: 0, unverifiable: 0, judgement: 0 },
        },
      }),
    ]);
    expect(empty).not.toContain('未发现问题');
  });

  it('keeps every line within the terminal, Chinese characters counted as two', async () => {
    const long = finding({
      message: '合计'.repeat(200),
      evidence: [{ quote: '支出决算752.48万元，'.repeat(30), where: at({ paragraph: 3 }) }],
    });
    for (const width of [60, 80, 100]) {
      const list = await shown([report({ findings: [long] })], { width, verbose: true });
      // A closing sign may hang over the edge by its own width.
      for (const line of list.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width + 2);
    }
  });

  it('lets no control or direction character of a report reach the terminal', async () => {
    const list = await shown([
      report({
        file: '报告\u202Efdp.docx',
        unit: '档案馆\u001b[31m',
        findings: [finding({ message: '\u009b2J得分\u202e69\u202c', claimed: '\u0007' })],
      }),
    ]);
    expect(list).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
    expect(list).toContain('报告⟨U+202E⟩fdp.docx');
  });

  it('colours only when asked to', async () => {
    expect(await shown([report()])).not.toContain('\u001b[');
    expect(await shown([report()], { colour: true })).toContain('\u001b[');
  });

  it('gives the reason of a file that could not be audited', async () => {
    const list = String(await text.render(batch(), DEFAULT_FORMAT_OPTIONS));
    expect(list).toMatch(/扫描件\.pdf\n无法审核\n {2}文件有密码/u);
  });

  it('shows a computed value with four decimals, not with all that were computed', async () => {
    const long = item({ value: `0.9${'5'.repeat(38)}6` });
    const list = await shown([report({ items: [long] })], { verbose: true });
    expect(list).toMatch(/ 0\.9556 /u);
    expect(list).not.toContain('0.95555');
  });

  it('shows the rescoring and the unchecked figures when asked', async () => {
    const options = { ...DEFAULT_FORMAT_OPTIONS, verbose: true };
    const list = String(await text.render(batch(), options));
    expect(list).toContain('在职人员控制率 = 43 ÷ (34 + 11) = 95.56%');
    expect(list).toContain('缺：预算数、预算完成数');
    expect(list).toContain('16 期（第3页，第40段）没有可以对照的数字');
  });
});
