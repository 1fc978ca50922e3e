import gradeVsScore from '../../../src/checks/grade/vs-score.ts';
import gradeVsVerified from '../../../src/checks/grade/vs-verified.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import aboveWeight from '../../../src/checks/score/above-weight.ts';
import contradictsNarrative from '../../../src/checks/score/contradicts-narrative.ts';
import missing from '../../../src/checks/score/missing.ts';
import narrativeVsTable from '../../../src/checks/score/narrative-vs-table.ts';
import rescored from '../../../src/checks/score/rescored.ts';
import totalVsItems from '../../../src/checks/score/total-vs-items.ts';
import unattainable from '../../../src/checks/score/unattainable.ts';
import unexplained from '../../../src/checks/score/unexplained-deduction.ts';
import unsupported from '../../../src/checks/score/unsupported.ts';
import weightsTotal from '../../../src/checks/score/weights-total.ts';
import type { Document } from '../../../src/documents/model.ts';
import { findingsOf, type Given } from '../../support/audit.ts';

/** Every rule on scores and grades: a test of one shows that the others stay silent. */
export const SCORE_RULES = [
  totalVsItems,
  narrativeVsTable,
  aboveWeight,
  weightsTotal,
  missing,
  unattainable,
  rescored,
  unexplained,
  contradictsNarrative,
  unsupported,
  gradeVsScore,
  gradeVsVerified,
] as unknown as readonly Rule[];

/** severity rule claimed→expected, one line a finding. */
export async function found(document: Document, given: Given = {}): Promise<string[]> {
  const findings = await findingsOf(SCORE_RULES, document, given);
  return findings.map((f) => `${f.severity} ${f.rule} ${f.claimed}→${f.expected}`);
}

/** The messages of one rule's findings. */
export async function messages(rule: string, document: Document, given: Given = {}): Promise<string[]> {
  const findings = await findingsOf(SCORE_RULES, document, given);
  return findings.filter((f) => f.rule === rule).map((f) => f.message);
}
