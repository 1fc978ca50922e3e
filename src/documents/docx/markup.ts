/** The plain Word markup that is handed to mammoth: paragraphs of one run, tables, symbols. Nothing else. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** Name of the bookmark that stands for a grid position without a cell. */
export const GAP = 'gap';

/** Name of the bookmark before a table that goes on from the piece before. */
export const MORE = 'more';

/** Name of the bookmark in a cell that goes on from the piece before. */
export const JOIN = 'join';
type Key = number | typeof GAP | typeof MORE | typeof JOIN;

/** Characters of markup handed to mammoth at a time: its trees take a hundred times the size of what they show. */
const PIECE = 100_000;

/** Plain markup, cut into pieces between blocks and between rows, so that long documents cost no more memory. */
export class Markup {
  private readonly pieces: string[] = [];
  private readonly open: string[] = [];
  private size = 0;

  push(...parts: readonly string[]): void {
    for (const part of parts) {
      this.open.push(part);
      this.size += part.length;
    }
  }

  /** A place between top-level blocks, where a piece may end. */
  betweenBlocks(): void {
    if (this.size >= PIECE) this.cut();
  }

  /** A place between rows of a top-level table, where a piece may end; returns whether it did. */
  betweenRows(): boolean {
    if (this.size < PIECE) return false;
    this.push('</w:tbl>');
    this.cut();
    this.push(paragraphMarkup(MORE, ''), '<w:tbl>');
    return true;
  }

  finish(): readonly string[] {
    if (this.size > 0) this.cut();
    return this.pieces;
  }

  private cut(): void {
    this.pieces.push(this.open.join(''));
    this.open.length = 0;
    this.size = 0;
  }
}

/** The words of one paragraph in one reading, as run content. */
export class Words {
  private xml = '';
  private text = '';
  /** The last character written, '' at the beginning. */
  last = '';

  add(text: string): void {
    if (text === '') return;
    this.text += text;
    this.last = text.at(-1) ?? '';
  }

  lineBreak(): void {
    this.flush();
    this.xml += '<w:br/>';
    this.last = '\n';
  }

  tab(): void {
    this.flush();
    this.xml += '<w:tab/>';
    this.last = '\t';
  }

  /** A character of a symbol font; a run of its own, so that one mammoth cannot map is an empty run. */
  symbol(font: string, char: string): void {
    this.flush();
    this.xml += `</w:r><w:r><w:sym w:font="${escapeXml(font)}" w:char="${escapeXml(char)}"/></w:r><w:r><w:t/>`;
    this.last = '\ufffc';
  }

  append(other: Words): void {
    this.flush();
    this.xml += other.content();
    this.last = other.last === '' ? this.last : other.last;
  }

  copy(): Words {
    const words = new Words();
    words.xml = this.xml;
    words.text = this.text;
    words.last = this.last;
    return words;
  }

  get empty(): boolean {
    return this.xml === '' && this.text === '';
  }

  content(): string {
    this.flush();
    return this.xml;
  }

  private flush(): void {
    if (this.text === '') return;
    this.xml += `<w:t xml:space="preserve">${escapeXml(this.text)}</w:t>`;
    this.text = '';
  }
}

/** A paragraph under its key. */
export const paragraphMarkup = (key: Key, content: string): string =>
  `<w:p><w:bookmarkStart w:name="${key}"/>${runs(content)}</w:p>`;

function runs(content: string): string {
  if (content === '') return '';
  // A symbol at the very beginning closes a run that would be empty.
  return content.startsWith(RUN_END)
    ? `${content.slice(RUN_END.length)}${RUN_END}`
    : `<w:r>${content}${RUN_END}`;
}

const RUN_END = '</w:r>';

/** Opening of a cell; `merge` tells whether it begins or continues a vertical merge. */
export function cellOpening(span: number, merge: 'restart' | 'continue' | null): string {
  const spanning = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  const merging = merge === null ? '' : `<w:vMerge w:val="${merge}"/>`;
  return spanning === '' && merging === '' ? '<w:tc>' : `<w:tc><w:tcPr>${spanning}${merging}</w:tcPr>`;
}

/** The first row of a piece has no cell above that a merge could go on from: it is marked as going on. */
export const joinCell = (span: number): string =>
  `${cellOpening(span, 'restart')}${paragraphMarkup(JOIN, '')}</w:tc>`;

export const gapCell = (span: number): string =>
  `${cellOpening(span, null)}${paragraphMarkup(GAP, '')}</w:tc>`;
