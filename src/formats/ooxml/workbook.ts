import { dec } from '../../numbers/decimal.js';
import { wrap } from '../layout.js';
import { neutral } from '../neutral.js';
import { clip } from '../printable.js';
import { escaped } from '../xml.js';
import { contentTypes, pack, relationships, XML_HEAD } from './package.js';
import {
  type CellStyle,
  MOST_DECIMALS,
  numberStyleIndex,
  percentStyleIndex,
  styleIndex,
  styleSheet,
} from './styles.js';

/** A cell: words, or a decimal given by its digits, which is written as a number without passing through a float. */
export type SheetCell = { readonly text: string; readonly style?: CellStyle } | NumberCell;

/** A number given by its digits; a rate of 64.28% has the digits 0.6428. */
interface NumberCell {
  readonly digits: string;
  readonly percent?: boolean;
  readonly style?: CellStyle;
}

/** A column of a sheet: heading and width in characters. */
export interface SheetColumn {
  readonly title: string;
  readonly width: number;
  /** Words to choose from when the column is to be filled in. */
  readonly choices?: readonly string[];
}

/** A sheet: a title, one line of what it holds, and a table with filters under a frozen heading. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight when scrolling to the right. */
  readonly frozenColumns: number;
}

/** Rows above the first record: title, note, headings. */
const HEAD_ROWS = 3;

/** The longest text a cell of Excel may hold. */
const MOST_CHARACTERS = 32_000;

/** Digits that a spreadsheet holds without loss. */
const MOST_DIGITS = 15;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of an .xlsx file. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const parts = sheets.map(
    (sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetPart(sheet, at === 0)] as const,
  );
  return pack({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(parts.map(([name]) => [name, 'spreadsheetml.worksheet'])),
    }),
    '_rels/.rels': relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ({
        id: `rId${at + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': styleSheet(),
    ...Object.fromEntries(parts),
  });
}

function workbookPart(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(sheet)}!${absolute(tableRange(sheet))}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(sheet)}!$${HEAD_ROWS}:$${HEAD_ROWS}</definedName>`,
  ]);
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function sheetPart(sheet: Sheet, selected: boolean): string {
  const last = columnLetters(sheet.columns.length);
  const widths = sheet.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = [
    `<row r="1" ht="30" customHeight="1">${cellPart({ text: sheet.title, style: 'title' }, 'A1')}</row>`,
    `<row r="2" ht="20" customHeight="1">${cellPart({ text: sheet.note, style: 'note' }, 'A2')}</row>`,
    rowPart(
      sheet.columns.map(({ title }) => ({ text: title, style: 'header' })),
      HEAD_ROWS,
      ' ht="30" customHeight="1"',
    ),
    ...sheet.rows.map((row, at) => rowPart(row, HEAD_ROWS + 1 + at, heightOf(row, sheet.columns))),
  ];
  const corner = `${columnLetters(sheet.frozenColumns + 1)}${HEAD_ROWS + 1}`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"${selected ? ' tabSelected="1"' : ''}><pane xSplit="${sheet.frozenColumns}" ySplit="${HEAD_ROWS}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="${tableRange(sheet)}"/><mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>${validations(sheet)}<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R第&amp;P页 共&amp;N页</oddFooter></headerFooter></worksheet>`;
}

function validations(sheet: Sheet): string {
  const list = sheet.columns.flatMap(({ choices }, at) => {
    if (!choices || sheet.rows.length === 0) return [];
    const column = columnLetters(at + 1);
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${column}${HEAD_ROWS + 1}:${column}${HEAD_ROWS + sheet.rows.length}"><formula1>"${escaped(choices.join(','))}"</formula1></dataValidation>`,
    ];
  });
  return list.length === 0
    ? ''
    : `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`;
}

const rowPart = (cells: readonly SheetCell[], row: number, attributes: string): string =>
  `<row r="${row}"${attributes}>${cells.map((cell, at) => cellPart(cell, `${columnLetters(at + 1)}${row}`)).join('')}</row>`;

function cellPart(cell: SheetCell, reference: string): string {
  if ('digits' in cell) return numberPart(cell, reference);
  const style = styleIndex(cell.style ?? 'text');
  if (cell.text === '') return `<c r="${reference}" s="${style}"/>`;
  const text = escaped(neutral(clip(cell.text, MOST_CHARACTERS)));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function numberPart({ digits, percent = false, style }: NumberCell, reference: string): string {
  const places = (digits.split('.')[1]?.length ?? 0) - (percent ? 2 : 0);
  const shown = Math.min(MOST_DECIMALS, Math.max(0, places));
  const index = style ? styleIndex(style) : percent ? percentStyleIndex(shown) : numberStyleIndex(shown);
  return `<c r="${reference}" s="${index}"><v>${digits}</v></c>`;
}

/** Points of a line of text, and of the blank above and below it. */
const LINE = 14;
const MARGIN = 6;
/** The greatest row height of Excel. */
const MOST_HEIGHT = 409;

/** The height that shows all wrapped text of a row: not every program finds it by itself. */
function heightOf(cells: readonly SheetCell[], sheetColumns: readonly SheetColumn[]): string {
  const lines = cells.map((cell, at) => {
    if ('digits' in cell) return 1;
    const room = (sheetColumns[at]?.width ?? 10) - 3;
    return cell.text.split('\n').reduce((sum, line) => sum + wrap(clip(line, 2_000), room).length, 0);
  });
  return ` ht="${Math.min(MOST_HEIGHT, Math.max(1, ...lines) * LINE + MARGIN)}"`;
}

/** A value as a number cell when it is plain digits or a rate that a spreadsheet holds without loss, else as words. */
export function valueCell(value: string | null): SheetCell {
  const [, digits, sign] = /^(-?\d+(?:\.\d+)?)([%％])?$/u.exec(value?.trim() ?? '') ?? [];
  if (digits === undefined || digits.replace(/\D/gu, '').length > MOST_DIGITS)
    return { text: value ?? '', style: 'centre' };
  if (sign === undefined) return { digits };
  const places = (digits.split('.')[1]?.length ?? 0) + 2;
  return { digits: dec(digits).div(100).toFixed(places), percent: true };
}

const tableRange = (sheet: Sheet): string =>
  `A${HEAD_ROWS}:${columnLetters(sheet.columns.length)}${HEAD_ROWS + sheet.rows.length}`;

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');

const quoted = (sheet: Sheet): string => `'${escaped(sheet.name)}'`;

function columnLetters(ordinal: number): string {
  const letter = String.fromCharCode(65 + ((ordinal - 1) % 26));
  return ordinal <= 26 ? letter : columnLetters(Math.floor((ordinal - 1) / 26)) + letter;
}
