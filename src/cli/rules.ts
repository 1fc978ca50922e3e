import { SEVERITY_WORDS } from '../checks/rule.js';
import { table } from '../formats/layout.js';
import { printable } from '../formats/printable.js';
import { EXIT } from './exit.js';
import { type Host, UsageError } from './host.js';
import { type RuleDescription, rulePage } from './rule-page.js';

/** Every rule with its severity and one line on what it catches. */
export function listRules(rules: readonly RuleDescription[], format: string, host: Host): number {
  if (format === 'json') {
    const list = rules.map(({ id, severity, title, summary }) => ({ id, severity, title, summary }));
    host.out(`${JSON.stringify(list, null, 2)}\n`);
    return EXIT.clean;
  }
  if (format !== 'text') throw new UsageError(`没有 ${printable(format)} 这种输出格式，可选：text、json`);
  const heads = [
    { title: '规则', most: 30 },
    { title: '级别', most: 4 },
    { title: '问题类型', most: 18 },
    { title: '查什么', most: Math.max(30, host.width - 58) },
  ];
  const rows = rules.map((rule) => [rule.id, SEVERITY_WORDS[rule.severity], rule.title, rule.summary]);
  host.out(`${table(heads, rows).join('\n')}\n`);
  return EXIT.clean;
}

/** The page of one rule. */
export function explainRule(rules: readonly RuleDescription[], id: string, host: Host): number {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const near = rules
      .filter((candidate) => id !== '' && candidate.id.includes(id))
      .map((candidate) => candidate.id);
    const hint = near.length > 0 ? `，是否指 ${near.slice(0, 5).join('、')}` : '，用 jihe rules 查看全部规则';
    throw new UsageError(`没有 ${printable(id)} 这条规则${hint}`);
  }
  host.out(rulePage(rule));
  return EXIT.clean;
}
