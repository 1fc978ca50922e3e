import type { Paragraph } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { once } from '../../language/memo.js';

/** Dots, middle dots or tabs that lead to a page number. */
const LEADER = /(?:\.{3}|…|·{3}|\t)[.…·\s]*\d{1,4}$/u;
/** A table of contents is not longer than this. */
const LONGEST = 200;

/**
 * Indices of the paragraphs that belong to a table of contents: they repeat the headings and are none. A table
 * of contents runs from 目录 to where its first entry is printed again, or over the lines that lead to a page.
 */
export const contentsLines = once((paragraphs: readonly Paragraph[]): ReadonlySet<number> => {
  const lines = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.text.length < 120 && LEADER.test(paragraph.text.trimEnd())) lines.add(index);
  });
  const title = paragraphs.findIndex((paragraph) => squeeze(paragraph.text) === '目录');
  if (title < 0) return lines;
  lines.add(title);
  const first = paragraphs.findIndex((paragraph, index) => index > title && paragraph.text.trim() !== '');
  if (first < 0) return lines;
  const entry = withoutPage(printed(paragraphs[first]));
  for (let i = first + 1; i < Math.min(paragraphs.length, first + LONGEST); i++) {
    if (withoutPage(printed(paragraphs[i])) !== entry) continue;
    for (let line = first; line < i; line++) lines.add(line);
    break;
  }
  return lines;
});

const printed = (paragraph: Paragraph | undefined): string =>
  paragraph === undefined ? '' : squeeze((paragraph.number ?? '') + paragraph.text);

const withoutPage = (entry: string): string => entry.replace(/[.…·]*\d{0,4}$/u, '');
