import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ReportResult } from '../../src/formats/result.ts';
import { audit } from '../../src/index.ts';
import { haveSharedReports, sharedJson, sharedReport } from '../support/shared-reports.ts';

const Expected = z.looseObject({
  file: z.string(),
  what: z.string(),
  mustNotContain: z.array(z.string()).optional(),
  mustReport: z.array(z.looseObject({ rule: z.string() })).optional(),
});

/** What one Word feature must lead to in the audit, besides the findings that its expectation file names. */
interface Feature {
  /** Words that the messages of one rule must name, in any order. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  /** How often a rule must fire. */
  readonly times?: Readonly<Record<string, number>>;
  /** Rules that must stay silent. */
  readonly silent?: readonly string[];
  readonly score?: Partial<ReportResult['score']>;
  /** Indicators with their 分值 and 得分, in order. */
  readonly items?: readonly (readonly [string, string | null, string | null])[];
}

const TWO_ROWS = [
  ['预算完成率', '3', '2'],
  ['预算调整率', '2', '2'],
] as const;
const READ = ['read/lost-content', 'read/no-text', 'read/tracked-changes'];

const FEATURES: Readonly<Record<string, Feature>> = {
  'altchunk-html': { says: { 'read/lost-content': ['altChunk'] } },
  'auto-numbering': {
    says: { 'text/numbering': ['“二、”之后是“四、”', '“（一）”之后是“（三）”'] },
    times: { 'text/numbering': 2 },
    silent: READ,
  },
  checkboxes: { score: { grade: '优' }, silent: [...READ, 'grade/vs-score'] },
  comments: {
    score: { narrative: '97' },
    silent: [...READ, 'score/narrative-vs-table', 'period/score-year', 'period/section-year'],
  },
  fields: {
    score: { tableTotal: '100', itemSum: '96' },
    says: { 'score/total-vs-items': ['28+30+38=96', '100'] },
    silent: READ,
  },
  'footnote-endnote': { silent: [...READ, 'period/section-year', 'figure/share', 'figure/restated'] },
  'fullwidth-digits': { score: { narrative: '97', itemSum: '4.5' }, silent: [...READ, 'figure/completion'] },
  'grid-before-after': {
    items: [
      ['预算完成率', '3', '2'],
      ['预算调整率', '2', '2'],
      ['管理制度健全性', '2', null],
      ['支付进度率', '2', null],
    ],
    times: { 'score/missing': 2 },
  },
  'header-footer': {
    says: { 'period/section-year': ['页眉', '2022'], 'text/placeholder': ['征求意见稿', '水印'] },
    silent: READ,
  },
  'hidden-text': {
    score: { narrative: '95.5' },
    times: { 'read/lost-content': 4 },
    silent: ['period/section-year', 'score/narrative-vs-table', 'figure/restated'],
  },
  hmerge: { items: [['预算完成率', '3', '2']], score: { tableTotal: '2' }, silent: ['score/total-vs-items'] },
  macro: { items: TWO_ROWS },
  'moved-text': {
    says: { 'read/tracked-changes': ['83.59'] },
    silent: ['text/duplicate', 'figure/restated'],
  },
  'nested-table': { score: { itemSum: '10' }, silent: ['score/above-weight', 'score/total-vs-items'] },
  'numbering-formats': { silent: READ },
  'numbering-styles': { says: { 'text/numbering': ['二、', '三、'] }, times: { 'text/numbering': 1 } },
  'ole-xlsx': { says: { 'read/lost-content': ['Excel'] } },
  omath: { silent: [...READ, 'figure/share', 'figure/completion', 'figure/restated'] },
  'picture-only-page': { says: { 'read/lost-content': ['图片'] }, silent: ['score/missing'] },
  'sdt-cells': {
    score: { tableTotal: '13.5', itemSum: '13.5' },
    silent: [...READ, 'score/total-vs-items', 'score/missing'],
  },
  'smarttag-customxml': { score: { narrative: '97', itemSum: '2' }, silent: READ },
  'soft-breaks': {
    score: { narrative: '97', itemSum: '4.5' },
    silent: [...READ, 'score/above-weight', 'figure/direction', 'figure/change'],
  },
  'strict-ooxml': { items: TWO_ROWS },
  'symbol-font': {
    items: [
      ['预算调整率', '2', '2'],
      ['重点支出安排率', '3', '3'],
    ],
    silent: READ,
  },
  'textbox-score': {
    score: { narrative: '95.5', grade: '优' },
    silent: [...READ, 'text/duplicate', 'grade/vs-score'],
  },
  'tracked-rows': {
    says: { 'read/tracked-changes': ['预算调整率', '支付进度率'] },
    score: { tableTotal: '10', itemSum: '10' },
    silent: ['score/total-vs-items'],
  },
  'tracked-score': {
    says: { 'read/tracked-changes': ['92.5', '95.5', '42.5', '45.5', '本年度项目支出未完成预算。'] },
    times: { 'read/tracked-changes': 5 },
    score: { narrative: '95.5', tableTotal: '95.5', itemSum: '95.5' },
    silent: ['score/narrative-vs-table', 'score/total-vs-items'],
  },
  'uneven-rows': {
    items: [...TWO_ROWS, ['管理制度健全性', '2', '2']],
    score: { tableTotal: '6' },
    silent: ['score/total-vs-items', 'score/weights-total'],
  },
  'vmerge-score': {
    score: { tableTotal: '17', itemSum: '17' },
    silent: ['score/missing', 'score/above-weight', 'score/total-vs-items'],
  },
  'wps-markup': { items: TWO_ROWS, silent: READ },
};

const NAMES = haveSharedReports
  ? readdirSync(new URL('../../../shared/reports/word/', import.meta.url))
      .filter((name) => name.endsWith('.expected.json'))
      .map((name) => name.replace('.expected.json', ''))
  : [];

/** What is not as it must be, in words; empty when all is right. */
function faults(
  result: ReportResult,
  { mustReport = [], mustNotContain = [] }: z.infer<typeof Expected>,
  feature: Feature,
): string[] {
  const wrong: string[] = [];
  const messages = (rule: string): string[] =>
    result.findings
      .filter((finding) => finding.rule === rule)
      .map(({ message, evidence }) => `${message} ${evidence.map(({ quote }) => quote).join(' ')}`);
  for (const { rule } of mustReport) if (messages(rule).length === 0) wrong.push(`${rule} is silent`);
  for (const [rule, words] of Object.entries(feature.says ?? {}))
    for (const word of words)
      if (!messages(rule).some((message) => message.includes(word)))
        wrong.push(`${rule} does not name ${word}`);
  for (const [rule, times] of Object.entries(feature.times ?? {}))
    if (messages(rule).length !== times)
      wrong.push(`${rule} fires ${messages(rule).length} times, not ${times}`);
  for (const rule of feature.silent ?? [])
    for (const message of messages(rule)) wrong.push(`${rule}: ${message}`);
  for (const [key, value] of Object.entries(feature.score ?? {})) {
    const got = result.score[key as keyof ReportResult['score']];
    if (got !== value) wrong.push(`${key} ${String(got)}, not ${String(value)}`);
  }
  if (feature.items) {
    const got = result.items.map(({ indicator, weight, claimed }) => [indicator, weight, claimed]);
    if (JSON.stringify(got) !== JSON.stringify(feature.items)) wrong.push(`items ${JSON.stringify(got)}`);
  }
  const quoted = JSON.stringify(result.findings.map(({ evidence }) => evidence.map(({ quote }) => quote)));
  const told = result.findings.filter(({ rule }) => !rule.startsWith('read/'));
  for (const words of mustNotContain)
    if (words.length > 2 && (quoted.includes(words) || JSON.stringify(told).includes(words)))
      if (
        !result.findings.some(
          ({ rule, evidence }) => rule.startsWith('read/') && JSON.stringify(evidence).includes(words),
        )
      )
        wrong.push(`quotes ${words}`);
  return wrong;
}

describe.skipIf(!haveSharedReports)('each Word feature, through the audit', () => {
  it('leads to what its expectation file says', async () => {
    const lines: Record<string, string>[] = [];
    for (const name of NAMES) {
      const expected = Expected.parse(sharedJson(`word/${name}.expected.json`));
      const result = await audit(sharedReport(`word/${expected.file}`), { file: expected.file });
      const wrong = faults(result, expected, FEATURES[name] ?? {});
      lines.push({
        feature: name,
        reports: [...new Set(expected.mustReport?.map(({ rule }) => rule))].join(' '),
        result: wrong.length === 0 ? 'as expected' : wrong.join('; '),
      });
      expect.soft([name, wrong]).toEqual([name, []]);
    }
    console.table(lines);
    expect(lines.map(({ feature }) => feature).sort()).toEqual(Object.keys(FEATURES).sort());
  });
});
