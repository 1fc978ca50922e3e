import { readFile } from 'node:fs/promises';
import { SEVERITY_WORDS } from '../checks/rule.js';
import { printable } from '../formats/printable.js';
import type { AuditResult, FindingResult } from '../formats/result.js';
import { auditResultSchema } from '../formats/result-schema.js';
import { compareRounds, type UnitRound } from '../rounds/compare.js';
import { EXIT } from './exit.js';
import { type Host, UsageError } from './host.js';
import { systemReason } from './output.js';

/** What was mended between two rounds, unit by unit; status 1 when errors remain or are new. */
export async function compare(before: string, after: string, format: string, host: Host): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`没有 ${printable(format)} 这种输出格式，可选：text、json`);
  const rounds = compareRounds(await resultFrom(before), await resultFrom(after));
  host.out(
    format === 'json'
      ? `${JSON.stringify({ schema: 'jihe-rounds/1', units: rounds }, null, 2)}\n`
      : words(rounds),
  );
  const open = rounds.flatMap(({ remaining, fresh }) => [...remaining, ...fresh]);
  return open.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

/** A result that an earlier run wrote with --format json. */
async function resultFrom(path: string): Promise<AuditResult> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`无法读取 ${printable(path)}：${systemReason(cause)}`);
  });
  const parsed = auditResultSchema.safeParse(json(text));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${printable(path)} 不是 jihe check -f json 写出的结果，请用同一版本重新生成`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function words(rounds: readonly UnitRound[]): string {
  const total = (key: 'mended' | 'remaining' | 'fresh'): number =>
    rounds.reduce((sum, round) => sum + round[key].length, 0);
  const lines = rounds.flatMap((round) => [...unitLines(round), '']);
  const counts = `已整改 ${total('mended')} 条，未整改 ${total('remaining')} 条，新增 ${total('fresh')} 条`;
  return `${[...lines, `共 ${rounds.length} 个单位：${counts}`].join('\n')}\n`;
}

const MISSING = {
  before: '上一轮没有这份报告，或没有读出',
  after: '这一轮没有这份报告，或没有读出，不能视为已整改',
} as const;

function unitLines({ unit, year, mended, remaining, fresh, missing, partlyRead }: UnitRound): string[] {
  const isEmpty = mended.length + remaining.length + fresh.length === 0;
  return [
    `${printable(unit)}${year === null ? '' : `（${year}年度）`}`,
    ...(missing === null ? [] : [`  ${MISSING[missing]}`]),
    ...(partlyRead && missing !== 'after' ? ['  这一轮的报告有内容未读出，看似已整改的请人工确认'] : []),
    ...(isEmpty && missing !== 'after' ? ['  没有问题'] : []),
    ...group('已整改', mended),
    ...group('未整改', remaining),
    ...group('新增', fresh),
  ];
}

const group = (name: string, findings: readonly FindingResult[]): string[] =>
  findings.length === 0
    ? []
    : [
        `  ${name} ${findings.length} 条`,
        ...findings.map(
          ({ severity, title, message }) =>
            `    ${SEVERITY_WORDS[severity]}  ${printable(title)}：${printable(message)}`,
        ),
      ];
