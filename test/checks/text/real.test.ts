import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import asOfDate from '../../../src/checks/period/as-of-date.ts';
import impossibleDate from '../../../src/checks/period/impossible-date.ts';
import premature from '../../../src/checks/period/premature.ts';
import scoreYear from '../../../src/checks/period/score-year.ts';
import sectionYear from '../../../src/checks/period/section-year.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import unmet from '../../../src/checks/target/unmet.ts';
import unreported from '../../../src/checks/target/unreported.ts';
import duplicate from '../../../src/checks/text/duplicate.ts';
import foreignUnit from '../../../src/checks/text/foreign-unit.ts';
import missingSection from '../../../src/checks/text/missing-section.ts';
import numbering from '../../../src/checks/text/numbering.ts';
import placeholder from '../../../src/checks/text/placeholder.ts';
import { readDocument } from '../../../src/documents/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { findingsOf } from '../../support/audit.ts';

const REPORTS = new URL('../../../../shared/reports/', import.meta.url);
const RULES: readonly Rule[] = [
  asOfDate,
  impossibleDate,
  premature,
  scoreYear,
  sectionYear,
  unmet,
  unreported,
  duplicate,
  foreignUnit,
  missingSection,
  numbering,
  placeholder,
];

/** What the rules of period, text and target find in real reports and in the labelled practice set. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'wuling/word.docx': [
    'error period/as-of-date',
    'error period/score-year',
    'warning text/duplicate',
    'warning text/numbering',
    'warning text/placeholder',
    'warning text/placeholder',
  ],
  'wuling/libreoffice.pdf': [
    'error period/as-of-date',
    'error period/score-year',
    'warning text/duplicate',
    'warning text/numbering',
    'warning text/placeholder',
    'warning text/placeholder',
  ],
  'real/guihua-2024-word2010.pdf': [
    'error text/foreign-unit',
    'warning text/foreign-unit',
    'warning text/placeholder',
  ],
  'real/caizheng-2024-onlyoffice.pdf': [],
  'real/juesuan-template-wps.pdf': ['warning text/placeholder'],
  'practice/ps1-b00-clean.docx': [],
  'practice/ps4-b00-clean.docx': [],
  'practice/ps1-b01-score-year-last.docx': ['error period/score-year'],
  'practice/ps2-b03-target-unmet.docx': ['error target/unmet'],
  'practice/ps2-b01-total-wrong.docx': [],
  'practice/ps4-b01-above-weight.docx': [],
};

test.each(Object.entries(EXPECTED))(
  '%s',
  async (file, expected) => {
    const path = new URL(file, REPORTS);
    if (!existsSync(path)) {
      if (process.env.CI !== undefined) throw new Error(`${file} is not there`);
      console.warn(`skipped: ${file} is not there`);
      return;
    }
    const document = await readDocument(new Uint8Array(readFileSync(path)), DEFAULT_LIMITS);
    const findings = await findingsOf(RULES, document);
    expect(findings.map((finding) => `${finding.severity} ${finding.rule}`).sort()).toEqual(expected);
  },
  30_000,
);
