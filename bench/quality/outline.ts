/** Headings, lists and paragraphs of a report, numbered in the manner of its layout. */
import type { Draft, DraftBlock, DraftCell } from './draft.ts';
import { say, type Words } from './words.ts';

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;
const CIRCLED = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'] as const;

/** How the headings of each level are numbered; `path` holds the ordinals from the outermost level on. */
export type Scheme = readonly ((path: readonly number[]) => string)[];

const last = (path: readonly number[]): number => path[path.length - 1] ?? 1;
const chinese = (n: number): string => CHINESE[n - 1] ?? String(n);

export const SCHEMES = {
  official: [
    (p) => `${chinese(last(p))}、`,
    (p) => `（${chinese(last(p))}）`,
    (p) => `${last(p)}.`,
    (p) => `（${last(p)}）`,
  ],
  comma: [
    (p) => `${chinese(last(p))}、`,
    (p) => `（${chinese(last(p))}）`,
    (p) => `${last(p)}、`,
    (p) => `（${last(p)}）`,
  ],
  circled: [
    (p) => `${chinese(last(p))}、`,
    (p) => `（${chinese(last(p))}）`,
    (p) => `${last(p)}．`,
    (p) => CIRCLED[last(p) - 1] ?? `${last(p)}.`,
  ],
  decimal: [
    (p) => `${p.join('.')} `,
    (p) => `${p.join('.')} `,
    (p) => `${p.join('.')} `,
    (p) => `（${last(p)}）`,
  ],
  parts: [
    (p) => `第${chinese(last(p))}部分 `,
    (p) => `${chinese(last(p))}、`,
    (p) => `（${chinese(last(p))}）`,
    (p) => `${last(p)}.`,
  ],
} as const satisfies Record<string, Scheme>;

export class Outline {
  readonly blocks: DraftBlock[] = [];
  readonly #scheme: Scheme;
  #path: number[] = [];

  constructor(scheme: Scheme) {
    this.#scheme = scheme;
  }

  /** A heading of a level, counted from 1; deeper numbers start again. */
  heading(level: number, title: Words | string): void {
    this.#path = this.#path.slice(0, level);
    while (this.#path.length < level) this.#path.push(0);
    this.#path[level - 1] = (this.#path[level - 1] ?? 0) + 1;
    const number = this.#scheme[level - 1]?.(this.#path) ?? '';
    this.#add([number, ...(typeof title === 'string' ? [title] : title)], 'heading');
  }

  paragraph(words: Words | string, use = 'text'): void {
    this.#add(typeof words === 'string' ? say`${words}` : words, use);
  }

  /** A numbered list below the present heading. */
  list(items: readonly Words[], use = 'item', level = this.#path.length + 1): void {
    items.forEach((item, index) => {
      const number =
        this.#scheme[Math.min(level, this.#scheme.length) - 1]?.([...this.#path, index + 1]) ?? '';
      this.#add([number, ...item], use);
    });
  }

  table(rows: readonly (readonly (DraftCell | Words | string)[])[]): void {
    this.blocks.push({ kind: 'table', rows: rows.map((row) => row.map(cell)) });
  }

  draft(): Draft {
    return { blocks: this.blocks };
  }

  #add(words: Words, use: string): void {
    this.blocks.push({ kind: 'paragraph', words, use });
  }
}

export const cell = (given: DraftCell | Words | string): DraftCell =>
  typeof given === 'string' ? { words: [given] } : 'words' in given ? given : { words: given };

/** A cell that covers several rows or columns. */
export const span = (words: Words | string, rows: number, cols = 1): DraftCell => ({
  words: typeof words === 'string' ? [words] : words,
  ...(rows > 1 ? { rows } : {}),
  ...(cols > 1 ? { cols } : {}),
});
