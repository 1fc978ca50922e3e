import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withoutFontPrograms } from '../../../src/documents/pdf/font-programs.ts';

/** The objects of a file that matter here; only fonts and descriptors are looked at. */
const file = (...objects: readonly string[]): string =>
  `%PDF-1.7\n${objects.map((text, i) => `${i + 1} 0 obj\n${text}\nendobj\n`).join('')}`;

const struck = (pdf: string): string =>
  Buffer.from(withoutFontPrograms(Buffer.from(pdf, 'latin1'))).toString('latin1');

const TYPE0 = '<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[2 0 R]/ToUnicode 9 0 R>>';
const CID = '<</Type/Font/Subtype/CIDFontType2/W[1[500 1000]]/FontDescriptor 3 0 R>>';
const DESCRIPTOR = '<</Type/FontDescriptor/FontName/ABCDEF+SimSun/Flags 4/FontFile2 8 0 R>>';
const kept = (pdf: string): void => expect(struck(pdf)).toBe(pdf);

describe('outlines of fonts that are legible without them', () => {
  test('a composite font that says what its codes mean', () => {
    const pdf = file(TYPE0, CID, DESCRIPTOR);
    expect(struck(pdf)).toBe(pdf.replace('/FontFile2', '/fontFile2'));
  });

  test.each(['/FontFile 8 0 R', '/FontFile3  8 0 R'])('%s', (mention) => {
    const pdf = file(TYPE0, CID, DESCRIPTOR.replace('/FontFile2 8 0 R', mention));
    expect(struck(pdf)).toBe(pdf.replace('/FontFile', '/fontFile'));
  });

  test('the list between two fonts may be an object of its own, as Word writes it', () => {
    const pdf = file(TYPE0.replace('[2 0 R]', ' 4 0 R'), CID, DESCRIPTOR, '[ 2 0 R]');
    expect(struck(pdf)).toContain('/fontFile2');
  });

  test('a simple font with the usual table, or with a table of its own', () => {
    const usual = '<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/FontDescriptor 3 0 R>>';
    const own = '<</Type/Font/Subtype/TrueType/ToUnicode 9 0 R/FontDescriptor 3 0 R>>';
    for (const font of [usual, own]) expect(struck(file('<<>>', font, DESCRIPTOR))).toContain('/fontFile2');
  });
});

/** A font whose outlines name its codes, and the table of meanings that it has besides. */
const TYPE1 = '<</Type/Font/Subtype/Type1/FirstChar 0/LastChar 3/ToUnicode 4 0 R/FontDescriptor 3 0 R>>';
const table = (rows: string, pack = (text: string): string => text): string => {
  const body = pack(`/CIDInit/ProcSet findresource begin\nbegincmap\n${rows}\nendcmap`);
  return `<</Length ${body.length}>>\nstream\n${body}\nendstream`;
};
const packed = (text: string): string => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
const ALL =
  '2 beginbfchar\n<01> <6B66>\n<03> <0031>\nendbfchar\n1 beginbfrange\n<02> <02> <5CAD>\nendbfrange';

describe('a simple font whose outlines name its codes', () => {
  test.each([
    ['plain', table(ALL)],
    ['packed', table(ALL, packed)],
  ])('is no longer of its kind where its own %s table explains every code', (_how, rows) => {
    const pdf = file('<<>>', TYPE1, DESCRIPTOR, rows);
    expect(struck(pdf)).toBe(
      pdf.replace('/FontFile2', '/fontFile2').replace('/Subtype/Type1', '/Subtype/Type_'),
    );
  });

  test.each([
    ['a code without a meaning', table(ALL.replace('<03> <0031>', ''))],
    ['a table that cannot be read', table(ALL, () => '?')],
    ['no table there', '<<>>'],
  ])('stays as it is: %s', (_why, rows) => kept(file('<<>>', TYPE1, DESCRIPTOR, rows)));

  test('stays as it is with an encoding, or without outlines', () => {
    kept(
      file(
        '<<>>',
        TYPE1.replace('/ToUnicode', '/Encoding/WinAnsiEncoding/ToUnicode'),
        DESCRIPTOR,
        table(ALL),
      ),
    );
    kept(file('<<>>', TYPE1, DESCRIPTOR.replace('ABCDEF+', ''), table(ALL)));
  });
});

describe('outlines that stay', () => {
  test('codes that only the outlines explain', () => {
    kept(file(TYPE0.replace('/ToUnicode 9 0 R', ''), CID, DESCRIPTOR));
    kept(file('<<>>', '<</Type/Font/Subtype/TrueType/FontDescriptor 3 0 R>>', DESCRIPTOR));
  });

  test('two tables in one simple font', () => {
    const font =
      '<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/ToUnicode 9 0 R/FontDescriptor 3 0 R>>';
    kept(file('<<>>', font, DESCRIPTOR));
  });

  test('a font that runs downwards', () =>
    kept(file(TYPE0.replace('Identity-H', 'Identity-V'), CID, DESCRIPTOR)));

  test('a font named in full', () => kept(file(TYPE0, CID, DESCRIPTOR.replace('ABCDEF+', ''))));

  test('a descriptor that another font needs', () => {
    kept(file(TYPE0, CID, DESCRIPTOR, '<</Type/Font/Subtype/Type1/FontDescriptor 3 0 R>>'));
    kept(file(TYPE0, CID, DESCRIPTOR, TYPE0.replace('/ToUnicode 9 0 R', '')));
  });

  test('what only looks like a font inside a stream', () => {
    const pdf = file(TYPE0, CID, `<</Length 99>>\nstream\n${DESCRIPTOR}\nendstream`);
    kept(pdf);
  });
});

test('the original is not touched, and no length changes', () => {
  const bytes = Buffer.from(file(TYPE0, CID, DESCRIPTOR), 'latin1');
  const before = Buffer.from(bytes);
  expect(withoutFontPrograms(bytes).length).toBe(bytes.length);
  expect(bytes.equals(before)).toBe(true);
});
