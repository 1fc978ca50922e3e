/** Writes raw blocks into the document model: places, limits, and a loss for everything that is not words. */
import type { Limits } from '../limits.js';
import type { Block, Cell, Locator, Loss, Paragraph, Revision, Stratum, Table } from '../model.js';
import { NOWHERE } from '../model.js';
import type { RawBlock, RawCell, RawTable } from './blocks.js';
import { accepted, type Part, rejected } from './composer.js';
import * as notes from './notes.js';
import { print, type StoryParagraph } from './story.js';

/** Gathers the output of one document. */
export class Writer {
  readonly blocks: Block[] = [];
  readonly furniture: Paragraph[] = [];
  readonly revisions: Revision[] = [];
  readonly losses: Loss[] = [];
  readonly #limits: Limits;
  /** Last character positions of body paragraphs and their places, in order. */
  readonly #places: { readonly end: number; readonly where: Locator }[] = [];
  #admitted = 0;
  #cells = 0;
  #paragraphs = 0;
  #tables = 0;
  #beyondLimit = false;
  #lostNumbers = 0;
  #firstLostNumber = NOWHERE;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whether one more paragraph, in the text or in a cell, may be read. */
  admit(): boolean {
    if (this.#admitted < this.#limits.paragraphs + this.#limits.cells) this.#admitted++;
    else this.#beyondLimit = true;
    return !this.#beyondLimit;
  }

  /** Writes a block of the running text or of a text box. Blank paragraphs say nothing and have no place. */
  block(raw: RawBlock, stratum: Stratum): void {
    if (raw.kind === 'table') this.blocks.push(this.#table(raw, ++this.#tables, null));
    else this.#paragraph(raw.paragraph, stratum);
  }

  /** Writes words that stand in no paragraph of their own, as WordArt does. */
  words(words: string, stratum: Stratum): void {
    const { text } = print(words);
    if (text === '') return;
    const running = stratum === 'body' || stratum === 'textbox';
    const where = running ? { ...NOWHERE, paragraph: ++this.#paragraphs } : NOWHERE;
    const paragraph: Paragraph = {
      kind: 'paragraph',
      text,
      number: null,
      headingLevel: null,
      stratum,
      where,
    };
    if (running) this.blocks.push(paragraph);
    else this.furniture.push(paragraph);
  }

  /** Writes a paragraph of a header, note or comment. */
  aside({ printed: { text }, number }: StoryParagraph, stratum: Stratum, anchor: number | null): void {
    const where = anchor === null ? NOWHERE : this.#placeOf(anchor);
    if (text !== '')
      this.furniture.push({ kind: 'paragraph', text, number, headingLevel: null, stratum, where });
  }

  lose(note: notes.Note, where: Locator): void {
    this.losses.push({ ...note, pages: [], where });
  }

  /** Where the paragraph stands that was written last. */
  placeOfLast(): Locator {
    return this.#paragraphs > 0 ? { ...NOWHERE, paragraph: this.#paragraphs } : NOWHERE;
  }

  finish(): void {
    const { paragraphs, cells } = this.#limits;
    if (this.#lostNumbers > 0) this.lose(notes.lostNumbers(this.#lostNumbers), this.#firstLostNumber);
    if (this.#beyondLimit) this.lose(notes.beyondLimit(paragraphs, cells), NOWHERE);
  }

  #paragraph(paragraph: StoryParagraph, stratum: Stratum): void {
    const { number, properties, composed } = paragraph;
    if (stratum === 'body' && (properties.contents || composed.onlyContents)) {
      this.#note(paragraph, paragraph.printed.text, this.placeOfLast());
      this.#revise([paragraph], this.placeOfLast());
      this.aside(paragraph, 'contents', null);
      return;
    }
    const { text } = paragraph.printed;
    const shown = text !== '' || number !== null;
    if (shown && this.#paragraphs >= this.#limits.paragraphs) {
      this.#beyondLimit = true;
      return;
    }
    if (shown) this.#paragraphs++;
    const where = this.placeOfLast();
    if (stratum === 'body') this.#places.push({ end: paragraph.end, where });
    this.#note(paragraph, text, where);
    this.#revise([paragraph], where);
    if (shown)
      this.blocks.push({
        kind: 'paragraph',
        text,
        number,
        headingLevel: properties.headingLevel,
        stratum,
        where,
      });
  }

  #table(raw: RawTable, ordinal: number, outer: Locator | null): Table {
    const place = outer ?? { ...NOWHERE, table: ordinal };
    if (!raw.certain) this.lose(notes.guessedGrid(ordinal), place);
    const insertedRows = new Set<number>();
    for (const { kind, row, cells } of raw.rowRevisions) {
      if (kind === 'row-inserted') insertedRows.add(row);
      const text = cells.map((blocks) => blocks.flatMap(words).join(' ').trim()).join(' | ');
      const [as, was] = kind === 'row-deleted' ? ['', text] : [text, ''];
      this.revisions.push({ kind, text, accepted: as, rejected: was, where: outer ?? { ...place, row } });
    }
    const cells: Cell[] = [];
    for (const cell of raw.cells) {
      if (this.#cells >= this.#limits.cells) {
        this.#beyondLimit = true;
        break;
      }
      this.#cells++;
      cells.push(
        this.#cell(
          cell,
          ordinal,
          outer ?? { ...place, row: cell.row, column: cell.column },
          insertedRows.has(cell.row),
        ),
      );
    }
    const { rowCount, columnCount, certain: gridCertain } = raw;
    return { kind: 'table', rowCount, columnCount, cells, gridCertain, where: place };
  }

  #cell(cell: RawCell, ordinal: number, where: Locator, rowInserted: boolean): Cell {
    const paragraphs = cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : []));
    const text = cellText(paragraphs);
    for (const paragraph of paragraphs) {
      this.#note(paragraph, text, where);
      this.#places.push({ end: paragraph.end, where });
    }
    if (!rowInserted) this.#revise(paragraphs, where);
    const covered = cell.covered.flatMap(words).join(' ').trim();
    if (covered !== '') this.lose(notes.covered(covered), where);
    const nested = cell.blocks.flatMap((block) =>
      block.kind === 'table' ? [this.#table(block, ordinal, where)] : [],
    );
    const { row, column, rowSpan, colSpan } = cell;
    return { row, column, rowSpan, colSpan, text, nested, where };
  }

  /** Names what stands in a paragraph and is not words. */
  #note(
    { composed, printed: { turned, controls }, numberLost }: StoryParagraph,
    text: string,
    where: Locator,
  ): void {
    if (numberLost && this.#lostNumbers++ === 0) this.#firstLostNumber = where;
    for (const note of composed.notes) this.lose(note, where);
    if (turned) this.lose(notes.turned(text), where);
    if (controls) this.lose(notes.controls(text), where);
  }

  #revise(paragraphs: readonly StoryParagraph[], where: Locator): void {
    const changed = paragraphs.flatMap(({ composed }) => composed.parts.filter(isRevised));
    if (changed.length === 0) return;
    const [as, was] = [cellText(paragraphs), cellText(paragraphs.map(withRevisionsRejected))];
    for (const { deleted, words: text } of changed)
      this.revisions.push({
        kind: deleted ? 'deleted' : 'inserted',
        text,
        accepted: as,
        rejected: was,
        where,
      });
  }

  /** The place of a position in the body: that of the first paragraph ending behind it. */
  #placeOf(position: number): Locator {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.end ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return this.#places[low]?.where ?? NOWHERE;
  }
}

const isRevised = (part: Part): boolean => part.deleted !== part.inserted && part.concealed === null;

const withRevisionsRejected = (paragraph: StoryParagraph): StoryParagraph => ({
  ...paragraph,
  printed: print(rejected(paragraph.composed.parts)),
});

const cellText = (paragraphs: readonly StoryParagraph[]): string =>
  paragraphs
    .map(({ printed, number }) => (number ?? '') + printed.text)
    .filter((text) => text !== '')
    .join('\n');

const words = (block: RawBlock): string[] =>
  block.kind === 'paragraph'
    ? [accepted(block.paragraph.composed.parts) || rejected(block.paragraph.composed.parts)]
    : block.cells.flatMap((cell) => cell.blocks.flatMap(words));
