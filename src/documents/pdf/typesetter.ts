import { clean } from './characters.js';
import type { Box } from './content.js';
import { compose, IDENTITY, type Matrix } from './matrix.js';
import { OPS } from './pdfjs.js';
import type { TextState } from './text-state.js';
import { BLACK, type Visibility } from './visibility.js';

/** Characters looked at on one page; a page that prints more is not a report's page. */
const GLYPHS_PER_PAGE = 200_000;

/** Modes that draw the outlines of letters: they are seen whatever fills them. */
const OUTLINED: ReadonlySet<number> = new Set([1, 2, 5, 6]);

/** A glyph as pdf.js describes it in a show-text operation. */
interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

/** What holds for a whole show-text operation besides the state of the text. */
export interface Surroundings {
  readonly ctm: Matrix;
  readonly clip: Box;
  readonly artifact: boolean;
}

/** Moves the pen of a page's text and sets its glyphs. */
export class Typesetter {
  readonly #visibility: Visibility;
  #textMatrix: Matrix = IDENTITY;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  /** Characters whose meaning the file does not give. */
  undecoded = 0;

  constructor(visibility: Visibility) {
    this.#visibility = visibility;
  }

  /** As many glyphs as are looked at are set. */
  get full(): boolean {
    return this.#visibility.size >= GLYPHS_PER_PAGE;
  }

  /**
   * Applies an operation that moves the pen.
   * @returns whether it was one
   */
  move(operation: number, args: readonly unknown[], state: TextState): boolean {
    switch (operation) {
      case OPS.beginText:
        this.#textMatrix = IDENTITY;
        this.#place(0, 0);
        return true;
      case OPS.setTextMatrix:
        this.#textMatrix = compose(IDENTITY, (args[0] ?? IDENTITY) as ArrayLike<number>);
        this.#place(0, 0);
        return true;
      case OPS.moveText:
        this.#place(this.#lineX + finite(args[0]), this.#lineY + finite(args[1]));
        return true;
      case OPS.setLeadingMoveText:
        state.leading = finite(args[1]);
        this.#place(this.#lineX + finite(args[0]), this.#lineY + finite(args[1]));
        return true;
      case OPS.nextLine:
        this.#place(this.#lineX, this.#lineY + state.leading);
        return true;
      default:
        return false;
    }
  }

  /** Sets glyphs, and the spaces between them, from where the pen stands. */
  show(shown: unknown, state: TextState, { ctm, clip, artifact }: Surroundings): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, mode } = state;
    const [a, b, c, d, e, f] = compose(ctm, this.#textMatrix);
    const height = Math.hypot(c, d) * Math.abs(size);
    const stretch = Math.hypot(a, b);
    const angle = direction(a * Math.sign(size || 1), b * Math.sign(size || 1));
    const ink =
      mode === 3
        ? { ...state.ink, none: true }
        : OUTLINED.has(mode)
          ? { ...state.ink, white: BLACK.white }
          : state.ink;
    for (const glyph of (shown ?? []) as readonly (number | ShownGlyph | null)[]) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const shift = (-glyph * size) / 1000;
        if (font.vertical) this.#y += shift;
        else this.#x += shift * scale;
        continue;
      }
      const gap = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const advance = glyph.width * font.scale * size * scale;
      const { text, dropped } = clean(glyph.unicode);
      this.undecoded += dropped;
      // A vertical font draws each glyph upright below the last: its origin is the middle of its top edge.
      const x = font.vertical ? this.#x - advance / 2 : this.#x;
      const y = font.vertical ? this.#y - 0.88 * size : this.#y + rise;
      if (text !== '' && !this.full)
        this.#visibility.draw(
          {
            text,
            x: a * x + c * y + e,
            y: b * x + d * y + f,
            width: stretch * Math.abs(advance),
            size: height,
            angle,
            artifact,
          },
          ink,
          clip,
        );
      if (font.vertical) this.#y += -((glyph.vmetric?.[0] ?? -1000) / -1000) * size - gap;
      else this.#x += advance + gap * scale;
    }
  }

  #place(x: number, y: number): void {
    this.#lineX = x;
    this.#lineY = y;
    this.#x = x;
    this.#y = y;
  }
}

const finite = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** The reading direction in degrees clockwise as seen on the page, right angles exact, others rounded. */
function direction(dx: number, dy: number): number {
  if (Math.abs(dy) <= Math.abs(dx) * 0.03) return dx >= 0 ? 0 : 180;
  if (Math.abs(dx) <= Math.abs(dy) * 0.03) return dy >= 0 ? 90 : 270;
  return Math.round(((Math.atan2(dy, dx) * 180) / Math.PI + 360) % 360) || 1;
}
