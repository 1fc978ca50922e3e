import type { Paragraph } from '../../documents/model.js';
import type { Section } from '../model.js';
import type { OutlineItem } from './items.js';
import { outlineItems } from './items.js';

/** The outline of a report, and its paragraphs with their section named. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
}

/** Ranks up to 一、: a heading of these names the section of everything under it. */
const NAMING_RANK = 3;

/**
 * Headings by number and by heading style, nested. The first section is always the part before the first
 * heading. Numbered list items are no sections: `outlineItems` has them.
 */
export function readOutline(paragraphs: readonly Paragraph[]): Outline {
  const headings = outlineItems(paragraphs).filter((item) => item.isHeading);
  const preamble: Section = {
    number: '',
    ordinal: null,
    notation: '',
    depth: 0,
    title: '',
    heading: -1,
    end: headings[0]?.index ?? paragraphs.length,
    parent: null,
  };
  const made = new Map<OutlineItem, Section>();
  const sections = [preamble];
  headings.forEach((item, at) => {
    const parent = headingAbove(item, made);
    const section: Section = {
      number: item.number?.raw ?? '',
      ordinal: item.number?.ordinal ?? null,
      notation: item.number?.notation ?? '',
      depth: (parent?.depth ?? 0) + 1,
      title: printedTitle(item),
      heading: item.index,
      end: endOf(headings, at, paragraphs.length),
      parent,
    };
    made.set(item, section);
    sections.push(section);
  });
  return { sections, paragraphs: placed(paragraphs, headings, made) };
}

const printedTitle = (item: OutlineItem): string =>
  `${item.number?.raw ?? ''}${item.typed?.raw ?? ''}${item.title}`;

function headingAbove(item: OutlineItem, made: ReadonlyMap<OutlineItem, Section>): Section | null {
  for (let above = item.parent; above !== null; above = above.parent) {
    const section = made.get(above);
    if (section !== undefined) return section;
  }
  return null;
}

function endOf(headings: readonly OutlineItem[], at: number, last: number): number {
  const item = headings[at];
  for (let i = at + 1; i < headings.length; i++) {
    const later = headings[i];
    if (later !== undefined && item !== undefined && !isUnder(later, item)) return later.index;
  }
  return last;
}

function isUnder(item: OutlineItem, ancestor: OutlineItem): boolean {
  for (let above = item.parent; above !== null; above = above.parent) if (above === ancestor) return true;
  return false;
}

/** Names each paragraph's section: the nearest heading of 一、 or further out, else the outermost heading. */
function placed(
  paragraphs: readonly Paragraph[],
  headings: readonly OutlineItem[],
  made: ReadonlyMap<OutlineItem, Section>,
): readonly Paragraph[] {
  let next = 0;
  let name: string | null = null;
  return paragraphs.map((paragraph, index) => {
    while (headings[next]?.index === index) {
      name = sectionName(headings[next] as OutlineItem, made);
      next++;
    }
    return name === null ? paragraph : { ...paragraph, where: { ...paragraph.where, section: name } };
  });
}

function sectionName(item: OutlineItem, made: ReadonlyMap<OutlineItem, Section>): string {
  let outermost = item;
  for (let above: OutlineItem | null = item; above !== null; above = above.parent) {
    if (!above.isHeading) continue;
    if (above.rank <= NAMING_RANK) return made.get(above)?.title ?? '';
    outermost = above;
  }
  return made.get(outermost)?.title ?? '';
}
