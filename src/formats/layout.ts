import stringWidth from 'string-width';

/** What ends in a sign that may hang over the edge instead of beginning the next line. */
const HANGING = /[，。、；：？！）】》〉”’」』〕]$/u;

/**
 * Words, numbers and single characters with the signs that may not be parted from them in Chinese typesetting: no line
 * begins with a closing sign or ends with an opening one.
 */
const UNIT =
  /[“‘（《【〈「『〔]{0,3}(?:[\x21-\x7e]+|\p{Zs}+|[^\x21-\x7e\p{Zs}])[，。、；：？！）】》〉”’」』〕…·％]{0,4}/gu;

/** Plain Chinese characters and full-width signs; plain ASCII, quotes and dashes: nearly all text, measured without a table. */
const WIDE = /^[\u3001-\u303e\u4e00-\u9fff\uff01-\uff60]+$/u;
const NARROW = /^[\x20-\x7e\u2013-\u2026·×÷≤≥]*$/u;

/** Columns a text takes on a terminal: two for each Chinese character. */
export function columns(text: string): number {
  if (NARROW.test(text)) return text.length;
  return WIDE.test(text) ? text.length * 2 : stringWidth(text);
}

/** The text filled up with blanks to so many columns. */
export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)));

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - columns(text))) + text;

/** Lines of at most `width` columns; numbers and Latin words stay whole where they can. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(width, 8);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const token of tokens(text, room)) {
    const wide = columns(token);
    const hangs = used + wide <= room + 2 && HANGING.test(token);
    if (used + wide > room && used > 0 && !hangs) close();
    if (used === 0 && token.trim() === '' && lines.length > 0) continue;
    line += token;
    used += wide;
  }
  if (line !== '' || lines.length === 0) close();
  return lines;
}

function* tokens(text: string, room: number): Generator<string> {
  for (const [token] of text.matchAll(UNIT)) {
    if (token.length <= room) yield token;
    else for (let at = 0; at < token.length; at += room) yield token.slice(at, at + room);
  }
}

/** A column of a plain text table. Columns of the widest content stay within `most` columns; text wraps. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly most: number;
}

/** A table for a terminal, without rules: title line, then the rows, cells wrapped, columns two blanks apart. */
export function table(heads: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, at) => {
    const widest = Math.max(columns(head.title), ...rows.map((row) => columns(row[at] ?? '')));
    return Math.min(widest, Math.max(head.most, columns(head.title)));
  });
  const print = (row: readonly string[]): string[] => {
    const cells = widths.map((width, at) => wrap(row[at] ?? '', width));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, at) => {
          const text = cell[line] ?? '';
          const width = widths[at] ?? 0;
          return heads[at]?.align === 'right' ? padStart(text, width) : pad(text, width);
        })
        .join('  ')
        .trimEnd(),
    );
  };
  return [heads.map((head) => head.title), ...rows].flatMap(print);
}
