/**
 * Reads Word 97–2003 files (.doc). Text, tables with their merges, revisions, notes, text boxes and list numbers
 * are taken from the binary itself: text extractors flatten tables into tabs and straighten the quotes.
 */
import type { Limits } from '../limits.js';
import { type Document, NOWHERE } from '../model.js';
import { gather, type RawBlock } from './blocks.js';
import { accepted } from './composer.js';
import { readFonts } from './fonts.js';
import { readMarks } from './marks.js';
import * as notes from './notes.js';
import { readNumbering } from './numbering.js';
import { readPieces } from './pieces.js';
import { propertyReader } from './properties.js';
import { characterRuns, paragraphRuns } from './runs.js';
import { readShapes } from './shapes.js';
import { anchors, asides, textboxes } from './stories.js';
import { type Context, print, type StoryParagraph, storyParagraphs } from './story.js';
import { readStyles } from './styles.js';
import { damaged, openWordFile, PAIR } from './word-file.js';
import { Writer } from './writer.js';

/**
 * Reads a .doc file. Throws UnreadableError, with a Chinese sentence, when it is damaged, protected by a password
 * or older than Word 97.
 */
export async function readDoc(bytes: Uint8Array, limits: Limits): Promise<Document> {
  try {
    return read(bytes, limits);
  } catch (error) {
    // A view read beyond its end: a structure points outside the file.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function read(bytes: Uint8Array, limits: Limits): Document {
  const file = openWordFile(bytes);
  const { text, pieces, cutShort } = readPieces(file, limits);
  const styles = readStyles(file);
  const fonts = readFonts(file);
  const characters = characterRuns(file, file.part(PAIR.characterRuns));
  const context: Context = {
    file,
    text,
    pieces,
    fonts,
    propertiesAt: propertyReader(paragraphRuns(file, file.part(PAIR.paragraphRuns)), styles, file),
    marks: readMarks(characters, pieces, styles, fonts.isSymbolFont),
    lists: readNumbering(file),
  };
  const writer = new Writer(limits);
  writeBody(context, writer);
  for (const { start, end, stratum, anchor } of asides(file))
    for (const paragraph of story(context, start, end, writer)) writer.aside(paragraph, stratum, anchor);
  if (cutShort) writer.lose(notes.cutShort(), NOWHERE);
  writer.finish();
  const { blocks, furniture, revisions, losses } = writer;
  return { carrier: 'doc', pageCount: null, blocks, furniture, revisions, losses };
}

/** The running text, with the text boxes and pictures that are anchored in it behind their paragraph or table. */
function writeBody(context: Context, writer: Writer): void {
  const { file } = context;
  const shapes = readShapes(file.part(PAIR.drawings));
  const boxes = new Map(textboxes(file));
  const waiting = anchors(file);
  const box = (number: number): void => {
    const range = boxes.get(number);
    boxes.delete(number);
    if (range)
      for (const block of gather(story(context, range.start, range.end, writer)))
        writer.block(block, 'textbox');
  };
  let next = 0;
  for (const block of gather(story(context, 0, file.lengths.body, writer))) {
    writer.block(block, 'body');
    const end = lastPosition(block);
    for (let anchor = waiting[next]; anchor && anchor.position <= end; anchor = waiting[++next]) {
      const shape = shapes.get(anchor.shape);
      box(anchor.shape);
      if (shape?.words) writer.words(shape.words, shape.watermark ? 'watermark' : 'textbox');
      const lost = shape?.picture && !shape.watermark ? notes.picture(anchor.size) : null;
      if (lost) writer.lose(lost, writer.placeOfLast());
    }
  }
  for (const number of [...boxes.keys()]) box(number);
  // Watermarks are anchored in headers, which have no text of their own to show them.
  const seen = new Set(waiting.map(({ shape }) => shape));
  for (const [number, shape] of shapes)
    if (!seen.has(number) && shape.words) writer.words(shape.words, 'watermark');
}

/** Paragraphs of a story, as many as the limits allow, with those joined whose dividing mark was deleted. */
function story(context: Context, start: number, end: number, writer: Writer): StoryParagraph[] {
  const paragraphs: StoryParagraph[] = [];
  let group: StoryParagraph[] = [];
  for (const paragraph of storyParagraphs(context, start, Math.min(end, context.text.length))) {
    if (!writer.admit()) break;
    const previous = group.at(-1);
    if (previous && !runsOn(previous, paragraph)) {
      paragraphs.push(...joined(group));
      group = [];
    }
    group.push(paragraph);
  }
  paragraphs.push(...joined(group));
  return paragraphs;
}

const runsOn = (one: StoryParagraph, next: StoryParagraph): boolean =>
  one.composed.end.deleted && !one.cellEnd && !one.rowEnd && one.properties.depth === next.properties.depth;

/** Paragraphs that run into each other as one; it looks as the last of them does. */
function joined(group: readonly StoryParagraph[]): StoryParagraph[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last || first === last) return [...group];
  const parts = group.flatMap(({ composed }) => composed.parts);
  const notes = group.flatMap(({ composed }) => composed.notes);
  return [
    {
      ...last,
      start: first.start,
      number: group.find(({ number }) => number !== null)?.number ?? null,
      numberLost: group.some(({ numberLost }) => numberLost),
      composed: { ...last.composed, start: first.composed.start, parts, notes },
      printed: print(accepted(parts)),
    },
  ];
}

/** The last character position of a block. */
function lastPosition(block: RawBlock): number {
  if (block.kind === 'paragraph') return block.paragraph.end;
  const last = block.cells.at(-1)?.blocks.at(-1);
  return last ? lastPosition(last) : -1;
}
