import type { Box, PageContent } from './content.js';
import type { FontFacts } from './fonts.js';
import { linesOf } from './lines.js';
import { compose, type Matrix } from './matrix.js';
import { OPS, type PDFPageProxy } from './pdfjs.js';
import { boxOf, type Path, Rules } from './rules.js';
import { initialState, setState, type TextState } from './text-state.js';
import { Typesetter } from './typesetter.js';
import { common, Visibility } from './visibility.js';

/** A picture's unit square is larger than this (square points) on the page; nothing else scales space so far. */
const PICTURE_SCALE = 100;

/** Numbers that describe a path of one box at most: four or five corners and an end. */
const ONE_BOX = 16;

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
  readonly #typesetter = new Typesetter(this.#visibility);
  readonly #page: Box;
  readonly #rules = new Rules();
  readonly #pictures: Box[] = [];
  #ctm: Matrix;
  #clip: Box;
  #clipping = false;
  #text: TextState = initialState();
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
    return this.#typesetter.full;
  }

  content(page: number, width: number, height: number): PageContent {
    const { undecoded } = this.#typesetter;
    const drawn = this.#drawn || undecoded > 0 || this.#pictures.length > 0 || this.#rules.shapes > 0;
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
      undecoded,
      drawn,
      overflow: this.full || this.#rules.overflow,
    };
  }

  play(operation: number, args: readonly unknown[]): void {
    const text = this.#text;
    if (setState(text, operation, args, this.#fonts) || this.#typesetter.move(operation, args, text)) return;
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
      case OPS.clip:
      case OPS.eoClip:
        this.#clipping = true;
        return;
      case OPS.showText:
        this.#typesetter.show(args[0], text, {
          ctm: this.#ctm,
          clip: this.#clip,
          artifact: this.#artifacts > 0,
        });
        return;
      case OPS.constructPath:
        this.#path(args[0], args[1]);
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

  #path(operation: unknown, data: unknown): void {
    const path = Array.isArray(data) ? data[0] : undefined;
    const clipping = this.#clipping;
    this.#clipping = false;
    if (!(path instanceof Float32Array)) return;
    this.#paint(operation, path);
    if (clipping) this.#clip = common(this.#clip, boxOf(path as Path, this.#ctm));
  }

  #paint(operation: unknown, path: Path): void {
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
