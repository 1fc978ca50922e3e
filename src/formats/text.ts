import pc from 'picocolors';
import { SEVERITY_WORDS, type Severity } from '../checks/rule.js';
import { shownNames } from './files.js';
import type { FormatOptions } from './format.js';
import { byGravity, mainProblems, stateWords } from './gravity.js';
import { groupedByRule, type RuleGroup } from './groups.js';
import { table, wrap } from './layout.js';
import { placeWords } from './place.js';
import { clip, printable } from './printable.js';
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
  itemValueWords,
  needsWords,
  nothingFound,
  possibleWords,
  sidesWords,
  skippedLine,
  summaryLine,
} from './words.js';

type Paint = ReturnType<typeof pc.createColors>;

/** For reading on a terminal: findings by severity with both numbers, quotes and places, coverage at the end. */
export function render(result: AuditResult, options: FormatOptions): string {
  const paint = pc.createColors(options.colour);
  const blocks = result.reports.map((report) => reportLines(report, options, paint));
  const rule = '─'.repeat(Math.min(options.width, 100));
  const lines = blocks.flatMap((block) => [paint.dim(rule), ...block, '']);
  const summary = wrap(summaryLine(result), options.width).map((line) => paint.bold(line));
  const skipped = wrap(printable(skippedLine(result)), options.width).filter((line) => line !== '');
  return `${[...lines, paint.dim(rule), ...worstLines(result.reports, options, paint), ...summary, ...skipped].join('\n')}\n`;
}

/** Reports named at the end of a batch. */
const WORST = 10;

/** The gravest reports of a batch and why: what stands above has long left the screen. */
function worstLines(reports: readonly ReportResult[], options: FormatOptions, paint: Paint): string[] {
  const names = shownNames(reports.map(({ file }) => file));
  const grave = byGravity(reports, (report) => report).filter(
    (report) => stateWords(report) !== '已审' || countOf(report, 'error') + countOf(report, 'warning') > 0,
  );
  if (reports.length < 2 || grave.length === 0) return [];
  const rows = grave.slice(0, WORST).map((report) => {
    const state = stateWords(report);
    const counts = (['error', 'warning'] as const).map((severity) =>
      report.status === 'unreadable' ? '—' : String(countOf(report, severity)),
    );
    const name = report.unit ?? names.get(report.file) ?? report.file;
    const problems = `${state === '已审' ? '' : `【${state}】`}${mainProblems(report)}`;
    return [...counts, name, problems].map(printable);
  });
  const room = options.width - 2;
  const heads = [
    { title: '错误', align: 'right', most: 4 },
    { title: '疑点', align: 'right', most: 4 },
    { title: '单位', most: Math.floor(room * 0.3) },
    { title: '主要问题', most: Math.floor(room * 0.7) - 14 },
  ] as const;
  const title = grave.length > WORST ? `问题最重的 ${WORST} 份` : '有问题的报告，最重的在前';
  return [paint.bold(title), ...indent(2, table(heads, rows)), ''];
}

function reportLines(report: ReportResult, options: FormatOptions, paint: Paint): string[] {
  const title = paint.bold(printable(report.file));
  if (report.status === 'unreadable')
    return [
      title,
      paint.red('无法审核'),
      ...indent(2, wrap(printable(report.reason ?? ''), options.width - 2)),
    ];
  return [
    title,
    ...headLines(report).flatMap((line) => wrap(printable(line), options.width)),
    '',
    ...findingLines(report, options, paint),
    ...(options.verbose ? rescoringLines(report.items, options, paint) : []),
    paint.bold('核查范围'),
    ...coverageLines(report).flatMap((line) => hanging('  ', printable(line), options.width)),
    ...(options.verbose ? notCheckedLines(report, options, paint) : []),
  ];
}

function findingLines(report: ReportResult, options: FormatOptions, paint: Paint): string[] {
  const findings = openFindings(report);
  if (findings.length === 0)
    return [...wrap(nothingFound(report), options.width).map((line) => paint.green(line)), ''];
  const counter = { next: 1 };
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    return [
      paint.bold(colourOf(severity, paint)(`${SEVERITY_WORDS[severity]} ${group.length} 条`)),
      ...groupedByRule(group).flatMap((same) =>
        same.together
          ? condensed(same, report, counter, options, paint)
          : same.findings.flatMap((finding) => single(finding, counter.next++, options, paint)),
      ),
      '',
    ];
  });
}

function single(finding: FindingResult, ordinal: number, options: FormatOptions, paint: Paint): string[] {
  const number = `${String(ordinal).padStart(2)}. `;
  const body = (label: string, words: string) => hanging(`    ${label}：`, printable(words), options.width);
  const sides = sidesWords(finding);
  return [
    `${number}${paint.bold(printable(finding.title))}  ${paint.dim(finding.rule)}`,
    ...indent(4, wrap(printable(finding.message), options.width - 4)),
    ...(sides === '' ? [] : body('对照', sides)),
    ...quoteLines(finding.evidence).flatMap((line) => body('原文', quoteWords(line, 160))),
    ...(options.verbose && finding.basis !== '' ? body('依据', finding.basis) : []),
    ...(finding.suggestion === '' ? [] : body('建议', finding.suggestion)),
    ...(options.verbose ? body('指纹', finding.fingerprint) : []),
  ];
}

/** Many notices of one rule: what they share once, and one row each. */
function condensed(
  { first, findings, suggestion }: RuleGroup,
  report: ReportResult,
  counter: { next: number },
  options: FormatOptions,
  paint: Paint,
): string[] {
  const number = `${String(counter.next).padStart(2)}. `;
  counter.next += findings.length;
  const items = findings.map((finding) => itemOf(finding, report.items));
  const room = Math.max(20, options.width - 4);
  const known = items.filter((item) => item !== null);
  const lines =
    known.length === findings.length
      ? table(
          [
            { title: '指标', most: Math.floor(room * 0.35) },
            { title: '得分', align: 'right', most: 8 },
            { title: '分值', align: 'right', most: 8 },
            { title: '报告没有给出的数据', most: Math.floor(room * 0.4) },
          ],
          known.map((item) => [
            printable(item.indicator),
            item.claimed ?? printable(item.scoreText),
            item.weight ?? '',
            printable(item.needs.join('、') || '—'),
          ]),
        )
      : findings.flatMap((finding) => hanging('· ', printable(clip(finding.message)), room));
  return [
    `${number}${paint.bold(printable(first.title))}  ${paint.dim(first.rule)}  共 ${findings.length} 条`,
    ...indent(4, lines),
    ...(suggestion === '' ? [] : hanging('    建议：', printable(suggestion), options.width)),
  ];
}

/** The item whose row a finding quotes. */
function itemOf(finding: FindingResult, items: readonly ItemResult[]): ItemResult | null {
  for (const { where } of finding.evidence) {
    if (where.table === null || where.row === null) continue;
    const inRow = items.filter((item) => item.where.table === where.table && item.where.row === where.row);
    // Two indicators stand in one row where a table is printed in halves side by side.
    const found = inRow.find((item) => item.where.column === where.column) ?? inRow[0];
    if (found) return found;
  }
  return null;
}

function rescoringLines(items: readonly ItemResult[], options: FormatOptions, paint: Paint): string[] {
  if (items.length === 0) return [];
  const rows = items.map((item, at) => [
    String(at + 1),
    printable(item.indicator),
    item.weight ?? '—',
    item.claimed ?? printable(item.scoreText || '空'),
    possibleWords(item) || '—',
    itemValueWords(item) || '—',
    STATUS_WORDS[item.status],
  ]);
  const heads = [
    { title: '序', align: 'right', most: 3 },
    { title: '指标', most: Math.max(10, options.width - 57) },
    { title: '分值', align: 'right', most: 6 },
    { title: '自评', align: 'right', most: 6 },
    { title: '可得', align: 'right', most: 10 },
    { title: '计算值', align: 'right', most: 8 },
    { title: '状态', most: 10 },
  ] as const;
  const details = items.flatMap((item, at) => {
    const steps = [...item.trace, ...(item.needs.length > 0 ? [needsWords(item)] : [])];
    return steps.flatMap((step, line) =>
      hanging(line === 0 ? `${String(at + 1).padStart(4)}  ` : '      ', printable(step), options.width),
    );
  });
  return [paint.bold('逐项复算'), ...indent(2, table(heads, rows)), ...details, ''];
}

function notCheckedLines(report: ReportResult, options: FormatOptions, paint: Paint): string[] {
  const rest = report.coverage.notChecked ?? [];
  if (rest.length === 0) return [];
  const lines = rest.flatMap(({ text: words, reason, where }) =>
    hanging('  · ', printable(`${clip(words, 60)}（${placeWords(where)}）${reason}`), options.width),
  );
  return ['', paint.bold(`未参与核对的数字 ${rest.length} 个`), ...lines];
}

const colourOf = (severity: Severity, paint: Paint): ((words: string) => string) =>
  severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.cyan;

const indent = (blanks: number, lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(blanks) + line));

/** Wrapped text after a label, later lines under the first. */
function hanging(label: string, words: string, width: number): string[] {
  const blanks = [...label].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return wrap(words, width - blanks).map((line, at) => (at === 0 ? label : ' '.repeat(blanks)) + line);
}
