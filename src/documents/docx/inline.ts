/** The words of one paragraph: what stands in its runs, with revisions, fields, hidden text and symbols resolved. */
import { child, elements, textOf, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import { chooseAlternative, embedded, externalLoss, readDrawing } from './drawing.js';
import { linearEq } from './eq-field.js';
import { isContentsField, linkedField, promptText, symbolField } from './fields.js';
import { linear } from './formula.js';
import { Words } from './markup.js';
import type { Mark, ParagraphRecord } from './records.js';
import type { Context, Story } from './story.js';
import type { Style } from './styles.js';
import { isSymbolFont, raised, symbolText } from './symbols.js';

/** Why words that stand in the file are left out. */
type Concealment = 'hidden' | 'struck';

const CONCEALED: Readonly<Record<Concealment, string>> = {
  hidden: '此处有隐藏文字，未计入核查；请在 Word 中显示隐藏文字，确认后删除或取消隐藏。',
  struck: '此处有带删除线的文字，按已删除处理，未计入核查；请确认后删除或取消删除线。',
};

/** Collects one paragraph. */
export class ParagraphReader {
  readonly accepted = new Words();
  /** The reading with revisions rejected; null while no revision was met. */
  rejected: Words | null = null;
  readonly boxes: XmlElement[] = [];
  readonly art: string[] = [];
  watermark = false;
  private entryWords = false;
  private ownWords = false;
  private readonly concealed = new Map<Concealment, string>();
  private lastMark: Mark | null = null;
  private readonly story: Story;
  private readonly record: ParagraphRecord;
  private readonly style: Style | null;

  constructor(story: Story, record: ParagraphRecord, style: Style | null) {
    this.story = story;
    this.record = record;
    this.style = style;
  }

  /** Whether words stand in the paragraph and all of them are entries of a table of contents. */
  get onlyContents(): boolean {
    return this.entryWords && !this.ownWords;
  }

  /** Reads the children of a paragraph or of an element inside it. */
  content(parent: XmlElement, context: Context): void {
    for (const node of parent.children) if (typeof node !== 'string') this.element(node, context);
  }

  /** Ends the paragraph: what was concealed becomes a loss. */
  finish(): void {
    for (const [why, quote] of this.concealed)
      this.record.losses.push({ kind: 'hidden', message: CONCEALED[why], quote });
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
        this.text(linear(element), context, null);
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
    const concealment = this.concealment(properties, character);
    const fonts = child(properties, 'w:rFonts')?.attributes;
    const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
    const superscript = valOf(properties, 'w:vertAlign') === 'superscript';
    for (const node of run.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:t':
        case 'w:delText':
          this.typed(words(node), font, superscript, context, concealment);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.write(context, concealment, '\t', (to) => to.tab());
          break;
        case 'w:br':
        case 'w:cr':
          this.write(context, concealment, '\n', (to) => to.lineBreak());
          break;
        case 'w:noBreakHyphen':
          this.text('-', context, concealment);
          break;
        case 'w:sym':
          this.symbol(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? '', context, concealment);
          break;
        case 'w:fldChar':
          this.fieldMark(node, context);
          break;
        case 'w:instrText':
          this.instruction(textOf(node));
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
          this.text(linear(node), context, concealment);
          break;
        default:
          break;
      }
    }
  }

  private concealment(properties: XmlElement | undefined, character: Style | null): Concealment | null {
    // Hiding is a toggle: a character style and a paragraph style that both hide cancel each other.
    const hidden =
      toggle(properties, 'w:vanish') ?? (character?.hidden ?? false) !== (this.style?.hidden ?? false);
    if (hidden) return 'hidden';
    const direct = toggle(properties, 'w:strike');
    const double = toggle(properties, 'w:dstrike');
    const struck =
      direct === true ||
      double === true ||
      ((direct ?? double) === undefined && (character?.struck ?? false) !== (this.style?.struck ?? false));
    return struck ? 'struck' : null;
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
          this.symbol(font, code.toString(16), context, concealment);
        else this.text(char, context, concealment);
      }
      return;
    }
    const after = /[0-9A-Za-z]/.test(this.accepted.last) || this.accepted.last === '';
    this.text(superscript && after ? raised(text) : text, context, concealment);
  }

  private symbol(font: string, char: string, context: Context, concealment: Concealment | null): void {
    const code = Number.parseInt(char, 16);
    const known = Number.isNaN(code) ? null : symbolText(font, code);
    if (known !== null) this.text(known, context, concealment);
    else this.write(context, concealment, '〓', (to) => to.symbol(font, char.toUpperCase()));
  }

  private text(text: string, context: Context, concealment: Concealment | null): void {
    if (text !== '') this.write(context, concealment, text, (to) => to.add(text));
  }

  /** Writes into the readings the place belongs to. `shown` is what stands for it in quotes. */
  private write(
    context: Context,
    concealment: Concealment | null,
    shown: string,
    put: (to: Words) => void,
  ): void {
    if (context.prompt || this.story.fields.some((field) => !field.result)) return;
    if (concealment !== null) {
      if (context.removed === null)
        this.concealed.set(concealment, (this.concealed.get(concealment) ?? '') + shown);
      return;
    }
    const { fields } = this.story;
    if (context.contents || fields.some(({ instruction }) => isContentsField(instruction)))
      this.entryWords = true;
    else if (shown.trim() !== '') this.ownWords = true;
    const { removed, added } = context;
    if (removed !== null || added !== null) {
      this.rejected ??= this.accepted.copy();
      if (!context.wholeRow) this.mark(removed, added, shown);
    } else this.lastMark = null;
    if (removed === null) put(this.accepted);
    if (added === null && this.rejected !== null) put(this.rejected);
  }

  private mark(removed: Context['removed'], added: Context['added'], shown: string): void {
    // Inserted by one reviewer and deleted by another: neither reading has the words.
    if (removed !== null && added !== null) return;
    const kind = removed ?? added ?? 'inserted';
    const away = removed === 'moved';
    if (this.lastMark?.kind === kind && this.lastMark.away === away) {
      this.lastMark.text += shown;
      return;
    }
    this.lastMark = { kind, text: shown, away };
    this.record.marks.push(this.lastMark);
  }

  private control(control: XmlElement, context: Context): void {
    const properties = child(control, 'w:sdtPr');
    const prompt = context.prompt || (toggle(properties, 'w:showingPlcHdr') ?? false);
    const before = this.accepted.content();
    const content = child(control, 'w:sdtContent');
    if (content !== undefined) this.content(content, { ...context, prompt });
    const box = child(properties, 'w14:checkbox');
    if (box === undefined || this.accepted.content() !== before) return;
    const checked = child(box, 'w14:checked')?.attributes['w14:val'];
    this.text(checked === '1' || checked === 'true' ? '☑' : '☐', { ...context, prompt: false }, null);
  }

  private simpleField(element: XmlElement, context: Context): void {
    const instruction = element.attributes['w:instr'] ?? '';
    this.noteLink(instruction);
    this.content(element, { ...context, contents: context.contents || isContentsField(instruction) });
  }

  private fieldMark(mark: XmlElement, context: Context): void {
    if (!this.story.marks.has(mark) || context.removed !== null) return;
    const type = mark.attributes['w:fldCharType'];
    const { fields } = this.story;
    if (type === 'begin') {
      const state = formState(mark);
      if (state !== null) this.text(state, context, null);
      fields.push({ instruction: '', result: false });
      return;
    }
    const field = fields.at(-1);
    if (field === undefined) return;
    if (type === 'separate') {
      field.result = true;
      this.noteLink(field.instruction);
      return;
    }
    fields.pop();
    if (!field.result) this.resultless(field.instruction, context);
  }

  /** A field without a stored result: what it shows follows from its instruction. */
  private resultless(instruction: string, context: Context): void {
    this.noteLink(instruction);
    const symbol = symbolField(instruction);
    if (symbol !== null) {
      this.symbol(symbol.font, symbol.code.toString(16), context, null);
      return;
    }
    const prompt = promptText(instruction) ?? linearEq(instruction);
    if (prompt !== null) {
      this.text(prompt, context, null);
      return;
    }
    if (/^\s*EQ\b/i.test(instruction))
      this.record.losses.push({
        kind: 'formula',
        message: '此处的域公式（EQ）未能读出；请改用文字写出算式后再审核。',
        quote: instruction.trim(),
      });
  }

  private instruction(text: string): void {
    const field = this.story.fields.findLast((one) => !one.result);
    if (field !== undefined) field.instruction += text;
  }

  private noteLink(instruction: string): void {
    const keyword = linkedField(instruction);
    if (keyword !== null)
      this.record.losses.push(
        externalLoss(`由域（${keyword}）引用的内容`, instruction.replace(/\\\*.*$/s, '')),
      );
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

/** Text of a w:t. White space at its ends counts only when it is said to be kept. */
function words(element: XmlElement): string {
  const text = textOf(element).replace(/[\r\n]+/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : trimBlanks(text);
}

/** Without blanks and tabs at the ends; other kinds of space are typed on purpose. */
function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === ' ' || text[from] === '\t')) from++;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--;
  return text.slice(from, to);
}

/** The state of a legacy form field: a box ticked or not, the chosen entry of a list. Null for other fields. */
function formState(begin: XmlElement): string | null {
  const data = child(begin, 'w:ffData');
  const box = child(data, 'w:checkBox');
  if (box !== undefined) return (toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false) ? '☑' : '□';
  const list = child(data, 'w:ddList');
  if (list === undefined) return null;
  const chosen = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? 0);
  return elements(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? null;
}
