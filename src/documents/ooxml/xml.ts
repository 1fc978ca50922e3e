/**
 * XML parts as trees of plain objects, with the prefixes that the standards print (w:p, r:id), whatever prefixes
 * or edition (transitional or strict) the file uses. Nothing outside the part is ever read: a document type
 * declaration, the only way to entities, is refused.
 */
import { SaxesParser } from 'saxes';
import type { Limits } from '../limits.js';
import { UnreadableError } from '../model.js';
import { Names } from './namespaces.js';

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

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
/** Characters that XML 1.0 forbids, raw. WPS and report systems let them through from pasted text. */
const ILLEGAL_RAW =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Whether a closer look is needed; most reports have no such character. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;
const REFERENCE = /&#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));/gi;

/** Parses a part. Throws UnreadableError when it is not well-formed, too deep, or declares a document type. */
export function parseXml(bytes: Uint8Array, options: ParseOptions): XmlElement {
  const source = withoutIllegal(decodeXml(bytes), options.onIllegal);
  if (/<!DOCTYPE/i.test(source.slice(0, prologueEnd(source))))
    throw new UnreadableError(
      `文件的 ${options.part} 中声明了 DTD 或实体，Word 从不这样写，可能是恶意文件，未予打开；请确认来源后重新获取原件。`,
    );
  return build(source, options);
}

/** Where the root element begins; what stands before may be a declaration, comments and instructions. */
function prologueEnd(source: string): number {
  const root = /<[^?!\s]/.exec(source);
  return root === null ? source.length : root.index;
}

function build(source: string, { part, limits, skip }: ParseOptions): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const names = new Names();
  const holder: XmlNode[] = [];
  const stack: XmlNode[][] = [holder];
  let top = holder;
  let skipped = 0;
  let depth = 0;
  let characters = 0;
  parser.on('error', (error) => {
    throw new UnreadableError(
      `文件已损坏：${part} 不是合法的 XML（${error.message.slice(0, 80)}）；请用 Word 或 WPS 打开修复后另存，再审核。`,
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth)
      throw new UnreadableError(
        `文件的内容嵌套超过 ${limits.depth} 层（表格套表格），无法读取；请用 Word 打开简化嵌套后另存，再审核。`,
      );
    const given = tag.attributes as Record<string, string>;
    names.open(given);
    const name = names.element(tag.name);
    if (skipped > 0 || skip?.has(name) === true) {
      skipped++;
      return;
    }
    let attributes = NO_ATTRIBUTES;
    for (const key in given) {
      const attribute = names.attribute(key);
      if (attribute === null) continue;
      if (attributes === NO_ATTRIBUTES) attributes = {};
      (attributes as Record<string, string>)[attribute] = given[key] ?? '';
    }
    const children: XmlNode[] = [];
    top.push({ name, attributes, children });
    stack.push(children);
    top = children;
  });
  parser.on('closetag', () => {
    depth--;
    names.close();
    if (skipped > 0) {
      skipped--;
      return;
    }
    stack.pop();
    top = stack.at(-1) ?? holder;
  });
  const onText = (text: string): void => {
    characters += text.length;
    if (characters > limits.characters)
      throw new UnreadableError(
        `文件的文字超过 ${limits.characters} 个字符的上限，不像一份报告；确需审核的，请拆分文件或调高上限。`,
      );
    if (skipped === 0) top.push(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(source).close();
  const root = holder.find((node) => typeof node !== 'string');
  if (root === undefined || typeof root === 'string')
    throw new UnreadableError(`文件已损坏：${part} 没有内容；请重新获取原件。`);
  return root;
}

/** Text of a part: UTF-8 unless a byte order mark or the declaration says otherwise. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  if (declared !== undefined && !/^utf-?8$|^utf-?16/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      // An encoding nobody knows; UTF-8 is what Office would try.
    }
  }
  return new TextDecoder().decode(bytes);
}

/** Takes out what XML forbids, so that a pasted control character does not cost the whole report. */
function withoutIllegal(source: string, onIllegal: ((count: number) => void) | undefined): string {
  let count = 0;
  let clean = source;
  if (SUSPECT.test(source))
    clean = source.replace(ILLEGAL_RAW, () => {
      count++;
      return '';
    });
  if (clean.includes('&#'))
    clean = clean.replace(REFERENCE, (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
      if (isXmlCharacter(code)) return whole;
      count++;
      return '';
    });
  if (count > 0) onIllegal?.(count);
  return clean;
}

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

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
