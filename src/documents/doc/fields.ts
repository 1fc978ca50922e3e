/** Fields of a story: the stored result is the report's text, the instruction is not. */

export const FIELD_BEGIN = 0x13;
export const FIELD_SEPARATOR = 0x14;
export const FIELD_END = 0x15;

/** Word nests fields a few levels deep; marks of deeper ones are not honoured. */
const DEEPEST_FIELD = 50;

/** A field that is being read. */
export interface OpenField {
  instruction: string;
  /** Whether its result has begun. */
  result: boolean;
}

/**
 * Positions of the marks that form complete fields. A field that is never closed would swallow the rest of the
 * report, so its marks are not honoured.
 */
export function completeFields(text: string, start: number, end: number): ReadonlySet<number> {
  const honoured = new Set<number>();
  const open: number[][] = [];
  let tooDeep = 0;
  const mark = /[\x13-\x15]/g;
  for (const { index } of text.slice(start, end).matchAll(mark)) {
    const at = start + index;
    const code = text.charCodeAt(at);
    if (code === FIELD_BEGIN && open.length >= DEEPEST_FIELD) tooDeep++;
    else if (tooDeep > 0) tooDeep -= code === FIELD_END ? 1 : 0;
    else if (code === FIELD_BEGIN) open.push([at]);
    else if (code === FIELD_SEPARATOR) open.at(-1)?.push(at);
    else for (const position of [...(open.pop() ?? []), at]) honoured.add(position);
  }
  return honoured;
}

const OBJECT = /^\s*(?:EMBED|LINK)\b/i;
const FORM = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i;
const NUMBER = /^\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/i;
const SHAPE = /^\s*SHAPE\b/i;

/** Fields whose result only shows an object that stands elsewhere. */
export const isObjectField = (instruction: string): boolean => OBJECT.test(instruction);
/** Form fields whose state stands outside the text. */
export const isFormField = (instruction: string): boolean => FORM.test(instruction);
/** Fields that print a number which is stored nowhere. */
export const isNumberField = (instruction: string): boolean => NUMBER.test(instruction);
/** Drawings set in line: their placeholder is no picture. */
export const isShapeField = (instruction: string): boolean => SHAPE.test(instruction);
/** The program of an embedded object: Excel.Sheet.8. */
export const objectProgram = (instruction: string): string =>
  /^\s*(?:EMBED|LINK)\s+(\S{1,60})/i.exec(instruction)?.[1] ?? '';
