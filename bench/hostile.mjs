// Every hostile file through the command: what came of it beside what was expected, with time and peak memory, then
// the situations that cannot be stored as files, then one batch of the whole folder.
//   npm run bench:hostile [-- <part of a file's name>]
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const here = fileURLToPath(new URL('.', import.meta.url));
const REPORTS = join(here, '../../shared/reports');
const HOSTILE = join(REPORTS, 'hostile');
const CLI = join(here, '../dist/cli/main.js');
if (!existsSync(HOSTILE)) {
  console.error('the hostile files are missing: ../shared/reports/hostile');
  process.exit(process.env.CI ? 1 : 0);
}
const DEFAULT = { seconds: 20, memoryMB: 1024 };
/** Past this many seconds a run has hung, whatever it was allowed. */
const HUNG = 180;
const work = mkdtempSync(join(tmpdir(), 'jihe-hostile-'));
const PEAK = `data:text/javascript,${encodeURIComponent(
  "import {isMainThread} from 'node:worker_threads';import {writeFileSync} from 'node:fs';" +
    "if(isMainThread)process.on('exit',()=>writeFileSync(process.env.JIHE_PEAK,String(process.resourceUsage().maxRSS)))",
)}`;

/** Runs the command in an empty folder of its own. */
function jihe(args, cwd = mkdtempSync(join(work, 'run-'))) {
  const peak = join(mkdtempSync(join(work, 'peak-')), 'peak');
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', PEAK, CLI, ...args], {
      cwd,
      env: { ...process.env, JIHE_PEAK: peak, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = [];
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    const timer = setTimeout(() => child.kill('SIGKILL'), HUNG * 1000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({
        code,
        signal,
        cwd,
        seconds: (performance.now() - start) / 1000,
        megabytes: existsSync(peak) ? Number(readFileSync(peak, 'utf8')) / 1024 : Number.NaN,
        out: Buffer.concat(out).toString('utf8'),
        bytes: Buffer.concat(out),
        err: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}

// Fixtures that link out all point here: one connection is one too many.
let connections = 0;
const listener = createServer((socket) => {
  connections++;
  socket.destroy();
});
await new Promise((resolve) => listener.once('error', resolve).listen(48123, '127.0.0.1', resolve));

const STACK = /\n\s+at .*(?:\.js|\.ts|node:)/u;
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u;
const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** What is wrong with one report's result, in words; empty when all is as it must be. */
function problemsOf(expected, report) {
  const problems = [];
  const fail = (what) => problems.push(what);
  const { status, reason, items = [], findings = [], score, coverage } = report;
  const allowed = expected.alternative
    ? ['audited', 'unreadable']
    : expected.expect.split(' or ').map((word) => word.trim());
  if (!allowed.includes(status)) fail(`${status} instead of ${expected.expect}: ${reason ?? ''}`);
  if (status === 'unreadable') {
    if (!/[\u4e00-\u9fff]{4}/u.test(reason ?? '')) fail(`no Chinese reason: ${reason}`);
    if (/Error|程序出错|undefined/u.test(reason ?? '')) fail(`a crash for a reason: ${reason}`);
    return problems;
  }
  const must = [...(expected.must ?? []), expected.alternative ?? ''].join('\n');
  const claimed = items.map((item) => item.claimed).join('+');
  if (/as a normal report/u.test(must) && expected.expect.startsWith('audited')) {
    if (score.narrative !== '96') fail(`narrative ${score.narrative}`);
    if (score.tableTotal !== '96') fail(`total ${score.tableTotal}`);
    // The pattern files have a second table, of one row.
    if (!/^48\+48(?:\+1)?$/u.test(claimed)) fail(`rows ${claimed.slice(0, 60)}`);
  }
  if (/26 score rows/u.test(must) && items.length !== 26) fail(`${items.length} rows instead of 26`);
  const rules = findings.map((finding) => finding.rule);
  for (const rule of ['read/no-text', 'read/lost-content', 'score/total-vs-items'])
    if (must.includes(rule) && !rules.includes(rule)) fail(`no ${rule}`);
  if (/not 5,000 findings/u.test(must) && rules.filter((rule) => rule === 'read/no-text').length !== 1)
    fail(`${rules.length} findings`);
  if (/figure\/sum/u.test(must) && !rules.includes('figure/sum') && !coverage.unread.length)
    fail('figure/sum silent');
  if (/14 rows/u.test(must)) {
    const sum = (key) => items.reduce((total, item) => total + Number(item[key]), 0);
    if (items.length !== 14 || sum('weight') !== 70 || sum('claimed') !== 56)
      fail(`${items.length} rows, ${sum('weight')}, ${sum('claimed')}`);
  }
  for (const [text, wanted] of Object.entries(expected.readAs ?? {})) {
    const row = items.find((item) => item.scoreText?.trim() === text);
    const read = row?.claimed ?? null;
    const plain = /^-?[\d.]+(?=$| \()/u.exec(wanted)?.[0];
    const number = wanted.startsWith('exactly') ? text : plain;
    if (!row && text !== '') fail(`row of ${JSON.stringify(text)} not found`);
    else if (/unreadable|missing/u.test(wanted) ? read !== null && !wanted.includes(read) : read !== number)
      fail(`${text} read as ${read} instead of ${wanted}`);
  }
  for (const item of items)
    for (const value of [item.weight, item.claimed, item.value, ...(item.admissible ?? [])])
      if (value !== null && value !== undefined && !DECIMAL.test(value)) fail(`not a decimal: ${value}`);
  return problems;
}

/** What must never stand in any output. */
function leaks(text) {
  const found = [];
  if (/root:[^\n]{0,3}:0:0/u.test(text)) found.push('/etc/passwd');
  if (/\ufffd/u.test(text)) found.push('mojibake');
  return found;
}

async function checkFile(expected) {
  const path = join(HOSTILE, expected.file);
  const run = await jihe(['check', path, '-f', 'json', '--no-cache', '--fail-on', 'never']);
  const limits = { ...DEFAULT, ...expected.limits };
  const problems = [];
  let got = run.signal ?? `exit ${run.code}`;
  try {
    const { reports } = JSON.parse(run.out);
    got = reports[0].status;
    problems.push(...problemsOf(expected, reports[0]));
    // A file of which not a word could be read ends with 2 like one that could not be opened.
    const [{ findings, coverage }] = reports;
    const blind = findings.some(({ rule }) => rule === 'read/no-text') && coverage.figures.seen === 0;
    if (run.code !== (got === 'audited' && !blind ? 0 : 2)) problems.push(`exit ${run.code}`);
  } catch (error) {
    problems.push(`no JSON: ${error.message}`);
  }
  if (STACK.test(run.err) || STACK.test(run.out)) problems.push('a stack trace');
  if (run.seconds > limits.seconds) problems.push(`over ${limits.seconds} s`);
  if (run.megabytes > limits.memoryMB) problems.push(`over ${limits.memoryMB} MB`);
  if (readdirSync(run.cwd).length > 0) problems.push(`wrote ${readdirSync(run.cwd)}`);
  const text = await jihe(['check', path, '--no-cache', '--fail-on', 'never']);
  if (CONTROLS.test(text.out + text.err)) problems.push('control characters in text output');
  problems.push(...leaks(run.out + text.out));
  if (['characters', 'injection', 'encoding'].includes(expected.kind)) {
    const html = await jihe(['check', path, '-f', 'html', '--no-cache', '--fail-on', 'never']);
    for (const string of expected.strings ?? [])
      if (/^[<"']/u.test(string) && html.out.includes(string)) problems.push(`HTML: ${string} unescaped`);
    if (CONTROLS.test(html.out)) problems.push('control characters in HTML');
    const book = await jihe([
      'check',
      path,
      '-f',
      'xlsx',
      '-o',
      'list.xlsx',
      '--no-cache',
      '--fail-on',
      'never',
    ]);
    if (existsSync(join(book.cwd, 'list.xlsx')))
      for (const [name, part] of Object.entries(unzipSync(readFileSync(join(book.cwd, 'list.xlsx')))))
        if (/<f[ >]/u.test(Buffer.from(part).toString('utf8'))) problems.push(`a formula in ${name}`);
  }
  if (connections > 0) problems.push(`${connections} connections`);
  connections = 0;
  return { got, run, problems };
}

const print = (...columns) => console.log(columns.join('\t'));
let bad = 0;
const report = (name, wanted, got, run, problems) => {
  if (problems.length > 0) bad++;
  print(name, wanted, got, run.seconds.toFixed(1), run.megabytes.toFixed(0), problems.join('; ') || 'ok');
};

const wanted = process.argv[2] ?? '';
const { files } = JSON.parse(readFileSync(join(HOSTILE, 'expected.json'), 'utf8'));
print('file', 'expected', 'got', 'seconds', 'MB', 'verdict');
for (const expected of files.filter(({ file }) => file.includes(wanted))) {
  const { got, run, problems } = await checkFile(expected);
  report(expected.file, expected.expect, got, run, problems);
}

/** Findings without what names the file: the same report under another name has the same. */
const shown = (reports) =>
  JSON.stringify(
    reports.map(({ file, ...rest }) => ({ ...rest, findings: rest.findings.map((f) => f.message) })),
  );

async function situations() {
  const word = join(REPORTS, 'wuling/word.docx');
  const plain = await jihe(['check', word, '-f', 'json', '--no-cache', '--fail-on', 'never']);
  const normal = shown(JSON.parse(plain.out).reports);
  const fresh = () => mkdtempSync(join(work, 'case-'));
  const judge = async (name, args, cwd, verdict) => {
    const run = await jihe([...args, '--no-cache', '--fail-on', 'never'], cwd);
    const problems = STACK.test(run.err + run.out) ? ['a stack trace'] : [];
    let reports = [];
    try {
      reports = JSON.parse(run.out).reports;
    } catch {
      // Some situations end before there is a list.
    }
    problems.push(...(verdict(reports, run) || []));
    report(name, '-', run.signal ?? `exit ${run.code}`, run, problems);
  };
  const json = ['-f', 'json'];
  const same = (reports) => (shown(reports) === normal ? [] : ['other findings than under a plain name']);

  let cwd = fresh();
  mkdirSync(join(cwd, 'loop/a'), { recursive: true });
  symlinkSync('..', join(cwd, 'loop/a/up'));
  copyFileSync(word, join(cwd, 'loop/word.docx'));
  await judge('symlink loop', ['check', 'loop', ...json], cwd, same);

  cwd = fresh();
  copyFileSync(word, join(cwd, 'word.docx'));
  copyFileSync(word, join(cwd, 'closed.docx'));
  chmodSync(join(cwd, 'closed.docx'), 0);
  // The superuser reads everything.
  const closed = process.getuid?.() === 0 ? 'audited' : 'unreadable';
  await judge('unreadable file', ['check', '.', ...json], cwd, (reports) =>
    reports.map(({ status }) => status).join() === `${closed},audited` ? [] : ['the rest was not audited'],
  );

  cwd = fresh();
  mkdirSync(join(cwd, 'folder.docx'));
  copyFileSync(word, join(cwd, 'word.docx'));
  await judge('folder named like a report', ['check', '.', ...json], cwd, same);

  if (process.platform !== 'win32') {
    cwd = fresh();
    await new Promise((resolve) => spawn('mkfifo', [join(cwd, 'pipe.docx')]).on('close', resolve));
    copyFileSync(word, join(cwd, 'word.docx'));
    await judge('named pipe', ['check', '.', ...json], cwd, (reports) =>
      reports.some(({ status }) => status === 'audited') ? [] : ['word.docx was not audited'],
    );
  }

  cwd = fresh();
  copyFileSync(word, join(cwd, 'a.docx'));
  const untouched = (_, run) => [
    ...(readFileSync(join(cwd, 'a.docx')).equals(readFileSync(word)) ? [] : ['the input was overwritten']),
    ...(run.code === 2 ? [] : [`exit ${run.code}`]),
  ];
  await judge('output over the input', ['check', 'a.docx', '-o', 'a.docx', ...json], cwd, untouched);
  await judge('same file by two paths', ['check', 'a.docx', './a.docx', ...json], cwd, (reports) =>
    reports.length === 1 || reports.length === 2 ? [] : [`${reports.length} reports`],
  );

  const names = {
    'blanks, brackets, emoji': '武陵 组织部 2023年自评报告（终稿 2）📊.docx',
    'right-to-left letters': 'דוח-2023-تقرير.docx',
    'U+202E in the name': '报告\u202efdp.docx',
    'name begins with a hyphen': '-o out.docx',
    'quote and $( )': "it's $(touch jihe-pwned);&.docx",
  };
  for (const [what, name] of Object.entries(names)) {
    cwd = fresh();
    copyFileSync(word, join(cwd, name));
    await judge(what, ['check', '.', ...json], cwd, (reports) => [
      ...same(reports),
      ...(basename(reports[0]?.file ?? '') === name ? [] : ['the name is not intact']),
      ...(readdirSync(cwd).length === 1 ? [] : [`wrote ${readdirSync(cwd)}`]),
    ]);
    await judge(`${what}, as text`, ['check', '.'], cwd, (_, run) =>
      CONTROLS.test(run.out + run.err) ? ['control characters'] : [],
    );
  }
  cwd = fresh();
  writeFileSync(join(cwd, '~$word.docx'), Buffer.alloc(162));
  copyFileSync(word, join(cwd, 'word.docx'));
  await judge('owner file in a folder', ['check', '.', ...json], cwd, same);
  await judge('owner file named', ['check', '~$word.docx', ...json], cwd, (reports) =>
    reports[0]?.status === 'unreadable' && reports[0].reason ? [] : ['no reason'],
  );
}

if (wanted === '') {
  await situations();
  // Whether a file must be audited: some may be refused with a stated reason instead.
  const alone = new Map(
    files.map(({ file, expect, alternative }) => [file, expect === 'audited' && !alternative]),
  );
  const run = await jihe(['check', HOSTILE, '-f', 'json', '--no-cache', '--fail-on', 'never']);
  const problems = [];
  const { reports } = JSON.parse(run.out);
  for (const { file, status, reason } of reports)
    if (alone.get(basename(file)) === true && status !== 'audited')
      problems.push(`${basename(file)}: ${reason}`);
  report('the whole folder', `${reports.length} reports`, run.signal ?? `exit ${run.code}`, run, problems);
}
listener.close();
rmSync(work, { recursive: true, force: true });
console.log(bad === 0 ? 'all as expected' : `${bad} not as expected`);
process.exitCode = bad === 0 ? 0 : 1;
