// Time and peak memory of a whole audit beside bare text extraction by the library alone, over the same files.
//   npm run bench [-- <file>…]      without files: the report this project began with, else the samples
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const RUNS = 15;
/** Runs before the counted ones: both sides are measured as a batch meets them, compiled. */
const WARM = 15;
/** What an audit may cost against the bare library, by carrier. */
const AT_MOST = { '.docx': 2, '.doc': 2, '.pdf': 1.5 };

const tasks = {
  audit: async (bytes) => (await import('../dist/index.js')).audit(bytes, {}),
  '.docx': async (bytes) => (await import('mammoth')).default.extractRawText({ buffer: Buffer.from(bytes) }),
  '.doc': async (bytes) => {
    const { default: WordExtractor } = await import('word-extractor');
    return (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
  },
  '.pdf': async (bytes) => {
    const { PDFParse } = await import('pdf-parse');
    const parser = new PDFParse({ data: bytes, verbosity: 0 });
    const text = await parser.getText();
    await parser.destroy();
    return text;
  },
};

/** Runs one task in this process: warm median in milliseconds and the process's peak memory in megabytes. */
async function measure(task, file) {
  const bytes = readFileSync(file);
  const times = [];
  for (let run = 0; run < WARM + RUNS; run++) {
    const start = performance.now();
    await tasks[task](new Uint8Array(bytes));
    if (run >= WARM) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[RUNS >> 1], peak: process.resourceUsage().maxRSS / 1024 };
}

function defaultFiles() {
  const wuling = join(here, '../../shared/reports/wuling');
  const samples = join(here, '../samples');
  if (existsSync(wuling))
    return ['word.docx', 'legacy.doc', 'libreoffice.pdf', 'chrome.pdf', 'filled-borders.pdf'].map((f) =>
      join(wuling, f),
    );
  return readdirSync(samples)
    .filter((f) => extname(f) in AT_MOST)
    .map((f) => join(samples, f));
}

const [first, task, ...rest] = process.argv.slice(2);
if (first === '--one') {
  console.log(JSON.stringify(await measure(task, rest[0])));
} else {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : defaultFiles();
  console.log(`warm median of ${RUNS} runs after ${WARM}, each task in a process of its own`);
  console.log(['file', 'audit ms', 'library ms', 'ratio', 'at most', 'audit MB', 'library MB'].join('\t'));
  for (const file of files) {
    // Each in a process of its own: peak memory is a property of a process.
    const one = (name) =>
      JSON.parse(
        execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', name, file], {
          encoding: 'utf8',
        }),
      );
    const kind = extname(file).toLowerCase();
    const [whole, bare] = [one('audit'), one(kind)];
    const ratio = whole.median / bare.median;
    const row = [
      file.split('/').at(-1),
      whole.median.toFixed(1),
      bare.median.toFixed(1),
      ratio.toFixed(2),
      AT_MOST[kind],
    ];
    console.log([...row, whole.peak.toFixed(0), bare.peak.toFixed(0)].join('\t'));
  }
}
