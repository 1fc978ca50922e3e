/**
 * XML parts as trees of plain objects, with the prefixes that the standards print (w:p, r:id), whatever prefixes
 * or edition (transitional or strict) the file uses. Nothing outside the part is ever read: a document type
 * declaration, the only way to entities, is refused.
 */
import { SaxesParser } from 'saxes';
import type { Limits } from '../limits.js';
import { UnreadableError } from '../model.js';
import { Names } from './namespaces.js';
import { beforeOpenReference, encodingOf, withoutIllegal } from './source.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
/** An element, or text. */
export type XmlNode = XmlElement | string;

/** How a part is to be parsed. */
export interface ParseOptions {
  /** Name of the part, for messages. */
  readonly part: string;
  readonly limits: Limits;
  /** Elements dropped with all that is in them while parsing: formatting that no reader looks at. */
  readonly skip?: ReadonlySet<string>;
  /** Called when characters that XML forbids were taken out. */
  readonly onIllegal?: (count: number) => void;
}

/** Bytes decoded and parsed at a time. */
const PIECE_BYTES = 1_000_000;
/** Elements one cell or paragraph of a real report takes, formatting left out, with room. */
const ELEMENTS_PER_CELL = 7;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
/**
 * Parses a part. Throws UnreadableError when it is not well-formed, too deep, too long, or declares a document type.
 * The part is decoded and parsed piece by piece, so that a huge one is refused before it fills the memory.
 */
export function parseXml(bytes: Uint8Array, options: ParseOptions): XmlElement {
  const builder = new TreeBuilder(options);
  const decoder = new TextDecoder(encodingOf(bytes));
  const removed = { count: 0 };
  let rest = '';
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const last = at + PIECE_BYTES >= bytes.length;
    const piece = rest + decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: !last });
    // A character reference must not be cut in two.
    const cut = last ? piece.length : beforeOpenReference(piece);
    rest = piece.slice(cut);
    builder.write(withoutIllegal(piece.slice(0, cut), removed));
  }
  if (removed.count > 0) options.onIllegal?.(removed.count);
  return builder.finish();
}

/** Builds the tree of a part from the parser's events. */
class TreeBuilder {
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly names = new Names();
  private readonly holder: XmlNode[] = [];
  private readonly stack: XmlNode[][] = [this.holder];
  private top = this.holder;
  private skipped = 0;
  private depth = 0;
  private elements = 0;
  private characters = 0;
  private readonly options: ParseOptions;
  private readonly mostElements: number;

  constructor(options: ParseOptions) {
    this.options = options;
    const { cells, paragraphs } = options.limits;
    this.mostElements = ELEMENTS_PER_CELL * (cells + paragraphs);
    this.parser.on('doctype', () => this.refuseDoctype());
    this.parser.on('error', (error) => this.refuseDamage(error.message));
    this.parser.on('opentag', (tag) => this.open(tag.name, tag.attributes as Record<string, string>));
    this.parser.on('closetag', () => this.close());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  finish(): XmlElement {
    this.parser.close();
    const root = this.holder.find((node) => typeof node !== 'string');
    if (root === undefined || typeof root === 'string')
      throw new UnreadableError(`文件已损坏：${this.options.part} 没有内容；请重新获取原件。`);
    return root;
  }

  private open(printed: string, given: Readonly<Record<string, string>>): void {
    const { limits, skip } = this.options;
    if (++this.depth > limits.depth)
      throw new UnreadableError(
        `文件的内容嵌套超过 ${limits.depth} 层（表格套表格），无法读取；请用 Word 打开简化嵌套后另存，再审核。`,
      );
    this.names.open(given);
    const name = this.names.element(printed);
    if (this.skipped > 0 || skip?.has(name) === true) {
      this.skipped++;
      return;
    }
    if (++this.elements > this.mostElements)
      throw new UnreadableError(
        `文件的 ${this.options.part} 中的标记超过 ${this.mostElements} 个的上限，不像一份报告，未予审核；确需审核的，请拆分文件或调高上限。`,
      );
    const children: XmlNode[] = [];
    this.top.push({ name, attributes: this.attributes(given), children });
    this.stack.push(children);
    this.top = children;
  }

  private attributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    let attributes: Record<string, string> | null = null;
    for (const key in given) {
      const name = this.names.attribute(key);
      if (name === null) continue;
      attributes ??= {};
      attributes[name] = given[key] ?? '';
    }
    return attributes ?? NO_ATTRIBUTES;
  }

  private close(): void {
    this.depth--;
    this.names.close();
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    this.stack.pop();
    this.top = this.stack.at(-1) ?? this.holder;
  }

  private text(text: string): void {
    const { limits } = this.options;
    this.characters += text.length;
    if (this.characters > limits.characters)
      throw new UnreadableError(
        `文件的文字超过 ${limits.characters} 个字符的上限，不像一份报告；确需审核的，请拆分文件或调高上限。`,
      );
    if (this.skipped === 0) this.top.push(text);
  }

  private refuseDoctype(): never {
    throw new UnreadableError(
      `文件的 ${this.options.part} 中声明了 DTD 或实体，Word 从不这样写，可能是恶意文件，未予打开；请确认来源后重新获取原件。`,
    );
  }

  private refuseDamage(reason: string): never {
    throw new UnreadableError(
      `文件已损坏：${this.options.part} 不是合法的 XML（${reason.slice(0, 80)}）；请用 Word 或 WPS 打开修复后另存，再审核。`,
    );
  }
}

/** Child elements, all or those of one name. */
export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (parent !== undefined)
    for (const node of parent.children)
      if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node);
  return found;
}

/** The first child element of a name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent !== undefined)
    for (const node of parent.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** Value of the attribute w:val of the first child of a name; undefined when there is no such child or value. */
export const valOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];

/** The text directly inside an element. */
export const textOf = (element: XmlElement): string =>
  element.children.filter((node) => typeof node === 'string').join('');

/** Whether an on/off property is on: present, and not switched off. Undefined when it is absent. */
export function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(parent, name);
  if (element === undefined) return undefined;
  const value = element.attributes['w:val'];
  return value !== '0' && value !== 'false' && value !== 'off';
}
