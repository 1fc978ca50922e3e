import type { Cell, Document, Paragraph, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { once } from '../../language/memo.js';
import type { Quote } from '../model.js';
import { isBlankName } from './title.js';
import { DOUBTFUL_LABEL, OTHER_LABELS, UNIT_LABELS, UNIT_TAILS, YEAR_LABELS } from './vocabulary.js';

/** A labelled value: 填报单位：柳泉区档案馆. */
export interface Labelled {
  /** The label as the vocabulary spells it. */
  readonly label: string;
  readonly value: string;
  readonly quote: Quote;
}

const KNOWN = new Set([...UNIT_LABELS, ...YEAR_LABELS]);
/** A line of labels is short; a sentence that happens to have a colon is not one. */
const LONGEST_LINE = 160;

/** Labels and values of lines and cells, in reading order; values that are blank are left out. */
export const labelledValues = once((document: Document): readonly Labelled[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? cellLabels(block) : lineLabels(block))),
);

/** What stands behind a label that names neither unit nor year: beside it in a table, or in its own line. */
export const valuesOf = (label: string, document: Document): readonly Quote[] =>
  document.blocks.flatMap((block): readonly Quote[] => {
    if (block.kind === 'paragraph') {
      const isIt =
        block.text.length <= LONGEST_LINE && new RegExp(`^${label}[:：]`, 'u').test(squeeze(block.text));
      return isIt ? [{ text: block.text.trim(), where: block.where }] : [];
    }
    return block.cells
      .filter(({ text }) => squeeze(text) === label)
      .flatMap(({ row, column, colSpan }) =>
        block.cells
          .filter((cell) => cell.row === row && cell.column === column + colSpan)
          .map(({ text, where }) => ({ text: text.trim(), where })),
      );
  });

/** Values behind the labels of one line: 填报单位：柳泉区档案馆　填报日期：2024年3月22日. */
export function lineLabels(paragraph: Paragraph): readonly Labelled[] {
  return labelsIn(paragraph.text, paragraph.where);
}

/** What parts two labels of a line; not the gap between a label and its value. */
const GAP = /(?<![：:\s])(?:\s{2,}|\t|\u3000)\s*|\n/u;
/** Another label where the value should be: the value is blank. */
const LABEL_AHEAD = /^[\p{Script=Han}（()）]{2,12}\s?[：:]/u;

/** A label set wide, 单    位： or 填 报 单 位：; a gap between its characters parts nothing. */
const SPREAD =
  /(?<!\p{Script=Han})\p{Script=Han}(?:\s{1,8}\p{Script=Han}){1,7}(?=\s{0,8}(?:[（(][^（）()]{2,5}[）)])?\s{0,8}[：:])/gu;

function labelsIn(text: string, where: Quote['where']): readonly Labelled[] {
  if (text.length > LONGEST_LINE || !/[：:]/u.test(text)) return [];
  const found: Labelled[] = [];
  for (const part of text.replace(SPREAD, squeeze).split(GAP)) {
    const colon = part.search(/[：:]/u);
    if (colon < 0) continue;
    const label = labelWord(part.slice(0, colon));
    const value = labelValue(part.slice(colon + 1));
    if (label === DOUBTFUL_LABEL && !UNIT_TAILS.some((tail) => value.endsWith(tail))) continue;
    if (label !== null && value !== '') {
      const printed = text.includes(part.trim()) ? part.trim() : text.trim();
      found.push({ label, value, quote: { text: printed, where } });
    }
  }
  return found;
}

function cellLabels(table: Table): readonly Labelled[] {
  const found: Labelled[] = [];
  const starts = new Map(table.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  for (const cell of table.cells) {
    const label = labelWord(cell.text);
    const beside: Cell | undefined =
      label === null ? undefined : starts.get(`${cell.row}:${cell.column + cell.colSpan}`);
    if (label === DOUBTFUL_LABEL) continue;
    if (label !== null && beside !== undefined && labelWord(beside.text) === null) {
      const value = labelValue(beside.text);
      if (value !== '') found.push({ label, value, quote: { text: beside.text, where: beside.where } });
    } else if (label === null) found.push(...labelsIn(cell.text, cell.where));
  }
  return found;
}

/** The label that words are, null when they are none. Spaces, brackets and （公章） beside it do not count. */
export function labelWord(words: string): string | null {
  if (words.length > 24) return null;
  const plain = fold(words)
    .replace(/\((?:盖章|公章|签章|全称|单位公章|加盖公章)\)/gu, '')
    .replace(/[\s()/、:*]/gu, '');
  return KNOWN.has(plain) ? plain : null;
}

/** Where another label begins behind a value. */
const OTHERS = OTHER_LABELS.map((label) => new RegExp(`\\s${label}\\s?[：:]`, 'u'));

/** 青溪县交通运输局2024年4月12日: the next line of the cover, run into the unit's name. */
const DATE_BEHIND = /(?<=\p{Script=Han}{4})\s?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月.*$/u;

function labelValue(words: string): string {
  let value = words.replace(/[（(](?:盖章|公章|签章|签字|单位公章|加盖公章)[）)]/gu, ' ').trim();
  for (const other of OTHERS) {
    const at = value.search(other);
    if (at >= 0) value = value.slice(0, at).trim();
  }
  value = value.replace(DATE_BEHIND, '');
  return /^[_\s—-]*$/u.test(value) || LABEL_AHEAD.test(value) ? '' : value;
}

/** Whether a labelled value can be the name of a unit. */
export const isUnitName = (value: string): boolean =>
  value.length >= 4 &&
  value.length <= 50 &&
  !isBlankName(value) &&
  !/[。；;，,]|请(?:填|在|输)|填写|填报单位|全称/u.test(value);
