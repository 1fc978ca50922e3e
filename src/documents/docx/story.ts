/** A story (body, header, note …) and the means to read it, passed down through its blocks and paragraphs. */
import type { Limits } from '../limits.js';
import type { Stratum } from '../model.js';
import type { Relationship } from '../ooxml/relationships.js';
import type { XmlElement } from '../ooxml/xml.js';
import { completeFields, FieldStack } from './fields.js';
import type { ListCounter } from './numbering.js';
import type { Records } from './records.js';
import type { Styles } from './styles.js';

/** What every story of a document shares. */
export interface Source {
  readonly styles: Styles;
  readonly numbering: ListCounter;
  readonly records: Records;
  readonly limits: Limits;
  /** Markup of the readings with revisions rejected, handed to mammoth after the stories. */
  readonly tail: string[];
  /** What has been counted against the limits. */
  readonly counts: { paragraphs: number; cells: number };
}

export interface Story {
  readonly source: Source;
  readonly stratum: Stratum;
  /** Relationships of the part the story stands in, by id. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Marks of fields that are complete. */
  readonly marks: ReadonlySet<XmlElement>;
  readonly fields: FieldStack;
  /** Whether tables are read as running text: in headers and notes no grid matters. */
  readonly flat: boolean;
  /** Key of the paragraph that refers to this note or comment. */
  readonly anchor: number | null;
}

/** A story that begins at an element. */
export function openStory(
  source: Source,
  root: XmlElement,
  given: { stratum: Stratum; relationships: Story['relationships']; flat: boolean; anchor: number | null },
): Story {
  return { source, ...given, marks: completeFields(root), fields: new FieldStack() };
}

/** How revisions, hiding and content controls bear on the words at a place. */
export interface Context {
  readonly removed: 'deleted' | 'moved' | null;
  readonly added: 'inserted' | 'moved' | null;
  /** A content control that still shows its prompt: the words are no content. */
  readonly prompt: boolean;
  /** Inside a row that is inserted or deleted as a whole: its words need no marks of their own. */
  readonly wholeRow: boolean;
  /** Inside a table of contents. */
  readonly contents: boolean;
}

export const PLAIN: Context = { removed: null, added: null, prompt: false, wholeRow: false, contents: false };
