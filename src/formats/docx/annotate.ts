import { strFromU8, unzipSync } from 'fflate';
import { DEFAULT_LIMITS } from '../../documents/limits.js';
import { openPackage, type Package } from '../../documents/ooxml/package.js';
import { readRelationships } from '../../documents/ooxml/relationships.js';
import { pack } from '../ooxml/package.js';
import type { ReportResult } from '../result.js';
import { commentXml, notesOf, unplacedLine } from './comments.js';
import { type Anchor, Locator, type Point } from './locate.js';
import { scan } from './scan.js';

/**
 * A copy of the report with a comment at every quoted place, everything else of the file byte for byte as it was.
 * null when the file is not built as Word builds it, so that nothing but a document of our own can be given.
 */
export function annotated(original: Uint8Array, report: ReportResult, now: Date | null): Uint8Array | null {
  try {
    return annotate(original, report, now);
  } catch {
    // Damaged in a way that the readers mend and Word may not: no copy is better than a broken one.
    return null;
  }
}

function annotate(original: Uint8Array, report: ReportResult, now: Date | null): Uint8Array | null {
  const pkg = openPackage(original, DEFAULT_LIMITS);
  const main = readRelationships(pkg, '', DEFAULT_LIMITS).find(
    ({ kind }) => kind === 'officeDocument',
  )?.target;
  const names = storedNames(original);
  const mainName = names.find((name) => name.toLowerCase() === main?.toLowerCase());
  const typesName = names.find((name) => name.toLowerCase() === '[content_types].xml');
  if (!mainName || !typesName || NOT_DOCX.test(textOf(pkg, typesName))) return null;
  const xml = textOf(pkg, mainName);
  const namespaces = /<w:document\b[^>]*?\sxmlns:w=["']([^"']+)["']/u.exec(xml);
  if (!namespaces?.[1]) return null;

  const present = commentsPart(pkg, mainName, names);
  const firstId = present === null ? 0 : highestId(textOf(pkg, present)) + 1;
  const locator = new Locator(xml, scan(xml));
  const marks = new Marks();
  const comments = notesOf(report).flatMap(({ lines, evidence }, at) => {
    const found = evidence === null ? null : locator.find(evidence);
    const anchor = found ?? locator.first();
    if (!anchor) return [];
    marks.add(firstId + at, anchor);
    const note = found || evidence === null ? lines : [...lines, unplacedLine(evidence)];
    return [commentXml(firstId + at, note, now)];
  });

  const parts: Record<string, string | Uint8Array> = {};
  for (const name of names) parts[name] = pkg.part(name) ?? new Uint8Array();
  parts[mainName] = marks.applied(xml);
  if (present === null) addPart(parts, mainName, typesName, namespaces[1], comments);
  else parts[present] = insertedBefore(textOf(pkg, present), '</w:comments>', comments.join(''));
  return pack(parts);
}

/** Word refuses a .docx that is really a document with macros or a template. */
const NOT_DOCX = /macroEnabled|template\.main\+xml/iu;

/** The names of the entries as stored; entries that would leave a folder on unpacking are not taken over. */
function storedNames(original: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(original, {
    filter: ({ name }) => {
      const safe =
        !name.endsWith('/') && !name.startsWith('/') && !/(?:^|[\\/])\.\.(?:[\\/]|$)|\\|:/u.test(name);
      if (safe) names.push(name);
      return false;
    },
  });
  return [...new Set(names)];
}

/** A part as text; throws for encodings other than UTF-8, which are left alone. */
function textOf(pkg: Package, name: string): string {
  const bytes = pkg.part(name);
  if (bytes === null) throw new Error(`missing part ${name}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function commentsPart(pkg: Package, main: string, names: readonly string[]): string | null {
  const target = readRelationships(pkg, main, DEFAULT_LIMITS).find(
    ({ kind, external }) => kind === 'comments' && !external,
  )?.target;
  return names.find((name) => name.toLowerCase() === target?.toLowerCase()) ?? null;
}

const highestId = (comments: string): number =>
  Math.max(-1, ...[...comments.matchAll(/<w:comment\s[^>]*?w:id="(\d{1,9})"/gu)].map(([, id]) => Number(id)));

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Adds the comments part, its type and its relationship. */
function addPart(
  parts: Record<string, string | Uint8Array>,
  main: string,
  types: string,
  namespace: string,
  comments: readonly string[],
): void {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const name = 'jihe-comments.xml';
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relationsName =
    Object.keys(parts).find((part) => part.toLowerCase() === relations.toLowerCase()) ?? relations;
  const base =
    namespace === STRICT
      ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
      : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts[folder + name] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${comments.join('')}</w:comments>`;
  parts[types] = insertedBefore(
    asText(parts[types]),
    '</Types>',
    `<Override PartName="/${folder}${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`,
  );
  parts[relationsName] = insertedBefore(
    asText(parts[relationsName]) ||
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    '</Relationships>',
    `<Relationship Id="rIdJiheComments" Type="${base}/comments" Target="${name}"/>`,
  );
}

const asText = (part: string | Uint8Array | undefined): string =>
  part === undefined ? '' : typeof part === 'string' ? part : strFromU8(part);

function insertedBefore(xml: string, end: string, added: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw new Error(`no ${end}`);
  return xml.slice(0, at) + added + xml.slice(at);
}

/** Marks to be put into the XML, from the back, so that offsets stay true. */
class Marks {
  readonly #insertions: { readonly offset: number; readonly text: string }[] = [];
  readonly #kept = new Set<number>();

  /** Puts the beginning and the end of a comment around its words. */
  add(id: number, { from, to }: Anchor): void {
    this.#put(from, `<w:commentRangeStart w:id="${id}"/>`);
    this.#put(to, `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
  }

  #put({ offset, piece }: Point, mark: string): void {
    if (piece === null) {
      this.#insertions.push({ offset, text: mark });
      return;
    }
    this.#kept.add(piece.start);
    this.#insertions.push({
      offset,
      text: `</w:t></w:r>${mark}<w:r>${piece.properties}<w:t xml:space="preserve">`,
    });
  }

  applied(xml: string): string {
    const parts: string[] = [];
    let done = 0;
    const spaces = [...this.#kept].map((start) => ({ offset: start, text: null }));
    // Array.sort is stable: marks of one offset keep the order in which they were put.
    const all = [...spaces, ...this.#insertions].sort((a, b) => a.offset - b.offset);
    for (const { offset, text } of all) {
      parts.push(xml.slice(done, offset));
      done = offset;
      if (text === null) keepBlanks(parts);
      else parts.push(text);
    }
    return parts.join('') + xml.slice(done);
  }
}

/** A w:t that is split must keep the blank at its end. */
function keepBlanks(parts: string[]): void {
  const last = parts.pop() ?? '';
  const tag = last.slice(last.lastIndexOf('<'));
  parts.push(tag.includes('xml:space') ? last : `${last.slice(0, -1)} xml:space="preserve">`);
}
