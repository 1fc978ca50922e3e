import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { openPackage } from '../../../src/documents/ooxml/package.ts';
import { parseXml, type XmlElement } from '../../../src/documents/ooxml/xml.ts';

const LIMITS = { ...DEFAULT_LIMITS, unpackedBytes: 10_000, parts: 20 };
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes);
/** Places of the 4-byte mark that begins each directory entry. */
function entries(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) found.push(at);
  return found;
}
const edited = (bytes: Uint8Array, edit: (view: DataView, entry: number) => void): Uint8Array => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const entry of entries(copy)) edit(view, entry);
  return copy;
};

describe('packages', () => {
  const good = zip({ 'word/document.xml': '正文', 'word/styles.xml': 'x'.repeat(100) });

  it('parts by name, whatever case and slashes', () => {
    const pkg = openPackage(zip({ 'Word\\Document.xml': '正文' }), LIMITS);
    expect(text(pkg.part('word/document.xml'))).toBe('正文');
    expect(pkg.has('/word/document.xml')).toBe(true);
    expect(pkg.part('word/other.xml')).toBeNull();
  });

  it('bytes put before the package are no harm', () => {
    const shifted = new Uint8Array(good.length + 50);
    shifted.set(good, 50);
    expect(text(openPackage(shifted, LIMITS).part('word/document.xml'))).toBe('正文');
  });

  it('the first of two parts of one name counts', () => {
    const twice = zip({ 'word/document.xml': '真', 'word/DOCUMENT.xml': '假' });
    expect(text(openPackage(twice, LIMITS).part('word/document.xml'))).toBe('真');
  });

  it('a size that the directory makes up is not believed', () => {
    const lying = edited(zip({ a: 'x'.repeat(20_000) }), (view, at) => view.setUint32(at + 24, 10, true));
    expect(() => openPackage(lying, LIMITS).part('a')).toThrow('解压后超过');
  });

  it('what is unpacked is counted over all parts', () => {
    const pkg = openPackage(
      edited(zip({ a: 'x'.repeat(6_000), b: 'y'.repeat(6_000) }), (view, at) =>
        view.setUint32(at + 24, 10, true),
      ),
      LIMITS,
    );
    expect(pkg.part('a')).toHaveLength(6_000);
    expect(() => pkg.part('b')).toThrow('解压后超过');
  });

  it.each([
    ['declared too large', edited(good, (view, at) => view.setUint32(at + 24, 50_000, true)), '解压后超过'],
    ['one stream shared', edited(good, (view, at) => view.setUint32(at + 42, 0, true)), '重叠'],
    [
      'too many parts',
      zip(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`p${i}`, 'x']))),
      '30 个部件',
    ],
    ['no directory', good.slice(0, -30), '损坏'],
    ['nothing', new Uint8Array(), '损坏'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(() => openPackage(bytes, LIMITS)).toThrow(UnreadableError);
    expect(() => openPackage(bytes, LIMITS)).toThrow(reason);
  });

  it('a part under a password is named as such', () => {
    const locked = edited(good, (view, at) => view.setUint16(at + 8, 1, true));
    expect(() => openPackage(locked, LIMITS).part('word/document.xml')).toThrow('密码');
  });

  it('sizes in a zip64 field are found', () => {
    const part = strToU8('x'.repeat(50));
    const plain = zipSync({ a: [part, { level: 0, extra: { 1: new Uint8Array(16) } }] });
    const wide = edited(plain, (view, at) => {
      const extra = at + 46 + view.getUint16(at + 28, true);
      expect(view.getUint16(extra, true)).toBe(1);
      view.setBigUint64(extra + 4, BigInt(view.getUint32(at + 24, true)), true);
      view.setBigUint64(extra + 12, BigInt(view.getUint32(at + 20, true)), true);
      view.setUint32(at + 20, 0xffff_ffff, true);
      view.setUint32(at + 24, 0xffff_ffff, true);
    });
    expect(text(openPackage(wide, LIMITS).part('a'))).toBe('x'.repeat(50));
  });
});

describe('XML parts', () => {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const parse = (source: string | Uint8Array, onIllegal?: (count: number) => void): XmlElement =>
    parseXml(typeof source === 'string' ? strToU8(source) : source, {
      part: 'word/document.xml',
      limits: DEFAULT_LIMITS,
      ...(onIllegal === undefined ? {} : { onIllegal }),
    });
  const flat = (element: XmlElement): string =>
    `${element.name}(${element.children.map((node) => (typeof node === 'string' ? node : flat(node))).join('')})`;

  it.each([
    ['the usual prefix', `<w:p xmlns:w="${W}"><w:t>甲</w:t></w:p>`],
    ['another prefix', `<ns0:p xmlns:ns0="${W}"><ns0:t>甲</ns0:t></ns0:p>`],
    ['no prefix', `<p xmlns="${W}"><t>甲</t></p>`],
    ['strict', `<w:p xmlns:w="${STRICT}"><w:t>甲</w:t></w:p>`],
    ['declared again inside', `<w:p xmlns:w="${W}"><x:t xmlns:x="${STRICT}">甲</x:t></w:p>`],
    ['words in a section of raw text', `<w:p xmlns:w="${W}"><w:t><![CDATA[甲]]></w:t></w:p>`],
  ])('names are canonical: %s', (_, source) => {
    expect(flat(parse(source))).toBe('w:p(w:t(甲))');
  });

  it('a foreign name is no Word name', () => {
    expect(flat(parse('<w:p xmlns:w="urn:other"/>'))).toBe('{urn:other}p()');
  });

  it.each(['utf-16le', 'utf-16be'])('%s with and without a mark', (encoding) => {
    const source = `<p>甲</p>`;
    for (const start of ['\ufeff', '']) {
      const units = [...`${start}${source}`].map((char) => char.charCodeAt(0));
      const bytes = new Uint8Array(units.length * 2);
      const view = new DataView(bytes.buffer);
      units.forEach((unit, i) => {
        view.setUint16(i * 2, unit, encoding === 'utf-16le');
      });
      expect(flat(parse(bytes))).toBe('p(甲)');
    }
  });

  it('GBK when the declaration says so', () => {
    const bytes = new Uint8Array([
      ...strToU8('<?xml version="1.0" encoding="GBK"?><p>'),
      0xbc,
      0xd7,
      ...strToU8('</p>'),
    ]);
    expect(flat(parse(bytes))).toBe('p(甲)');
  });

  it('forbidden characters are taken out and counted', () => {
    let count = 0;
    const root = parse('<p>得分\u0001&#x2;&#xD800;&#0;9&#54;\ufffe</p>', (n) => {
      count = n;
    });
    expect(flat(root)).toBe('p(得分96)');
    expect(count).toBe(5);
  });

  it('nothing is cut where a long part is taken in pieces', () => {
    const filler = 'x'.repeat(999_990);
    for (let shift = 0; shift < 14; shift++) {
      const words = `${'y'.repeat(shift)}&#x7532;乙&amp;𠮷&lt;`;
      expect(flat(parse(`<p>${filler}${words}</p>`))).toBe(`p(${filler}${'y'.repeat(shift)}甲乙&𠮷<)`);
    }
  });

  it.each([
    ['a document type', '<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>', 'DTD'],
    [
      'a document type late in the prologue',
      `<!--${'x'.repeat(5_000)}--><!DOCTYPE p SYSTEM "http://fixture.invalid/a"><p/>`,
      'DTD',
    ],
    ['an entity nobody declared', '<p>&a;</p>', '不是合法的 XML'],
    ['an element left open', '<p><q></p>', '不是合法的 XML'],
    ['nothing', '', '损坏'],
    ['deep nesting', '<p>'.repeat(600), '嵌套'],
  ])('%s is refused', (_, source, reason) => {
    expect(() => parse(source)).toThrow(UnreadableError);
    expect(() => parse(source)).toThrow(reason);
  });

  it('a comment that speaks of a document type is no document type', () => {
    expect(flat(parse('<!-- <!DOCTYPE p> --><p/>'))).toBe('p()');
  });
});
