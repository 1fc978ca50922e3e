import type { Severity } from '../checks/rule.js';
import type { FormatOptions } from './format.js';
import { placeWords } from './place.js';
import { type AuditResult, type FindingResult, openFindings, type ReportResult } from './result.js';

/** SARIF 2.1.0 (OASIS), for systems that collect findings of many tools. */
export const render = (result: AuditResult, { version }: FormatOptions): string =>
  `${JSON.stringify(log(result, version), null, 2)}\n`;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

function log(result: AuditResult, version: string) {
  const audited = result.reports.filter((report) => report.status === 'audited');
  const failed = result.reports.filter((report) => report.status === 'unreadable');
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jihe', version, language: 'zh-CN', rules: rules(result.reports) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map((report) => ({
              level: 'error',
              message: { text: report.reason ?? '无法审核' },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(report.file) } } }],
            })),
          },
        ],
        artifacts: audited.map((report) => ({ location: { uri: uriOf(report.file) } })),
        results: audited.flatMap((report) => report.findings.map((finding) => resultOf(report, finding))),
      },
    ],
  };
}

/** Every rule that found something, once. */
function rules(reports: readonly ReportResult[]) {
  const seen = new Map<string, FindingResult>();
  for (const report of reports)
    for (const finding of report.findings) if (!seen.has(finding.rule)) seen.set(finding.rule, finding);
  return [...seen.values()].map((finding) => ({
    id: finding.rule,
    shortDescription: { text: finding.title },
    ...(finding.basis === '' ? {} : { fullDescription: { text: finding.basis } }),
  }));
}

function resultOf(report: ReportResult, finding: FindingResult) {
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: finding.evidence.slice(0, 1).map((evidence) => locationOf(report, evidence)),
    relatedLocations: finding.evidence
      .slice(1)
      .map((evidence, at) => ({ id: at + 1, ...locationOf(report, evidence) })),
    partialFingerprints: { 'jihe/v1': finding.fingerprint },
    ...(openFindings(report).includes(finding)
      ? {}
      : { suppressions: [{ kind: 'external', justification: finding.suppressed?.reason ?? '' }] }),
    properties: { claimed: finding.claimed, expected: finding.expected, suggestion: finding.suggestion },
  };
}

function locationOf(report: ReportResult, { quote, where }: FindingResult['evidence'][number]) {
  const place = placeWords(where);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(report.file) } },
    message: { text: `“${quote}”` },
    ...(place === '' ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
  };
}

/** A file name as a relative or absolute URI reference; blanks, # and Chinese are percent-encoded. */
function uriOf(file: string): string {
  const encoded = file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  if (/^[A-Za-z]%3A\//u.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
