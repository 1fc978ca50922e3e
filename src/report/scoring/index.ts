import type { Document } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Mention, ScoringTable } from '../model.js';
import { assemble, type Collected } from './assemble.js';
import { columnsFromContent } from './content.js';
import { executionAt, isFundingBlock, unitOf } from './execution.js';
import { type Header, headerAt } from './header.js';
import type { Carry } from './read-rows.js';
import { readRow } from './rows.js';
import { type Strip, strips } from './strips.js';
import { isRemark } from './words.js';

/**
 * The scoring tables of a report in reading order. Roles of columns come from header words and, where these are
 * missing or do not suffice, from what the columns hold. Tables of finance, of label and value, and lists of
 * targets without scores are not scoring tables. A row that cannot be matched is kept in `unmatched`.
 *
 * Indicators that share one merged score cell each show it as `claimed` and name it in `scoreShare`: count it once.
 *
 * @param mentions figures already found in the report: amounts of execution blocks are then these very objects.
 */
export function readScoringTables(
  document: Document,
  mentions: readonly Mention[] = [],
): readonly ScoringTable[] {
  const tables: ScoringTable[] = [];
  let amounts: Collected | null = null;
  for (const strip of strips(document)) {
    for (const own of collect(strip, mentions)) {
      const collected = withAmounts(own, amounts);
      amounts = isAmountsOnly(own) ? own : null;
      const first = tables.reduce((n, t) => n + t.indicators.length, 1);
      const table = assemble(collected, strip.grid, tables.length + 1, first);
      if (table) tables.push(table);
    }
  }
  return tables;
}

/** A form whose amounts block is a table of its own: the block belongs to the indicators that follow. */
const isAmountsOnly = ({ rows, execution }: Collected): boolean =>
  execution.length > 0 && rows.every((row) => row.kind !== 'item');

const withAmounts = (own: Collected, amounts: Collected | null): Collected =>
  amounts && own.execution.length === 0 ? { ...own, execution: amounts.execution } : own;

/** A row that begins another project's form within one table. */
const FORM_START = /^(?:项目名称|项目支出名称|专项名称)$/u;

/** Walks the rows of a strip: amounts block, header, indicators, totals; one collection for each form in it. */
function collect(strip: Strip, mentions: readonly Mention[]): Collected[] {
  const { grid } = strip;
  const headers = findHeaders(strip);
  const caption = strip.before.map(unitOf).find((u) => u !== null) ?? null;
  const forms: Collected[] = [];
  let current = fresh(strip);
  let columns = headers.length === 0 ? columnsFromContent(grid) : null;
  let carry = freshCarry();
  for (let row = 0; row < grid.rowCount; ) {
    const label = squeeze(grid.anchored(row)[0]?.text ?? '');
    if (FORM_START.test(label) && current.rows.some((r) => r.kind === 'item')) {
      forms.push(current);
      current = fresh(strip);
      columns = null;
    }
    const header = headers.find((h) => h.start === row);
    const execution = header ? null : executionAt(grid, row, caption, mentions);
    if (header) {
      if (header.columns !== columns && header.signature !== headers[0]?.signature) carry = freshCarry();
      columns = header.columns;
      carry.totalSeen = false;
      row = header.end;
    } else if (execution) {
      current.execution.push(...execution.rows);
      row = execution.end;
    } else {
      const read = columns === null ? null : readRow(grid, row, columns, carry);
      if (read?.kind === 'remark') current.remarks.push(read.text);
      else if (read) current.rows.push(read);
      row++;
    }
  }
  forms.push(current);
  return forms;
}

const freshCarry = (): Carry => ({ steps: [], heading: null, totalSeen: false });

const fresh = (strip: Strip): Collected => ({
  rows: [],
  execution: [],
  remarks: strip.after.filter(isRemark),
});

/** Headers with the rows they rule; the content of those rows settles what the words leave open. */
function findHeaders(strip: Strip): Header[] {
  const { grid } = strip;
  const starts: Header[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const header = headerAt(grid, row, row + 1);
    if (!header || isFundingBlock(grid, row)) continue;
    starts.push(header);
    row = header.end - 1;
  }
  const distinct = new Map<string, Header>();
  return starts.flatMap((found, i) => {
    const until = starts.slice(i + 1).find((h) => h.signature !== found.signature)?.start ?? grid.rowCount;
    const header = headerAt(grid, found.start, until);
    if (!header) return [];
    const first = distinct.get(header.signature);
    if (!first) distinct.set(header.signature, header);
    return [first ? { ...header, columns: first.columns } : header];
  });
}
