import type { Cell, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import type { Mention } from '../model.js';

/** The one figure that a cell consists of, null for words, blanks and cells with several figures. */
export type CellFigure = (cell: Cell) => Mention | null;

/** One body row of a panel. */
export interface PanelRow {
  /** Row of the table, from 1. */
  readonly row: number;
  /** The words that name the row, white space left out. */
  readonly label: string;
  /** Classification code, the 类/款/项 columns joined (2010601); null when the row has none. */
  readonly code: string | null;
  /** Figures by grid column. */
  readonly values: ReadonlyMap<number, Mention>;
}

/**
 * A part of a table that reads as label column(s) and the numeric columns to their right. A table of income beside
 * expenditure (收入支出决算总表) has two panels.
 */
export interface Panel {
  readonly table: Table;
  readonly rows: readonly PanelRow[];
  /** Numeric columns, ascending. */
  readonly columns: readonly Column[];
}

export interface Column {
  readonly column: number;
  /** Header words from top to bottom, white space left out: 本年支出合计/基本支出. */
  readonly heads: readonly string[];
}

const CODE = /^\d{2,9}$/u;
/** 收入合计（万元）: the unit is no part of a row's name. */
const UNIT_BEHIND = /\((?:单位:)?(?:元|万元|亿元|千元|人|人次|个|名|户|家|辆|台|套|次|平方米|%)\)$/u;
const ORDINAL_HEAD =
  /^(?:行次|序号|栏次|编号|编码|代码|科目编码|功能分类科目编码|经济分类科目编码|类|款|项)$/u;

/** The panels of a table; none when the table has no numeric columns or its grid is not certain. */
export function panelsOf(table: Table, figureOf: CellFigure): readonly Panel[] {
  if (!table.gridCertain || table.rowCount < 2 || table.columnCount < 2) return [];
  const at = cellIndex(table);
  const headerRows = headerHeight(table, at, figureOf);
  const roles = columnRoles(table, at, headerRows, figureOf);
  const panels: Panel[] = [];
  let labels: number[] = [];
  let numbers: number[] = [];
  const flush = () => {
    const named = labels.some((column) => roles.get(column) !== 'ordinal');
    if (named && numbers.length > 0)
      panels.push(panel(table, at, headerRows, labels, numbers, figureOf, roles));
    labels = [];
    numbers = [];
  };
  for (let column = 1; column <= table.columnCount; column++) {
    const role = roles.get(column);
    if (role === 'number') numbers.push(column);
    else if (role === 'ordinal' && numbers.length === 0) labels.push(column);
    else if (role === 'label' || role === 'code') {
      if (numbers.length > 0) flush();
      labels.push(column);
    }
  }
  // “三公”经费支出决算表: amounts under their headings, and no column that names the rows.
  if (panels.length === 0 && labels.length === 0 && numbers.length > 1 && headerRows > 0)
    return [panel(table, at, headerRows, [], numbers, figureOf, roles)];
  flush();
  return panels;
}

type At = (row: number, column: number) => Cell | undefined;

function cellIndex(table: Table): At {
  const index = new Map<number, Cell>();
  const width = table.columnCount + 1;
  for (const cell of table.cells)
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) index.set(r * width + c, cell);
  return (row, column) => index.get(row * width + column);
}

/** Rows from the top that hold no figure besides codes and the 栏次 line (1 2 3 …). */
function headerHeight(table: Table, at: At, figureOf: CellFigure): number {
  let height = 0;
  for (let row = 1; row <= table.rowCount; row++) {
    const cells = rowCells(table, at, row);
    if (cells.some((cell) => /^栏次$/u.test(squeeze(cell.text)))) {
      height = row;
      continue;
    }
    if (!isColumnNumbers(cells) && cells.some((cell) => figureOf(cell) !== null)) break;
    height = row;
  }
  return height === table.rowCount ? 0 : height;
}

/** Fewer numbers than this in a row may be figures. */
const LEAST_COLUMN_NUMBERS = 3;

/** A line that numbers the columns, with or without 栏次 before it: 1 2 3 …, (1) (2) (3)=(1)-(2). */
function isColumnNumbers(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => {
    const text = squeeze(fold(cell.text));
    const number = /^\(?(\d{1,2})\)?(?:=.{1,20})?$/u.exec(text)?.[1];
    return number === undefined ? (/\d/u.test(text) ? [Number.NaN] : []) : [Number(number)];
  });
  return (
    numbers.length >= LEAST_COLUMN_NUMBERS &&
    numbers.every((number, at) => number === (at === 0 ? number : (numbers[at - 1] ?? 0) + 1)) &&
    (numbers[0] ?? 0) <= 2
  );
}

function rowCells(table: Table, at: At, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = 1; column <= table.columnCount; column++) {
    const cell = at(row, column);
    if (cell && cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}

/** `ordinal`: line or list numbers, whose column may hold the word 合计 too. */
type Role = 'label' | 'code' | 'ordinal' | 'number' | 'ignored';

function columnRoles(
  table: Table,
  at: At,
  headerRows: number,
  figureOf: CellFigure,
): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  for (let column = 1; column <= table.columnCount; column++)
    roles.set(column, columnRole(table, at, headerRows, column, figureOf));
  return roles;
}

function columnRole(table: Table, at: At, headerRows: number, column: number, figureOf: CellFigure): Role {
  const heads = headsOf(at, headerRows, column);
  let numbers = 0;
  let words = 0;
  let codes = 0;
  /** Whole numbers that are no figures: line and list numbers. */
  let plain = 0;
  let ascending = 0;
  let previous: string | null = null;
  for (let row = headerRows + 1; row <= table.rowCount; row++) {
    const cell = at(row, column);
    if (!cell || cell.column !== column || cell.row !== row) continue;
    const text = squeeze(fold(cell.text));
    if (text === '' || /^[-—/]+$/u.test(text)) continue;
    if (CODE.test(text)) codes++;
    if (previous !== null && /^\d+$/u.test(text) && Number(text) === Number(previous) + 1) ascending++;
    previous = /^\d+$/u.test(text) ? text : null;
    if (figureOf(cell) !== null) numbers++;
    else if (/^\d{1,3}$/u.test(text)) plain++;
    else words++;
  }
  const last = heads.at(-1) ?? '';
  if (ORDINAL_HEAD.test(last) && codes + numbers + plain > 0 && words <= codes + numbers + plain)
    return /行次|序号|栏次|编号/u.test(last) ? 'ordinal' : 'code';
  if (numbers + plain >= 3 && ascending >= numbers + plain - 1) return 'ordinal';
  if (codes > 0 && codes >= numbers && words === 0 && codes >= 2 && sameCodes(table, at, headerRows, column))
    return 'code';
  if (numbers > 0 && numbers >= words) return 'number';
  if (words > 0) return 'label';
  return 'ignored';
}

/** Classification codes begin with 1, 2, 3 or 5 and have 3, 5 or 7 digits; amounts seldom all do. */
function sameCodes(table: Table, at: At, headerRows: number, column: number): boolean {
  for (let row = headerRows + 1; row <= table.rowCount; row++) {
    const text = squeeze(fold(at(row, column)?.text ?? ''));
    if (text !== '' && !/^[1235]\d{2}(?:\d{2}){0,2}$/u.test(text)) return false;
  }
  return true;
}

function headsOf(at: At, headerRows: number, column: number): readonly string[] {
  const heads: string[] = [];
  let previous: Cell | undefined;
  for (let row = 1; row <= headerRows; row++) {
    const cell = at(row, column);
    if (cell && cell !== previous) heads.push(squeeze(fold(cell.text)));
    previous = cell;
  }
  return heads.filter((head) => head !== '' && head !== '栏次' && !/^\(?\d+\)?(?:=.*)?$/u.test(head));
}

function panel(
  table: Table,
  at: At,
  headerRows: number,
  labels: readonly number[],
  numbers: readonly number[],
  figureOf: CellFigure,
  roles: ReadonlyMap<number, Role>,
): Panel {
  const rows: PanelRow[] = [];
  for (let row = headerRows + 1; row <= table.rowCount; row++) {
    const words: string[] = [];
    let code = '';
    let seen: Cell | undefined;
    for (const column of labels) {
      const cell = at(row, column);
      if (!cell || cell === seen || cell.row !== row) continue;
      seen = cell;
      const text = squeeze(fold(cell.text));
      if (roles.get(column) === 'ordinal' && /^\d*$/u.test(text)) continue;
      if (CODE.test(text)) code += text;
      else words.push(text.replace(UNIT_BEHIND, ''));
    }
    const values = new Map<number, Mention>();
    for (const column of numbers) {
      const cell = at(row, column);
      if (!cell || cell.row !== row || cell.column !== column || cell.rowSpan > 1) continue;
      const figure = figureOf(cell);
      if (figure) values.set(column, figure);
    }
    const label = words.join('');
    if (label !== '' || code !== '' || values.size > 0)
      rows.push({ row, label, code: code === '' ? null : code, values });
  }
  return {
    table,
    rows,
    columns: numbers.map((column) => ({ column, heads: headsOf(at, headerRows, column) })),
  };
}
