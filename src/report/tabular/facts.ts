import type { Block, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { type Label, LabelReader } from '../../language/labels.js';
import { vocabulary } from '../../language/vocabulary.js';
import type { Aspect, Fact, Mention } from '../model.js';
import type { Column, Panel, PanelRow } from './grid.js';

/** Rows that stand for the whole of a table or of one of its quantities. */
const WHOLE = /^(?:合计|总计|收入总计|支出总计)$/u;
const NAMED_TOTAL = /(?:合计|总计)$/u;
/** Column heads that say amount and nothing else. */
const AMOUNT = /^(?:合计|总计|金额|数额|小计)$/u;
/** Paragraphs that may stand between a table and its title. */
const TITLE_WITHIN = 6;

/**
 * The quantities that the totals of finance tables give: 合计 of 基本支出 in 一般公共预算财政拨款支出决算表. The
 * title names the scope. Rows of single items are left out: one name there may be a part of what the text means.
 */
export function tableFacts(
  panels: readonly Panel[],
  titles: ReadonlyMap<Table, string>,
  year: number | null,
): readonly Fact[] {
  const labels = LabelReader.of(vocabulary());
  return panels.flatMap((panel) => {
    const printed = titles.get(panel.table) ?? '';
    const isBalance = /(?:收入支出|收支)(?:决算|预算)?总表$/u.test(printed);
    // 财政拨款收入支出决算总表: income and expenditure together name no one quantity, only the scope is left.
    const title = labels.read(
      printed.replace(
        isBalance
          ? /(?:收入支出|收支)(?:决算|预算)?总表$/u
          : /(?:(?:决算|预算)?总?|明细|情况|一览|安排|安排明细|使用情况)表$/u,
        '',
      ),
    );
    const unnamed = panel.rows.filter((row) => row.values.size > 0);
    const single = unnamed.length === 1 && unnamed[0]?.label === '' ? unnamed[0] : undefined;
    if (single !== undefined) return headedFacts(panel, single, title, labels, year);
    return panel.rows
      .filter((row) => row.code === null && NAMED_TOTAL.test(row.label))
      .flatMap((row) =>
        panel.columns.flatMap((column) => {
          const mention = row.values.get(column.column);
          const fact = mention && factAt(mention, row, column, title, isBalance, labels, year);
          return fact ? [fact] : [];
        }),
      );
  });
}

function factAt(
  mention: Mention,
  row: PanelRow,
  column: Column,
  title: Label,
  isBalance: boolean,
  labels: LabelReader,
  year: number | null,
): Fact | null {
  if (mention.figure.unit.kind !== 'money') return null;
  const head = labels.read(column.heads.at(-1) ?? '');
  const named = labels.read(row.label);
  // 2022年 | 2023年 | 2024年: the column gives the year.
  const above = column.heads.slice(0, -1).map((words) => labels.read(words));
  const period = [head, ...above].find((label) => label.period !== null)?.period ?? null;
  const dated = period === null || period.kind === 'year' || period.kind === 'relative';
  // 上年支出 / 基本支出: a merged heading above names year and scope; one of unknown words names something else.
  if (above.some((label) => label.residual !== '')) return null;
  if (head.residual !== '' || !dated || named.residual !== '' || title.residual !== '') return null;
  const isWhole = WHOLE.test(row.label);
  const headIsAmount = head.concept === null || AMOUNT.test(column.heads.at(-1) ?? '');
  // In 收入支出决算总表 the last row balances income with expenditure; elsewhere 合计 is the table's own quantity.
  const balance = labels.vocabulary.concepts.find(({ id }) => id === 'total') ?? null;
  const concept = !isWhole
    ? headIsAmount
      ? named.concept
      : null
    : isBalance
      ? /总计$/u.test(row.label)
        ? balance
        : null
      : headIsAmount
        ? title.concept
        : head.concept;
  if (!concept || concept.varied) return null;
  const quote = { text: mention.text, where: mention.where };
  return {
    concept: concept.id,
    aspect: (head.aspect ?? title.aspect ?? (concept.flow ? 'outcome' : 'plain')) as Aspect,
    scope: head.scope || above.find((label) => label.scope !== '')?.scope || named.scope || title.scope,
    period: { year: period?.year ?? (year === null ? null : year + (period?.relative ?? 0)) },
    mention,
    quote,
    // The balance of a table is no name of its own.
    ...(isWhole && headIsAmount && (isBalance || title.name === '')
      ? {}
      : { name: isWhole && !headIsAmount ? (column.heads.at(-1) ?? '') : isWhole ? title.name : row.label }),
  };
}

/**
 * “三公”经费支出决算表: one row of amounts, each named by the headings above it. 合计 is what the title names, 小计 what
 * the heading above it names.
 */
function headedFacts(
  panel: Panel,
  row: PanelRow,
  title: Label,
  labels: LabelReader,
  year: number | null,
): readonly Fact[] {
  return panel.columns.flatMap((column): readonly Fact[] => {
    const mention = row.values.get(column.column);
    if (mention?.figure.unit.kind !== 'money' || title.residual !== '') return [];
    const read = column.heads.map((head) => labels.read(head));
    const last = column.heads.at(-1) ?? '';
    const above = column.heads.at(-2) ?? '';
    const own = labels.read(last);
    const concept = AMOUNT.test(last)
      ? /小计$/u.test(last)
        ? labels.read(above).concept
        : title.concept
      : (own.concept ?? labels.read(`${/^公务用车/u.test(above) ? '公务用车' : above}${last}`).concept);
    if (!concept || concept.varied || read.some((head) => head.period !== null)) return [];
    const aspect = read.find((head) => head.aspect !== null)?.aspect ?? title.aspect;
    return [
      {
        concept: concept.id,
        aspect: aspect ?? (concept.flow ? 'outcome' : 'plain'),
        scope: title.scope,
        period: { year },
        mention,
        quote: { text: mention.text, where: mention.where },
        name: AMOUNT.test(last) ? (/小计$/u.test(last) ? above : title.name) : last,
      },
    ];
  });
}

/** The title above each table: the nearest of the paragraphs before it that ends in 表. */
export function tableTitles(blocks: readonly Block[]): ReadonlyMap<Table, string> {
  const titles = new Map<Table, string>();
  blocks.forEach((block, index) => {
    if (block.kind !== 'table') return;
    for (let back = index - 1; back >= 0 && index - back <= TITLE_WITHIN; back--) {
      const above = blocks[back];
      if (above?.kind !== 'paragraph') break;
      const words = squeeze(fold(above.text).replace(/^\s*附?[表件]\s?\d{0,2}[\s:、.-]+/u, ''))
        .replace(/\([^()]*\)$/u, '')
        .replace(/^\d{4}年度?/u, '');
      if (!words.endsWith('表') || words.length > 60 || /公开\d*表$/u.test(words)) continue;
      titles.set(block, words);
      break;
    }
  });
  return titles;
}
