import { SEVERITY_WORDS } from '../checks/rule.js';
import { shownNames } from './files.js';
import { byGravity, mainProblems, stateWords } from './gravity.js';
import { printable } from './printable.js';
import { quoteLines, quoteWords } from './quotes.js';
import {
  type AuditResult,
  countOf,
  type FindingResult,
  type ItemResult,
  openFindings,
  type ReportResult,
  STATUS_WORDS,
} from './result.js';
import {
  coverageLines,
  headLines,
  needsWords,
  nothingFound,
  possibleWords,
  skippedLine,
  summaryLine,
} from './words.js';

/** For notes, merge requests and wikis. Words of reports never act as markup. */
export function render(result: AuditResult): string {
  const blocks = result.reports.map(reportLines);
  const left = skippedLine(result);
  const skipped = left === '' ? [] : ['', plain(left)];
  return `${['# 绩效自评报告稽核结果', '', plain(summaryLine(result)), ...skipped, ...overview(result.reports), ...blocks.flat()].join('\n')}\n`;
}

/** All reports of a batch in one table, the gravest first. */
function overview(reports: readonly ReportResult[]): string[] {
  if (reports.length < 2) return [];
  const names = shownNames(reports.map(({ file }) => file));
  const rows = byGravity(reports, (report) => report).map((report) => {
    const state = stateWords(report);
    const counts = (['error', 'warning', 'notice'] as const).map((severity) =>
      report.status === 'unreadable' ? '—' : String(countOf(report, severity)),
    );
    const problems = `${state === '已审' ? '' : `【${state}】`}${mainProblems(report)}`;
    return [report.unit ?? '未读出', names.get(report.file) ?? report.file, ...counts, problems]
      .map(plain)
      .join(' | ');
  });
  return [
    '',
    '| 单位 | 文件 | 错误 | 疑点 | 提示 | 主要问题 |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...rows.map((row) => `| ${row} |`),
  ];
}

function reportLines(report: ReportResult): string[] {
  const title = ['', `## ${plain(report.file)}`, ''];
  if (report.status === 'unreadable') return [...title, `**无法审核**：${plain(report.reason ?? '')}`];
  return [
    ...title,
    ...headLines(report).map((line) => `- ${plain(line)}`),
    ...findingLines(report),
    ...itemLines(report.items),
    '',
    '### 核查范围',
    '',
    ...coverageLines(report).map((line) => `- ${plain(line)}`),
  ];
}

function findingLines(report: ReportResult): string[] {
  const findings = openFindings(report);
  if (findings.length === 0) return ['', plain(nothingFound(report))];
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    return ['', `### ${SEVERITY_WORDS[severity]} ${group.length} 条`, '', ...group.flatMap(finding)];
  });
}

const finding = (given: FindingResult, at: number): string[] => [
  `${at + 1}. **${plain(given.title)}**（\`${given.rule}\`）${plain(given.message)}`,
  ...quoteLines(given.evidence).map((line) => `    - 原文：${plain(quoteWords(line, 300))}`),
  ...(given.suggestion === '' ? [] : [`    - 建议：${plain(given.suggestion)}`]),
];

function itemLines(items: readonly ItemResult[]): string[] {
  if (items.length === 0) return [];
  const rows = items.map((item) =>
    [
      plain(item.indicator),
      item.weight ?? '—',
      item.claimed ?? (plain(item.scoreText) || '空'),
      possibleWords(item) || '—',
      STATUS_WORDS[item.status],
      plain(needsWords(item) || item.trace.join('；')),
    ].join(' | '),
  );
  return [
    '',
    '### 逐项复算',
    '',
    '| 指标 | 分值 | 自评 | 可得 | 状态 | 依据 |',
    '| --- | ---: | ---: | ---: | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ];
}

/** One line in which nothing is markup: signs that Markdown or HTML would act on are escaped. */
const plain = (text: string): string =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]()#+!|~$-]/gu, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/:\/\//gu, ':&#8203;//');
