import { SaxesParser } from 'saxes';

/**
 * Where the words of a Word document stand in its XML, by character offsets, so that marks can be put between
 * them without touching anything else of the file.
 */

/** The content of one w:t element. */
export interface Piece {
  /** Offsets of the content in the XML. */
  readonly start: number;
  readonly end: number;
  /** The w:rPr of its run, to begin the run anew after a mark. */
  readonly properties: string;
}

/** One paragraph, with its place as the readers count it. */
export interface ScannedParagraph {
  readonly pieces: readonly Piece[];
  /** Offsets between which marks may stand around the whole paragraph. */
  readonly start: number;
  readonly end: number;
  /** Ordinal among the body paragraphs with words; null in tables and boxes. */
  readonly paragraph: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

interface OpenParagraph {
  readonly pieces: Piece[];
  start: number;
  readonly outer: OpenParagraph | null;
  readonly inTable: boolean;
}

interface OpenTable {
  row: number;
  column: number;
  span: number;
}

/** Text in these does not belong to the reading: deleted, moved away, or stored twice for old programs. */
const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** Scans the main part; throws when it is not well-formed XML. */
export function scan(xml: string): ScannedParagraph[] {
  const found: ScannedParagraph[] = [];
  const parser = new SaxesParser();
  const path: string[] = [];
  const tables: OpenTable[] = [];
  let open: OpenParagraph | null = null;
  let silent = 0;
  let paragraphs = 0;
  let topTables = 0;
  let properties = '';
  let from = 0;
  let topPlace: OpenTable | null = null;

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const parent = path.at(-1);
    path.push(name);
    if (SILENT.has(name)) silent++;
    const table = tables.at(-1);
    const count = (attribute: string): number => Number(attributes[attribute] ?? 0) || 0;
    if (name === 'w:tbl') {
      if (tables.length === 0) topTables++;
      tables.push({ row: 0, column: 0, span: 1 });
      topPlace = tables[0] ?? null;
    } else if (name === 'w:tr' && table) {
      table.row++;
      table.column = 1;
      table.span = 0;
    } else if (name === 'w:gridBefore' && table) table.column += count('w:val');
    else if (name === 'w:tc' && table) {
      table.column += table.span;
      table.span = 1;
    } else if (name === 'w:gridSpan' && table) table.span = Math.max(1, count('w:val'));
    else if (name === 'w:p' && !isSelfClosing)
      open = { pieces: [], start: parser.position, outer: open, inTable: tables.length > 0 };
    else if (name === 'w:r') properties = '';
    else if ((name === 'w:rPr' && parent === 'w:r') || name === 'w:t')
      from = name === 'w:t' ? parser.position : xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    path.pop();
    const parent = path.at(-1);
    if (SILENT.has(name)) silent--;
    if (name === 'w:tbl') tables.pop();
    else if (name === 'w:rPr' && parent === 'w:r') properties = xml.slice(from, parser.position);
    else if (name === 'w:pPr' && parent === 'w:p' && open) open.start = parser.position;
    else if (name === 'w:t' && parent === 'w:r' && open && silent === 0 && !isSelfClosing) {
      const end = xml.lastIndexOf('<', parser.position - 1);
      // A CDATA section cannot be split by a mark.
      if (!xml.slice(from, end).includes('<')) open.pieces.push({ start: from, end, properties });
    } else if (name === 'w:p' && open && !isSelfClosing) {
      const end = xml.lastIndexOf('<', parser.position - 1);
      close(open, end);
      open = open.outer;
    }
  });
  /** Word allows no comment inside a text box: its words are marked at the paragraph that holds the box. */
  function close(paragraph: OpenParagraph, end: number): void {
    if (silent > 0) return;
    const outermost = outermostOf(paragraph);
    const inBox = outermost !== paragraph;
    const hasWords = paragraph.pieces.some((piece) => xml.slice(piece.start, piece.end).trim() !== '');
    if (!paragraph.inTable && hasWords) paragraphs++;
    found.push({
      pieces: paragraph.pieces,
      start: outermost.start,
      end: inBox ? outermost.start : end,
      paragraph: paragraph.inTable ? null : paragraphs,
      table: paragraph.inTable ? topTables : null,
      row: paragraph.inTable ? (topPlace?.row ?? null) : null,
      column: paragraph.inTable ? (topPlace?.column ?? null) : null,
    });
  }
  parser.write(xml).close();
  return found;
}

function outermostOf(paragraph: OpenParagraph): OpenParagraph {
  let outermost = paragraph;
  while (outermost.outer) outermost = outermost.outer;
  return outermost;
}
