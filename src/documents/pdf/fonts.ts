/** What the layout of text needs to know about a font. */
export interface FontFacts {
  /** Glyphs run downwards. */
  readonly vertical: boolean;
  /** Horizontal glyph units in text space: 0.001, but for Type 3 fonts whatever their matrix says. */
  readonly scale: number;
  /** The program is a set of drawings (Type 3). */
  readonly type3: boolean;
}

export const PLAIN_FONT: FontFacts = { vertical: false, scale: 0.001, type3: false };

// The fixed head of the packed font record of pdf.js 5.4: two bits for each of ten yes/no facts (value 2 is yes),
// three numbers of eight bytes, a box of 1 + 8 bytes, then the font matrix as a count and six doubles.
const TYPE3_FACT = 5;
const VERTICAL_FACT = 9;
const MATRIX_OFFSET = 3 + 3 * 8 + 1 + 8;

/** Reads the facts from the record that the parsing half of pdf.js sends for a font; a font in error is plain. */
export function fontFacts(payload: unknown): FontFacts {
  if (typeof payload !== 'object' || payload === null || !('data' in payload)) return PLAIN_FONT;
  const { data } = payload;
  if (!(data instanceof ArrayBuffer) || data.byteLength < MATRIX_OFFSET + 9) return PLAIN_FONT;
  const view = new DataView(data);
  const fact = (index: number): boolean =>
    ((view.getUint8(Math.floor(index / 4)) >> ((index * 2) % 8)) & 3) === 2;
  const scale = view.getUint8(MATRIX_OFFSET) === 0 ? 0.001 : view.getFloat64(MATRIX_OFFSET + 1, true);
  const type3 = fact(TYPE3_FACT);
  return {
    vertical: fact(VERTICAL_FACT),
    type3,
    scale: type3 && Number.isFinite(scale) && scale !== 0 ? Math.abs(scale) : 0.001,
  };
}
