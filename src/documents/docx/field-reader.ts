/** Fields while a paragraph is read: what shows of them, and what they link to outside the file. */
import type { XmlElement } from '../ooxml/xml.js';
import { externalLoss } from './drawing.js';
import { linearEq } from './eq-field.js';
import { linkedField, promptText, symbolField } from './fields.js';
import type { Readings } from './readings.js';
import type { ParagraphRecord } from './records.js';
import { formState } from './run-text.js';
import type { Context, Story } from './story.js';

/** Follows the marks of complex fields through one paragraph. */
export class FieldReader {
  private readonly story: Story;
  private readonly record: ParagraphRecord;
  private readonly readings: Readings;

  constructor(story: Story, record: ParagraphRecord, readings: Readings) {
    this.story = story;
    this.record = record;
    this.readings = readings;
  }

  /** A beginning, a separation or an end. */
  mark(mark: XmlElement, context: Context): void {
    if (!this.story.marks.has(mark) || context.removed !== null) return;
    const type = mark.attributes['w:fldCharType'];
    const { fields } = this.story;
    if (type === 'begin') {
      const state = formState(mark);
      if (state !== null) this.readings.text(state, context, null);
      fields.begin();
    } else if (type === 'separate') this.noteLink(fields.separate() ?? '');
    else if (type === 'end') {
      const instruction = fields.end();
      if (instruction !== null) this.resultless(instruction, context);
    }
  }

  /** A field without a stored result: what it shows follows from its instruction. */
  private resultless(instruction: string, context: Context): void {
    this.noteLink(instruction);
    const symbol = symbolField(instruction);
    if (symbol !== null) {
      this.readings.symbol(symbol.font, symbol.code.toString(16), context, null);
      return;
    }
    const prompt = promptText(instruction) ?? linearEq(instruction);
    if (prompt !== null) {
      this.readings.text(prompt, context, null);
      return;
    }
    if (/^\s*EQ\b/i.test(instruction))
      this.record.losses.push({
        kind: 'formula',
        message: '此处的域公式（EQ）未能读出；请改用文字写出算式后再审核。',
        quote: instruction.trim(),
      });
  }

  /** Names what the field links to outside the file. */
  noteLink(instruction: string): void {
    const keyword = linkedField(instruction);
    if (keyword !== null)
      this.record.losses.push(
        externalLoss(`由域（${keyword}）引用的内容`, instruction.replace(/\\\*.*$/s, '')),
      );
  }
}
