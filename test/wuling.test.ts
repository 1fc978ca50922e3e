import { describe, expect, it } from 'vitest';
import type { ReportResult } from '../src/formats/result.ts';
import { audit } from '../src/index.ts';
import type { Edit } from './support/edit-docx.ts';
import { editDocx } from './support/edit-docx.ts';
import { haveSharedReports, sharedReport } from './support/shared-reports.ts';

const CARRIERS = ['word.docx', 'legacy.doc', 'libreoffice.pdf'] as const;

/** The report's own errors, before anything is turned wrong. */
const OWN_ERRORS = [
  'period/as-of-date',
  'period/score-year',
  'score/narrative-vs-table',
  'score/total-vs-items',
];

const auditFile = (bytes: Uint8Array, file: string) => audit(bytes, { file });
const errors = (result: ReportResult) =>
  result.findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => finding.rule)
    .sort();

describe.skipIf(!haveSharedReports)('the Wuling report', () => {
  describe.each(CARRIERS)('as %s', (carrier) => {
    const result = haveSharedReports ? auditFile(sharedReport(`wuling/${carrier}`), carrier) : null;
    const read = async () => (await result) as ReportResult;

    it('is told apart', async () => {
      const report = await read();
      expect(report.unit).toBe('中共常德市武陵区委组织部');
      expect(report.year).toBe(2023);
      expect(report.kind).toBe('department');
    });

    it('has exactly its four errors', async () => {
      expect(errors(await read())).toEqual(OWN_ERRORS);
    });

    it('states the three totals', async () => {
      const { score } = await read();
      expect(score).toMatchObject({ narrative: '97', tableTotal: '100', itemSum: '96', grade: '优' });
    });

    it('warns of numbering, repetition and what the template left', async () => {
      const rules = new Set(
        (await read()).findings.filter((f) => f.severity === 'warning').map((f) => f.rule),
      );
      expect([...rules].sort()).toEqual(['text/duplicate', 'text/numbering', 'text/placeholder']);
    });

    it('confirms what its figures bear out', async () => {
      const { items } = await read();
      expect(items).toHaveLength(26);
      const status = Object.fromEntries(items.map((item) => [item.indicator, item.status]));
      for (const name of [
        '在职人员控制率',
        '“三公经费”控制率',
        '社会公众或服务对象满意度',
        '实际完成率',
        '完成及时率',
        '质量达标率',
      ])
        expect([name, unquoted(status, name)]).toEqual([name, 'confirmed']);
      for (const name of UNVERIFIABLE) expect([name, unquoted(status, name)]).toEqual([name, 'unverifiable']);
      for (const name of ['绩效目标合理性', '绩效指标明确性', '资金使用合规性', '资产管理安全性', '实施效益'])
        expect([name, unquoted(status, name)]).toEqual([name, 'judgement']);
    });

    it('says what a claim without figures implies', async () => {
      const item = (await read()).items.find(({ indicator }) => indicator === '预算完成率');
      expect(item?.needs).toContain('预算数');
      expect(item?.trace.join()).toMatch(/\[90%，95%\)/u);
      expect(item?.trace.join()).toMatch(/792.*836/u);
    });
  });

  it('gives the same findings from every carrier', async () => {
    const results = await Promise.all(
      CARRIERS.map((carrier) => auditFile(sharedReport(`wuling/${carrier}`), carrier)),
    );
    const [docx, doc, pdf] = results.map((result) =>
      result.findings
        .map(({ rule, severity, claimed, expected }) => ({ rule, severity, claimed, expected }))
        .map((f) => JSON.stringify(f))
        .sort(),
    );
    expect(doc).toEqual(docx);
    expect(pdf).toEqual(docx);
  });

  it.each(WRONGS())('turned wrong: $what', async ({ edits, rule }) => {
    const result = await auditFile(editDocx(sharedReport('wuling/word.docx'), edits), 'word.docx');
    const added = errors(result);
    for (const own of OWN_ERRORS) {
      const at = added.indexOf(own);
      if (at >= 0) added.splice(at, 1);
    }
    expect(added).toEqual([rule]);
  });
});

const UNVERIFIABLE = [
  '重点支出安排率',
  '预算完成率',
  '预算调整率',
  '支付进度率',
  '结转结余变动率',
  '公用经费控制率',
  '政府采购执行率',
  '固定资产利用率',
  '“三公经费”变动率',
  '行政效能',
];

/** Carriers differ in their quotes: “ ” may have become straight ones. */
function unquoted(status: Readonly<Record<string, string>>, name: string): string | undefined {
  const bare = (text: string) => text.replace(/["“”]/gu, '');
  return Object.entries(status).find(([key]) => bare(key) === bare(name))?.[1];
}

/** Right statements of the report turned wrong, one at a time, and the one rule that must say so. */
function WRONGS(): { what: string; edits: readonly Edit[]; rule: string }[] {
  return [
    { what: 'a share', edits: [{ from: '占88.89%', to: '占88.98%' }], rule: 'figure/share' },
    {
      what: 'a part, with the share that belongs to it',
      edits: [{ from: '项目支出83.59万元，占11.11%', to: '项目支出85.59万元，占11.37%' }],
      rule: 'figure/sum',
    },
    { what: 'a rate of change', edits: [{ from: '下降20.54%', to: '下降25.04%' }], rule: 'figure/change' },
    {
      what: 'a completion rate',
      edits: [{ from: '完成预算的0%', to: '完成预算的10%' }],
      rule: 'figure/completion',
    },
    { what: 'the grade', edits: [{ from: '评价结果为“优”', to: '评价结果为“良”' }], rule: 'grade/vs-score' },
    {
      what: 'a year of a statement',
      edits: [{ from: '2023年度收入合计', to: '2022年度收入合计' }],
      rule: 'period/section-year',
    },
    {
      what: 'a rescored item',
      edits: [{ from: '满意度93%，目标已完成', to: '满意度89%，目标未完成' }],
      rule: 'score/rescored',
    },
    {
      what: 'a target called done',
      edits: [{ from: '“我们的节日”活动7次，', to: '“我们的节日”活动6次，' }],
      rule: 'target/unmet',
    },
  ];
}
