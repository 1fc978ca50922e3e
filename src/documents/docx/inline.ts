/** The words of one paragraph: what stands in its runs, with revisions, fields, hidden text and symbols resolved. */
import { child, textOf, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import { chooseAlternative, embedded, externalLoss, readDrawing } from './drawing.js';
import { FieldReader } from './field-reader.js';
import { isContentsField } from './fields.js';
import { Readings } from './readings.js';
import type { ParagraphRecord } from './records.js';
import { type Concealment, concealmentOf, runText } from './run-text.js';
import type { Context, Story } from './story.js';
import type { Style } from './styles.js';
import { isSymbolFont, raised } from './symbols.js';

/** Reads one paragraph. */
export class ParagraphReader {
  readonly readings: Readings;
  readonly boxes: XmlElement[] = [];
  readonly art: string[] = [];
  watermark = false;
  private readonly fields: FieldReader;
  private readonly story: Story;
  private readonly record: ParagraphRecord;
  private readonly style: Style | null;

  constructor(story: Story, record: ParagraphRecord, style: Style | null) {
    this.story = story;
    this.record = record;
    this.style = style;
    this.readings = new Readings(story, record);
    this.fields = new FieldReader(story, record, this.readings);
  }

  /** Reads the children of a paragraph or of an element inside it. */
  content(parent: XmlElement, context: Context): void {
    for (const node of parent.children) if (typeof node !== 'string') this.element(node, context);
  }

  private element(element: XmlElement, context: Context): void {
    switch (element.name) {
      case 'w:r':
        this.run(element, context);
        return;
      case 'w:ins':
        this.content(element, { ...context, added: context.added ?? 'inserted' });
        return;
      case 'w:moveTo':
        this.content(element, { ...context, added: 'moved' });
        return;
      case 'w:del':
        this.content(element, { ...context, removed: context.removed ?? 'deleted' });
        return;
      case 'w:moveFrom':
        this.content(element, { ...context, removed: 'moved' });
        return;
      case 'w:sdt':
        this.control(element, context);
        return;
      case 'w:fldSimple':
        this.simpleField(element, context);
        return;
      case 'mc:AlternateContent': {
        const chosen = chooseAlternative(element);
        if (chosen !== null) this.content(chosen, context);
        return;
      }
      case 'm:oMath':
        this.readings.formula(element, context, null);
        return;
      case 'w:subDoc':
        this.record.losses.push(externalLoss('子文档', this.targetOf(element)));
        return;
      case 'w:pPr':
        return;
      default:
        // Hyperlinks, smart tags, custom XML, direction marks and what later versions may wrap around runs.
        this.content(element, context);
        return;
    }
  }

  private run(run: XmlElement, context: Context): void {
    const properties = child(run, 'w:rPr');
    const character = this.story.source.styles.character(valOf(properties, 'w:rStyle'));
    const concealment = concealmentOf(properties, character, this.style);
    const fonts = child(properties, 'w:rFonts')?.attributes;
    const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
    const superscript = valOf(properties, 'w:vertAlign') === 'superscript';
    for (const node of run.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:t':
        case 'w:delText':
          this.typed(runText(node), font, superscript, context, concealment);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.readings.write(context, concealment, '\t', (to) => to.tab());
          break;
        case 'w:br':
        case 'w:cr':
          this.readings.write(context, concealment, '\n', (to) => to.lineBreak());
          break;
        case 'w:noBreakHyphen':
          this.readings.text('-', context, concealment);
          break;
        case 'w:sym':
          this.readings.symbol(
            node.attributes['w:font'] ?? '',
            node.attributes['w:char'] ?? '',
            context,
            concealment,
          );
          break;
        case 'w:fldChar':
          this.fields.mark(node, context);
          break;
        case 'w:instrText':
          this.story.fields.instruct(textOf(node));
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
        case 'w:commentReference':
          this.reference(node);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (context.removed === null) this.drawing(node);
          break;
        case 'w:contentPart':
          this.record.losses.push(embedded('手写墨迹', ''));
          break;
        case 'w:ruby': {
          const base = child(node, 'w:rubyBase');
          if (base !== undefined) this.content(base, context);
          break;
        }
        case 'mc:AlternateContent': {
          const chosen = chooseAlternative(node);
          if (chosen !== null)
            this.run(
              { ...run, children: [...(properties ? [properties] : []), ...chosen.children] },
              context,
            );
          break;
        }
        case 'w:r':
          this.run(node, context);
          break;
        case 'm:oMath':
          this.readings.formula(node, context, concealment);
          break;
        default:
          break;
      }
    }
  }

  private typed(
    text: string,
    font: string | undefined,
    superscript: boolean,
    context: Context,
    concealment: Concealment | null,
  ): void {
    if (isSymbolFont(font)) {
      for (const char of text) {
        const code = char.codePointAt(0) ?? 0;
        // A symbol font shows its own signs for Latin and private characters; Chinese comes from another font.
        if (code < 0x100 || (code >= 0xf000 && code <= 0xf0ff))
          this.readings.symbol(font, code.toString(16), context, concealment);
        else this.readings.text(char, context, concealment);
      }
      return;
    }
    const after = /[0-9A-Za-z]/.test(this.readings.accepted.last) || this.readings.accepted.last === '';
    this.readings.text(superscript && after ? raised(text) : text, context, concealment);
  }

  private control(control: XmlElement, context: Context): void {
    const properties = child(control, 'w:sdtPr');
    const prompt = context.prompt || (toggle(properties, 'w:showingPlcHdr') ?? false);
    const box = child(properties, 'w14:checkbox');
    const before = box === undefined ? '' : this.readings.accepted.content();
    const content = child(control, 'w:sdtContent');
    if (content !== undefined) this.content(content, { ...context, prompt });
    if (box === undefined || this.readings.accepted.content() !== before) return;
    const checked = child(box, 'w14:checked')?.attributes['w14:val'];
    this.readings.text(
      checked === '1' || checked === 'true' ? '☑' : '☐',
      { ...context, prompt: false },
      null,
    );
  }

  private simpleField(element: XmlElement, context: Context): void {
    const instruction = element.attributes['w:instr'] ?? '';
    this.fields.noteLink(instruction);
    this.content(element, { ...context, contents: context.contents || isContentsField(instruction) });
  }

  private reference(node: XmlElement): void {
    const id = node.attributes['w:id'];
    const kind = node.name.slice(2, -'Reference'.length);
    if (id !== undefined) this.story.source.records.references.set(`${kind}:${id}`, this.record.key);
  }

  private drawing(node: XmlElement): void {
    const drawing = readDrawing(node, this.story.relationships);
    this.boxes.push(...drawing.boxes);
    this.art.push(...drawing.art);
    if (drawing.watermark) this.watermark = true;
    this.record.losses.push(...drawing.losses);
  }

  private targetOf(element: XmlElement): string {
    return this.story.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '';
  }
}
