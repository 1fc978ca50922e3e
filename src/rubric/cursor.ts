/** A word list made ready for matching: by first character, longest first. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

/** Prepares words for `Cursor.word`. */
export function lexicon(words: readonly string[]): Lexicon {
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    const first = word[0];
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

/**
 * A place in a sentence. Readers advance it and give null, leaving it where it was, when what they look for
 * does not stand there.
 */
export class Cursor {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  /** The longest word of the lexicon that stands here. */
  word(words: Lexicon): string | null {
    const found = this.look(words);
    if (found !== null) this.at += found.length;
    return found;
  }

  look(words: Lexicon): string | null {
    for (const word of words.get(this.peek()) ?? []) if (this.text.startsWith(word, this.at)) return word;
    return null;
  }

  /** Any number of words of the lexicon, one after the other. */
  skip(words: Lexicon): void {
    while (this.word(words) !== null);
  }

  /** Whether the exact text stands here; takes it. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Runs a reader and goes back when it gives null. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.at;
    const result = read();
    if (result === null) this.at = before;
    return result;
  }
}
