import { printableLines } from './printable.js';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as XML or HTML content or attribute value; characters that do not show are told by their code. */
export const escaped = (text: string): string =>
  printableLines(text).replace(/[&<>"']/gu, (character) => ENTITIES.get(character) ?? character);
