import { describe, expect, test } from 'vitest';
import type { Finding, Rule } from '../../src/checks/rule.ts';
import type { Document } from '../../src/documents/model.ts';
import { findingsOf, printedWords } from './audit.ts';
import type { Sketch } from './document.ts';
import { sketch } from './document.ts';
import { STYLES } from './styles.ts';

/** A report of 东湖市林业局 for 2023 with the given parts in its second section. */
export const within = (...parts: readonly Sketch[]): Document =>
  sketch(
    '2023年度东湖市林业局部门整体支出绩效自评报告',
    '一、基本情况',
    '东湖市林业局主管全市林业工作。',
    '二、收支及绩效情况',
    ...parts,
    '三、其他',
    '无。',
  );

/** Words of which the rule must find exactly one thing, and what it must say is claimed (undefined: anything). */
export type Firing = readonly [words: string | readonly Sketch[], claimed?: string | null];

/** Runs a rule over one-paragraph reports: those it must report once, those it must leave alone, and every clean style. */
export function ruleCases(
  rule: Rule,
  fires: readonly Firing[],
  silent: readonly (string | readonly Sketch[])[],
): void {
  const found = async (words: string | readonly Sketch[]): Promise<readonly Finding[]> =>
    findingsOf([rule], within(...(typeof words === 'string' ? [words] : words)));
  describe(rule.id, () => {
    test.each(fires.map((given) => [title(given[0]), given] as const))(
      'reports %s',
      async (_, [words, claimed]) => {
        const findings = await found(words);
        expect(findings.map((finding) => finding.message)).toHaveLength(1);
        const [finding] = findings;
        expect(finding?.rule).toBe(rule.id);
        if (claimed !== undefined) expect(finding?.claimed).toBe(claimed);
        const printed = printedWords(within(...(typeof words === 'string' ? [words] : words)));
        for (const quote of finding?.evidence ?? []) expect(printed).toContain(quote.text);
      },
    );
    test.each(silent.map((words) => [title(words), words] as const))('leaves alone %s', async (_, words) => {
      expect((await found(words)).map((finding) => finding.message)).toEqual([]);
    });
    test.each(STYLES.map((style) => [style.name, style] as const))(
      'is silent on a clean report: %s',
      async (_, style) => {
        expect((await findingsOf([rule], style.document())).map((finding) => finding.message)).toEqual([]);
      },
    );
    test('says what it is', () => {
      expect(rule.title.length).toBeLessThanOrEqual(8);
      expect(rule.limits.length).toBeGreaterThan(0);
      for (const words of [rule.summary, rule.basis, rule.example]) expect(words).toMatch(/\p{Script=Han}/u);
    });
  });
}

const title = (words: string | readonly Sketch[]): string =>
  typeof words === 'string' ? words : JSON.stringify(words);
