/** Single runs: their text, whether they print at all, and the state of form fields. */
import { child, elements, textOf, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import type { Style } from './styles.js';

/** Why words that stand in the file are left out. */
export type Concealment = 'hidden' | 'struck';

/** Why the words of a run do not print, null when they do. */
export function concealmentOf(
  properties: XmlElement | undefined,
  character: Style | null,
  paragraph: Style | null,
): Concealment | null {
  // Hiding is a toggle: a character style and a paragraph style that both hide cancel each other.
  const hidden =
    toggle(properties, 'w:vanish') ?? (character?.hidden ?? false) !== (paragraph?.hidden ?? false);
  if (hidden) return 'hidden';
  const direct = toggle(properties, 'w:strike');
  const double = toggle(properties, 'w:dstrike');
  const struck =
    direct === true ||
    double === true ||
    ((direct ?? double) === undefined && (character?.struck ?? false) !== (paragraph?.struck ?? false));
  return struck ? 'struck' : null;
}

/** Text of a w:t. White space at its ends counts only when it is said to be kept. */
export function runText(element: XmlElement): string {
  const text = textOf(element).replace(/[\r\n]+/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : trimBlanks(text);
}

/** Without blanks and tabs at the ends; other kinds of space are typed on purpose. */
function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === ' ' || text[from] === '\t')) from++;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--;
  return text.slice(from, to);
}

/** The state of a legacy form field: a box ticked or not, the chosen entry of a list. Null for other fields. */
export function formState(begin: XmlElement): string | null {
  const data = child(begin, 'w:ffData');
  const box = child(data, 'w:checkBox');
  if (box !== undefined) return (toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false) ? '☑' : '□';
  const list = child(data, 'w:ddList');
  if (list === undefined) return null;
  const chosen = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? 0);
  return elements(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? null;
}
