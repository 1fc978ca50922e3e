/** The measurement as a table, for the terminal and for docs/quality.md. */
import type { Trial } from './measure.ts';

export interface RuleMeasure {
  readonly rule: string;
  readonly planted: number;
  /** Found by any accepted rule. */
  readonly found: number;
  /** Found by the rule that was meant. */
  readonly byRule: number;
  /** Findings of this rule that belonged to a fault, and those that did not, over all reports. */
  readonly right: number;
  readonly wrong: number;
}

export interface Measure {
  readonly rules: readonly RuleMeasure[];
  readonly clean: { readonly reports: number; readonly errors: number; readonly warnings: number };
  readonly faults: {
    readonly planted: number;
    readonly found: number;
    readonly right: number;
    readonly wrong: number;
  };
}

export function measure(clean: readonly Trial[], faulty: readonly Trial[]): Measure {
  const rules = new Map<string, RuleMeasure>();
  const at = (rule: string): RuleMeasure =>
    rules.get(rule) ?? { rule, planted: 0, found: 0, byRule: 0, right: 0, wrong: 0 };
  const add = (rule: string, more: Partial<Omit<RuleMeasure, 'rule'>>) => {
    const now = at(rule);
    rules.set(rule, {
      rule,
      planted: now.planted + (more.planted ?? 0),
      found: now.found + (more.found ?? 0),
      byRule: now.byRule + (more.byRule ?? 0),
      right: now.right + (more.right ?? 0),
      wrong: now.wrong + (more.wrong ?? 0),
    });
  };
  for (const { fault, hits } of faulty)
    if (fault)
      add(fault.rule, {
        planted: 1,
        found: hits.length > 0 ? 1 : 0,
        byRule: hits.some((hit) => hit.rule === fault.rule) ? 1 : 0,
      });
  for (const { hits } of faulty) for (const hit of hits) add(hit.rule, { right: 1 });
  for (const trial of [...clean, ...faulty]) for (const stray of trial.false) add(stray.rule, { wrong: 1 });
  const count = (trials: readonly Trial[], severity: string): number =>
    trials.reduce(
      (sum, { false: stray }) => sum + stray.filter((finding) => finding.severity === severity).length,
      0,
    );
  return {
    rules: [...rules.values()].sort((a, b) => a.rule.localeCompare(b.rule)),
    clean: { reports: clean.length, errors: count(clean, 'error'), warnings: count(clean, 'warning') },
    faults: {
      planted: faulty.length,
      found: faulty.filter(({ hits }) => hits.length > 0).length,
      right: faulty.reduce(
        (sum, { hits }) => sum + hits.filter((hit) => hit.severity !== 'notice').length,
        0,
      ),
      wrong: faulty.reduce((sum, { false: stray }) => sum + stray.length, 0),
    },
  };
}

/** A share in percent with one decimal; counts are whole, so thousandths are exact enough. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`;

const perReport = (count: number, reports: number): string =>
  reports === 0 ? '—' : (count / reports).toFixed(3);

export function markdown(
  result: Measure,
  rules: readonly { readonly id: string; readonly title: string }[],
  seed: string,
): string {
  const lines = rules.map(({ id, title }) => {
    const found = result.rules.find(({ rule }) => rule === id);
    const name = `| [${id}](rules/${id}.md) | ${title} |`;
    const wrong = found?.wrong ?? 0;
    if (!found || found.planted === 0) return `${name} 未测 | 未测 | 未测 | ${wrong} |`;
    const { planted, byRule } = found;
    return `${name} ${planted} | ${found.found}（${share(found.found, planted)}） | ${byRule} | ${wrong} |`;
  });
  const { clean, faults } = result;
  return `# 实测质量

用生成的报告测得：先写出没有矛盾的报告，再各种入一处错误，经公开接口审核后计数。
报告有八种版式，句式、金额单位、小数位、评分标准写法随机变化；相同种子（\`${seed}\`）每次结果相同。
命令：\`npm run bench:quality -- --write\`。错误和报告均为生成，不代表任何地区真实报告中的错误比例。

- 种入 ${faults.planted} 处错误，找到 ${faults.found} 处，查全率 ${share(faults.found, faults.planted)}。
- 含错报告中的错误级、疑点级问题，${share(faults.right, faults.right + faults.wrong)} 属于种入的错误（查准率）。
- ${clean.reports} 份无误报告中，平均每份误报错误 ${perReport(clean.errors, clean.reports)} 条，误报疑点 ${perReport(clean.warnings, clean.reports)} 条。

“找到”指应报规则或同样能说明该矛盾的规则报出，且指到出错之处；“本规则”指由应报规则报出；“误报”为全部报告中不属于种入错误的错误与疑点条数。

| 规则 | 问题 | 种入 | 找到 | 本规则 | 误报 |
| --- | --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
