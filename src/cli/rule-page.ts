import { type Rule, SEVERITY_WORDS } from '../checks/rule.js';

/** What a page tells of a rule: rules of one report and rules across reports alike. */
export type RuleDescription = Omit<Rule, 'check' | 'message' | 'suggestion'>;

/**
 * The page of a rule, made of the rule's own words: `jihe explain` prints it and docs/rules holds it, so that
 * page and program cannot drift apart.
 */
export function rulePage(rule: RuleDescription): string {
  const limits = rule.limits.length === 0 ? ['（没有已知的局限）'] : rule.limits.map((limit) => `- ${limit}`);
  return `${[
    `# ${rule.title}`,
    '',
    `\`${rule.id}\` · ${SEVERITY_WORDS[rule.severity]}（${rule.severity}）`,
    '',
    '## 查什么',
    '',
    rule.summary,
    '',
    '## 依据',
    '',
    rule.basis,
    '',
    '## 举例',
    '',
    rule.example,
    '',
    '## 有意不查的',
    '',
    ...limits,
  ].join('\n')}\n`;
}

/** The table of all rules that docs/rules/README.md holds. */
export function ruleIndex(rules: readonly RuleDescription[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](${rule.id}.md) | ${SEVERITY_WORDS[rule.severity]} | ${cell(rule.title)} | ${cell(rule.summary)} |`,
  );
  return `${[
    '# 规则一览',
    '',
    '本页和各规则页由 `npm run docs` 从规则自身生成，请勿手工修改。各规则在生成的报告上实测的查全率和误报数见[实测质量](../quality.md)。',
    '',
    '错误：报告与自身、与日历或与评分标准矛盾，凭印出的数字即可证明。疑点：很可能有误或有缺，需要人看。提示：值得知道。',
    '',
    '| 规则 | 级别 | 问题类型 | 查什么 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** Every file of docs/rules: its path under that folder, and its content. */
export const rulePages = (rules: readonly RuleDescription[]): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', ruleIndex(rules)],
    ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
  ]);

const cell = (words: string): string => words.replaceAll('|', '\\|').replace(/\s*\n\s*/gu, ' ');
