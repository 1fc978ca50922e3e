import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../src/cli/exit.ts';
import { auditResult, unreadableReport } from '../../src/formats/result.ts';
import { finding, report } from '../support/result.ts';

const scan = report({
  unit: null,
  items: [],
  findings: [finding({ rule: 'read/no-text', severity: 'error' })],
  coverage: {
    figures: { seen: 0, understood: 0, checked: 0 },
    items: { total: 0, confirmed: 0, contradicted: 0, unverifiable: 0, judgement: 0 },
    unread: ['第 1—12 页没有文字层'],
  },
});

describe('the exit status', () => {
  it.each([
    ['nothing found', [report({ findings: [] })], 'error', 0],
    ['an error', [report({ findings: [finding({ severity: 'error' })] })], 'error', 1],
    ['a warning below the bar', [report({ findings: [finding({ severity: 'warning' })] })], 'error', 0],
    ['an error nobody asked about', [report({ findings: [finding({ severity: 'error' })] })], 'never', 0],
    [
      'an unreadable file beside a clean one',
      [report({ findings: [] }), unreadableReport('x', '损坏')],
      'never',
      2,
    ],
    ['a scan, of which not a word was read', [scan], 'never', 2],
  ] as const)('of %s', (_, reports, failOn, status) => {
    expect(exitStatus(auditResult(reports), failOn)).toBe(status);
  });
});
