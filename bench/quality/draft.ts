/** A generated report before it becomes a document: paragraphs and tables whose words can still be changed. */
import type { Slot, Words } from './words.ts';
import { isSlot } from './words.ts';

export interface DraftParagraph {
  readonly kind: 'paragraph';
  words: Words;
  /** What a fault looks for: cover, heading, duty, problem, process … */
  readonly use: string;
}

export interface DraftCell {
  words: Words;
  readonly rows?: number;
  readonly cols?: number;
}

export interface DraftTable {
  readonly kind: 'table';
  readonly rows: DraftCell[][];
}

export type DraftBlock = DraftParagraph | DraftTable;

export interface Draft {
  readonly blocks: DraftBlock[];
}

/** A slot and the sentence or cell in which it stands. */
export interface Placed {
  readonly slot: Slot;
  readonly holder: DraftParagraph | DraftCell;
  readonly inTable: boolean;
}

/** Every slot of the report in reading order. */
export function slotsOf(draft: Draft): Placed[] {
  const placed: Placed[] = [];
  const collect = (holder: DraftParagraph | DraftCell, inTable: boolean) => {
    for (const piece of holder.words)
      if (typeof piece !== 'string' && isSlot(piece)) placed.push({ slot: piece, holder, inTable });
  };
  for (const block of draft.blocks) {
    if (block.kind === 'paragraph') collect(block, false);
    else for (const row of block.rows) for (const cell of row) collect(cell, true);
  }
  return placed;
}
