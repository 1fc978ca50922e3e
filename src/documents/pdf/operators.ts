import { clean } from './characters.js';
import type { Box, PageContent } from './content.js';
import { type FontFacts, PLAIN_FONT } from './fonts.js';
import { linesOf } from './lines.js';
import { compose, IDENTITY, type Matrix } from './matrix.js';
import { OPS, type PDFPageProxy } from './pdfjs.js';
import { boxOf, type Path, Rules } from './rules.js';
import { BLACK, common, type Ink, Visibility } from './visibility.js';

/** Characters looked at on one page; a page that prints more is not a report's page. */
const GLYPHS_PER_PAGE = 200_000;

/** A picture's unit square is larger than this (square points) on the page; nothing else scales space so far. */
const PICTURE_SCALE = 100;

/** Numbers that describe a path of one box at most: four or five corners and an end. */
const ONE_BOX = 16;

/** Modes that draw the outlines of letters: they are seen whatever fills them. */
const OUTLINED: ReadonlySet<number> = new Set([1, 2, 5, 6]);

interface TextState {
  font: FontFacts;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  lineWidth: number;
  ink: Ink;
  /** Drawn without ink: 3; as a clip only: 7. */
  mode: number;
}

const INITIAL: TextState = {
  font: PLAIN_FONT,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  lineWidth: 1,
  ink: BLACK,
  mode: 0,
};

/** A glyph as pdf.js describes it in a show-text operation. */
interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

/**
 * Plays a page's drawing operations without drawing: keeps where each character, rule and picture stands.
 * @param fonts facts of the fonts, filled by the reader while the operations arrive
 */
export async function pageContent(
  page: PDFPageProxy,
  fonts: ReadonlyMap<string, FontFacts>,
): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 1 });
  const viewport = page.getViewport({ scale: 1 });
  // A page larger than the format allows (200 inches) says nothing about what is seen of it.
  const [right, bottom] = [viewport.width, viewport.height].map((side) => (side <= 14_400 ? side : 1e9));
  const box = { left: 0, top: 0, right: right ?? 1e9, bottom: bottom ?? 1e9 };
  const player = new Player(viewport.transform as unknown as Matrix, fonts, box);
  for (let i = 0; i < fnArray.length; i++) {
    player.play(fnArray[i] ?? 0, (argsArray[i] ?? []) as readonly unknown[]);
    if (player.full) break;
  }
  return player.content(page.pageNumber, viewport.width, viewport.height);
}

class Player {
  readonly #base: Matrix;
  readonly #fonts: ReadonlyMap<string, FontFacts>;
  readonly #stack: { readonly ctm: Matrix; readonly text: TextState; readonly clip: Box }[] = [];
  readonly #visibility = new Visibility();
  readonly #page: Box;
  readonly #rules = new Rules();
  readonly #pictures: Box[] = [];
  #ctm: Matrix;
  #clip: Box;
  #clipping = false;
  #text: TextState = { ...INITIAL };
  #textMatrix: Matrix = IDENTITY;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  #undecoded = 0;
  #drawn = false;
  /** Open marked-content sequences, true for page furniture. */
  readonly #marks: boolean[] = [];
  #artifacts = 0;

  constructor(base: Matrix, fonts: ReadonlyMap<string, FontFacts>, page: Box) {
    this.#base = base;
    this.#ctm = base;
    this.#fonts = fonts;
    this.#page = page;
    this.#clip = page;
  }

  get full(): boolean {
    return this.#visibility.size >= GLYPHS_PER_PAGE;
  }

  content(page: number, width: number, height: number): PageContent {
    const drawn = this.#drawn || this.#pictures.length > 0 || this.#rules.shapes > 0;
    const { glyphs, unseen, recognised } = this.#visibility.result(this.#pictures, drawn);
    return {
      page,
      width,
      height,
      glyphs,
      unseen: linesOf(unseen.filter(({ angle }) => angle % 90 === 0)).map(({ text }) => text),
      recognised,
      horizontal: this.#rules.horizontal(),
      vertical: this.#rules.vertical(),
      pictures: this.#pictures,
      undecoded: this.#undecoded,
      drawn,
      overflow: this.full || this.#rules.overflow,
    };
  }

  play(operation: number, args: readonly unknown[]): void {
    const number = (index: number): number => {
      const value = args[index];
      return typeof value === 'number' && Number.isFinite(value) ? value : 0;
    };
    switch (operation) {
      case OPS.save:
        this.#save();
        return;
      case OPS.restore:
        this.#restore();
        return;
      case OPS.transform:
        this.#transform(args as readonly number[]);
        return;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (args[0]) this.#ctm = compose(this.#ctm, args[0] as ArrayLike<number>);
        return;
      case OPS.beginAnnotation:
        this.#save();
        this.#ctm = this.#base;
        this.#clip = this.#page;
        if (args[2]) this.#ctm = compose(this.#ctm, args[2] as ArrayLike<number>);
        if (args[3]) this.#ctm = compose(this.#ctm, args[3] as ArrayLike<number>);
        return;
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#restore();
        return;
      case OPS.beginText:
        this.#textMatrix = IDENTITY;
        this.#place(0, 0);
        return;
      case OPS.setFont:
        this.#setFont(args);
        return;
      case OPS.setGState:
        this.#setGraphics(args[0]);
        return;
      case OPS.setLineWidth:
        this.#text.lineWidth = number(0);
        return;
      case OPS.setTextRenderingMode:
        this.#text.mode = number(0);
        return;
      case OPS.setFillRGBColor:
        this.#text.ink = { ...this.#text.ink, colour: String(args[0]) };
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        this.#text.ink = { ...this.#text.ink, colour: '' };
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipping = true;
        return;
      case OPS.setCharSpacing:
        this.#text.charSpacing = number(0);
        return;
      case OPS.setWordSpacing:
        this.#text.wordSpacing = number(0);
        return;
      case OPS.setHScale:
        this.#text.scale = number(0) / 100;
        return;
      case OPS.setLeading:
        this.#text.leading = -number(0);
        return;
      case OPS.setTextRise:
        this.#text.rise = number(0);
        return;
      case OPS.moveText:
        this.#place(this.#lineX + number(0), this.#lineY + number(1));
        return;
      case OPS.setLeadingMoveText:
        this.#text.leading = number(1);
        this.#place(this.#lineX + number(0), this.#lineY + number(1));
        return;
      case OPS.nextLine:
        this.#place(this.#lineX, this.#lineY + this.#text.leading);
        return;
      case OPS.setTextMatrix:
        this.#textMatrix = compose(IDENTITY, (args[0] ?? IDENTITY) as ArrayLike<number>);
        this.#place(0, 0);
        return;
      case OPS.showText:
        this.#show((args[0] ?? []) as readonly (number | ShownGlyph | null)[]);
        return;
      case OPS.constructPath:
        this.#path(number(0), args[1]);
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const tag = args[0];
        const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;
        this.#marks.push(name === 'Artifact');
        if (name === 'Artifact') this.#artifacts++;
        return;
      }
      case OPS.endMarkedContent:
        if (this.#marks.pop()) this.#artifacts--;
        return;
      case OPS.shadingFill:
        this.#visibility.picture(this.#clip);
        this.#drawn = true;
        return;
      case OPS.paintImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintSolidColorImageMask:
        this.#drawn = true;
        return;
    }
  }

  #save(): void {
    // A content stream may open states without end; beyond any real depth they are not kept apart.
    if (this.#stack.length < 10_000)
      this.#stack.push({ ctm: this.#ctm, text: { ...this.#text }, clip: this.#clip });
  }

  #restore(): void {
    const state = this.#stack.pop();
    if (state === undefined) return;
    this.#ctm = state.ctm;
    this.#text = state.text;
    this.#clip = state.clip;
  }

  #transform(by: ArrayLike<number>): void {
    this.#ctm = compose(this.#ctm, by);
    const [a, b, c, d, e, f] = this.#ctm;
    // Pictures are left out by the library before they are decoded; what remains is the space scaled for them.
    if (!(Math.abs(a * d - b * c) > PICTURE_SCALE)) return;
    const box = {
      left: Math.min(e, e + a, e + c, e + a + c),
      right: Math.max(e, e + a, e + c, e + a + c),
      top: Math.min(f, f + b, f + d, f + b + d),
      bottom: Math.max(f, f + b, f + d, f + b + d),
    };
    this.#pictures.push(box);
    this.#visibility.picture(box);
  }

  #place(x: number, y: number): void {
    this.#lineX = x;
    this.#lineY = y;
    this.#x = x;
    this.#y = y;
  }

  #setFont(args: readonly unknown[]): void {
    const [name, size] = args;
    this.#text.font = (typeof name === 'string' ? this.#fonts.get(name) : undefined) ?? PLAIN_FONT;
    this.#text.size = typeof size === 'number' && Number.isFinite(size) ? size : 0;
  }

  #setGraphics(states: unknown): void {
    if (!Array.isArray(states)) return;
    for (const [key, value] of states as readonly (readonly [string, unknown])[]) {
      if (key === 'Font' && Array.isArray(value)) this.#setFont(value);
      if (key === 'ca' && typeof value === 'number')
        this.#text.ink = { ...this.#text.ink, opaque: value === 1, none: value === 0 };
      if (key === 'LW' && typeof value === 'number') this.#text.lineWidth = value;
    }
  }

  #show(glyphs: readonly (number | ShownGlyph | null)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ink, mode } = this.#text;
    const space = compose(this.#ctm, this.#textMatrix);
    const [a, b, c, d, e, f] = space;
    const height = Math.hypot(c, d) * Math.abs(size);
    const angle = direction(a * Math.sign(size || 1), b * Math.sign(size || 1));
    for (const glyph of glyphs) {
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
      if (dropped > 0) this.#drawn = true;
      this.#undecoded += dropped;
      // A vertical font draws each glyph upright below the last: its origin is the middle of its top edge.
      const x = font.vertical ? this.#x - advance / 2 : this.#x;
      const y = font.vertical ? this.#y - 0.88 * size : this.#y + rise;
      if (text !== '' && !this.full)
        this.#visibility.draw(
          {
            text,
            x: a * x + c * y + e,
            y: b * x + d * y + f,
            width: Math.hypot(a, b) * Math.abs(advance),
            size: height,
            angle,
            artifact: this.#artifacts > 0,
          },
          mode === 3 ? { ...ink, none: true } : OUTLINED.has(mode) ? { ...ink, colour: BLACK.colour } : ink,
          this.#clip,
        );
      if (font.vertical) this.#y += -((glyph.vmetric?.[0] ?? -1000) / -1000) * size - gap;
      else this.#x += advance + gap * scale;
    }
  }

  #path(operation: number, data: unknown): void {
    const path = Array.isArray(data) ? data[0] : undefined;
    const clipping = this.#clipping;
    this.#clipping = false;
    if (!(path instanceof Float32Array)) return;
    this.#paint(operation, path);
    if (clipping) this.#clip = common(this.#clip, boxOf(path as Path, this.#ctm));
  }

  #paint(operation: number, path: Path): void {
    switch (operation) {
      case OPS.fillStroke:
      case OPS.eoFillStroke:
      case OPS.closeFillStroke:
      case OPS.closeEOFillStroke:
        this.#fill(path);
        this.#rules.stroke(path, this.#ctm, this.#clip);
        return;
      case OPS.stroke:
      case OPS.closeStroke:
        this.#rules.stroke(path, this.#ctm, this.#clip);
        return;
      case OPS.fill:
      case OPS.eoFill:
        this.#rules.fill(path, this.#ctm, this.#clip);
        this.#fill(path);
        return;
    }
  }

  #fill(path: Path): void {
    const box = common(this.#clip, boxOf(path, this.#ctm));
    // Outlines other than one box cover less than the box around them, but white text may stand on them.
    const { ink } = this.#text;
    this.#visibility.fill(box, path.length <= ONE_BOX ? ink : { ...ink, opaque: false });
  }
}

/** The reading direction in degrees clockwise as seen on the page, right angles exact, others rounded. */
function direction(dx: number, dy: number): number {
  if (Math.abs(dy) <= Math.abs(dx) * 0.03) return dx >= 0 ? 0 : 180;
  if (Math.abs(dx) <= Math.abs(dy) * 0.03) return dy >= 0 ? 90 : 270;
  return Math.round(((Math.atan2(dy, dx) * 180) / Math.PI + 360) % 360) || 1;
}
