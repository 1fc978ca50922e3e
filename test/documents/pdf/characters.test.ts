import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clean } from '../../../src/documents/pdf/characters.ts';
import { RADICALS } from '../../../src/documents/pdf/radicals.ts';
import { haveSharedReports, sharedJson } from '../../support/shared-reports.ts';

describe('characters of a PDF', () => {
  it.each([
    ['⽬', '目'],
    ['⻔', '门'],
    ['⺠', '民'],
    ['⼾', '户'],
    ['⿈', '黄'],
    ['⻘', '青'],
    ['⻓', '长'],
    ['目', '目'],
    ['９７', '９７'],
    ['①', '①'],
    ['㎡', '㎡'],
    ['ﬁ', 'fi'],
    ['\uf0a3', '≤'],
    ['\u00a0', ' '],
    ['\u2015', '—'],
  ])('reads %s as %s', (printed, words) => {
    expect(clean(printed)).toEqual({ text: words, dropped: 0 });
  });

  it.each(['\u001b', '\u0007', '\u009b', '\u202e', '\ue123', '\uf0fe', '\ud800', '\ufffd'])(
    'drops the unreadable %j and counts it',
    (character) => {
      expect(clean(`9${character}7`)).toEqual({ text: '97', dropped: 1 });
    },
  );

  it('drops what is invisible without counting it as lost', () => {
    expect(clean('75\u200b2\u00ad.48')).toEqual({ text: '752.48', dropped: 0 });
  });

  it('keeps characters beyond the basic plane', () => {
    expect(clean('𠮷')).toEqual({ text: '𠮷', dropped: 0 });
  });

  it('knows every character of the radicals supplement', () => {
    for (let code = 0x2e80; code <= 0x2ef3; code++) {
      if (code === 0x2e9a) continue;
      const { text } = clean(String.fromCodePoint(code));
      expect(text, code.toString(16)).not.toMatch(/[\u2e80-\u2fdf]/);
    }
    expect(Object.keys(RADICALS)).toHaveLength(115);
  });

  it.skipIf(!haveSharedReports)('folds the radicals of a real browser export', () => {
    const schema = z.object({
      files: z.object({
        'chrome-type3.pdf': z.object({
          toUnicodeRadicals: z.object({
            map: z.array(z.object({ codePoint: z.string(), means: z.string() })),
          }),
        }),
      }),
    });
    const { map } = schema.parse(sharedJson('wuling/wuling.json')).files['chrome-type3.pdf']
      .toUnicodeRadicals;
    expect(map).toHaveLength(49);
    for (const { codePoint, means } of map)
      expect(clean(String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16))).text).toBe(means);
  });
});
