import type { Limits } from '../limits.js';
import type { Loss } from '../model.js';
import { UnreadableError } from '../model.js';
import { isUsual } from './characters.js';
import type { PageContent } from './content.js';
import { refuseBombs } from './guard.js';
import { layout, type PageLayout, type PrintedTable } from './layout.js';
import { loss, ranges } from './losses.js';
import { openPdf } from './open.js';
import { pageContent } from './operators.js';
import type { KnownEdges } from './row-ruled.js';
import { withoutStruck } from './struck.js';
import type { KnownColumns } from './text-columns.js';
import { upright } from './upright.js';

/** Every page laid out, and what could not be read of them. */
export interface PagesRead {
  readonly layouts: readonly PageLayout[];
  readonly pageCount: number;
  readonly losses: readonly Loss[];
}

/** Characters of foreign scripts on a page beyond this share: the font gives codes, not characters. */
const ODD_SHARE = 0.2;
/** A picture covering more than this share of a page may hold words. */
const PICTURE_SHARE = 0.08;

/** Characters of hidden words that are quoted. */
const LONGEST_QUOTE = 80;

/** Reads the pages one after another within the limits. */
export async function readPages(bytes: Uint8Array, limits: Limits): Promise<PagesRead> {
  refuseBombs(bytes);
  const started = performance.now();
  const pdf = await openPdf(bytes);
  try {
    const notes = new Notes(limits);
    const layouts: PageLayout[] = [];
    const columns: KnownColumns = new Map();
    const edges: KnownEdges = new Map();
    const pageCount = pdf.document.numPages;
    let characters = 0;
    for (let number = 1; number <= pageCount; number++) {
      const over = notes.over(number, pageCount, characters, (performance.now() - started) / 1000);
      if (over) break;
      try {
        const page = await pdf.document.getPage(number);
        const { content, struck } = withoutStruck(upright(await pageContent(page, pdf.fonts)));
        page.cleanup();
        notes.struck(number, struck);
        characters += content.glyphs.length;
        const laid = layout(content, columns, edges);
        notes.page(content, laid);
        layouts.push(laid);
      } catch (error) {
        if (error instanceof UnreadableError) throw error;
        notes.failed(number);
        // A page tree that lies about its length fails on every page from here on.
        if (notes.failures > 20) break;
      }
    }
    if (layouts.length === 0) throw new UnreadableError('PDF 已损坏，没有一页能读出来；请从原文档重新导出。');
    if (!intact(bytes)) notes.repaired();
    return {
      layouts,
      pageCount,
      losses: [...notes.losses(), ...notes.hidden(layouts)],
    };
  } finally {
    await pdf.close().catch(() => undefined);
  }
}

/** Whether the file ends as a whole PDF does; a cut file is repaired by the library without a word. */
function intact(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2_048))).toString('latin1');
  return /startxref\s+\d+\s+%%EOF/.test(tail);
}

/** Gathers what could not be read, page by page. */
class Notes {
  readonly #limits: Limits;
  readonly #textless: number[] = [];
  readonly #blank: number[] = [];
  readonly #undecoded: number[] = [];
  readonly #pictured: number[] = [];
  readonly #crowded: number[] = [];
  readonly #failed: number[] = [];
  readonly #recognised: number[] = [];
  readonly #unseen = new Map<number, readonly string[]>();
  readonly #losses: Loss[] = [];
  #withText = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get failures(): number {
    return this.#failed.length;
  }

  over(number: number, pageCount: number, characters: number, seconds: number): boolean {
    const rest = `第 ${number} 页起（共 ${pageCount} 页）没有读取`;
    const pages = [number];
    if (number > this.#limits.pages)
      this.#losses.push(loss('limit', `PDF 超过 ${this.#limits.pages} 页，${rest}。`, pages));
    else if (characters > this.#limits.characters)
      this.#losses.push(loss('limit', `文字超过 ${this.#limits.characters} 个字，${rest}。`, pages));
    else if (seconds > this.#limits.seconds)
      this.#losses.push(loss('limit', `读取超过 ${this.#limits.seconds} 秒，${rest}。`, pages));
    else return false;
    return true;
  }

  page(content: PageContent, laid: PageLayout): void {
    const words = content.glyphs.filter((glyph) => glyph.text.trim() !== '').length;
    if (words === 0) (content.drawn ? this.#textless : this.#blank).push(content.page);
    else {
      this.#withText++;
      if (this.#isUndecoded(content, words)) this.#undecoded.push(content.page);
      if (hidesWords(content)) this.#pictured.push(content.page);
    }
    if (laid.overflow) this.#crowded.push(content.page);
    if (content.recognised) this.#recognised.push(content.page);
    if (content.unseen.length > 0) this.#unseen.set(content.page, content.unseen);
  }

  /** Some characters have no meaning at all, or so many have an odd one that the font's code is not what it says. */
  #isUndecoded(content: PageContent, words: number): boolean {
    if (content.undecoded > 0) return true;
    const odd = content.glyphs.filter((glyph) => !isUsual(glyph.text)).length;
    return odd > ODD_SHARE * words;
  }

  struck(page: number, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const message = `${ranges([page])}有带删除线的文字，按已删除处理，未计入核查；请确认后删除或取消删除线。`;
    this.#losses.push(loss('hidden', message, [page], lines.join('').slice(0, LONGEST_QUOTE)));
  }

  failed(number: number): void {
    this.#failed.push(number);
  }

  repaired(): void {
    this.#losses.push(
      loss(
        'damaged',
        'PDF 文件不完整（结尾缺失），已尽力修复读取，可能缺少部分页面或内容；请从原文档重新导出核对。',
      ),
    );
  }

  /**
   * Words that stand in the file and are seen nowhere. Producers often write words a second time where they are
   * not seen, such as the lines of a table row that goes on overleaf: these are no loss.
   */
  hidden(layouts: readonly PageLayout[]): Loss[] {
    if (this.#unseen.size === 0) return [];
    const printed = printedWords(layouts);
    return [...this.#unseen].flatMap(([page, lines]) => {
      const lost = lines.filter((line) => {
        const words = line.replace(/\s/g, '');
        return /[\p{L}\p{N}]/u.test(words) && !printed.includes(words);
      });
      const message = `${ranges([page])}有看不见的文字（白色、透明、被遮盖或在页面之外），未计入核查；请确认后删除。`;
      return lost.length > 0 ? [loss('hidden', message, [page], lost.join('').slice(0, LONGEST_QUOTE))] : [];
    });
  }

  losses(): Loss[] {
    const result = [...this.#losses];
    // A blank sheet between written pages is meant so; a file in which nothing is written at all is not.
    const textless =
      this.#withText === 0 ? [...this.#textless, ...this.#blank].sort((a, b) => a - b) : this.#textless;
    if (textless.length > 0)
      result.push(
        loss(
          'no-text',
          `${ranges(textless)}没有文字层（多为扫描或图片），其中内容未经审核；请用文字识别（OCR）后的 PDF 或 Word 原件再审核。`,
          textless,
        ),
      );
    if (this.#failed.length > 0)
      result.push(
        loss('damaged', `${ranges(this.#failed)}已损坏，无法读取，其中内容未经审核。`, this.#failed),
      );
    if (this.#undecoded.length > 0)
      result.push(
        loss(
          'characters',
          `${ranges(this.#undecoded)}有字符无法还原或为控制字符，已略去，所涉数字和文字请对照原件核对。`,
          this.#undecoded,
        ),
      );
    if (this.#pictured.length > 0)
      result.push(
        loss('picture', `${ranges(this.#pictured)}有较大的图片，图片中的文字未经审核。`, this.#pictured),
      );
    if (this.#recognised.length > 0)
      result.push(
        loss(
          'picture',
          `${ranges(this.#recognised)}是图片，文字取自文字识别（OCR）层，可能认错；所涉数字请对照图片核对。`,
          this.#recognised,
        ),
      );
    if (this.#crowded.length > 0)
      result.push(loss('limit', `${ranges(this.#crowded)}的字符或线条过多，未全部读取。`, this.#crowded));
    return result;
  }
}

/** Everything that is printed on the pages, without white space. */
function printedWords(layouts: readonly PageLayout[]): string {
  const words: string[] = [];
  const table = ({ cells }: PrintedTable): void => {
    for (const cell of cells) {
      words.push(...cell.lines.map(({ line }) => line.text), '\n');
      cell.nested.forEach(table);
    }
  };
  for (const { items, watermarks } of layouts) {
    for (const item of items) {
      if (item.kind === 'line') words.push(item.line.text);
      else table(item);
    }
    words.push('\n', watermarks);
  }
  return words.join('').replace(/[^\S\n]/g, '');
}

/** A large picture with no text printed over it. */
function hidesWords(content: PageContent): boolean {
  const page = content.width * content.height;
  return content.pictures.some((box) => {
    const share = ((box.right - box.left) * (box.bottom - box.top)) / page;
    if (share < PICTURE_SHARE) return false;
    const over = content.glyphs.filter(
      (glyph) => glyph.x > box.left && glyph.x < box.right && glyph.y > box.top && glyph.y < box.bottom,
    );
    return over.length < 5;
  });
}
