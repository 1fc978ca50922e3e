/** What a paragraph says in its two readings, with revisions accepted and rejected, and what is kept out of both. */
import type { XmlElement } from '../ooxml/xml.js';
import { linear } from './formula.js';
import { Words } from './markup.js';
import type { Mark, ParagraphRecord } from './records.js';
import type { Concealment } from './run-text.js';
import type { Context, Story } from './story.js';
import { symbolText } from './symbols.js';

const CONCEALED: Readonly<Record<Concealment, string>> = {
  hidden: '此处有隐藏文字，未计入核查；请在 Word 中显示隐藏文字，确认后删除或取消隐藏。',
  struck: '此处有带删除线的文字，按已删除处理，未计入核查；请确认后删除或取消删除线。',
};
/** Characters quoted of what is concealed. */
const LONGEST_QUOTE = 200;

/** Collects the words of one paragraph. */
export class Readings {
  readonly accepted = new Words();
  /** The reading with revisions rejected; null while no revision was met. */
  rejected: Words | null = null;
  private entryWords = false;
  private ownWords = false;
  private readonly concealed = new Map<Concealment, string>();
  private lastMark: Mark | null = null;
  private readonly story: Story;
  private readonly record: ParagraphRecord;

  constructor(story: Story, record: ParagraphRecord) {
    this.story = story;
    this.record = record;
  }

  /** Whether words stand in the paragraph and all of them are entries of a table of contents. */
  get onlyContents(): boolean {
    return this.entryWords && !this.ownWords;
  }

  /** Ends the paragraph: what was concealed becomes a loss. */
  finish(): void {
    for (const [why, quote] of this.concealed)
      this.record.losses.push({
        kind: 'hidden',
        message: CONCEALED[why],
        quote: quote.slice(0, LONGEST_QUOTE),
      });
  }

  text(text: string, context: Context, concealment: Concealment | null): void {
    if (text !== '') this.write(context, concealment, text, (to) => to.add(text));
  }

  /** A character of a symbol font, by its code in hexadecimal. */
  symbol(font: string, char: string, context: Context, concealment: Concealment | null): void {
    const code = Number.parseInt(char, 16);
    const known = Number.isNaN(code) ? null : symbolText(font, code);
    if (known !== null) this.text(known, context, concealment);
    else this.write(context, concealment, '〓', (to) => to.symbol(font, char.toUpperCase()));
  }

  /** A formula in linear form. */
  formula(element: XmlElement, context: Context, concealment: Concealment | null): void {
    const text = linear(element);
    if (text.trim() !== '') this.text(text, context, concealment);
    else if (context.removed === null)
      this.record.losses.push({
        kind: 'formula',
        message: '此处的公式未能读出；请改用文字写出算式后再审核。',
        quote: '',
      });
  }

  /** Writes into the readings the place belongs to. `shown` is what stands for it in quotes. */
  write(context: Context, concealment: Concealment | null, shown: string, put: (to: Words) => void): void {
    if (context.prompt || this.story.fields.inInstruction) return;
    if (concealment !== null) {
      if (context.removed === null)
        this.concealed.set(concealment, (this.concealed.get(concealment) ?? '') + shown);
      return;
    }
    if (context.contents || this.story.fields.inContents) this.entryWords = true;
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
}
