import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { guessesOf, isGuessed } from '../report/guessed.js';
import type { Quote } from '../report/model.js';
import type { Audit, Draft, Finding, Rule, Severity } from './rule.js';
import { isMisread } from './score/shared/doubts.js';

/** Worst first: the order in which findings are shown. */
const GRAVITY: readonly Severity[] = ['error', 'warning', 'notice'];

/** Runs the rules over one report: drafts are worded, fingerprinted, freed of repetitions and sorted. */
export async function runRules(rules: readonly Rule[], audit: Audit): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const draft of rule.check(audit)) findings.push(word(rule, draft));
  }
  return sorted(withoutRepetitions(withoutGuesses(findings, audit), audit));
}

/** Rules that judge the rows of the scoring tables, whatever they quote. */
const OF_SCORING = /^(?:score|rubric)\/|^grade\/vs-verified$/u;

/**
 * A table whose columns had to be guessed proves nothing: what is told of its cells is for a person to look at. Where
 * the guess contradicts itself, a finding tells more of the guess than of the report.
 */
function withoutGuesses(findings: readonly Finding[], { report }: Audit): readonly Finding[] {
  const guesses = guessesOf(report);
  if (guesses.tables.size === 0 && guesses.inferred.size === 0) return findings;
  const guessed = report.scoringTables.some(({ tables }) => tables.some((table) => isGuessed(report, table)));
  const misread = report.scoringTables.some((table) => isMisread(report, table));
  return findings.map((finding) => {
    const { severity, rule, evidence } = finding;
    if (severity !== 'notice' && misread && OF_SCORING.test(rule)) return { ...finding, severity: 'notice' };
    return severity === 'error' &&
      ((guessed && OF_SCORING.test(rule)) || evidence.some(({ where }) => guesses.holds(where)))
      ? { ...finding, severity: 'warning' }
      : finding;
  });
}

/** Longer quotes help nobody to find the place, and thousands of them would fill the memory. */
const LONGEST_QUOTE = 2000;

/** A quote cut down to what a reader can use: still verbatim. */
const shortened = (quote: Quote): Quote =>
  quote.text.length > LONGEST_QUOTE ? { ...quote, text: quote.text.slice(0, LONGEST_QUOTE) } : quote;

/** A draft as a finding: worded by its rule, and with a fingerprint. */
export function word(rule: Omit<Rule, 'check'>, draft: Draft<unknown>): Finding {
  const evidence = draft.evidence.map(shortened);
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    title: rule.title,
    message: rule.message(draft.data),
    evidence,
    claimed: draft.claimed,
    expected: draft.expected,
    suggestion: rule.suggestion(draft.data),
    basis: rule.basis,
    fingerprint: fingerprint(rule.id, evidence),
  };
}

/** Sixteen hexadecimal digits from the rule and the quoted raw text, white space left out. */
function fingerprint(rule: string, evidence: readonly Quote[]): string {
  const raw = [rule, ...evidence.map((quote) => quote.text.replace(/\s+/gu, ''))].join('\n');
  return bytesToHex(sha256(utf8ToBytes(raw))).slice(0, 16);
}

/**
 * The same rule saying the same thing of the same words twice is one finding. Page headers and footers are printed
 * again in every section of the file: their place makes no difference.
 */
function withoutRepetitions(findings: readonly Finding[], { report }: Audit): readonly Finding[] {
  const repeated = new Set(
    report.document.furniture
      .filter(({ stratum }) => stratum === 'header' || stratum === 'footer' || stratum === 'watermark')
      .map(({ where }) => JSON.stringify(where)),
  );
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const where = JSON.stringify(finding.evidence[0]?.where ?? null);
    const key = `${finding.fingerprint}\n${finding.message}\n${repeated.has(where) ? '' : where}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) || comparePlaces(a, b),
  );
}

function comparePlaces(a: Finding, b: Finding): number {
  const [p, q] = [a.evidence[0]?.where, b.evidence[0]?.where];
  if (!p || !q) return p ? -1 : q ? 1 : 0;
  return (
    compare(p.page, q.page) ||
    compare(p.paragraph, q.paragraph) ||
    compare(p.table, q.table) ||
    compare(p.row, q.row) ||
    compare(p.column, q.column)
  );
}

/** Known places before unknown ones. */
function compare(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a - b;
}
