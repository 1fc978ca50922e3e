import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ReportResult } from '../formats/result.js';

/** A finding that a reviewer has looked at and set aside. */
export interface Suppression {
  readonly fingerprint: string;
  readonly reason: string;
  readonly by: string;
}

/** The file beside the reports that holds them. */
export const SUPPRESSIONS_FILE = 'jihe-suppressions.yaml';

/** A suppressions file that cannot be used; the message names file, line and key. */
export class SuppressionsError extends Error {
  override readonly name = 'SuppressionsError';
}

const words = z.string().trim().min(1);
const schema = z.strictObject({
  suppressions: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/u), reason: words, by: words }),
  ),
});

/** Reads a suppressions file. Every entry must say which finding, why, and who decided. */
export function parseSuppressions(text: string, file: string): readonly Suppression[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new SuppressionsError(
      `${file} 第${lines.linePos(broken.pos[0]).line}行：YAML 写法有误（缩进、括号、引号或重复的键）`,
    );
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data.suppressions;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []) as (string | number)[];
  const node = document.getIn(path, true) as { readonly range?: readonly number[] } | undefined;
  const line = node?.range ? lines.linePos(node.range[0] ?? 0).line : 1;
  throw new SuppressionsError(
    `${file} 第${line}行 ${keyWords(path)}：每条须写 fingerprint（16 位指纹）、reason（理由）、by（决定人），不得有其他键`,
  );
}

/** A key as people count: 第1条的 fingerprint. */
const keyWords = (path: readonly (string | number)[]): string =>
  path.map((part) => (typeof part === 'number' ? `第${part + 1}条` : part)).join(' ') || '整个文件';

/** What suppressing did: the reports with their findings marked, and the entries that matched none. */
export interface Suppressed {
  readonly reports: readonly ReportResult[];
  readonly stale: readonly Suppression[];
}

/** Marks the findings that were set aside. They stay in the result, with reason and name, and no longer count. */
export function suppress(reports: readonly ReportResult[], entries: readonly Suppression[]): Suppressed {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const used = new Set<string>();
  const marked = reports.map((report) => ({
    ...report,
    findings: report.findings.map((finding) => {
      const entry = byFingerprint.get(finding.fingerprint);
      if (!entry) return finding;
      used.add(entry.fingerprint);
      return { ...finding, suppressed: { reason: entry.reason, by: entry.by } };
    }),
  }));
  return { reports: marked, stale: entries.filter(({ fingerprint }) => !used.has(fingerprint)) };
}
