import { SEVERITY_WORDS } from '../checks/rule.js';
import { shownNames } from './files.js';
import type { FormatOptions } from './format.js';
import { byGravity, mainProblems, stateWords } from './gravity.js';
import { groupedByRule, type RuleGroup } from './groups.js';
import { scoreBar } from './html/chart.js';
import { STYLE } from './html/style.js';
import { notChecked } from './not-checked.js';
import { placeWords } from './place.js';
import { clip } from './printable.js';
import { quoteLines } from './quotes.js';
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
  kindWords,
  needsWords,
  nothingFound,
  possibleWords,
  sidesWords,
  skippedLine,
  summaryLine,
  verifiedWords,
} from './words.js';
import { escaped } from './xml.js';

/** One self-contained page: no script, nothing fetched, every word of a report escaped. */
export const render = (result: AuditResult, { version }: FormatOptions): string => page(result, version);

function page(result: AuditResult, version: string): string {
  const left = skippedLine(result);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>绩效自评报告稽核结果</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header>
<h1>绩效自评报告稽核结果</h1>
<p>${escaped(summaryLine(result))}</p>${left === '' ? '' : `\n<p>${escaped(left)}</p>`}
<p class="soft">错误：报告与自身、日历或评分标准矛盾，凭印出的数字即可证明。疑点：很可能有误或有缺，需要人看。提示：值得知道。由稽核（jihe）${escaped(version)} 在本机生成。</p>
</header>
<nav aria-label="报告目录">${overview(result)}</nav>
<main id="main">
${result.reports.map(article).join('\n')}
</main>
</body>
</html>
`;
}

function overview(result: AuditResult): string {
  const names = shownNames(result.reports.map(({ file }) => file));
  const places = result.reports.map((report, at) => ({ report, at }));
  const rows = byGravity(places, ({ report }) => report).map(({ report, at }) => {
    const state = stateWords(report);
    const cells = state === '已审' ? '' : `<span class="tag ${STATE_TAGS[state]}">${state}</span> `;
    return `<tr><th scope="row"><a href="#r${at + 1}">${escaped(nameOf(report))}</a> <span class="soft">${escaped(names.get(report.file) ?? report.file)}</span></th><td class="number wide-only">${escaped(report.score.narrative ?? report.score.tableTotal ?? '—')}</td>${(
      ['error', 'warning', 'notice'] as const
    )
      .map((severity) => countCell(report, severity))
      .join('')}<td>${cells}${escaped(mainProblems(report))}</td></tr>`;
  });
  return `<div class="wide" role="region" aria-label="各报告的问题" tabindex="0"><table class="overview"><caption>各报告的问题，最重的在前</caption><thead><tr><th scope="col">单位和文件</th><th scope="col" class="number wide-only">自评得分</th><th scope="col" class="number">错误</th><th scope="col" class="number">疑点</th><th scope="col" class="number">提示</th><th scope="col">主要问题</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const STATE_TAGS = { 部分未读: 'warning', 没有读出: 'error', 无法审核: 'error' } as const;

const nameOf = (report: ReportResult): string => report.unit ?? '单位未读出';

function countCell(report: ReportResult, severity: FindingResult['severity']): string {
  if (report.status === 'unreadable') return '<td class="number">—</td>';
  const count = countOf(report, severity);
  const shown = count === 0 ? '0' : `<span class="tag ${severity}">${count}</span>`;
  return `<td class="number${count === 0 ? ' zero' : ''}">${shown}</td>`;
}

function article(report: ReportResult, at: number): string {
  const id = `r${at + 1}`;
  const head = `<article id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escaped(nameOf(report))}</h2><p class="soft">${escaped(report.file)}</p>`;
  if (report.status === 'unreadable')
    return `${head}<p><span class="tag error">无法审核</span> ${escaped(report.reason ?? '')}</p></article>`;
  const { score } = report;
  const facts = [
    ['年度', String(report.year ?? '未读出')],
    ['类型', kindWords(report)],
    ['文中得分', score.narrative ?? '—'],
    ['合计得分', score.tableTotal ?? '—'],
    ['各行之和', score.itemSum ?? '—'],
    ['可核实区间', verifiedWords(score)],
    ['自评等级', score.grade ?? '—'],
    ['可支持等级', score.verifiedGrades.join('、') || '—'],
  ].map(([name, value]) => `<div><dt>${escaped(name ?? '')}</dt><dd>${escaped(value ?? '')}</dd></div>`);
  return `${head}<dl class="facts">${facts.join('')}</dl>${findings(report)}${rescoring(report.items)}${coverage(report)}</article>`;
}

function findings(report: ReportResult): string {
  const open = openFindings(report);
  if (open.length === 0) return `<p class="none">${escaped(nothingFound(report))}</p>`;
  return (['error', 'warning', 'notice'] as const)
    .map((severity) => {
      const group = open.filter((finding) => finding.severity === severity);
      if (group.length === 0) return '';
      return `<section><h3>${SEVERITY_WORDS[severity]} ${group.length} 条</h3><ol class="findings">${groupedByRule(group).map(findingGroup).join('')}</ol></section>`;
    })
    .join('');
}

function findingGroup(group: RuleGroup): string {
  if (!group.together) return group.findings.map(finding).join('');
  const { first, findings: same } = group;
  const rows = same.map(({ message, evidence }) => {
    const place = evidence[0] ? placeWords(evidence[0].where) : '';
    return `<li>${escaped(message)}${place === '' ? '' : ` <span class="soft">${escaped(place)}</span>`}</li>`;
  });
  return `<li class="${first.severity}"><p>${headOf(first)}</p><ul>${rows.join('')}</ul>${advice({ ...first, suggestion: group.suggestion })}</li>`;
}

const headOf = (given: FindingResult): string =>
  `<span class="tag ${given.severity}">${SEVERITY_WORDS[given.severity]}</span> <strong>${escaped(given.title)}</strong> <code>${escaped(given.rule)}</code>`;

const advice = (given: FindingResult): string =>
  `${given.basis === '' ? '' : `<p class="soft">依据：${escaped(given.basis)}</p>`}${given.suggestion === '' ? '' : `<p>建议：${escaped(given.suggestion)}</p>`}`;

function finding(given: FindingResult): string {
  const sides = sidesWords(given);
  const quotes = quoteLines(given.evidence).map(({ quotes: words, place }) => {
    const shown = words.map((quote) => `“${escaped(clip(quote, 500))}”`).join('');
    return `<blockquote>${shown}<cite>${escaped(place)}</cite></blockquote>`;
  });
  const claims = sides === '' ? '' : `<p class="sides">${escaped(sides)}</p>`;
  return `<li class="${given.severity}"><p>${headOf(given)}</p><p>${escaped(given.message)}</p>${claims}${quotes.join('')}${advice(given)}</li>`;
}

const STATUS_TAGS = {
  confirmed: 'good',
  contradicted: 'error',
  unverifiable: 'warning',
  judgement: 'notice',
} as const;

function rescoring(items: readonly ItemResult[]): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => {
    const steps = [...item.trace, ...(item.needs.length === 0 ? [] : [needsWords(item)])];
    return `<tr><th scope="row">${escaped(item.indicator)}</th><td class="number">${escaped(item.weight ?? '—')}</td><td class="number">${escaped(item.claimed ?? (item.scoreText || '空'))}</td><td class="number">${escaped(possibleWords(item) || '—')}</td><td>${scoreBar(item)}</td><td><span class="tag ${STATUS_TAGS[item.status]}">${STATUS_WORDS[item.status]}</span></td><td>${steps.map(escaped).join('<br>')}</td></tr>`;
  });
  return `<section><h3>逐项复算</h3><div class="wide" role="region" aria-label="逐项复算" tabindex="0"><table class="items"><caption>图中外框为分值，深色为至少可得的分数，浅色为还可能得到的分数，竖线为自评得分；虚线框表示未能复算</caption><thead><tr><th scope="col">指标</th><th scope="col" class="number">分值</th><th scope="col" class="number">自评</th><th scope="col" class="number">可得</th><th scope="col">对照</th><th scope="col">状态</th><th scope="col">依据</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function coverage(report: ReportResult): string {
  const lines = coverageLines(report).map((line) => `<li>${escaped(line)}</li>`);
  const rest = notChecked(report).map(
    ({ figures, reason, place }) =>
      `<li>${place === '' ? '' : `${escaped(place)}：`}${escaped(figures.join('、'))}<span class="soft">——${escaped(reason)}</span></li>`,
  );
  const details =
    rest.length === 0
      ? ''
      : `<details><summary>未参与核对的数字 ${report.coverage.notChecked?.length ?? 0} 个</summary><ul>${rest.join('')}</ul></details>`;
  return `<section><h3>核查范围</h3><ul>${lines.join('')}</ul>${details}</section>`;
}
