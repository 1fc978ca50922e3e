/**
 * Writes small Word 97 files byte by byte, for what no converter at hand writes: structures as Microsoft Word
 * stores them, and broken ones.
 */

/** A paragraph, cell or row end: its characters with the mark that ends it, and its property modifiers. */
export interface BuiltParagraph {
  readonly text: string;
  readonly sprms?: readonly number[];
}

export interface BuiltFile {
  readonly paragraphs: readonly BuiltParagraph[];
  /** Character ranges with modifiers, in order: from, to, modifiers. */
  readonly runs?: readonly (readonly [number, number, readonly number[]])[];
  readonly flags?: number;
  readonly magic?: number;
  readonly data?: Uint8Array;
  /** Fonts by number. */
  readonly fonts?: readonly string[];
}

const PAGE = 512;
const TEXT_AT = 2048;

export const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff)];

const IN_TABLE = [0x16, 0x24, 1];
const ROW_END = [0x17, 0x24, 1];

/** A cell of a built table. */
export interface BuiltCell {
  readonly text: string;
  /** Continues the cell above, or begins a cell that others continue. */
  readonly vertical?: 'start' | 'continue';
  readonly mergedLeft?: boolean;
}

/** Paragraphs of a row whose cells have these boundaries. */
export function row(edges: readonly number[], cells: readonly BuiltCell[]): BuiltParagraph[] {
  return [
    ...cells.map(({ text }) => ({ text: `${text}\x07`, sprms: IN_TABLE })),
    { text: '\x07', sprms: [...IN_TABLE, ...ROW_END, ...definition(edges, cells)] },
  ];
}

/** The modifier that defines a row. */
export function definition(edges: readonly number[], cells: readonly BuiltCell[]): number[] {
  const body = [
    cells.length,
    ...edges.flatMap(u16),
    ...cells.flatMap(({ vertical, mergedLeft }) => [
      (mergedLeft ? 0x02 : 0) | (vertical === 'continue' ? 0x20 : vertical === 'start' ? 0x60 : 0),
      ...new Array<number>(19).fill(0),
    ]),
  ];
  return [0x08, 0xd6, ...u16(body.length + 1), ...body];
}

/** The file, as bytes. */
export function build(file: BuiltFile): Uint8Array {
  const text = file.paragraphs.map((paragraph) => paragraph.text).join('');
  const characters = Buffer.from(text, 'utf16le');
  let at = 0;
  const lists = file.paragraphs.map(({ text: words, sprms = [] }) => {
    const from = TEXT_AT + at * 2;
    at += words.length;
    const list = [0, 0, ...sprms];
    // Odd lists state their length in words; a zero stands before the number of words of even ones.
    const papx = list.length % 2 === 1 ? [(list.length + 1) / 2, ...list] : [0, list.length / 2, ...list];
    return { from, to: TEXT_AT + at * 2, bytes: papx };
  });
  const paragraphPages = pages(lists, 13, 1);
  const runs = (file.runs ?? []).map(([from, to, sprms]) => ({
    from: TEXT_AT + from * 2,
    to: TEXT_AT + to * 2,
    bytes: [sprms.length, ...sprms],
  }));
  const characterPages = pages(runs, 1, 0);

  const textEnd = Math.ceil((TEXT_AT + characters.length) / PAGE) * PAGE;
  const allPages = [...paragraphPages, ...characterPages];
  const main = new Uint8Array(Math.max(textEnd + allPages.length * PAGE, 4096));
  main.set(characters, TEXT_AT);
  allPages.forEach((page, i) => {
    main.set(page.bytes, textEnd + i * PAGE);
  });

  const table: number[] = [];
  const fib = new DataView(main.buffer);
  const part = (pair: number, bytes: readonly number[]): void => {
    fib.setUint32(0x9a + pair * 8, table.length, true);
    fib.setUint32(0x9a + pair * 8 + 4, bytes.length, true);
    table.push(...bytes);
  };
  const index = (list: readonly Page[], first: number): number[] => [
    ...list.flatMap((page) => u32(page.from)),
    ...u32(list.at(-1)?.to ?? 0),
    ...list.flatMap((_, i) => u32(textEnd / PAGE + first + i)),
  ];
  part(33, [2, ...u32(16), ...u32(0), ...u32(text.length), 0, 0, ...u32(TEXT_AT), 0, 0]);
  part(13, index(paragraphPages, 0));
  if (characterPages.length > 0) part(12, index(characterPages, paragraphPages.length));
  if (file.fonts) part(15, fontTable(file.fonts));
  fib.setUint16(0, file.magic ?? 0xa5ec, true);
  fib.setUint16(0x0a, 0x0200 | (file.flags ?? 0), true);
  fib.setUint32(0x4c, text.length, true);
  return compound({
    WordDocument: main,
    '1Table': padded(Uint8Array.from(table)),
    ...(file.data ? { Data: padded(file.data) } : {}),
  });
}

const fontTable = (fonts: readonly string[]): number[] => [
  ...u16(fonts.length),
  0,
  0,
  ...fonts.flatMap((name) => {
    const entry = [...new Array<number>(39).fill(0), ...Buffer.from(`${name}\0`, 'utf16le')];
    return [entry.length, ...entry];
  }),
];

interface Page {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** Formatting pages: offsets, entries of a fixed size, and the lists at the page's end. */
function pages(
  runs: readonly { readonly from: number; readonly to: number; readonly bytes: readonly number[] }[],
  entryBytes: number,
  first: number,
): Page[] {
  const built: Page[] = [];
  for (let i = 0; i < runs.length; ) {
    const taken: (typeof runs)[number][] = [];
    let used = 5;
    for (let run = runs[i]; run; run = runs[i]) {
      const cost = 4 + entryBytes + run.bytes.length + 1;
      if (taken.length > 0 && used + cost > PAGE - 8) break;
      used += cost;
      taken.push(run);
      i++;
    }
    const bytes = new Uint8Array(PAGE);
    const view = new DataView(bytes.buffer);
    let end = PAGE - 2;
    taken.forEach((run, n) => {
      view.setUint32(n * 4, run.from, true);
      view.setUint32(n * 4 + 4, run.to, true);
      end -= run.bytes.length;
      end -= end & 1;
      bytes.set(run.bytes, end);
      bytes[(taken.length + 1) * 4 + n * entryBytes] = end / 2;
    });
    bytes[PAGE - 1] = taken.length;
    built.push({ from: taken[0]?.from ?? first, to: taken.at(-1)?.to ?? 0, bytes });
  }
  return built;
}

const padded = (bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(Math.max(4096, bytes.length));
  whole.set(bytes);
  return whole;
};

/** A compound file of streams of at least 4096 bytes, directly under the root. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const sectors: Uint8Array[] = [];
  const links: number[] = [];
  const put = (bytes: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += PAGE) {
      const sector = new Uint8Array(PAGE);
      sector.set(bytes.subarray(at, at + PAGE));
      sectors.push(sector);
      links.push(at + PAGE < bytes.length ? sectors.length : 0xfffffffe);
    }
    return first;
  };
  const entries = names.map((name) => ({ name, start: put(streams[name] ?? new Uint8Array(0)) }));
  const directory = new Uint8Array(Math.ceil((names.length + 1) / 4) * PAGE);
  const view = new DataView(directory.buffer);
  const entry = (
    i: number,
    name: string,
    type: number,
    child: number,
    right: number,
    start: number,
    size: number,
  ): void => {
    const at = i * 128;
    directory.set(Buffer.from(name, 'utf16le'), at);
    view.setUint16(at + 64, name.length * 2 + 2, true);
    directory[at + 66] = type;
    for (const [offset, value] of [
      [68, 0xffffffff],
      [72, right],
      [76, child],
      [116, start],
      [120, size],
    ] as const)
      view.setUint32(at + offset, value, true);
  };
  entry(0, 'Root Entry', 5, names.length > 0 ? 1 : 0xffffffff, 0xffffffff, 0xfffffffe, 0);
  entries.forEach(({ name, start }, i) => {
    entry(
      i + 1,
      name,
      2,
      0xffffffff,
      i + 2 <= names.length ? i + 2 : 0xffffffff,
      start,
      streams[name]?.length ?? 0,
    );
  });
  const directoryAt = put(directory);
  const tableSectors = Math.ceil((sectors.length + 8) / 127);
  const tableAt = sectors.length;
  const table = new Uint8Array(tableSectors * PAGE).fill(0xff);
  const tableView = new DataView(table.buffer);
  links.forEach((link, i) => {
    tableView.setUint32(i * 4, link, true);
  });
  for (let i = 0; i < tableSectors; i++) tableView.setUint32((tableAt + i) * 4, 0xfffffffd, true);
  const header = new Uint8Array(PAGE).fill(0);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const head = new DataView(header.buffer);
  for (const [offset, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.setUint16(offset, value, true);
  for (const [offset, value] of [
    [44, tableSectors],
    [48, directoryAt],
    [56, 4096],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
  ] as const)
    head.setUint32(offset, value, true);
  for (let i = 0; i < 109; i++) head.setUint32(76 + i * 4, i < tableSectors ? tableAt + i : 0xffffffff, true);
  return Buffer.concat([header, ...sectors, table]);
}
