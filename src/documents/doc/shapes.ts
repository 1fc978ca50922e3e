/** Drawn shapes (OfficeArt): which of them are pictures, and the words drawn as WordArt, watermarks among them. */
import { utf16, viewOf } from './word-file.js';

/** What is known of a drawn shape. */
export interface Shape {
  readonly picture: boolean;
  /** Words drawn as WordArt, '' for other shapes. */
  readonly words: string;
  readonly watermark: boolean;
}

const CONTAINER = 0x0f;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const SHAPE_NUMBER = 0xf00a;
const PROPERTIES = 0xf00b;
const DRAWING = 0xf002;
const PICTURE = 0x104;
const ART_TEXT = 0x0c0;
const NAME = 0x380;
const HEADER_BYTES = 8;
const PROPERTY_BYTES = 6;
const WATERMARK_NAME = /watermark|水印/i;
/** Groups within groups; deeper is damage. */
const DEEPEST = 32;

/** Shapes by number. */
export function readShapes(art: Uint8Array): ReadonlyMap<number, Shape> {
  const shapes = new Map<number, Shape>();
  const first = record(art, 0);
  if (!first) return shapes;
  // Behind the container of what all drawings share stand the drawings, each behind one byte that tells its story.
  for (let at = first.end; at + 1 < art.length; ) {
    const drawing = record(art, at + 1);
    if (drawing?.type !== DRAWING) break;
    collect(drawing.body, shapes, 0);
    at = drawing.end;
  }
  return shapes;
}

interface ArtRecord {
  readonly type: number;
  readonly container: boolean;
  /** Number of properties, in a list of properties. */
  readonly instance: number;
  readonly body: Uint8Array;
  readonly end: number;
}

function record(bytes: Uint8Array, at: number): ArtRecord | null {
  if (at + HEADER_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const head = view.getUint16(at, true);
  const end = at + HEADER_BYTES + view.getUint32(at + 4, true);
  return {
    type: view.getUint16(at + 2, true),
    container: (head & 0x0f) === CONTAINER,
    instance: head >> 4,
    body: bytes.subarray(at + HEADER_BYTES, end),
    end,
  };
}

function* records(bytes: Uint8Array): Generator<ArtRecord> {
  for (let found = record(bytes, 0); found; found = record(bytes, found.end)) yield found;
}

/**
 * Notes the shapes of a container and returns their numbers. The first shape of a group stands for the group, which
 * is where it is anchored, and is a picture when one is in it.
 */
function collect(bytes: Uint8Array, shapes: Map<number, Shape>, depth: number): number[] {
  const numbers: number[] = [];
  if (depth > DEEPEST) return numbers;
  for (const { type, container, body } of records(bytes)) {
    if (type === SHAPE) numbers.push(...shape(body, shapes));
    else if (container) {
      const members = collect(body, shapes, depth + 1);
      const group = members[0];
      const first = group === undefined ? undefined : shapes.get(group);
      if (type === GROUP && depth > 0 && group !== undefined && first)
        shapes.set(group, { ...first, picture: members.some((number) => shapes.get(number)?.picture) });
      for (const number of members) numbers.push(number);
    }
  }
  return numbers;
}

function shape(bytes: Uint8Array, shapes: Map<number, Shape>): number[] {
  let number: number | null = null;
  let found: Shape = { picture: false, words: '', watermark: false };
  for (const { type, instance, body } of records(bytes)) {
    if (type === SHAPE_NUMBER && body.length >= 4) number = viewOf(body).getUint32(0, true);
    else if (type === PROPERTIES) found = properties(body, instance);
  }
  if (number === null) return [];
  shapes.set(number, found);
  return [number];
}

function properties(list: Uint8Array, count: number): Shape {
  const view = viewOf(list);
  let picture = false;
  const texts = new Map<number, string>();
  let at = count * PROPERTY_BYTES;
  for (let i = 0; i < count && (i + 1) * PROPERTY_BYTES <= list.length; i++) {
    const id = view.getUint16(i * PROPERTY_BYTES, true);
    const value = view.getUint32(i * PROPERTY_BYTES + 2, true);
    const property = id & 0x3fff;
    if (property === PICTURE) picture = true;
    if ((id & 0x8000) === 0) continue;
    // The values of complex properties follow the list, in its order.
    if (property === ART_TEXT || property === NAME)
      texts.set(property, utf16(list.subarray(at, at + value)).split('\0')[0] ?? '');
    at += value;
  }
  return {
    picture,
    words: texts.get(ART_TEXT) ?? '',
    watermark: WATERMARK_NAME.test(texts.get(NAME) ?? ''),
  };
}
