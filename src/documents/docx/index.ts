/** The reader of Word documents (.docx, .docm, transitional and strict). */
import type { Limits } from '../limits.js';
import { type Document, UnreadableError } from '../model.js';
import { openPackage, type Package } from '../ooxml/package.js';
import { type Relationship, readRelationships } from '../ooxml/relationships.js';
import { child, parseXml, type XmlElement } from '../ooxml/xml.js';
import { writeAsides } from './aside.js';
import { Assembler } from './assemble.js';
import { BlockWriter } from './blocks.js';
import { type MammothNode, readWithMammoth } from './mammoth.js';
import { Markup } from './markup.js';
import { readNumbering } from './numbering.js';
import { type PendingLoss, Records } from './records.js';
import { SKIPPED } from './skipped.js';
import { openStory, type Source } from './story.js';
import { readStyles } from './styles.js';

/**
 * Reads a Word document. mammoth reads the paragraphs and tables, out of plain markup that a first pass writes from
 * the package: with revisions accepted, lists numbered, fields, symbols, formulas and content controls resolved,
 * hidden text left out, old merges made spans. What that pass could not bring across is among the losses.
 *
 * Throws UnreadableError when the file is damaged, protected, beyond the limits, or holds no document.
 */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<Document> {
  const { pieces, records, losses } = firstPass(bytes, limits);
  const assembler = new Assembler(records);
  for (const piece of pieces) assembler.take(await read(piece));
  return assembler.document(losses);
}

/** mammoth's reading of a piece; what it stumbles over makes the file unreadable, not the program. */
async function read(piece: string): Promise<readonly MammothNode[]> {
  try {
    return await readWithMammoth(piece);
  } catch (error) {
    throw new UnreadableError('Word 正文的结构读不通；请用 Word 或 WPS 打开另存为 .docx 后再审核。', {
      cause: error,
    });
  }
}

interface FirstPass {
  readonly pieces: readonly string[];
  readonly records: Records;
  readonly losses: readonly PendingLoss[];
}

/** Everything before mammoth; a function of its own so that the package and its trees are free afterwards. */
function firstPass(bytes: Uint8Array, limits: Limits): FirstPass {
  const pkg = openPackage(bytes, limits);
  const main = mainPart(pkg, limits);
  const losses: PendingLoss[] = [];
  const parse = (part: string): XmlElement | null => {
    const content = pkg.part(part);
    if (content === null) return null;
    return parseXml(content, {
      part,
      limits,
      skip: SKIPPED,
      onIllegal: (count) => losses.push(illegalLoss(part, count)),
    });
  };
  const root = parse(main);
  const body = root === null ? undefined : child(root, 'w:body');
  if (body === undefined)
    throw new UnreadableError(
      '文件里没有正文：不是 Word 文档，或正文部件已丢失；请重新获取原件，或用 Word 打开另存后再审核。',
    );

  const relationships = readRelationships(pkg, main, limits);
  const styles = readStyles(parseRelated(relationships, 'styles', parse));
  const source: Source = {
    styles,
    numbering: readNumbering(parseRelated(relationships, 'numbering', parse), styles),
    records: new Records(),
    limits,
    tail: [],
    counts: { paragraphs: 0, cells: 0 },
  };
  const out = new Markup();
  const related = byId(relationships);
  const story = openStory(source, body, {
    stratum: 'body',
    relationships: related,
    flat: false,
    anchor: null,
  });
  const writer = new BlockWriter(story, out);
  writer.blocks(body, 'running');
  writer.close();
  writeAsides(source, out, {
    relationships,
    parse,
    relationshipsOf: (part) => byId(readRelationships(pkg, part, limits)),
  });
  for (const paragraph of source.tail) {
    out.betweenBlocks();
    out.push(paragraph);
  }
  return { pieces: out.finish(), records: source.records, losses };
}

/** The part named by the package's own relationships, under whatever name it is stored. */
function mainPart(pkg: Package, limits: Limits): string {
  const target = readRelationships(pkg, '', limits).find(
    ({ kind, external }) => kind === 'officeDocument' && !external,
  )?.target;
  const name = target ?? 'word/document.xml';
  if (!pkg.has(name))
    throw new UnreadableError(
      '文件里没有正文：找不到 Word 正文部件，文件可能已损坏；请重新获取原件，或用 Word 打开修复后另存。',
    );
  return name;
}

function parseRelated(
  relationships: readonly Relationship[],
  kind: string,
  parse: (part: string) => XmlElement | null,
): XmlElement | null {
  const found = relationships.find((one) => one.kind === kind && !one.external);
  return found === undefined ? null : parse(found.target);
}

const byId = (relationships: readonly Relationship[]): ReadonlyMap<string, Relationship> =>
  new Map(relationships.map((relationship) => [relationship.id, relationship]));

const illegalLoss = (part: string, count: number): PendingLoss => ({
  kind: 'characters',
  message: `${part} 中有 ${count} 个 XML 不允许的控制字符，已略去；所在文字可能不完整，请用 Word 打开另存后再审核。`,
  quote: '',
});
