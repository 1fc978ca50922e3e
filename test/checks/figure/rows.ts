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

/** Every sentence that is written down, each with the rules that must speak. */
const ALL: readonly Row[] = [
  ...SUMS,
  ...SHARES,
  ...CHANGES,
  ...RATIOS,
  ...MIXED,
  ...PUBLISHED,
  ...PRINTED,
  ...PROVINCES,
  ...EQUATIONS,
  ...ENUMERATIONS,
  ...REGRESSIONS,
  ...APART,
];

/** A sentence and what the rule says of it: `claimed→expected`. */
export type Wrong = readonly [text: string, ...finds: string[]];

/** One rule against sentences of its own, then against all that are written down for the family, in both directions. */
export function sentencesOf(rule: string, wrong: readonly Wrong[], right: readonly string[]): void {
  const found = (text: string) => auditText(text).findings.filter((finding) => finding.rule === rule);
  describe(rule, () => {
    it.each(wrong.map(([text, ...finds]) => [text, finds] as const))('finds fault: %s', (text, finds) => {
      expect(found(text).map((f) => `${f.claimed}→${f.expected}`)).toEqual(finds);
    });
    it.each(right)('is silent: %s', (text) => {
      expect(found(text)).toEqual([]);
    });
    it('speaks of the sentences written down for it and of no others', () => {
      const spoken = ALL.filter(({ say }) => found(say).some(({ severity }) => severity !== 'notice'));
      expect(spoken.map(({ say }) => say)).toEqual(
        ALL.filter(({ finds }) => finds.split(' ').includes(rule)).map(({ say }) => say),
      );
    });
  });
}
