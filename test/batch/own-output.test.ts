import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collect } from '../../src/batch/collect.ts';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { docx } from '../../src/formats/index.ts';
import type { ReportResult } from '../../src/formats/result.ts';
import { auditResult } from '../../src/formats/result.ts';
import { skippedLine } from '../../src/formats/words.ts';
import { at, finding, report } from '../support/result.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jihe-own-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PARTS = {
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>自评得分97分</w:t></w:r></w:p></w:body></w:document>`,
  ),
};
const SAVED_BY_WORD = { mtime: new Date(1980, 0, 1) };
const original = zipSync(PARTS, SAVED_BY_WORD);
const faulty = report({
  findings: [finding({ evidence: [{ quote: '97分', where: at({ paragraph: 1 }) }] })],
});

const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
async function written(given: ReportResult, from: Uint8Array | null): Promise<Uint8Array> {
  const bytes = await docx.render(given, from, DEFAULT_FORMAT_OPTIONS);
  if (typeof bytes === 'string') throw new Error('bytes expected');
  return bytes;
}
async function collected(...paths: readonly string[]): Promise<{ files: string[]; own: string[] }> {
  const { candidates, own } = await collect(paths.length === 0 ? [folder] : paths);
  return { files: candidates.map(({ path: one }) => basename(one)), own: own.map((one) => basename(one)) };
}

it.each(['', '/*.docx'])(
  'what an earlier run wrote is no report, by whatever name: folder%s',
  async (glob) => {
    put('报告.docx', original);
    put('甲.docx', await written(faulty, original));
    put('乙.docx', await written({ ...faulty, format: 'pdf' }, null));
    expect(await collected(folder + glob)).toEqual({ files: ['报告.docx'], own: ['甲.docx', '乙.docx'] });
  },
);

it('a commented copy that was worked on and saved again is the report’s next version', async () => {
  put('整改后.docx', zipSync(unzipSync(await written(faulty, original)), SAVED_BY_WORD));
  expect(await collected()).toEqual({ files: ['整改后.docx'], own: [] });
});

it('a report is taken under any name, and a file named alone always', async () => {
  put('报告-审核意见.docx', original);
  expect((await collected()).files).toEqual(['报告-审核意见.docx']);
  put('甲.docx', await written(faulty, original));
  expect((await collected(join(folder, '甲.docx'))).files).toEqual(['甲.docx']);
  // jihe check *.docx, where the shell makes the list
  const listed = ['报告-审核意见.docx', '甲.docx'].map((name) => join(folder, name));
  expect(await collected(...listed)).toEqual({ files: ['报告-审核意见.docx'], own: ['甲.docx'] });
});

it('is told, not passed over in silence', () => {
  expect(skippedLine(auditResult([report()], [], ['a/甲.docx']))).toBe(
    '另有 1 个文件是稽核此前写出的批注副本或审核意见，没有审核：甲.docx',
  );
});
