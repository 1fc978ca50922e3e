import type { Finding } from './checks/rule.js';
import type { Loss } from './documents/model.js';
import type { Coverage, FindingResult, ItemResult, ReportResult, ScoreResult } from './formats/result.js';
import type { Decimal } from './numbers/decimal.js';
import { digits } from './numbers/decimal.js';
import { readMentions } from './report/mentions.js';
import type { GradeBand, Mention, Report, ScoringTable } from './report/model.js';
import { projectOf } from './report/scoring/form-name.js';
import { ownTable } from './report/scoring/own-table.js';
import type { ItemVerdict, Rescoring } from './rescoring/model.js';

/** What an audit has come to, before it is put into the JSON contract. */
export interface Outcome {
  readonly report: Report;
  readonly rescoring: Rescoring;
  readonly findings: readonly Finding[];
  readonly understood: ReadonlySet<Mention>;
  readonly checked: ReadonlySet<Mention>;
}

/**
 * The outcomes of a file as the contract's report object: plain data, decimals as strings. Identity and scores are the
 * first one's; what was found, rescored and counted in reports annexed to it comes behind its own.
 */
export function reportResult(file: string, outcomes: readonly [Outcome, ...Outcome[]]): ReportResult {
  const [{ report, rescoring }] = outcomes;
  return {
    file,
    format: report.document.carrier,
    status: 'audited',
    reason: null,
    unit: report.unit?.value ?? null,
    year: report.year?.value ?? null,
    kind: report.kind,
    score: scoreResult(report, rescoring),
    items: outcomes.flatMap((outcome) => outcome.rescoring.items.map(itemResult)),
    findings: bySeverity(toldOnce(outcomes.flatMap(({ findings }) => findings)).map(findingResult)),
    coverage: coverage(outcomes),
  };
}

/** What is told of the file as a whole is told with each of its reports. */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ fingerprint, message, evidence }) => {
    const key = JSON.stringify([fingerprint, message, evidence[0]?.where]);
    return !told.has(key) && told.add(key);
  });
}

const bySeverity = (findings: readonly FindingResult[]): readonly FindingResult[] =>
  (['error', 'warning', 'notice'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );

const findingResult = (finding: Finding): FindingResult => ({
  rule: finding.rule,
  severity: finding.severity,
  title: finding.title,
  message: finding.message,
  evidence: finding.evidence.map(({ text, where }) => ({ quote: text, where })),
  claimed: finding.claimed,
  expected: finding.expected,
  suggestion: finding.suggestion,
  basis: finding.basis,
  fingerprint: finding.fingerprint,
});

/** The report with further findings, each put after the last of its severity. */
export function withFindings(report: ReportResult, further: readonly Finding[]): ReportResult {
  if (further.length === 0) return report;
  return { ...report, findings: bySeverity([...report.findings, ...further.map(findingResult)]) };
}

const print = (value: Decimal | null | undefined): string | null => (value ? digits(value) : null);

function scoreResult(report: Report, { itemSum, verified }: Rescoring): ScoreResult {
  const printedTotal = (ownTable(report) ?? soleTotal(report))?.totalScore?.value;
  return {
    narrative: print(report.scoreClaims[0]?.score),
    grade: report.gradeClaims[0]?.grade ?? null,
    tableTotal: print(printedTotal),
    itemSum: print(itemSum),
    verified: verified && { low: shortened(verified.low), high: shortened(verified.high) },
    verifiedGrades: verified
      ? report.gradeScale
          .filter((band) => reaches(band, verified.low, verified.high))
          .map((band) => band.grade)
      : [],
  };
}

/** The only table with a total, where it is not a project's in a department's report: several forms have no common one. */
function soleTotal({ scoringTables, kind }: Report): ScoringTable | null {
  const [only, ...others] = scoringTables.filter(({ totalScore }) => totalScore?.value);
  return only && others.length === 0 && (kind === 'project' || projectOf(only) === null) ? only : null;
}

/** Whether some score from low to high earns the grade. */
const reaches = (band: GradeBand, low: Decimal, high: Decimal): boolean =>
  band.low.lte(high) && (band.high === null || band.high.gt(low));

/** Ratios such as 43 ÷ 45 never end: four places, 0.9556, tell 95.56% from 95.57%. */
const VALUE_PLACES = 4;

const shortened = (value: Decimal): string => digits(value.toDecimalPlaces(VALUE_PLACES));

function itemResult(verdict: ItemVerdict): ItemResult {
  const { indicator } = verdict;
  return {
    indicator: indicator.name,
    group: indicator.group,
    weight: print(indicator.weight ?? indicator.weightShare?.value),
    claimed: print(indicator.claimed.value),
    scoreText: indicator.claimed.raw,
    status: verdict.status,
    value: verdict.value && shortened(verdict.value),
    ...(verdict.isRate ? { isRate: true } : {}),
    possible: verdict.admissible && {
      low: shortened(verdict.admissible.range.low),
      high: shortened(verdict.admissible.range.high),
    },
    admissible: verdict.admissible?.scores?.map(digits) ?? [],
    attainable: verdict.attainableScores?.map(digits) ?? null,
    inputs: verdict.inputs.map(({ name, mention }) => ({
      name,
      value: digits(mention.figure.value.div(mention.figure.unit.factor)),
      unit: mention.figure.unit.name,
      where: mention.where,
    })),
    needs: verdict.needs,
    reading: verdict.reading,
    trace: verdict.trace,
    where: indicator.where,
  };
}

/** The figures of footnotes and endnotes: no part of the running text, and never passed over in silence. */
const figuresOfNotes = ({ document }: Report): readonly Mention[] =>
  readMentions({
    paragraphs: document.furniture.filter(({ stratum }) => stratum === 'footnote' || stratum === 'endnote'),
    tables: [],
  });

function coverage(outcomes: readonly [Outcome, ...Outcome[]]): Coverage {
  const figures = outcomes.flatMap(({ report, understood, checked }) =>
    report.mentions.map((mention) => ({
      mention,
      checked: checked.has(mention),
      understood: understood.has(mention) || checked.has(mention),
    })),
  );
  const [{ report }] = outcomes;
  const notes = figuresOfNotes(report);
  const items = outcomes.flatMap(({ rescoring }) => rescoring.items);
  const count = (wanted: ItemVerdict['status']) => items.filter(({ status }) => status === wanted).length;
  return {
    figures: {
      seen: figures.length + notes.length,
      understood: figures.filter((figure) => figure.understood).length,
      checked: figures.filter((figure) => figure.checked).length,
    },
    items: {
      total: items.length,
      confirmed: count('confirmed'),
      contradicted: count('contradicted'),
      unverifiable: count('unverifiable'),
      judgement: count('judgement'),
    },
    unread: report.document.losses.map((loss: Loss) => loss.message),
    notChecked: [
      ...figures
        .filter((figure) => !figure.checked)
        .map(({ mention, understood }) => ({
          text: mention.figure.raw,
          reason: understood ? '已识别含义，文中没有可与之核对的数' : '未能识别其含义',
          where: mention.where,
        })),
      ...notes.map(({ figure, where }) => ({
        text: figure.raw,
        reason: '写在脚注或尾注里，没有核对',
        where,
      })),
    ],
  };
}
