/** Paragraphs and cells of mammoth's tree, joined with the records of the first pass. */
import type { Sized } from './grid.js';
import type { MammothNode } from './mammoth.js';
import { GAP, JOIN } from './markup.js';
import type { ParagraphRecord, PendingLoss } from './records.js';
import { clean, joinLines } from './text.js';

/** A paragraph as mammoth read it. */
export interface Read {
  readonly record: ParagraphRecord | null;
  /** The bookmark of a paragraph that stands for something else than words. */
  readonly mark: string | null;
  readonly text: string;
  /** Characters that had to be left out or replaced. */
  readonly odd: readonly PendingLoss[];
}

/** A cell as mammoth read it. */
export interface ReadCell extends Sized {
  readonly paragraphs: readonly Read[];
  readonly tables: readonly MammothNode[];
}

type RecordList = readonly ParagraphRecord[];

/** The words of a paragraph. */
export function readParagraph(node: MammothNode, records: RecordList, inCell = false): Read {
  const key = keyOf(node);
  const raw: string[] = [];
  const unmapped = rawText(node, raw);
  const { text, turned, controls } = clean(raw.join(''));
  const joined = joinLines(text, inCell);
  const odd: PendingLoss[] = [];
  if (turned) odd.push(turnedLoss(joined));
  if (controls) odd.push(controlLoss(joined));
  if (unmapped) odd.push(symbolLoss(joined));
  return {
    record: key === null ? null : (records[key] ?? null),
    mark: key === null ? (node.children?.[0]?.name ?? null) : null,
    text: joined,
    odd,
  };
}

/** The rows of a table, cell by cell. */
export const readRows = (table: MammothNode, records: RecordList): ReadCell[][] =>
  (table.children ?? [])
    .filter(({ type }) => type === 'tableRow')
    .map((row) =>
      (row.children ?? []).filter(({ type }) => type === 'tableCell').map((cell) => readCell(cell, records)),
    );

function readCell(node: MammothNode, records: RecordList): ReadCell {
  const children = node.children ?? [];
  const paragraphs = children
    .filter(({ type }) => type === 'paragraph')
    .map((child) => readParagraph(child, records, true));
  return {
    rowSpan: node.rowSpan ?? 1,
    colSpan: node.colSpan ?? 1,
    gap: paragraphs.some(({ mark }) => mark === GAP),
    joins: paragraphs.some(({ mark }) => mark === JOIN),
    text: paragraphs
      .map(printedText)
      .filter((text) => text !== '')
      .join('\n'),
    paragraphs,
    tables: children.filter(({ type }) => type === 'table'),
  };
}

/** The automatic number and the words, kept apart where they would run into one figure. */
function printedText({ record, text }: Read): string {
  const number = record?.number ?? '';
  return /[0-9A-Za-z]$/.test(number) && /^[0-9A-Za-z]/.test(text) ? `${number} ${text}` : number + text;
}

/** The record's key in the bookmark that begins each paragraph; null for a paragraph without words of its own. */
export function keyOf(node: MammothNode): number | null {
  const name = node.children?.[0]?.name;
  const key = Number(name);
  return name === undefined || Number.isNaN(key) ? null : key;
}

/** Collects the words of a paragraph; returns whether a symbol could not be mapped. Depth is that of plain markup. */
function rawText(node: MammothNode, into: string[]): boolean {
  let unmapped = false;
  for (const child of node.children ?? []) {
    if (child.type === 'text') into.push(child.value ?? '');
    else if (child.type === 'tab') into.push('\t');
    else if (child.type === 'break') into.push('\n');
    else if (child.type === 'run' && (child.children ?? []).length === 0) {
      into.push('〓');
      unmapped = true;
    } else if (rawText(child, into)) unmapped = true;
  }
  return unmapped;
}

/** A quote is text that stands in the report: cut, but nothing added. */
const shown = (text: string): string => text.slice(0, 80);

const turnedLoss = (quote: string): PendingLoss => ({
  kind: 'characters',
  message:
    '此处含有改变文字显示方向的控制字符，屏幕上看到的数字可能与实际存储的顺序相反；核查按存储顺序，请删除这些字符后重新填写。',
  quote: shown(quote),
});
const controlLoss = (quote: string): PendingLoss => ({
  kind: 'characters',
  message: '此处含有不可显示的控制字符，已略去；请在 Word 中重新录入此处后再审核。',
  quote: shown(quote),
});
const symbolLoss = (quote: string): PendingLoss => ({
  kind: 'characters',
  message: '此处有特殊字体的符号未能识别，以“〓”代替；请改用普通字符后再审核。',
  quote: shown(quote),
});
