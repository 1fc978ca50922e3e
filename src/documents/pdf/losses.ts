import type { Loss, LossKind } from '../model.js';
import { NOWHERE } from '../model.js';

/** A loss of the whole file or of the pages named. */
export function loss(kind: LossKind, message: string, pages: readonly number[] = [], quote = ''): Loss {
  const only = pages.length === 1 ? (pages[0] ?? null) : null;
  return { kind, message, quote, pages, where: { ...NOWHERE, page: only } };
}

/** Page numbers as ranges: 第 1、3—5 页. */
export function ranges(pages: readonly number[]): string {
  const sorted = [...pages].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    const from = sorted[i] ?? 0;
    let to = from;
    while (sorted[i + 1] === to + 1) {
      to++;
      i++;
    }
    i++;
    parts.push(to === from ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}—${to}`);
  }
  return `第 ${parts.join('、')} 页`;
}
