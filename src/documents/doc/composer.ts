/**
 * Turns the characters of a paragraph into its words: field codes, revisions, hidden text and anchors taken out,
 * Word's own signs replaced. What is taken out is handed back, so that nothing is lost in silence.
 */
import { linearEq } from '../docx/eq-field.js';
import { isContentsField, linkedField, promptText, symbolField } from '../docx/fields.js';
import { raised, symbolText } from '../docx/symbols.js';
import { formFieldText, pictureSize } from './data-stream.js';
import * as field from './fields.js';
import type { Fonts } from './fonts.js';
import type { Mark } from './marks.js';
import * as notes from './notes.js';

/** Why words that stand in the file are left out. */
export type Concealment = 'hidden' | 'struck';

/** Words that follow each other without a change of state. */
export interface Part {
  words: string;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly concealed: Concealment | null;
}

/** The words of a paragraph and what stands in it besides words. */
export interface Composed {
  readonly parts: readonly Part[];
  readonly notes: readonly notes.Note[];
  /** Whether a field numbers the paragraph: its number is nowhere stored. */
  readonly numberedByField: boolean;
  /** Whether words stand in it and all of them are entries of a table of contents. */
  readonly onlyContents: boolean;
  /** Revisions that come in from before the paragraph, and those that take in the mark at its end. */
  readonly start: Revised;
  readonly end: Revised;
}

export interface Revised {
  readonly deleted: boolean;
  readonly inserted: boolean;
}

/** The words as if every revision were accepted; concealed words are left out. */
export const accepted = (parts: readonly Part[]): string =>
  parts.map(({ words, deleted, concealed }) => (deleted || concealed ? '' : words)).join('');

/** The words as if every revision were rejected; concealed words are left out. */
export const rejected = (parts: readonly Part[]): string =>
  parts.map(({ words, inserted, concealed }) => (inserted || concealed ? '' : words)).join('');

const PICTURE = 0x01;
/** What Word's control characters read as; those not listed here say nothing. */
const SIGNS: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 30: '-' };
const PLAIN = /^[^\0-\x1f]*$/;
/** Stands for a sign that is not known. */
const UNKNOWN = '〓';
const LONGEST_INSTRUCTION = 2000;

/** Composes the paragraphs of one story, in order: a field may begin in one and end in another. */
export class Composer {
  readonly #text: string;
  readonly #fonts: Fonts;
  readonly #data: Uint8Array;
  readonly #honoured: ReadonlySet<number>;
  readonly #fields: field.OpenField[] = [];
  #parts: Part[] = [];
  #notes: notes.Note[] = [];
  #concealed: Concealment | null = null;
  #numberedByField = false;
  #entryWords = false;
  #ownWords = false;

  constructor(text: string, start: number, end: number, fonts: Fonts, data: Uint8Array) {
    this.#text = text;
    this.#fonts = fonts;
    this.#data = data;
    this.#honoured = field.completeFields(text, start, end);
  }

  /**
   * The paragraph from `start` to its end mark at `end`. `marks` are those that may overlap it, in order;
   * `concealed` is what its style does to the words.
   */
  compose(start: number, end: number, marks: readonly Mark[], concealed: Concealment | null): Composed {
    this.#parts = [];
    this.#notes = [];
    this.#concealed = concealed;
    this.#numberedByField = false;
    this.#entryWords = false;
    this.#ownWords = false;
    let at = start;
    for (const mark of marks) {
      const from = Math.max(mark.start, at);
      const to = Math.min(mark.end, end);
      if (to <= from) continue;
      this.#run(at, from, null);
      this.#run(from, to, mark);
      at = to;
    }
    this.#run(at, end, null);
    this.#noteConcealed();
    return {
      parts: this.#parts,
      notes: this.#notes,
      numberedByField: this.#numberedByField,
      onlyContents: this.#entryWords && !this.#ownWords,
      start: revised(marks.filter((mark) => mark.start < start && mark.end > start)),
      end: revised(marks.filter((mark) => mark.start <= end && mark.end > end)),
    };
  }

  #noteConcealed(): void {
    if (this.#parts.every((part) => part.concealed === null)) return;
    for (const reason of ['hidden', 'struck'] as const) {
      const words = this.#parts
        .filter((part) => part.concealed === reason && !part.deleted)
        .map((part) => part.words)
        .join('');
      // A stray sign or blank conceals nothing.
      if (/[\p{L}\p{N}]/u.test(words)) this.#notes.push(notes.concealed(reason, words));
    }
  }

  #run(from: number, to: number, mark: Mark | null): void {
    if (from >= to) return;
    const slice = this.#text.slice(from, to);
    const special = mark !== null && (mark.symbol !== null || mark.font !== null);
    if (this.#fields.length === 0 && !special && PLAIN.test(slice)) {
      this.#emit(mark?.raised && this.#followsWord() ? raised(slice) : slice, mark);
      return;
    }
    for (let at = from; at < to; at++) this.#character(at, mark);
  }

  #character(at: number, mark: Mark | null): void {
    const char = this.#text.charAt(at);
    const code = char.charCodeAt(0);
    if (code >= field.FIELD_BEGIN && code <= field.FIELD_END) {
      if (this.#honoured.has(at)) this.#fieldMark(code, mark);
      return;
    }
    const open = this.#fields.findLast(({ result }) => !result);
    if (open) {
      if (code === PICTURE && field.isFormField(open.instruction)) this.#formField(mark);
      else if (open.instruction.length < LONGEST_INSTRUCTION) open.instruction += char;
    } else if (mark?.symbol) this.#symbol(mark.symbol.font, mark.symbol.code, mark);
    else if (code === PICTURE) this.#picture(mark);
    else if (code < 0x20) this.#emit(SIGNS[code] ?? '', mark);
    else if (mark?.font != null && (code < 0x100 || (code >= 0xf000 && code <= 0xf0ff))) {
      // Chinese characters in such a run come from another font.
      this.#symbol(mark.font, code, mark);
    } else this.#emit(char, mark);
  }

  #fieldMark(code: number, mark: Mark | null): void {
    if (code === field.FIELD_BEGIN) {
      this.#fields.push({ instruction: '', result: false });
      return;
    }
    const open = this.#fields.at(-1);
    if (!open) return;
    if (code === field.FIELD_SEPARATOR) {
      open.result = true;
      if (mark?.deleted) return;
      const linked = linkedField(open.instruction);
      if (linked) this.#notes.push(notes.linked(linked, open.instruction));
      else if (field.isObjectField(open.instruction))
        this.#notes.push(notes.object(field.objectProgram(open.instruction)));
      return;
    }
    this.#fields.pop();
    if (!open.result) this.#resultless(open.instruction, mark);
  }

  /** A field without a stored result: what it shows follows from its instruction. */
  #resultless(instruction: string, mark: Mark | null): void {
    const symbol = symbolField(instruction);
    const words = symbol
      ? (symbolText(symbol.font, symbol.code) ?? UNKNOWN)
      : (promptText(instruction) ?? linearEq(instruction));
    if (words !== null) this.#emit(words, mark);
    else if (field.isNumberField(instruction)) this.#numberedByField = true;
    else if (/^\s*EQ\b/i.test(instruction)) this.#notes.push(notes.equation(instruction));
  }

  #formField(mark: Mark | null): void {
    this.#emit(mark?.data == null ? '' : (formFieldText(this.#data, mark.data) ?? ''), mark);
  }

  #picture(mark: Mark | null): void {
    if (mark?.deleted) return;
    if (
      this.#fields.some(
        ({ instruction }) => field.isObjectField(instruction) || field.isShapeField(instruction),
      )
    )
      return;
    const note = mark?.object
      ? notes.object('')
      : notes.picture(mark?.data == null ? null : pictureSize(this.#data, mark.data));
    if (note) this.#notes.push(note);
  }

  #symbol(font: number, code: number, mark: Mark): void {
    const sign = this.#fonts.symbol(font, code);
    if (sign === null && !mark.deleted) this.#notes.push(notes.unknownSymbol());
    this.#emit(sign ?? UNKNOWN, mark);
  }

  #emit(words: string, mark: Mark | null): void {
    if (words === '') return;
    if (words.trim() !== '') {
      if (this.#fields.some(({ instruction }) => isContentsField(instruction))) this.#entryWords = true;
      else this.#ownWords = true;
    }
    const deleted = mark?.deleted ?? false;
    const inserted = mark?.inserted ?? false;
    const concealed = this.#concealment(mark);
    const last = this.#parts.at(-1);
    if (last?.deleted === deleted && last.inserted === inserted && last.concealed === concealed)
      last.words += words;
    else this.#parts.push({ words, deleted, inserted, concealed });
  }

  /** The run's own word counts, else the paragraph style's. */
  #concealment(mark: Mark | null): Concealment | null {
    if (mark?.hidden ?? this.#concealed === 'hidden') return 'hidden';
    return (mark?.struck ?? this.#concealed === 'struck') ? 'struck' : null;
  }

  /** Whether a raised digit would be read as part of what stands before it. */
  #followsWord(): boolean {
    const last = this.#parts.at(-1)?.words.at(-1);
    return last === undefined || /[0-9A-Za-z]/.test(last);
  }
}

const UNREVISED: Revised = { deleted: false, inserted: false };
const revised = (marks: readonly Mark[]): Revised =>
  marks.length === 0
    ? UNREVISED
    : {
        deleted: marks.some(({ deleted }) => deleted),
        inserted: marks.some(({ inserted }) => inserted),
      };
