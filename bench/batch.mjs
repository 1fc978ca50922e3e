// A folder of two hundred reports in one command: time and peak memory, memory beside that of fifty, and what all
// cores gain over one.
//   npm run bench:batch [-- <number of reports>]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDocx } from '../dist-bench/bench/quality/docx.js';
import { writeSubmission } from '../dist-bench/bench/quality/submission.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const SAMPLES = join(here, '../samples');
const CLI = join(here, '../dist/cli/main.js');
/** What the issue asks: all of two cores against one, and memory that does not grow with the number of files. */
const LEAST_GAIN = 1.7;
const MOST_GROWTH = 1.3;
/** Single cores and all of them take turns so many times. */
const ROUNDS = 2;

/**
 * Half Word and half PDF, no two alike and as long as real ones: the layouts and wordings that the quality is measured
 * on, each from a seed of its own. LibreOffice makes the PDFs; without it the sample PDFs are copied, made different
 * behind their end.
 */
function generate(folder, count) {
  mkdirSync(folder);
  const drafts = mkdtempSync(join(tmpdir(), 'jihe-drafts-'));
  for (let i = 0; i < count; i++) {
    const bytes = toDocx(writeSubmission(`batch/${i}`, i));
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
function onOneCore(folder, core) {
  const start = performance.now();
  try {
    execFileSync(
      'taskset',
      [
        '-c',
        String(core),
        process.execPath,
        CLI,
        'check',
        folder,
        '-f',
        'json',
        '--no-cache',
        '--fail-on',
        'never',
      ],
      { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  return (performance.now() - start) / 1000;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * What all cores gain over one. The cores of a shared machine are not equally fast, and change from minute to minute:
 * in every round each takes the whole batch by itself, and "one core" is their average (of work done in a second).
 */
function gains(folder, cores) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const each = Array.from({ length: cores }, (_, core) => onOneCore(folder, core));
    if (each.includes(null)) return null;
    const one = cores / each.reduce((sum, seconds) => sum + 1 / seconds, 0);
    rounds.push({ each, one, all: command(folder, work).seconds });
  }
  return {
    each: Array.from({ length: cores }, (_, core) => mean(rounds.map(({ each }) => each[core]))),
    all: mean(rounds.map(({ all }) => all)),
    gain: mean(rounds.map(({ one, all }) => one / all)),
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
  const measured = gains(many, cores);
  const inSeconds = (values) => values.map((value) => value.toFixed(1)).join(', ');
  console.log(
    measured === null
      ? 'speed-up not measured: this system has no taskset'
      : `means of ${ROUNDS} rounds: each core alone ${inSeconds(measured.each)} s, all ${cores} together ${inSeconds([measured.all])} s: ` +
          `${measured.gain.toFixed(2)} times as fast as a core on average (at least ${LEAST_GAIN} on two)`,
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
