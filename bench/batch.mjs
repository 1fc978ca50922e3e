// A folder of two hundred reports in one command: time and peak memory, memory beside that of fifty, and what all
// cores gain over one.
//   npm run bench:batch [-- <number of reports>]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDocx } from '../dist-bench/bench/quality/docx.js';
import { LAYOUTS } from '../dist-bench/bench/quality/layouts/index.js';
import { write } from '../dist-bench/bench/quality/measure.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const SAMPLES = join(here, '../samples');
const CLI = join(here, '../dist/cli/main.js');
/** What the issue asks: all of two cores against one, and memory that does not grow with the number of files. */
const LEAST_GAIN = 1.7;
const MOST_GROWTH = 1.3;
/** One core and all cores take turns so many times, for a machine that other work slows down now and then. */
const ROUNDS = 3;

/**
 * Half Word and half PDF, no two alike: reports of the layouts and wordings that the quality is measured on, each from
 * a seed of its own. LibreOffice makes the PDFs; without it the sample PDFs are copied, made different behind their end.
 */
function generate(folder, count) {
  mkdirSync(folder);
  const drafts = mkdtempSync(join(tmpdir(), 'jihe-drafts-'));
  for (let i = 0; i < count; i++) {
    const layout = LAYOUTS[i % LAYOUTS.length].id;
    const bytes = toDocx(write(`batch/${i}`, layout, null).draft);
    writeFileSync(join(i % 2 === 0 ? folder : drafts, `自评报告${i + 1}.docx`), bytes);
  }
  if (!convert(drafts, folder)) copySamples(folder, count >> 1);
  rmSync(drafts, { recursive: true, force: true });
}

function convert(drafts, folder) {
  const files = readdirSync(drafts).map((name) => join(drafts, name));
  try {
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function copySamples(folder, count) {
  const samples = readdirSync(SAMPLES).filter((name) => extname(name) === '.pdf');
  for (let i = 0; i < count; i++) {
    const bytes = readFileSync(join(SAMPLES, samples[i % samples.length]));
    writeFileSync(join(folder, `自评报告${2 * i + 2}.pdf`), Buffer.concat([bytes, Buffer.from(`%${i}\n`)]));
  }
}

const PEAK = `data:text/javascript,${encodeURIComponent(
  "import {isMainThread} from 'node:worker_threads';import {writeFileSync} from 'node:fs';" +
    "if(isMainThread)process.on('exit',()=>writeFileSync(process.env.JIHE_PEAK,String(process.resourceUsage().maxRSS)))",
)}`;

/** The command itself over a folder: seconds, peak megabytes and the summary. */
function command(folder, work) {
  const peak = join(work, 'peak');
  const start = performance.now();
  const out = execFileSync(
    process.execPath,
    ['--import', PEAK, CLI, 'check', folder, '-f', 'json', '--no-cache', '--fail-on', 'never'],
    {
      env: { ...process.env, JIHE_PEAK: peak },
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const seconds = (performance.now() - start) / 1000;
  return { seconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024, summary: JSON.parse(out).summary };
}

/** Seconds of the whole command held to one core, null where the system has no taskset. */
function onOneCore(folder) {
  const start = performance.now();
  try {
    execFileSync(
      'taskset',
      ['-c', '0', process.execPath, CLI, 'check', folder, '-f', 'json', '--no-cache', '--fail-on', 'never'],
      { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  return (performance.now() - start) / 1000;
}

/** Plain work on strings, no memory to speak of: what the machine itself can do at once. */
const SPIN = `const o = Array.from({ length: 300 }, (_, i) => ({ a: 'x'.repeat(i % 50), b: [i, i * 2] }));
for (let k = 0; k < 6000; k++) JSON.stringify(o).replace(/[0-9]+/g, 'n');`;

/** Seconds that so many processes of plain work take at the same time. */
async function plainWork(processes) {
  const start = performance.now();
  const ends = Array.from(
    { length: processes },
    () =>
      new Promise((resolve) => {
        spawn(process.execPath, ['-e', SPIN], { stdio: 'ignore' }).on('exit', resolve);
      }),
  );
  await Promise.all(ends);
  return (performance.now() - start) / 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** What all cores gain over one, on the batch and, as a measure of the machine in the same minutes, on plain work. */
async function gains(folder, cores) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const one = onOneCore(folder);
    if (one === null) return null;
    const all = command(folder, work).seconds;
    const machine = (cores * (await plainWork(1))) / (await plainWork(cores));
    rounds.push({ one, all, machine });
  }
  return {
    one: median(rounds.map(({ one }) => one)),
    all: median(rounds.map(({ all }) => all)),
    gain: median(rounds.map(({ one, all }) => one / all)),
    machine: median(rounds.map(({ machine }) => machine)),
  };
}

const given = process.argv.slice(2);
const count = Number(given[0] ?? 200);
const cores = availableParallelism();
const work = mkdtempSync(join(tmpdir(), 'jihe-batch-'));
try {
  const [many, few] = [join(work, 'many'), join(work, 'few')];
  generate(many, count);
  generate(few, Math.ceil(count / 4));
  const small = command(few, work);
  const whole = command(many, work);
  console.log(
    `${whole.summary.audited} of ${count} reports audited: ${whole.seconds.toFixed(1)} s, ${whole.megabytes.toFixed(0)} MB`,
  );
  console.log(
    `${small.summary.audited} reports: ${small.seconds.toFixed(1)} s, ${small.megabytes.toFixed(0)} MB`,
  );
  const growth = whole.megabytes / small.megabytes;
  console.log(
    `memory of ${count} over that of ${Math.ceil(count / 4)}: ${growth.toFixed(2)} (at most ${MOST_GROWTH})`,
  );
  const measured = await gains(many, cores);
  console.log(
    measured === null
      ? 'speed-up not measured: this system has no taskset'
      : `medians of ${ROUNDS} turns: one core ${measured.one.toFixed(1)} s, all ${cores} cores ${measured.all.toFixed(1)} s, ` +
          `${measured.gain.toFixed(2)} times as fast (at least ${LEAST_GAIN} on two); plain work: ${measured.machine.toFixed(2)} times`,
  );
  if (
    whole.summary.audited !== count ||
    growth > MOST_GROWTH ||
    (cores > 1 && measured !== null && measured.gain < LEAST_GAIN)
  )
    process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
