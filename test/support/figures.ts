import change from '../../src/checks/figure/change.ts';
import completion from '../../src/checks/figure/completion.ts';
import direction from '../../src/checks/figure/direction.ts';
import impossible from '../../src/checks/figure/impossible.ts';
import restated from '../../src/checks/figure/restated.ts';
import share from '../../src/checks/figure/share.ts';
import sum from '../../src/checks/figure/sum.ts';
import unit from '../../src/checks/figure/unit.ts';
import type { Audit, Draft, Rule, Severity } from '../../src/checks/rule.ts';
import type { Document } from '../../src/documents/model.ts';
import { readFacts } from '../../src/report/facts/facts.ts';
import { readMentions } from '../../src/report/mentions.ts';
import type { Fact, Mention, Report, Statement } from '../../src/report/model.ts';
import { readStatements } from '../../src/report/statements/statements.ts';
import { sketch } from './document.ts';

/** What was read from a text, and what the figure rules say of it. */
export interface FigureAudit {
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  readonly findings: readonly FigureFinding[];
  readonly checked: ReadonlySet<Mention>;
}

export interface FigureFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly claimed: string | null;
  readonly expected: string | null;
}

export const FIGURE_RULES = [sum, share, change, direction, completion, impossible, unit, restated];

/** Reads paragraphs of text and runs the figure rules over them. */
export const auditText = (text: string | readonly string[], year: number | null = 2023): FigureAudit =>
  auditDocument(sketch(...(typeof text === 'string' ? [text] : text)), year);

/** Reads a document and runs the figure rules over it. */
export function auditDocument(
  document: Document,
  year: number | null = 2023,
  unitName: string | null = null,
): FigureAudit {
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const mentions = readMentions({ paragraphs, tables, document });
  const facts = readFacts({ mentions, year, unit: unitName });
  const statements = readStatements({ mentions, facts, year });
  const report: Report = {
    document,
    unit: null,
    year: null,
    kind: 'department',
    paragraphs,
    tables,
    sections: [],
    mentions,
    facts,
    statements,
    tableSums: [],
    targets: [],
    results: [],
    scoringTables: [],
    scoreClaims: [],
    toldScores: [],
    gradeClaims: [],
    gradeScale: [],
  };
  const checked = new Set<Mention>();
  const audit: Audit = {
    report,
    rescoring: { items: [], itemSum: null, verified: null },
    issued: null,
    year,
    checked: (...members) => {
      for (const member of members) if (member !== null) checked.add(member);
    },
  };
  const findings = FIGURE_RULES.flatMap((rule) => found(rule as Rule, audit));
  return { mentions, facts, statements, findings, checked };
}

const found = (rule: Rule, audit: Audit): readonly FigureFinding[] =>
  [...rule.check(audit)].map((draft: Draft<unknown>) => ({
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: rule.message(draft.data),
    evidence: draft.evidence.map((quote) => quote.text),
    claimed: draft.claimed,
    expected: draft.expected,
  }));
