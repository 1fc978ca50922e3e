import { describe, expect, it } from 'vitest';
import type { FindingResult, ReportResult } from '../../src/formats/result.ts';
import { auditResult, unreadableReport } from '../../src/formats/result.ts';
import { EditedFileError } from '../../src/language/edited-file.ts';
import { compareRounds } from '../../src/rounds/compare.ts';
import { suppress } from '../../src/rounds/suppressions.ts';
import { parseSuppressions } from '../../src/rounds/suppressions-file.ts';

const finding = (fingerprint: string): FindingResult => ({
  rule: 'figure/share',
  severity: 'error',
  title: '占比不符',
  message: fingerprint,
  evidence: [],
  claimed: null,
  expected: null,
  suggestion: '',
  basis: '',
  fingerprint,
});

const report = (file: string, unit: string | null, ...prints: string[]): ReportResult => ({
  ...unreadableReport(file, ''),
  status: 'audited',
  reason: null,
  unit,
  year: 2023,
  findings: prints.map(finding),
});

const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';
const C = 'cccccccccccccccc';

describe('two rounds', () => {
  const rounds = (before: ReportResult[], after: ReportResult[]) =>
    compareRounds(auditResult(before), auditResult(after)).map(
      ({ unit, mended, remaining, fresh, missing }) => [
        unit,
        mended.map((f) => f.message),
        remaining.map((f) => f.message),
        fresh.map((f) => f.message),
        missing,
      ],
    );

  it('tells mended, remaining and new apart, whatever the file is called now', () => {
    expect(rounds([report('初稿.docx', '甲局', A, B)], [report('终稿.pdf', '甲局', B, C)])).toEqual([
      ['甲局', [A], [B], [C], null],
    ]);
  });

  it('counts one of two equal findings as one', () => {
    expect(rounds([report('a', '甲局', A, A)], [report('a', '甲局', A)])).toEqual([
      ['甲局', [A], [A], [], null],
    ]);
  });

  it('never takes a report that is missing or unreadable for a mended one', () => {
    expect(rounds([report('a', '甲局', A)], [])).toEqual([['甲局', [], [A], [], 'after']]);
    expect(rounds([report('x/a.docx', null, A)], [unreadableReport('y/a.docx', '损坏')])).toEqual([
      ['a.docx', [], [A], [], 'after'],
    ]);
  });

  it('keeps the projects of one unit apart, by file name, else by what they share', () => {
    const first = [report('一/路灯.docx', '甲局', A), report('一/河道.docx', '甲局', B)];
    const same = [report('二/河道.docx', '甲局', C), report('二/路灯.docx', '甲局', A)];
    expect(rounds(first, same)).toEqual([
      ['甲局', [], [A], [], null],
      ['甲局', [B], [], [C], null],
    ]);
    const renamed = [report('二/2.docx', '甲局', B), report('二/1.docx', '甲局', A)];
    expect(rounds(first, renamed)).toEqual([
      ['甲局', [], [A], [], null],
      ['甲局', [], [B], [], null],
    ]);
  });

  it('a report handed in again as a scan has mended nothing, one with unread parts perhaps', () => {
    const scan: ReportResult = {
      ...report('二/自评.pdf', null),
      findings: [{ ...finding(C), rule: 'read/no-text' }],
    };
    expect(rounds([report('一/自评.docx', '甲局', A)], [scan])).toEqual([['甲局', [], [A], [], 'after']]);
    const partly = report('a', '甲局');
    const unread = { ...partly, coverage: { ...partly.coverage, unread: ['第2页没有文字'] } };
    const [round] = compareRounds(auditResult([report('a', '甲局', A)]), auditResult([unread]));
    expect(round).toMatchObject({ partlyRead: true, year: 2023, missing: null });
  });

  it('lists a unit that is new', () => {
    expect(rounds([], [report('b', '乙局', C)])).toEqual([['乙局', [], [], [C], 'before']]);
  });
});

describe('suppressions', () => {
  const yaml = (fingerprint: string) =>
    `suppressions:\n  - fingerprint: ${fingerprint}\n    reason: 已电话核实\n    by: 张三\n`;

  it('mark findings, keep them, and tell stale entries', () => {
    const entries = parseSuppressions(yaml(A) + yaml(C).replace('suppressions:\n', ''), 'f.yaml');
    const { reports, stale } = suppress([report('a', '甲局', A, B)], entries);
    expect(auditResult(reports).summary.errors).toBe(1);
    expect(reports[0]?.findings.map((f) => f.suppressed?.by ?? null)).toEqual(['张三', null]);
    expect(stale.map((entry) => entry.fingerprint)).toEqual([C]);
  });

  it.each([
    ['a missing reason', `suppressions:\n  - fingerprint: ${A}\n    by: 张三\n`],
    ['a key of its own', `${yaml(A)}    rule: figure/share\n`],
    ['a short fingerprint', yaml('abc')],
    ['no list', 'suppressions: 1\n'],
    ['broken YAML', 'suppressions: [\n'],
  ])('refuse %s, naming the line', (_, text) => {
    expect(() => parseSuppressions(text, 'f.yaml')).toThrow(EditedFileError);
    expect(() => parseSuppressions(text, 'f.yaml')).toThrow(/f\.yaml 第\d+行/u);
  });
});
