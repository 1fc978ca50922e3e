/** What the layout of text needs to know about a font. */
export interface FontFacts {
  /** Glyphs run downwards. */
  readonly vertical: boolean;
  /** Horizontal glyph units in text space: what the font's matrix says, 0.001 without one. */
  readonly scale: number;
}

export const PLAIN_FONT: FontFacts = { vertical: false, scale: 0.001 };

// The fixed head of the packed font record of pdf.js 5.4: two bits for each of ten yes/no facts (value 2 is yes),
// three numbers of eight bytes, a box of 1 + 8 bytes, then the font matrix as a count and six doubles.
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
  return {
    vertical: fact(VERTICAL_FACT),
    // The library states widths in the units of the matrix: fonts of 2048 units have one, as Type 3 fonts do.
    scale: Number.isFinite(scale) && scale !== 0 ? Math.abs(scale) : 0.001,
  };
}
