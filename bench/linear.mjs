// Whether the cost of an audit grows with the text and no faster: one paragraph, then one table cell, then as many
// paragraphs, of the same few characters over and over, at four sizes each twice the one before.
//   npm run bench:linear [-- <part of a pattern's name>]
import { auditDocument } from '../dist/audit.js';
import { useRuleFiles } from '../dist/rule-files.js';
import { readRuleFiles } from '../dist/rule-files-on-disk.js';

useRuleFiles(readRuleFiles());

const SIZES = [25, 50, 100, 200];
/** Twice the text may cost this many times the time before it is called out; below FLOOR milliseconds it is noise. */
const AT_MOST = 3;
const FLOOR = 150;
/** Whatever the text, 100 KB of it in one place may cost this many milliseconds. */
const HUNDRED = 1000;

const PATTERNS = {
  digits: '1234567890',
  commas: '1,',
  'wide commas': '1，',
  dots: '1.',
  slashes: '1/',
  'figures with 、': '12.5、',
  thousands: '1,234.56万元，',
  万元: '1万元',
  占: '占',
  '占1%': '占1%',
  share: '其中：人员经费12.5万元，占50%；',
  '%': '%',
  hyphens: '-',
  spaces: '得分 ',
  'full-width spaces': '\u3000',
  blanks: ' ',
  brackets: '（',
  'closed brackets': '（1）',
  quotes: '“',
  years: '2023年',
  dates: '2023年5月6日',
  headings: '一、',
  'numbered headings': '（一）项目概况',
  比上年增加: '比上年增加',
  'change sentences': '比上年增加1.5万元，增长3%。',
  'score words': '得分5分',
  'grade words': '优良中差',
  'grade sentences': '评价等级为优。',
  'sums in words': '合计10万元，其中甲3万元、乙7万元。',
  'full sentences': '2023年部门支出100.50万元，完成预算的98.5%。',
  'rule words': '每降低1%扣0.5分，扣完为止；',
  'unit names': '青岚区教育局',
  'target words': '≥95%、',
  'blank lines': '____',
  X: 'X',
  numerals: '十',
  letters: 'a',
  'line feeds': '1\n',
  enclosed: '①',
};

const NOWHERE = { page: null, section: null, paragraph: null, table: null, row: null, column: null };
const paragraph = (text, ordinal) => ({
  kind: 'paragraph',
  text,
  number: null,
  headingLevel: null,
  stratum: 'body',
  where: { ...NOWHERE, paragraph: ordinal },
});
const cell = (text, row, column) => ({
  row,
  column,
  rowSpan: 1,
  colSpan: 1,
  text,
  nested: [],
  where: { ...NOWHERE, table: 1, row, column },
});
const table = (rows) => ({
  kind: 'table',
  rowCount: rows.length,
  columnCount: rows[0].length,
  cells: rows.flatMap((texts, r) => texts.map((text, c) => cell(text, r + 1, c + 1))),
  gridCertain: true,
  where: { ...NOWHERE, table: 1 },
});

const fill = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const GOOD = [
  paragraph('青岚区教育局2023年度部门整体支出绩效自评报告', 1),
  paragraph('一、综合评价结论', 2),
  paragraph('经自评，2023年度得分96分，评价等级为优。', 3),
  table([
    ['指标', '分值', '评分标准', '得分'],
    ['产出', '50', '完成得满分', '48'],
    ['效益', '50', '完成得满分', '48'],
    ['合计', '100', '', '96'],
  ]),
];
const SHAPES = {
  'one paragraph': (unit, length) => [...GOOD, paragraph(fill(unit, length), 4)],
  'one cell': (unit, length) => [
    ...GOOD,
    table([
      ['项目', '内容'],
      ['甲', fill(unit, length)],
    ]),
  ],
  paragraphs: (unit, length) => [
    ...GOOD,
    ...Array.from({ length: Math.ceil(length / 50) }, (_, i) => paragraph(fill(unit, 50), i + 4)),
  ],
  rows: (unit, length) => [
    ...GOOD,
    table([
      ['项目', '内容', '金额'],
      ...Array.from({ length: Math.ceil(length / 50) }, (_, i) => [`项目${i}`, fill(unit, 40), `${i}.5`]),
    ]),
  ],
};

/** Processor milliseconds of one audit: what other programs do meanwhile does not count. */
async function cost(blocks) {
  const document = { carrier: 'docx', pageCount: null, blocks, furniture: [], revisions: [], losses: [] };
  const start = process.cpuUsage();
  await auditDocument(document, {});
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const wanted = process.argv[2] ?? '';
for (let i = 0; i < 3; i++) await cost(SHAPES.paragraphs(PATTERNS['full sentences'], 5000));
console.log(['text', ...SIZES.map((size) => `${size} KB`), 'ratios', ''].join('\t'));
let bad = 0;
for (const [shape, build] of Object.entries(SHAPES)) {
  console.log(`— ${shape}`);
  for (const [name, unit] of Object.entries(PATTERNS)) {
    if (!`${shape} ${name}`.includes(wanted)) continue;
    const times = [];
    for (const size of SIZES) {
      times.push(await cost(build(unit, size * 1000)));
      // The rest would only cost more of what is known already.
      if (times.at(-1) > 20 * HUNDRED) break;
    }
    const ratios = times.slice(1).map((time, i) => time / times[i]);
    const steep =
      times.length < SIZES.length || (times[3] > FLOOR && times[3] / times[1] > AT_MOST * AT_MOST);
    const slow = (times[2] ?? Number.POSITIVE_INFINITY) > HUNDRED;
    const verdict = steep ? 'STEEP' : slow ? 'slow' : '';
    if (verdict !== '') bad++;
    console.log(
      [name, ...times.map((ms) => ms.toFixed(0)), ratios.map((r) => r.toFixed(1)).join(' '), verdict].join(
        '\t',
      ),
    );
  }
}
console.log(bad === 0 ? 'all linear' : `${bad} to mend`);
process.exitCode = bad === 0 ? 0 : 1;
