import type { ChangeStatement, Quote, Report } from '../../report/model.js';
import { raw } from './words.js';

/** 持平 said of the year's income and expenditure, with a reason and figures that both tell of a change. */
export interface DeniedLevel {
  readonly said: Quote;
  /** What is said to be level, as printed. */
  readonly subject: string;
  /** The words of the reason that tell of a change. */
  readonly reason: string;
  readonly change: ChangeStatement;
}

/** Reasons stand in the same paragraph or in the one behind. */
const SAYS_LEVEL =
  /(?:与|同|和|较|比)[^，。；]{0,12}年[^，。；]{0,8}[，,]?(?<subject>[^，。；]{0,24}(?:总计|合计|总额|收入|支出))(?:各|均|都)?持平[。；，]/u;
const REASON = /(?:主要)?(?:变动)?原因(?:是|为|系|:|：)/u;
const UP = /增加|增长|增多|上升|提高|新增|追加/u;
const DOWN = /减少|下降|降低|压减|缩减|压缩|节约|减支/u;
/** The quantities of the year as a whole that a level total may be held against. */
const WHOLES: ReadonlySet<string> = new Set(['total', 'income', 'expenditure', 'fiscal-income']);
const REASON_WITHIN = 300;

/**
 * 收入支出总计持平。主要原因：…减少支付, while the year's spending fell by 63.14万元. A total may be level for many reasons, so
 * both must speak against it: a reason of one direction only, and a change of the year's income or spending in that
 * direction, with none the other way.
 */
export function deniedLevels(report: Report): readonly DeniedLevel[] {
  const found: DeniedLevel[] = [];
  report.paragraphs.forEach((paragraph, i) => {
    if (!paragraph.text.includes('持平')) return;
    const match = SAYS_LEVEL.exec(paragraph.text);
    if (match === null) return;
    const end = match.index + match[0].length;
    const behind = `${paragraph.text.slice(end)}\n${report.paragraphs[i + 1]?.text ?? ''}`.slice(
      0,
      REASON_WITHIN,
    );
    const at = REASON.exec(behind);
    if (at === null || at.index > 8) return;
    const reason = behind.slice(at.index).split(/[。；]/u)[0] ?? '';
    const direction = UP.test(reason) === DOWN.test(reason) ? null : UP.test(reason) ? 'up' : 'down';
    const changes = wholeChanges(report);
    const change = changes.find((one) => one.direction === direction);
    if (change === undefined || changes.some((one) => one.direction !== direction)) return;
    const said = {
      text: paragraph.text.slice(0, end).split('。').slice(-3).join('。').trim(),
      where: paragraph.where,
    };
    found.push({ said, subject: match.groups?.subject ?? '', reason, change });
  });
  return found;
}

/** Changes of fiscal or all income and spending against last year, told with an amount or a rate. */
function wholeChanges(report: Report): readonly ChangeStatement[] {
  const whole = new Set(
    report.facts
      .filter((fact) => WHOLES.has(fact.concept) && fact.scope !== 'own')
      .map((fact) => fact.mention),
  );
  return report.statements.filter(
    (one): one is ChangeStatement =>
      one.kind === 'change' &&
      one.current !== null &&
      whole.has(one.current) &&
      one.difference !== null &&
      !one.difference.figure.value.isZero() &&
      one.direction !== 'flat',
  );
}

/** What is said to be level, why, and the change that the report tells. */
export function levelMessage({ subject, reason, change }: DeniedLevel): string {
  const by = change.difference === null ? '' : raw(change.difference);
  const words = change.direction === 'up' ? '增加' : '减少';
  return `文中写${subject}“持平”，所写原因（${reason.replace(/\s+/gu, '').slice(0, 60)}）却说明${words}，报告另写本年${words}${by}。`;
}
