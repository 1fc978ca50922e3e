/** Fields: the stored result is the report's text, the instruction is not. */
import type { XmlElement } from '../ooxml/xml.js';

/** Containers whose content is not part of the accepted reading. */
const REMOVED = new Set(['w:del', 'w:moveFrom']);

/**
 * The w:fldChar elements of a story that form complete fields. A field that is never closed would swallow the rest
 * of the report, so its marks are not honoured.
 */
export function completeFields(story: XmlElement): ReadonlySet<XmlElement> {
  const honoured = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const pending: XmlElement[] = [story];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open.push([element]);
      else if (type === 'separate') open.at(-1)?.push(element);
      else if (type === 'end') for (const mark of [...(open.pop() ?? [NOTHING]), element]) honoured.add(mark);
      continue;
    }
    if (REMOVED.has(element.name)) continue;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const node = element.children[i];
      if (node !== undefined && typeof node !== 'string') pending.push(node);
    }
  }
  return honoured;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

interface Field {
  instruction: string;
  /** Whether its result has begun. */
  result: boolean;
  contents: boolean;
}

/** The fields open at the place that is being read; they run across paragraphs. */
export class FieldStack {
  private readonly open: Field[] = [];
  private codes = 0;
  private tables = 0;

  /** Inside an instruction: nothing of it is printed. */
  get inInstruction(): boolean {
    return this.codes > 0;
  }

  /** Inside the result of a table of contents. */
  get inContents(): boolean {
    return this.tables > 0;
  }

  begin(): void {
    this.open.push({ instruction: '', result: false, contents: false });
    this.codes++;
  }

  /** Adds to the instruction of the innermost field. */
  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.result) field.instruction += text;
  }

  /** The result begins; returns the instruction, null when no field is open or its result began before. */
  separate(): string | null {
    const field = this.open.at(-1);
    if (field === undefined || field.result) return null;
    field.result = true;
    this.codes--;
    field.contents = CONTENTS.test(field.instruction);
    if (field.contents) this.tables++;
    return field.instruction;
  }

  /** The field ends; returns the instruction of one that had no result. */
  end(): string | null {
    const field = this.open.pop();
    if (field === undefined) return null;
    if (field.contents) this.tables--;
    if (field.result) return null;
    this.codes--;
    return field.instruction;
  }
}

/** Fields whose content comes from outside the file. Their stored result is read, the source never fetched. */
const LINKED = /^\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|DDEAUTO|DDE|LINK|RD|DATABASE)\b/i;
const CONTENTS = /^\s*TOC\b/i;

/** The keyword of a field that links to content outside the file; null for all others. */
export const linkedField = (instruction: string): string | null =>
  LINKED.exec(instruction)?.[1]?.toUpperCase() ?? null;

/** Whether the field is a table of contents. */
export const isContentsField = (instruction: string): boolean => CONTENTS.test(instruction);

/** Text that a field shows without a stored result: prompts (MACROBUTTON) and symbols; null when it shows none. */
export function promptText(instruction: string): string | null {
  return /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)$/is.exec(instruction)?.[1]?.trim() ?? null;
}

/** A character given by its number in a font: SYMBOL 163 \f "Symbol". */
export function symbolField(instruction: string): { readonly font: string; readonly code: number } | null {
  const found = /^\s*SYMBOL\s+(0x[0-9a-f]{1,6}|[0-9]{1,7})\b/i.exec(instruction);
  if (found?.[1] === undefined) return null;
  const font = /\\f\s+"?([^"\\]{1,60})/i.exec(instruction)?.[1]?.trim() ?? '';
  return { font, code: Number(found[1]) };
}
