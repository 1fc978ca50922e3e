/** Rows and cells of a w:tbl, out of the wrappers they may stand in, with what decides their columns. */
import { child, elements, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import type { Context } from './story.js';

/** Word has at most 63 columns; a span beyond this is a mistake or an attack. */
const WIDEST_SPAN = 100;

/** A row or cell with what its wrappers say about it. */
export interface Wrapped {
  readonly element: XmlElement;
  readonly context: Context;
}

/** A cell as stored. */
export interface RowCell extends Wrapped {
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
  /** Preferred width in twentieths of a point; null when there is none in absolute measure. */
  readonly width: number | null;
}

/** A row as stored, with the grid positions before and after its cells that have none. */
export interface Row {
  readonly before: number;
  readonly cells: readonly RowCell[];
  readonly after: number;
}

/** Grid positions a row takes up. */
export const extent = ({ before, cells, after }: Row): number =>
  cells.reduce((sum, { span }) => sum + span, before + after);

/** A row with old horizontal merges (w:hMerge) made spans and deleted cells left out. */
export function readRow(row: XmlElement, context: Context): Row {
  const properties = child(row, 'w:trPr');
  const cells: RowCell[] = [];
  for (const { element, context: around } of unwrap(row, 'w:tc', context)) {
    const given = child(element, 'w:tcPr');
    if (child(given, 'w:cellDel') !== undefined || around.removed !== null) continue;
    const span = count(valOf(given, 'w:gridSpan'), 1);
    const width = widthOf(given);
    const previous = cells.at(-1);
    const horizontal = child(given, 'w:hMerge');
    if (horizontal !== undefined && horizontal.attributes['w:val'] !== 'restart' && previous !== undefined) {
      const sum = width === null || previous.width === null ? null : width + previous.width;
      cells[cells.length - 1] = {
        ...previous,
        span: Math.min(previous.span + span, WIDEST_SPAN),
        width: sum,
      };
      continue;
    }
    const vertical = child(given, 'w:vMerge');
    const merge =
      vertical === undefined ? null : vertical.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
    cells.push({ element, context: around, span, merge, width });
  }
  return {
    before: count(valOf(properties, 'w:gridBefore'), 0),
    cells,
    after: count(valOf(properties, 'w:gridAfter'), 0),
  };
}

function widthOf(properties: XmlElement | undefined): number | null {
  const { 'w:w': width, 'w:type': type } = child(properties, 'w:tcW')?.attributes ?? {};
  const twips = Number(width);
  return width !== undefined && (type === undefined || type === 'dxa') && twips > 0 ? twips : null;
}

/** Rows of a table or cells of a row, out of content controls, custom XML and revision wrappers. */
export function unwrap(parent: XmlElement, name: string, context: Context): Wrapped[] {
  const found: Wrapped[] = [];
  for (const element of elements(parent)) {
    if (element.name === name) found.push({ element, context });
    else if (element.name === 'w:sdt') {
      const prompt = context.prompt || (toggle(child(element, 'w:sdtPr'), 'w:showingPlcHdr') ?? false);
      const content = child(element, 'w:sdtContent');
      if (content !== undefined) found.push(...unwrap(content, name, { ...context, prompt }));
    } else if (element.name === 'w:ins')
      found.push(...unwrap(element, name, { ...context, added: 'inserted' }));
    else if (element.name === 'w:del')
      found.push(...unwrap(element, name, { ...context, removed: 'deleted' }));
    else if (element.name === 'w:customXml' || element.name === 'w:smartTag')
      found.push(...unwrap(element, name, context));
  }
  return found;
}

function count(value: string | undefined, least: number): number {
  const number = Number(value);
  return value === undefined || !Number.isInteger(number) || number < least
    ? least
    : Math.min(number, WIDEST_SPAN);
}
