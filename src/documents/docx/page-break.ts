/** Paragraphs with a page break inside: printed, they are two, and Word 97 stores them so. */
import { child, type XmlElement, type XmlNode } from '../ooxml/xml.js';

const isBreak = (node: XmlNode): boolean =>
  typeof node !== 'string' && node.name === 'w:br' && node.attributes['w:type'] === 'page';

/** Anything that may print: words, pictures, and what wraps them. */
const isContent = (node: XmlNode): boolean =>
  typeof node !== 'string' &&
  node.name !== 'w:pPr' &&
  node.name !== 'w:rPr' &&
  !isBreak(node) &&
  (node.name !== 'w:r' || node.children.some(isContent));

/**
 * The paragraph, or the two or more that page breaks part it into. Only the first has the list number, only the last
 * the paragraph's mark. Breaks inside fields and links, and breaks with nothing before or behind them, part nothing.
 */
export function partedByPages(paragraph: XmlElement): readonly XmlElement[] {
  const breaks = (node: XmlNode): boolean =>
    typeof node !== 'string' && node.name === 'w:r' && node.children.some(isBreak);
  if (!paragraph.children.some(breaks)) return [paragraph];
  const parts: XmlNode[][] = [[]];
  for (const node of paragraph.children) {
    if (typeof node === 'string' || !breaks(node)) {
      if (typeof node === 'string' || node.name !== 'w:pPr') parts.at(-1)?.push(node);
      continue;
    }
    const properties = child(node, 'w:rPr');
    let run: XmlNode[] = [];
    const close = (): void => {
      if (run.length > 0) parts.at(-1)?.push({ ...node, children: properties ? [properties, ...run] : run });
      run = [];
    };
    for (const inner of node.children) {
      if (inner === properties) continue;
      if (isBreak(inner)) {
        close();
        parts.push([]);
      } else run.push(inner);
    }
    close();
  }
  const filled = parts.filter((part) => part.some(isContent));
  if (filled.length < 2) return [paragraph];
  const given = child(paragraph, 'w:pPr');
  return filled.map((part, i) => {
    const left = given?.children.filter(
      (node) =>
        typeof node === 'string' ||
        ((i === 0 || node.name !== 'w:numPr') && (i === filled.length - 1 || node.name !== 'w:rPr')),
    );
    const properties = given && left ? [{ ...given, children: left }] : [];
    return { ...paragraph, children: [...properties, ...part] };
  });
}
