import { type FontFacts, PLAIN_FONT } from './fonts.js';
import { OPS } from './pdfjs.js';
import { BLACK, type Ink, inkOf } from './visibility.js';

/** The part of the graphics state that says how text, and what else is filled, comes out. */
export interface TextState {
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

export const initialState = (): TextState => ({ ...INITIAL });

/**
 * Applies an operation that sets how text is drawn, not where.
 * @returns whether it was one
 */
export function setState(
  state: TextState,
  operation: number,
  args: readonly unknown[],
  fonts: ReadonlyMap<string, FontFacts>,
): boolean {
  const value = args[0];
  const number = typeof value === 'number' && Number.isFinite(value) ? value : 0;
  switch (operation) {
    case OPS.setFont:
      setFont(state, args, fonts);
      return true;
    case OPS.setGState:
      setGraphics(state, value, fonts);
      return true;
    case OPS.setLineWidth:
      state.lineWidth = number;
      return true;
    case OPS.setTextRenderingMode:
      state.mode = number;
      return true;
    case OPS.setFillRGBColor:
      state.ink = inkOf(String(value), state.ink);
      return true;
    case OPS.setFillColorN:
    case OPS.setFillTransparent:
      state.ink = inkOf('', state.ink);
      return true;
    case OPS.setCharSpacing:
      state.charSpacing = number;
      return true;
    case OPS.setWordSpacing:
      state.wordSpacing = number;
      return true;
    case OPS.setHScale:
      state.scale = number / 100;
      return true;
    case OPS.setLeading:
      state.leading = -number;
      return true;
    case OPS.setTextRise:
      state.rise = number;
      return true;
    default:
      return false;
  }
}

function setFont(state: TextState, args: readonly unknown[], fonts: ReadonlyMap<string, FontFacts>): void {
  const [name, size] = args;
  state.font = (typeof name === 'string' ? fonts.get(name) : undefined) ?? PLAIN_FONT;
  state.size = typeof size === 'number' && Number.isFinite(size) ? size : 0;
}

function setGraphics(state: TextState, entries: unknown, fonts: ReadonlyMap<string, FontFacts>): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries as readonly (readonly [string, unknown])[]) {
    if (key === 'Font' && Array.isArray(value)) setFont(state, value, fonts);
    if (key === 'ca' && typeof value === 'number')
      state.ink = { ...state.ink, opaque: value === 1, none: value === 0 };
    if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
  }
}
