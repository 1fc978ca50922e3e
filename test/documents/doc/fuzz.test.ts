import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDoc } from '../../../src/documents/doc/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { build, row } from './build.ts';

const folder = new URL('./fixtures/', import.meta.url);
const cells = ['产出', '24', '8'].map((text) => ({ text, vertical: 'start' as const }));
const seeds = [
  ...readdirSync(folder).map((name) => readFileSync(new URL(name, folder))),
  Buffer.from(
    build({ paragraphs: [...row([0, 900, 1800, 2700], cells), { text: '得分\x13 PAGE \x1497\x15分\r' }] }),
  ),
];

/** Where structures stand that lead elsewhere: compound header, FIB, and anything at all. */
const place = fc.oneof(
  fc.integer({ min: 0, max: 511 }),
  fc.integer({ min: 512, max: 2047 }),
  fc.nat(1_000_000),
);
const mutation = fc.record({
  place,
  value: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255)),
  width: fc.constantFrom(1, 1, 2, 4),
});

/** Ends in a document that keeps its promises, or in a Chinese sentence; never in anything else. */
async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  try {
    const { blocks, losses } = await readDoc(bytes, DEFAULT_LIMITS);
    for (const block of blocks) {
      if (block.kind === 'paragraph') continue;
      const taken = new Set<string>();
      for (const { row: r, column, rowSpan, colSpan } of block.cells)
        for (let i = 0; i < rowSpan; i++)
          for (let j = 0; j < colSpan; j++) {
            expect(r + i).toBeLessThanOrEqual(block.rowCount);
            expect(column + j).toBeLessThanOrEqual(block.columnCount);
            expect(taken.has(`${r + i}:${column + j}`)).toBe(false);
            taken.add(`${r + i}:${column + j}`);
          }
    }
    for (const { message } of losses) expect(message).toMatch(/[。]$/);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/s);
  }
}

test('mutated files end in a document or a sentence, and no cell covers another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(seeds.length - 1),
      fc.array(mutation, { minLength: 1, maxLength: 12 }),
      async (seed, mutations) => {
        const bytes = Buffer.from(seeds[seed] ?? []);
        for (const { place: at, value, width } of mutations)
          bytes
            .subarray(at % bytes.length)
            .subarray(0, width)
            .fill(value);
        await readsOrRefuses(bytes);
      },
    ),
    { numRuns: 700 },
  );
});

test('files cut off anywhere end in a document or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(seeds.length - 1), fc.nat(100_000), async (seed, length) => {
      const bytes = seeds[seed] ?? Buffer.alloc(0);
      await readsOrRefuses(bytes.subarray(0, length % bytes.length));
    }),
    { numRuns: 150 },
  );
});
