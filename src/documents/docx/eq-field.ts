/** EQ fields, the formulas of Word before 2007: the formula stands in the instruction and there is no result. */
import { circled } from './numerals.js';

/**
 * The linear form of an EQ instruction: \f(668.89,752.48) is 668.89/752.48, \o\ac(○,1) is ①. Null when the
 * instruction is none, or uses what has no linear form here.
 */
export function linearEq(instruction: string): string | null {
  const body = /^\s*EQ\s+(.*)$/is.exec(instruction)?.[1];
  if (body === undefined) return null;
  const parser = new EqParser(body.trim());
  const text = parser.sequence('');
  return parser.failed ? null : text;
}

const OPTIONS =
  /\\(?:al|ac|ar|hs|vs|co|di|fo|li|bo|to|le|ri|up|do|ai|in|pr|su|fc|vc|lc|rc|bc|ba)\d*(?:\\[^a-z])?/iy;
/** EQ formulas in reports are short and shallow. */
const DEEPEST = 20;

class EqParser {
  failed = false;
  private at = 0;
  private depth = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Text up to one of the closing characters. */
  sequence(closing: string): string {
    let out = '';
    while (this.at < this.source.length && !this.failed) {
      const char = this.source[this.at] ?? '';
      if (closing.includes(char)) return out;
      if (char !== '\\') {
        out += char;
        this.at++;
      } else out += this.command();
    }
    return out;
  }

  private command(): string {
    const letter = (this.source[this.at + 1] ?? '').toLowerCase();
    this.at += 2;
    if (!/[a-z]/.test(letter)) return letter;
    this.skipOptions();
    if (this.source[this.at] !== '(') return this.fail();
    const parts = this.operands();
    const [first = '', second = ''] = parts;
    if (letter === 'f' && parts.length === 2) return `${group(first)}/${group(second)}`;
    if (letter === 'r') return parts.length === 2 ? `${first}√(${second})` : `√(${first})`;
    if (letter === 's') return parts.length === 1 ? `^${group(first)}` : this.fail();
    if (letter === 'b' || letter === 'x') return `(${first})`;
    if (letter === 'o') return overstruck(parts) ?? this.fail();
    if (letter === 'l' || letter === 'a') return parts.join('，');
    return this.fail();
  }

  private skipOptions(): void {
    for (;;) {
      OPTIONS.lastIndex = this.at;
      const found = OPTIONS.exec(this.source);
      if (found === null) return;
      this.at += found[0].length;
    }
  }

  private operands(): string[] {
    if (++this.depth > DEEPEST) {
      this.fail();
      return [];
    }
    const parts: string[] = [];
    do {
      this.at++;
      parts.push(this.sequence(',;)').trim());
    } while (!this.failed && ',;'.includes(this.source[this.at] ?? ')'));
    this.at++;
    this.depth--;
    return parts;
  }

  private fail(): string {
    this.failed = true;
    return '';
  }
}

const group = (text: string): string => (/[+\-−×÷*/\s]/.test(text) ? `(${text})` : text);

/** A number in a circle is typed as a circle over digits. */
function overstruck(parts: readonly string[]): string | null {
  const digits = parts.find((part) => /^[0-9]{1,2}$/.test(part));
  const circle = parts.some((part) => /^[○〇◯O]$/.test(part));
  return digits !== undefined && circle && parts.length === 2 ? circled(Number(digits)) : null;
}
