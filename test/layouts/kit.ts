import type { Document } from '../../src/documents/model.ts';
import type { VerdictStatus } from '../../src/rescoring/model.ts';
import { type SketchCell, sketch } from '../support/document.ts';

/** Gives the words of one place: those a case puts there, else those of the clean report. */
export type Words = (place: string, clean: string) => string;

/** One report in a layout: what is changed against the clean one, and everything an audit must find in it. */
export interface Case {
  readonly name: string;
  /** Words put in the places of the clean report. */
  readonly given?: Readonly<Record<string, string>>;
  /** Every finding of the families score, grade and rubric: `severity rule claimed→expected`, sorted. */
  readonly finds: readonly string[];
  /** Verdicts that matter, by the indicator's name. */
  readonly items?: Readonly<Record<string, VerdictStatus>>;
}

/** A scoring table as some place prints it. */
export interface Layout {
  /** Where such tables are printed, and what is odd about this one. */
  readonly name: string;
  readonly document: (words: Words) => Document;
  readonly cases: readonly Case[];
}

/** A cell merged over rows, and one merged over columns. */
export const tall = (text: string, rows: number): SketchCell => ({ text, rows });
export const wide = (text: string, cols: number): SketchCell => ({ text, cols });

/** The document of a case. */
export const documentOf = (layout: Layout, { given = {} }: Pick<Case, 'given'>): Document => {
  const unused = new Set(Object.keys(given));
  const document = layout.document((place, clean) => {
    unused.delete(place);
    return given[place] ?? clean;
  });
  if (unused.size > 0) throw new Error(`no such place in ${layout.name}: ${[...unused].join()}`);
  return document;
};

export { sketch };
