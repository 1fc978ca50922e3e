import { describe, expect, it } from 'vitest';
import { auditText } from '../../support/figures.ts';
import {
  APART,
  CHANGES,
  ENUMERATIONS,
  EQUATIONS,
  MIXED,
  PRINTED,
  PROVINCES,
  PUBLISHED,
  RATIOS,
  REGRESSIONS,
  type Row,
  SHARES,
  SUMS,
} from './sentences.ts';

/** Row by row: the relations are read, and exactly the rules named raise an error or a warning. */
describe.each([
  ['parts and totals', SUMS],
  ['shares', SHARES],
  ['changes', CHANGES],
  ['rates', RATIOS],
  ['reports of many places', MIXED],
  ['published final accounts', PUBLISHED],
  ['printed calculations', PRINTED],
  ['prose of many provinces', PROVINCES],
  ['calculations of several steps', EQUATIONS],
  ['counts and names', ENUMERATIONS],
  ['once false alarms', REGRESSIONS],
  ['contradictions further apart', APART],
] as const)('%s', (_name, rows: readonly Row[]) => {
  it.each(rows)('$say', ({ say, kinds, finds }) => {
    const { statements, findings } = auditText(say);
    const graver = findings.filter((finding) => finding.severity !== 'notice');
    expect([...new Set(graver.map((finding) => finding.rule))].sort().join(' ')).toBe(
      finds.split(' ').filter(Boolean).sort().join(' '),
    );
    const read = statements.map((statement) => statement.kind);
    for (const kind of kinds.split(' ').filter(Boolean)) {
      expect(read).toContain(kind);
      read.splice(read.indexOf(kind as (typeof read)[number]), 1);
    }
  });
});
