/** Headers, footers, notes and comments: read beside the running text. */
import type { Stratum } from '../model.js';
import type { Relationship } from '../ooxml/relationships.js';
import { elements, type XmlElement } from '../ooxml/xml.js';
import { BlockWriter } from './blocks.js';
import type { Markup } from './markup.js';
import { openStory, type Source } from './story.js';

/** How the parts beside the body are found and parsed. */
export interface Asides {
  readonly relationships: readonly Relationship[];
  parse(part: string): XmlElement | null;
  relationshipsOf(part: string): ReadonlyMap<string, Relationship>;
}

const NOTES: Readonly<
  Record<string, { readonly stratum: Stratum; readonly element: string; readonly reference: string }>
> = {
  footnotes: { stratum: 'footnote', element: 'w:footnote', reference: 'footnote' },
  endnotes: { stratum: 'endnote', element: 'w:endnote', reference: 'endnote' },
  comments: { stratum: 'comment', element: 'w:comment', reference: 'comment' },
};
const MARGINS: Readonly<Record<string, Stratum>> = { header: 'header', footer: 'footer' };

/** Writes every part beside the body after it. */
export function writeAsides(source: Source, out: Markup, asides: Asides): void {
  const seen = new Set<string>();
  for (const { kind, target, external } of asides.relationships) {
    if (external || seen.has(target)) continue;
    seen.add(target);
    const margin = MARGINS[kind];
    const notes = NOTES[kind];
    if (margin === undefined && notes === undefined) continue;
    const root = asides.parse(target);
    if (root === null) continue;
    const relationships = asides.relationshipsOf(target);
    const write = (element: XmlElement, stratum: Stratum, anchor: number | null): void => {
      const story = openStory(source, element, { stratum, relationships, flat: true, anchor });
      const writer = new BlockWriter(story, out);
      writer.blocks(element, 'running');
      writer.close();
    };
    if (margin !== undefined) write(root, margin, null);
    if (notes === undefined) continue;
    for (const note of elements(root, notes.element)) {
      const type = note.attributes['w:type'];
      // Separators between text and notes are kept as notes of their own.
      if (type !== undefined && type !== 'normal') continue;
      write(
        note,
        notes.stratum,
        source.records.references.get(`${notes.reference}:${note.attributes['w:id']}`) ?? null,
      );
    }
  }
}
