/**
 * What of a page's text can be seen. A PDF can hold words that nobody reads on paper: outside the cropped page or a
 * clipping box, in invisible ink (the layer of words that text recognition lays over a scan), white on white, or
 * under a box painted over them. Words that are not seen are no words of the report; but they are named.
 */
import type { Box, Glyph } from './content.js';

/** Colour and transparency in which text and boxes are filled. */
export interface Ink {
  /** As `#rrggbb`; '' for patterns, of which nothing is known. */
  readonly colour: string;
  /** So nearly white that it is not seen on paper. */
  readonly white: boolean;
  readonly opaque: boolean;
  /** Fully transparent, or drawn in the mode that leaves no ink. */
  readonly none: boolean;
}

export const BLACK: Ink = { colour: '#000000', white: false, opaque: true, none: false };

/** Ink of another colour, as transparent as it was. */
export const inkOf = (colour: string, { opaque, none }: Ink): Ink => ({
  colour,
  white: /^#(?:f[89a-f]){3}$/i.test(colour),
  opaque,
  none,
});

/** Glyphs compared with boxes painted over them on one page; beyond that, covered text is taken as seen. */
const MOST_WORK = 2_000_000;
/** Boxes that white text may stand on; a page with more is a drawing. */
const MOST_BOXES = 5_000;
/** A box smaller than this in either direction is a rule, not a ground or a cover. */
const THINNEST = 3.2;

/** The middle of a glyph lies in a box. */
const holds = (box: Box, glyph: Glyph): boolean => {
  const up = glyph.size * 0.35;
  const along = glyph.width / 2;
  const x = glyph.x + (glyph.angle === 0 ? along : glyph.angle === 180 ? -along : 0);
  const y = glyph.y - (glyph.angle === 0 ? up : 0);
  return x > box.left - 1 && x < box.right + 1 && y > box.top - 1 && y < box.bottom + 1;
};

/** The common part of two boxes; turned inside out when they have none. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});

/** Sorts the glyphs of a page, in the order of drawing, into those that are seen and those that are not. */
export class Visibility {
  #seen: Glyph[] = [];
  readonly #unseen: Glyph[] = [];
  readonly #inkless: Glyph[] = [];
  readonly #grounds: Box[] = [];
  #work = 0;

  /** Text as it is drawn. */
  draw(glyph: Glyph, ink: Ink, clip: Box): void {
    if (Number.isFinite(glyph.x + glyph.y) && !holds(clip, glyph)) this.#unseen.push(glyph);
    else if (ink.none) this.#inkless.push(glyph);
    else if (ink.white && !this.#grounds.some((ground) => holds(ground, glyph))) this.#unseen.push(glyph);
    else this.#seen.push(glyph);
  }

  /** A picture, on which white text may be seen. */
  picture(box: Box): void {
    if (this.#grounds.length < MOST_BOXES) this.#grounds.push(box);
  }

  /** A box as it is filled: a ground for white text drawn later, a cover of text drawn before. */
  fill(box: Box, ink: Ink): void {
    if (ink.none || box.right - box.left <= THINNEST || box.bottom - box.top <= THINNEST) return;
    if (!ink.white && this.#grounds.length < MOST_BOXES) this.#grounds.push(box);
    if (!ink.opaque || ink.colour === '' || this.#work > MOST_WORK) return;
    this.#work += this.#seen.length;
    const covered = this.#seen.filter((glyph) => holds(box, glyph) && glyph.text.trim() !== '');
    if (covered.length === 0) return;
    const gone = new Set(covered);
    this.#seen = this.#seen.filter((glyph) => !gone.has(glyph));
    this.#unseen.push(...covered);
  }

  get size(): number {
    return this.#seen.length + this.#unseen.length + this.#inkless.length;
  }

  /**
   * The page's words. Words without ink are those of the page where it shows a picture of them, or nothing but
   * drawings: then they were recognised, or laid over outlines, by a program.
   * @param drawn something besides text is drawn on the page
   */
  result(
    pictures: readonly Box[],
    drawn: boolean,
  ): { readonly glyphs: readonly Glyph[]; readonly unseen: readonly Glyph[]; readonly recognised: boolean } {
    const alone = drawn && this.#seen.length < this.#inkless.length * 0.2;
    const recognised = this.#inkless.filter(
      (glyph) => alone || pictures.some((picture) => holds(picture, glyph)),
    );
    const taken = new Set(recognised);
    return {
      glyphs: [...this.#seen, ...recognised],
      unseen: [...this.#unseen, ...this.#inkless.filter((glyph) => !taken.has(glyph))],
      recognised: recognised.some((glyph) => glyph.text.trim() !== ''),
    };
  }
}
