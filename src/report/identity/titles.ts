import type { Document, Paragraph } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Quote } from '../model.js';
import { contentsLines } from '../outline/contents.js';
import type { Outline } from '../outline/index.js';
import { printedNumber } from '../outline/number.js';
import { lineLabels } from './labels.js';
import { isTitle, readTitle } from './title.js';
import { yearsIn } from './years.js';

/** A title as printed, its lines joined; it may be set over up to four lines. */
export interface PrintedTitle {
  readonly words: string;
  readonly quote: Quote;
  /** Every line it is set on. */
  readonly lines: readonly Quote[];
}

const MOST_LINES = 4;
/** Lines of a title are short. */
const LONGEST_LINE = 60;
/** How far into a report its cover and title may reach when no heading ends them. */
const MOST_PARAGRAPHS = 30;

/**
 * The titles of cover and first page, in reading order. A line below a form's title that names nothing but a
 * year, （2023年度）, belongs to it.
 */
export function printedTitles(document: Document, outline: Outline): readonly PrintedTitle[] {
  const heading = outline.sections.find((section) => section.depth === 1)?.heading ?? MOST_PARAGRAPHS;
  const before = titlesBefore(Math.min(heading, MOST_PARAGRAPHS), outline);
  if (before.length > 0) return before;
  // A list of what the folder holds (一、自评报告 二、自评表) may stand before the title.
  const behind = titlesBefore(MOST_PARAGRAPHS, outline);
  return behind.length > 0 ? behind : headerTitles(document);
}

/**
 * Titles further on that name unit and year in one line, when they all name one unit: an extract of the final accounts
 * (第三部分 …) has the title of the report among its annexes only.
 */
export function annexedTitles(outline: Outline): readonly PrintedTitle[] {
  const titles = outline.paragraphs
    .filter((line) => isTitleLine(line) && isWhole(line.text))
    .map((line) => joined([line]));
  const units = new Set(titles.map(({ words }) => readTitle(words).unit));
  return units.size === 1 ? titles : [];
}

/** The titles among the first lines of a report. */
function titlesBefore(end: number, outline: Outline): readonly PrintedTitle[] {
  const contents = contentsLines(outline.paragraphs);
  const lines = outline.paragraphs
    .slice(0, end)
    .filter((line, index) => line.text.trim() !== '' && !contents.has(index));
  const found: PrintedTitle[] = [];
  for (let at = 0; at < lines.length; ) {
    const taken = titleAt(lines, at);
    if (taken > 0) {
      found.push(joined(lines.slice(at, at + taken)));
      at += taken;
    } else at++;
  }
  return found;
}

/** How many lines from `at` make a title; 0 when none do. The most lines that still read as one win. */
function titleAt(lines: readonly Paragraph[], at: number): number {
  for (let count = 1; count <= MOST_LINES; count++) {
    const part = lines.slice(at, at + count);
    if (part.length < count || part.some((line) => !isTitleLine(line))) return 0;
    if (!isTitle(part.map((line) => line.text).join(''))) continue;
    // The unit above on a line of its own, and below it a title that names its own unit.
    if (count > 1 && isWhole(part.at(-1)?.text ?? '')) return 0;
    return count + trailingLines(lines, at + count);
  }
  return 0;
}

/** Whether one line is a title that names both unit and year. */
function isWhole(line: string): boolean {
  if (!isTitle(line)) return false;
  const { unit, year } = readTitle(line);
  return unit !== null && year !== null;
}

function isTitleLine(line: Paragraph): boolean {
  const text = squeeze(line.text);
  const isRemark = /^[（(][^）)]*[）)]$/u.test(text) && yearsIn(text).length === 0;
  return (
    text.length <= LONGEST_LINE &&
    !isRemark &&
    printedNumber(line.text) === null &&
    lineLabels(line).length === 0 &&
    !/[。；：:]|^附件/u.test(text)
  );
}

/** Lines behind a title that go on with it: 绩效自评报告 broken before 报告, and （2023年度）. */
function trailingLines(lines: readonly Paragraph[], at: number): number {
  const next = lines[at];
  if (next === undefined) return 0;
  const text = squeeze(next.text);
  const onlyYear = yearsIn(text).length === 1 && text.replace(/[（()）]/gu, '').length <= 8;
  return onlyYear || /^(?:报告|的报告|报告书|情况说明|自评表|表)$/u.test(text) ? 1 : 0;
}

/** The line of a title that a unit's name stands on, or begins on when it is broken over lines. */
export const lineOf = (title: PrintedTitle, unit: string): Quote =>
  title.lines.find((line) => squeeze(line.text).includes(unit)) ??
  title.lines.find((line) => squeeze(line.text).includes(unit.slice(0, 4))) ??
  title.quote;

const joined = (lines: readonly Paragraph[]): PrintedTitle => {
  const quotes = lines.map((line) => ({ text: line.text, where: line.where }));
  const first = quotes.find((quote) => yearsIn(quote.text).length > 0) ?? quotes[0];
  return {
    words: lines.map((line) => line.text.trim()).join(''),
    quote: first as Quote,
    lines: quotes,
  };
};

/** Page headers that read as a title: a witness beside the titles, and the last resort when the first page has none. */
export const headerTitles = (document: Document): readonly PrintedTitle[] =>
  document.furniture
    .filter((line) => line.stratum === 'header' && isTitle(line.text))
    .map((line) => joined([line]));
