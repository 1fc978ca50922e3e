/** First pass over the blocks of a story: writes the plain markup for mammoth and notes the rest in records. */
import { UnreadableError } from '../model.js';
import { child, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import { chooseAlternative, embedded, externalLoss } from './drawing.js';
import { FieldStack } from './fields.js';
import { ParagraphReader } from './inline.js';
import { type Markup, paragraphMarkup, Words } from './markup.js';
import { partedByPages } from './page-break.js';
import type { Mark, ParagraphRecord, PendingLoss } from './records.js';
import { type Context, PLAIN, type Story } from './story.js';
import { levelIndex, outlineLevel } from './styles.js';
import { writeTable } from './table.js';

/** Where blocks stand: in running text, or in a table cell, which has limits and ordinals of its own. */
export type Container = 'running' | 'cell';

/** Writes the blocks of a body, cell, text box or note. */
export class BlockWriter {
  /** Marks of whole rows that wait for the next paragraph. */
  readonly rowMarks: Mark[] = [];
  /** Losses of places that have no paragraph of their own. */
  readonly lossesAhead: PendingLoss[] = [];
  readonly out: Markup;
  readonly story: Story;
  private carried: { words: Words; record: ParagraphRecord } | null = null;
  private last: ParagraphRecord | null = null;

  constructor(story: Story, out: Markup) {
    this.story = story;
    this.out = out;
  }

  blocks(parent: XmlElement, container: Container, context: Context = PLAIN): void {
    for (const node of parent.children) if (typeof node !== 'string') this.block(node, container, context);
  }

  /** Ends a container: what was carried to a next paragraph stands alone. */
  close(): void {
    this.settle();
    if (this.last === null) return;
    this.last.rowMarks.push(...this.rowMarks.splice(0));
    this.last.losses.push(...this.lossesAhead.splice(0));
  }

  /** A paragraph without words, to hold what belongs to the place. */
  place(losses: readonly PendingLoss[]): ParagraphRecord {
    this.settle();
    const record = this.open();
    record.losses.push(...losses);
    this.out.push(paragraphMarkup(record.key, ''));
    return record;
  }

  private block(element: XmlElement, container: Container, context: Context): void {
    if (container === 'running') this.out.betweenBlocks();
    switch (element.name) {
      case 'w:p':
        for (const part of partedByPages(element)) this.paragraph(part, container, context);
        return;
      case 'w:tbl':
        this.settle();
        writeTable(this, element, container, context);
        return;
      case 'w:sdt':
        this.control(element, container, context);
        return;
      case 'w:ins':
        this.blocks(element, container, { ...context, added: 'inserted' });
        return;
      case 'w:moveTo':
        this.blocks(element, container, { ...context, added: 'moved' });
        return;
      case 'w:del':
        this.blocks(element, container, { ...context, removed: 'deleted' });
        return;
      case 'w:moveFrom':
        this.blocks(element, container, { ...context, removed: 'moved' });
        return;
      case 'mc:AlternateContent': {
        const chosen = chooseAlternative(element);
        if (chosen !== null) this.blocks(chosen, container, context);
        return;
      }
      case 'w:altChunk':
        this.place([this.imported(element)]);
        return;
      case 'w:subDoc':
        this.place([externalLoss('子文档', this.target(element))]);
        return;
      case 'm:oMathPara':
      case 'm:oMath':
      case 'w:r':
      case 'w:hyperlink':
        this.paragraph({ name: 'w:p', attributes: {}, children: [element] }, container, context);
        return;
      case 'w:sectPr':
      case 'w:tcPr':
        return;
      default:
        this.blocks(element, container, context);
        return;
    }
  }

  private control(control: XmlElement, container: Container, context: Context): void {
    const properties = child(control, 'w:sdtPr');
    const gallery = valOf(child(properties, 'w:docPartObj'), 'w:docPartGallery');
    const content = child(control, 'w:sdtContent');
    if (content !== undefined)
      this.blocks(content, container, {
        ...context,
        prompt: context.prompt || (toggle(properties, 'w:showingPlcHdr') ?? false),
        contents: context.contents || gallery === 'Table of Contents',
      });
  }

  private imported(element: XmlElement): PendingLoss {
    const relationship = this.story.relationships.get(element.attributes['r:id'] ?? '');
    return relationship?.external === true
      ? externalLoss('导入的内容（altChunk）', relationship.target)
      : embedded('导入内容（altChunk，由系统生成、Word 打开后才合并的部分）', '');
  }

  private target(element: XmlElement): string {
    return this.story.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '';
  }

  private paragraph(element: XmlElement, container: Container, context: Context): void {
    const { source } = this.story;
    if (container === 'running' && ++source.counts.paragraphs > source.limits.paragraphs)
      throw new UnreadableError(
        `文件超过 ${source.limits.paragraphs} 个段落的上限，不像一份报告，未予审核；确需审核的，请拆分文件或调高上限。`,
      );
    const properties = child(element, 'w:pPr');
    const markProperties = child(properties, 'w:rPr');
    const styleId = valOf(properties, 'w:pStyle');
    const style = source.styles.paragraph(styleId);
    const record = this.open();
    const outline = valOf(properties, 'w:outlineLvl');
    record.headingLevel = outline === undefined ? (style?.headingLevel ?? null) : outlineLevel(outline);

    const reader = new ParagraphReader(this.story, record, style);
    reader.content(element, context);
    reader.readings.finish();
    const inContents = context.contents || style?.contents === true || reader.readings.onlyContents;
    if (inContents && this.story.stratum === 'body') record.stratum = 'contents';

    const removedMark = child(markProperties, 'w:del') ?? child(markProperties, 'w:moveFrom');
    const markGone = removedMark !== undefined || context.removed !== null;
    const hidden = toggle(markProperties, 'w:vanish') ?? style?.hidden ?? false;
    const empty = reader.readings.accepted.empty;
    if (!(markGone || (hidden && empty))) record.number = this.listNumber(properties, styleId, style);
    const joins = markGone && !empty;
    if (joins) record.marks.push({ kind: 'deleted', text: '（段落标记）', away: false });
    if (reader.readings.rejected !== null || joins || this.carried !== null)
      record.rejected = this.tail(reader.readings.rejected ?? reader.readings.accepted);

    const words = this.joined(reader.readings.accepted, record);
    if (joins) {
      this.carried = { words, record };
      this.out.push(paragraphMarkup(record.key, ''));
    } else this.out.push(paragraphMarkup(record.key, words.content()));
    this.drawn(reader, container, context);
  }

  /** Words with those of the paragraphs before whose marks are deleted. */
  private joined(own: Words, record: ParagraphRecord): Words {
    if (this.carried === null) return own;
    const { words, record: before } = this.carried;
    before.mergedInto = record.key;
    words.append(own);
    this.carried = null;
    return words;
  }

  /** What is drawn beside the paragraph follows it. */
  private drawn(reader: ParagraphReader, container: Container, context: Context): void {
    const inHeader = this.story.stratum === 'header' || this.story.stratum === 'footer';
    const stratum = reader.watermark
      ? 'watermark'
      : this.story.stratum === 'body'
        ? 'textbox'
        : this.story.stratum;
    const story = { ...this.story, stratum, fields: new FieldStack() };
    for (const words of reader.art) {
      const record = this.story.source.records.add(inHeader ? 'watermark' : stratum);
      const art = new Words();
      art.add(words);
      this.out.push(paragraphMarkup(record.key, art.content()));
    }
    for (const box of reader.boxes) {
      const writer = new BlockWriter(story, this.out);
      writer.blocks(box, container, { ...context, prompt: false });
      writer.close();
    }
  }

  private listNumber(
    properties: XmlElement | undefined,
    styleId: string | undefined,
    style: ReturnType<Story['source']['styles']['paragraph']>,
  ): string | null {
    const direct = child(properties, 'w:numPr');
    const numId = valOf(direct, 'w:numId') ?? style?.numId ?? null;
    if (numId === null || numId === '0') return null;
    const level = valOf(direct, 'w:ilvl');
    const ilvl =
      level === undefined
        ? valOf(direct, 'w:numId') === undefined
          ? (style?.ilvl ?? null)
          : null
        : levelIndex(level);
    return this.story.source.numbering.next(numId, ilvl, styleId ?? null);
  }

  private open(): ParagraphRecord {
    const record = this.story.source.records.add(this.story.stratum);
    record.anchor = this.story.anchor;
    record.rowMarks.push(...this.rowMarks.splice(0));
    record.losses.push(...this.lossesAhead.splice(0));
    this.last = record;
    return record;
  }

  private tail(words: Words): number {
    const record = this.story.source.records.add(this.story.stratum);
    this.story.source.tail.push(paragraphMarkup(record.key, words.content()));
    return record.key;
  }

  private settle(): void {
    if (this.carried === null) return;
    const { words, record } = this.carried;
    this.carried = null;
    const own = this.open();
    record.mergedInto = own.key;
    this.out.push(paragraphMarkup(own.key, words.content()));
  }
}
