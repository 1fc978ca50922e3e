import type { Document } from '../../src/documents/model.ts';
import { type Sketch, type SketchCell, sketch } from '../support/document.ts';

/** One changed copy of a clean report, and everything an audit must find in it. */
export interface Slip {
  readonly name: string;
  /** Words of the clean report and what stands in their place; each must occur exactly once. */
  readonly given: readonly (readonly [clean: string, slip: string])[];
  /** `severity rule claimed→expected` of every finding beyond those of the clean report. */
  readonly finds: readonly string[];
}

/** A report written as people of one place and trade write it. */
export interface Narrative {
  /** Place, kind of unit and what is odd about the report. */
  readonly name: string;
  /** Every line a paragraph; lines that begin with `|` are the rows of a table. */
  readonly text: string;
  /** Findings of the report as it stands: nothing, or notices it deserves. */
  readonly finds?: readonly string[];
  readonly slips: readonly Slip[];
}

/** The words of a slip. */
export function slipped(text: string, { given }: Pick<Slip, 'given'>): string {
  let words = text;
  for (const [clean, slip] of given) {
    if (words.split(clean).length !== 2) throw new Error(`not exactly once in the report: ${clean}`);
    words = words.replace(clean, () => slip);
  }
  return words;
}

/** The document of a report written in lines. In a table `^` is a cell merged into the one above, `<` into the one on its left. */
export function documentOf(text: string): Document {
  const parts: Sketch[] = [];
  let rows: string[][] = [];
  const close = () => {
    if (rows.length > 0) parts.push(tableOf(rows));
    rows = [];
  };
  for (const line of text.split('\n').map((words) => words.trim())) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .replace(/^\||\|$/gu, '')
          .split('|')
          .map((cell) => cell.trim()),
      );
      continue;
    }
    close();
    if (line !== '') parts.push(line);
  }
  close();
  return sketch(...parts);
}

function tableOf(rows: readonly (readonly string[])[]): SketchCell[][] {
  return rows.map((row, r) =>
    row.flatMap((text, c): SketchCell[] => {
      if (text === '^' || text === '<') return [];
      let cols = 1;
      while (row[c + cols] === '<') cols++;
      let tall = 1;
      while (rows[r + tall]?.[c] === '^') tall++;
      return [cols === 1 && tall === 1 ? text : { text, rows: tall, cols }];
    }),
  );
}
