/** What styles.xml says that matters to the words: hidden, struck through, numbered, heading level. */
import { child, elements, toggle, valOf, type XmlElement } from '../ooxml/xml.js';

/** A paragraph or character style with what it inherits. Null where neither it nor its bases say anything. */
export interface Style {
  readonly name: string;
  readonly hidden: boolean;
  readonly struck: boolean;
  /** Outline level counted from 0; null for body text. */
  readonly headingLevel: number | null;
  readonly numId: string | null;
  readonly ilvl: number | null;
  /** Entry of a table of contents. */
  readonly contents: boolean;
}

export interface Styles {
  /** The style of an id; the default paragraph style when no id is given. */
  paragraph(id: string | undefined): Style | null;
  character(id: string | undefined): Style | null;
  /** Id of the numbering definition a numbering style (numStyleLink) stands for. */
  numberingStyle(id: string): string | null;
}

/** Word itself gives up on chains of styles longer than this. */
const LONGEST_CHAIN = 20;
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
const HEADING_WORDS = /^([一二三四五六七八九])级标题$/;
const CONTENTS_NAME = /^(?:toc|目录)\s*[1-9]$/i;

/** Reads styles.xml; without one no style is known. */
export function readStyles(root: XmlElement | null): Styles {
  const raw = new Map<string, XmlElement>();
  let defaultParagraph: string | undefined;
  for (const style of root === null ? [] : elements(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    const type = style.attributes['w:type'];
    if (id === undefined || type === undefined || raw.has(`${type}:${id}`)) continue;
    raw.set(`${type}:${id}`, style);
    const isDefault = style.attributes['w:default'];
    if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) defaultParagraph ??= id;
  }
  const resolved = new Map<string, Style | null>();
  const find = (type: string, id: string | undefined): Style | null => {
    if (id === undefined) return null;
    const key = `${type}:${id}`;
    let style = resolved.get(key);
    if (style === undefined) {
      style = resolve(raw, type, id);
      resolved.set(key, style);
    }
    return style;
  };
  return {
    paragraph: (id) => find('paragraph', id ?? defaultParagraph),
    character: (id) => find('character', id),
    numberingStyle: (id) =>
      valOf(child(child(raw.get(`numbering:${id}`), 'w:pPr'), 'w:numPr'), 'w:numId') ?? null,
  };
}

function resolve(raw: ReadonlyMap<string, XmlElement>, type: string, id: string): Style | null {
  const own = raw.get(`${type}:${id}`);
  if (own === undefined) return null;
  let hidden: boolean | undefined;
  let struck: boolean | undefined;
  let outline: string | undefined;
  let numId: string | undefined;
  let ilvl: string | undefined;
  let byName: number | null = null;
  let style: XmlElement | undefined = own;
  for (let steps = 0; style !== undefined && steps < LONGEST_CHAIN; steps++) {
    const paragraph = child(style, 'w:pPr');
    const run = child(style, 'w:rPr');
    hidden ??= toggle(run, 'w:vanish');
    struck ??= toggle(run, 'w:strike') ?? toggle(run, 'w:dstrike');
    outline ??= valOf(paragraph, 'w:outlineLvl');
    const numbering = child(paragraph, 'w:numPr');
    numId ??= valOf(numbering, 'w:numId');
    ilvl ??= valOf(numbering, 'w:ilvl');
    byName ??= headingByName(valOf(style, 'w:name'));
    style = raw.get(`${type}:${valOf(style, 'w:basedOn') ?? ''}`);
  }
  const name = valOf(own, 'w:name') ?? id;
  return {
    name,
    hidden: hidden ?? false,
    struck: struck ?? false,
    headingLevel: outline === undefined ? byName : outlineLevel(outline),
    numId: numId ?? null,
    ilvl: ilvl === undefined ? null : levelIndex(ilvl),
    contents: CONTENTS_NAME.test(name),
  };
}

function headingByName(name: string | undefined): number | null {
  if (name === undefined) return null;
  const digit = HEADING_NAME.exec(name)?.[1];
  if (digit !== undefined) return Number(digit) - 1;
  const numeral = HEADING_WORDS.exec(name)?.[1];
  return numeral === undefined ? null : '一二三四五六七八九'.indexOf(numeral);
}

/** Outline levels run from 0 to 8; 9 is body text. */
export function outlineLevel(value: string): number | null {
  const level = Number(value);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : null;
}

/** A level of a list, counted from 0; what is no level counts as the first. */
export function levelIndex(value: string | undefined): number {
  const level = Number(value);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0;
}
