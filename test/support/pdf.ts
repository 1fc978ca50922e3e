/** Writes small PDFs for tests: Chinese text in a font that is not embedded, rules stroked or filled, pictures. */

/** A page under construction; y counts from the top of the page. */
export class PdfPage {
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
  #content = '';

  constructor(width = 595, height = 842, rotate = 0) {
    this.width = width;
    this.height = height;
    this.rotate = rotate;
  }

  get content(): string {
    return this.#content;
  }

  /** Text whose baseline begins at x, y; full-width characters advance by the size, others by half of it. */
  text(x: number, y: number, words: string, size = 12): this {
    return this.raw(`BT /F1 ${size} Tf 1 0 0 1 ${x} ${this.height - y} Tm <${ucs2(words)}> Tj ET`);
  }

  /** Lines of text one under another. */
  lines(x: number, y: number, lines: readonly string[], size = 12, pitch = size * 1.5): this {
    lines.forEach((line, i) => {
      this.text(x, y + i * pitch, line, size);
    });
    return this;
  }

  /** A stroked straight rule. */
  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5): this {
    return this.raw(`${width} w ${x1} ${this.height - y1} m ${x2} ${this.height - y2} l S`);
  }

  /** A filled box, as Word draws borders. */
  bar(x: number, y: number, width: number, height: number): this {
    return this.raw(`${x} ${this.height - y - height} ${width} ${height} re f*`);
  }

  /** A ruled grid with the words of its cells, row by row; null continues the cell to the left. */
  grid(
    xs: readonly number[],
    ys: readonly number[],
    rows: readonly (readonly (string | null)[])[],
    size = 10,
  ): this {
    ys.forEach((y) => {
      this.rule(xs[0] ?? 0, y, xs.at(-1) ?? 0, y);
    });
    rows.forEach((row, r) => {
      row.forEach((words, c) => {
        const top = ys[r] ?? 0;
        if (words !== null) {
          this.rule(xs[c] ?? 0, top, xs[c] ?? 0, ys[r + 1] ?? 0);
          if (words !== '') this.lines((xs[c] ?? 0) + 3, top + size + 3, words.split('\n'), size, size * 1.3);
        }
      });
      this.rule(xs.at(-1) ?? 0, ys[r] ?? 0, xs.at(-1) ?? 0, ys[r + 1] ?? 0);
    });
    return this;
  }

  /** A picture of one grey dot over the box. */
  picture(x: number, y: number, width: number, height: number): this {
    return this.raw(`q ${width} 0 0 ${height} ${x} ${this.height - y - height} cm /Im1 Do Q`);
  }

  /** Content stream operators as they are. */
  raw(operators: string): this {
    this.#content += `${operators}\n`;
    return this;
  }
}

const ucs2 = (words: string): string =>
  [...words].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** The bytes of a PDF of these pages. */
export function pdfOf(...pages: readonly PdfPage[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  add(
    stream(
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      'x',
    ),
  );
  const kids = pages.map((page) => {
    const content = add(stream('<<', page.content));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${page.rotate} /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const stream = (dictionary: string, data: string): string =>
  `${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
