import type { Audit, Finding, Rule } from '../../src/checks/rule.ts';
import { runRules } from '../../src/checks/run.ts';
import type { Document } from '../../src/documents/model.ts';
import { readReport } from '../../src/report/index.ts';
import type { Report } from '../../src/report/model.ts';
import type { Rescoring } from '../../src/rescoring/model.ts';

/** What a test says about an audit beyond its document. */
export interface Given {
  /** The year given with --year. */
  readonly year?: number;
  /** Verdicts, when the rule under test looks at them. */
  readonly rescoring?: (report: Report) => Rescoring;
}

const NOTHING_RESCORED: Rescoring = { items: [], itemSum: null, verified: null };

/** The audit of a sketched document, without rescoring unless the test gives it. */
export function auditOf(document: Document, given: Given = {}): Audit {
  const report = readReport(document);
  return {
    report,
    rescoring: given.rescoring?.(report) ?? NOTHING_RESCORED,
    issued: null,
    year: given.year ?? report.year?.value ?? null,
    checked: () => {},
  };
}

/** What rules find in a sketched document, worded and sorted as they are printed. */
export const findingsOf = (
  rules: readonly Rule[],
  document: Document,
  given: Given = {},
): Promise<readonly Finding[]> => runRules(rules, auditOf(document, given));

/** Every quote of a document that a finding may take: paragraphs, cells, furniture, revisions and losses. */
export function printedWords(document: Document): string {
  const words: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') words.push(`${block.number ?? ''}${block.text}`);
    else words.push(...block.cells.map((cell) => cell.text));
  }
  words.push(...document.furniture.map((line) => line.text));
  return words.join('\n');
}
