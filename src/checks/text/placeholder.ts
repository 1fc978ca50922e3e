import type { Cell, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { isUnitName, labelWord } from '../../report/identity/labels.js';
import { UNIT_LABELS, UNIT_TAILS } from '../../report/identity/vocabulary.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import { printedNumber } from '../../report/outline/number.js';
import { defineRule } from '../rule.js';
import { cellTexts } from '../texts.js';
import { PLACEHOLDERS } from './placeholders.js';

interface Data {
  readonly found: readonly { readonly raw: string; readonly what: string }[];
  readonly count: number;
}

/** More than this and the report is a template: one finding names them all. */
const MOST = 20;

/** Blanks, prompts and sample words of the template that were never filled in or taken out. */
export default defineRule<Data>({
  id: 'text/placeholder',
  severity: 'warning',
  title: '模板文字未改',
  summary: 'XX、____、（请填写）、（此页为封面）、空着的单位名称、未删的二选一等模板文字',
  basis: '正式报送的报告不应留有模板的占位符、填写提示和空项。',
  example: '封面印着“（此页为封面）”，“单位名称：（盖章）”后面空着。',
  limits: ['签字、盖章、日期处的空白不报。', '书名号、网址和型号里的字母x不报。'],
  *check({ report }) {
    const places = [...found(report)];
    if (places.length > MOST) {
      yield {
        data: { found: places.slice(0, 6).flatMap((place) => place.found.slice(0, 1)), count: places.length },
        evidence: places.slice(0, 10).map((place) => place.quote),
        claimed: null,
        expected: null,
      };
      return;
    }
    for (const { quote, found } of places)
      yield { data: { found, count: 1 }, evidence: [quote], claimed: found[0]?.raw ?? null, expected: null };
    for (const line of report.document.furniture) {
      const word = /征求意见稿|草稿|初稿|讨论稿|样稿|模板|样本/u.exec(line.text)?.[0];
      if (line.stratum !== 'watermark' || word === undefined) continue;
      yield {
        data: { found: [{ raw: word, what: '水印' }], count: 1 },
        evidence: [{ text: line.text, where: line.where }],
        claimed: word,
        expected: null,
        severity: 'notice',
      };
    }
  },
  message: ({ found, count }) => {
    const each = found.map(({ raw, what }) => `“${raw}”（${what}）`).join('、');
    return count > 1 ? `模板文字共${count}处未填或未删，如${each}。` : `模板文字未填或未删：${each}。`;
  },
  suggestion: ({ count }) =>
    count > 1 ? '这像是一份没有填写的模板；请填写后再报送。' : '填上实际内容，或删去模板文字。',
});

interface Place {
  readonly quote: Quote;
  readonly found: readonly { readonly raw: string; readonly what: string }[];
}

function* found(report: Report): Iterable<Place> {
  const contents = contentsLines(report.paragraphs);
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (contents.has(index)) continue;
    const quote = { text: paragraph.text, where: paragraph.where };
    const marks = marksIn(paragraph.text);
    const blank = blankLabel(paragraph.text, report.paragraphs[index + 1]?.text ?? '');
    if (blank !== null) marks.push({ raw: blank, what: '未填写' });
    if (marks.length > 0) yield { quote, found: marks };
  }
  for (const cell of cellTexts(report)) {
    const marks = marksIn(cell.text, true);
    if (marks.length > 0) yield { quote: cell, found: marks };
  }
  yield* blankCells(report);
}

/** How near a word must stand to a mark to explain it: 联系人：李XX. */
const NEAR = 12;

/** The marks of a text, each wording once. */
function marksIn(text: string, isCell = false): { raw: string; what: string }[] {
  const folded = fold(text);
  const marks: { raw: string; what: string }[] = [];
  for (const { pattern, signs, what, unless, unlessNear, prose } of PLACEHOLDERS) {
    if (isCell && prose === true) continue;
    if (!signs.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const raw = text.slice(match.index, end).trim();
      if (unlessNear?.test(folded.slice(Math.max(0, match.index - NEAR), end + NEAR)) === true) continue;
      if (unless?.test(folded) === true || marks.some((mark) => mark.raw.includes(raw))) continue;
      marks.push({ raw, what });
      if (marks.length >= 5) return marks;
    }
  }
  return marks;
}

/** Labels of the unit that fills in the form; 主管部门 may be left blank. */
const OWN_LABELS = new Set(
  UNIT_LABELS.slice(
    0,
    UNIT_LABELS.findIndex((label) => label.includes('主管部门')),
  ),
);

/** The label that words are, when its value must not be left blank. */
const ownLabel = (words: string): boolean => {
  const label = labelWord(words);
  return (label !== null && OWN_LABELS.has(label)) || /^\s*项\s*目\s*名\s*称\s*$/u.test(words);
};

/** 单位名称：（盖章） with nothing behind it; the name may stand on the next line. */
function blankLabel(text: string, next: string): string | null {
  if (text.length > 60) return null;
  const colon = text.search(/[：:]/u);
  if (colon < 0) return null;
  if (!ownLabel(text.slice(0, colon))) return null;
  const rest = text.slice(colon + 1).replace(/[（(](?:盖章|公章|签章|单位公章|加盖公章)[）)]/gu, '');
  if (rest.replace(/[\s_＿—-]/gu, '') !== '') return null;
  const below = squeeze(next);
  if (isUnitName(below) && UNIT_TAILS.some((tail) => below.endsWith(tail)) && below.length <= 30) return null;
  // The name of a project may be anything short; a further label or a sentence is none.
  if (
    /项\s*目/u.test(text) &&
    below !== '' &&
    below.length <= 40 &&
    !/[：:。]/u.test(below) &&
    printedNumber(below) === null
  )
    return null;
  return text.trim();
}

/** Whether a label heads a column: 单位名称 has names of units below, 项目名称 anything that is no label. */
const headsColumn = (cell: Cell, below: string): boolean => {
  if (below === '' || labelWord(below) !== null) return false;
  return /项\s*目/u.test(cell.text) || UNIT_TAILS.some((tail) => below.endsWith(tail));
};

/** Whether a blank cell runs to the end of its row, wider than a column: it is a value, and heads nothing. */
const endsRow = (cell: Cell, table: Table): boolean =>
  cell.colSpan > 1 && cell.column + cell.colSpan > table.columnCount;

/** 填报单位 in a cell with an empty cell beside it. */
function* blankCells(report: Report): Iterable<Place> {
  for (const table of report.tables) {
    const byStart = new Map(table.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
    for (const cell of table.cells) {
      if (!ownLabel(cell.text.replace(/[：:]\s*$/u, ''))) continue;
      const beside = byStart.get(`${cell.row}:${cell.column + cell.colSpan}`);
      const below = byStart.get(`${cell.row + cell.rowSpan}:${cell.column}`);
      if (beside === undefined || beside.text.trim() !== '') continue;
      if (headsColumn(cell, below?.text.trim() ?? '') && !endsRow(beside, table)) continue;
      yield {
        quote: { text: cell.text, where: cell.where },
        found: [{ raw: cell.text.trim(), what: '未填写' }],
      };
    }
  }
}
