import type { Block, Document, Paragraph } from '../documents/model.js';
import { squeeze } from '../language/fold.js';
import { isTitle, readTitle } from './identity/title.js';
import { printedNumber } from './outline/number.js';

/** Between the title of a report and its first heading stand at most a cover and a lead-in. */
const COVER = 15;
/** 附件2：, 2.: the title stands in a list of what is annexed. */
const LISTED = /^(?:附(?:件|表|录)?\s?[\d一二三四五六七八九十]{0,3}\s?[：:、.．]|\d{1,2}\s?[、.．)）])/u;

/**
 * The report of a unit, and the reports on its projects that stand behind it in the same file, each as a document of
 * its own: 项目支出 of the one is no figure of the other. Forms stay with the report they are annexed to. Everything
 * that is told of the file as a whole (headers, notes, revisions) is the first one's; all of them are told what was lost.
 */
export function reportsIn(document: Document): readonly [Document, ...Document[]] {
  const starts = annexesOf(document.blocks);
  const [first, ...others] = [0, ...starts].map((start, i) => ({
    ...document,
    blocks: document.blocks.slice(start, starts[i]),
  }));
  return [first ?? document, ...others.map((annex) => ({ ...annex, furniture: [], revisions: [] }))];
}

/** Where reports on projects begin behind a unit's: at a title of theirs, with which the headings begin again. */
function annexesOf(blocks: readonly Block[]): readonly number[] {
  const starts: number[] = [];
  let begun = false;
  let ofUnit = false;
  blocks.forEach((block, i) => {
    if (block.kind === 'table' || isFirstHeading(block)) begun = true;
    else if (!begun && isTitle(block.text) && readTitle(block.text).kind === 'department') ofUnit = true;
    else if (begun && ofUnit && isProjectTitle(block.text) && headsBeginAgain(blocks, i + 1)) starts.push(i);
  });
  return starts;
}

const isProjectTitle = (text: string): boolean =>
  isTitle(text) &&
  /报告$/u.test(squeeze(text)) &&
  !LISTED.test(text.trim()) &&
  readTitle(text).kind === 'project';

/** Whether 一、 comes before long, and no other title before it. */
function headsBeginAgain(blocks: readonly Block[], from: number): boolean {
  for (const block of blocks.slice(from, from + COVER)) {
    if (block.kind !== 'paragraph') return false;
    if (isFirstHeading(block)) return true;
    if (isTitle(block.text)) return false;
  }
  return false;
}

/** 一、项目概况, 第一部分 …, 1.项目概况: the first heading of a report. */
function isFirstHeading({ number, text }: Paragraph): boolean {
  const printed = printedNumber(`${number ?? ''}${text}`);
  return printed?.ordinal === 1 && OUTERMOST.has(printed.notation) && text.length <= LONGEST_HEADING;
}

// The space of “1 概况” may be lost on the way, 1.1 is not.
const OUTERMOST: ReadonlySet<string> = new Set(['第一部分', '第一章', '一、', '1.', '1、', '1.1']);
const LONGEST_HEADING = 40;
