/** What the Data stream tells of placeholders in the text: sizes of pictures, states of form fields. */
import { viewOf } from './word-file.js';

/** Size of a picture on the page, in centimetres. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const TWIPS_PER_CM = 567;
/** Scales are stated in thousandths. */
const WHOLE = 1000;
const PICTURE_HEADER_BYTES = 0x44;
const CHECKBOX = 1;
const DROPDOWN = 2;
/** The state of a form field that was never touched: its default counts. */
const UNTOUCHED = 25;

/** The size of the picture described at a place of the stream; null when it is not stated there. */
export function pictureSize(data: Uint8Array, at: number): Size | null {
  if (at + PICTURE_HEADER_BYTES > data.length) return null;
  const view = viewOf(data);
  const side = (size: number, scale: number): number =>
    (view.getInt16(at + size, true) * view.getUint16(at + scale, true)) / WHOLE / TWIPS_PER_CM;
  const size = { width: side(0x1c, 0x20), height: side(0x1e, 0x22) };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** What a check box or drop-down field shows: ☑, □ or the chosen entry; null for other fields and broken ones. */
export function formFieldText(data: Uint8Array, at: number): string | null {
  const reader = new Reader(data, at + PICTURE_HEADER_BYTES);
  reader.skip(4);
  const bits = reader.word();
  const kind = bits & 0x03;
  const state = (bits >> 2) & 0x1f;
  if (kind !== CHECKBOX && kind !== DROPDOWN) return null;
  reader.skip(4);
  reader.text(true);
  const initial = reader.word();
  const chosen = state === UNTOUCHED ? initial : state;
  if (kind === CHECKBOX) return reader.broken ? null : chosen === 1 ? '☑' : '□';
  // Format, help, status line and two macro names stand before the entries.
  for (let i = 0; i < 5; i++) reader.text(true);
  reader.skip(2);
  const count = reader.word();
  reader.skip(2);
  let entry = '';
  for (let i = 0; i <= chosen && i < count && !reader.broken; i++) entry = reader.text(false);
  return reader.broken || chosen >= count ? null : entry;
}

/** Reads on from a place; beyond the end it yields zeros and says so. */
class Reader {
  broken = false;
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = viewOf(bytes);
    this.#at = at;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  word(): number {
    const at = this.#at;
    this.#at += 2;
    if (at + 2 <= this.#view.byteLength) return this.#view.getUint16(at, true);
    this.broken = true;
    return 0;
  }

  /** Text behind its length, which most texts follow with a zero. */
  text(terminated: boolean): string {
    let text = '';
    for (let left = this.word(); left > 0 && !this.broken; left--) text += String.fromCharCode(this.word());
    if (terminated) this.skip(2);
    return text;
  }
}
