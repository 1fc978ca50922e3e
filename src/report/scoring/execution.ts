import type { Locator } from '../../documents/model.js';
import { scanFigures } from '../../language/figures.js';
import { fold, squeeze } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { Unit } from '../../numbers/figure.js';
import { UNITS } from '../../numbers/units.js';
import type { ExecutionRow, Mention, ScoreCell } from '../model.js';
import type { Grid, GridCell } from './grid.js';
import { readName, readScore, readWeight } from './score-text.js';

type Amount = 'initialBudget' | 'budget' | 'received' | 'executed' | 'rate' | 'weight' | 'score';

/** Header words of the amounts block of project forms, narrower first: 年初预算数|全年预算数(A)|全年执行数(B)|分值|执行率(B/A)|得分. */
const AMOUNT_WORDS: readonly (readonly [Amount, readonly string[]])[] = [
  ['rate', ['执行率', '完成率', '支出率', '支付率', '支出进度']],
  ['weight', ['分值', '权重', '满分', '标准分']],
  ['score', ['得分', '自评分', '评分']],
  ['initialBudget', ['年初预算', '年初批复', '年初安排', '期初预算']],
  [
    'executed',
    [
      '执行数',
      '支出数',
      '实际支出',
      '决算数',
      '执行金额',
      '支出金额',
      '实际执行',
      '使用数',
      '预算执行',
      '支出额',
      '全年执行',
      '年度执行',
    ],
  ],
  [
    'budget',
    ['全年预算', '调整后预算', '调整预算', '年度预算', '预算数', '预算金额', '预算资金', '安排数', '预算额'],
  ],
  ['received', ['到位']],
];

/** What an execution may be a share of, the likeliest first. */
const BUDGETS: readonly Amount[] = ['budget', 'initialBudget', 'received'];

type AmountColumns = ReadonlyMap<Amount, number>;

/** An amounts header: where its rows begin and what its columns hold. */
interface AmountsHeader {
  readonly columns: AmountColumns;
  readonly texts: ReadonlyMap<Amount, string>;
  /** First column of amounts: labels stand left of it. */
  readonly first: number;
  /** The unit that the words left of the heads state: 年度预算（万元）. */
  readonly unit: Unit | null;
  /** Rows that the head takes: 2 where （B/A） stands on a line of its own below 执行率. */
  readonly height: number;
}

/** Heads that say no more than that money was spent. */
const SPENT = /^(?:累计|全年|本年|年度)?(?:支出|执行|使用|支付)$/u;

/** What a head names. 执行率得分 and 得分（20分×执行率） are scores, 执行率权重 a weight: the last word outside brackets tells. */
function amountOf(head: string): Amount | undefined {
  const words = head.replace(/\([^()]*\)/gu, '').replace(/[=＝].*$/u, '');
  if (/(?:得分|自评分|评分)$/u.test(words)) return 'score';
  if (/(?:分值|权重|满分|标准分)$/u.test(words)) return 'weight';
  if (SPENT.test(words)) return 'executed';
  return AMOUNT_WORDS.find(([, candidates]) => candidates.some((word) => head.includes(word)))?.[0];
}

/** 预算执行情况（万元）（20分） beside several rows labels the block and heads no column. */
const isBlockLabel = ({ left, rowSpan, text }: GridCell): boolean =>
  left === 1 && (/情况/u.test(text) || (rowSpan > 1 && /资金|预算执行\s*(?:[(（]|$)/u.test(text)));

function amountsHeader(grid: Grid, row: number): AmountsHeader | null {
  const columns = new Map<Amount, number>();
  const texts = new Map<Amount, string>();
  for (const cell of grid.anchored(row)) {
    const head = squeeze(fold(cell.text));
    if (head === '' || head.length > 30 || isBlockLabel(cell)) continue;
    const amount = amountOf(head);
    // The block's own label (年度预算（万元）) stands before the amounts; an adjusted budget stands after the first one.
    if (amount !== undefined && (amount === 'budget' || !columns.has(amount))) {
      columns.set(amount, cell.left);
      texts.set(amount, cell.text);
    }
  }
  const budget = BUDGETS.some((amount) => columns.has(amount));
  if (!budget || !columns.has('executed')) return null;
  if (!columns.has('score') && !columns.has('rate')) return null;
  const amounts = [
    BUDGETS.map((one) => columns.get(one)).find((one) => one !== undefined),
    columns.get('executed'),
  ];
  const height = Math.min(...amounts.map((column) => grid.at(row, column ?? 0)?.rowSpan ?? 1));
  const first = Math.min(...columns.values());
  const labels = grid.covering(row).filter((cell) => cell.left < first);
  const unit = labels.map(({ text }) => unitOf(text)).find((one) => one !== null) ?? null;
  return { columns, texts, first, unit, height };
}

/** The execution block that begins at a row: its rows and the first row after it; null when none begins there. */
export function executionAt(
  grid: Grid,
  row: number,
  caption: Unit | null,
  mentions: readonly Mention[],
): { rows: ExecutionRow[]; end: number } | null {
  const header = amountsHeader(grid, row);
  if (header === null) return null;
  const rows: ExecutionRow[] = [];
  let at = row + header.height;
  for (; at < grid.rowCount; at++) {
    const read = executionRow(grid, at, header, caption, mentions);
    if (read === null) break;
    rows.push(read);
  }
  return rows.length === 0 ? null : { rows: markTotal(rows), end: at };
}

/** Labels of whole budgets and of their sources; a project's name ends in none of these words. */
const FUNDS =
  /^(?:其中)?[:：]?(?:(?:年度|部门|全年|本年|单位|项目)*(?:资金|支出|预算|收入|经费)?(?:总额|合计|总计|总数|总支出)|基本支出|项目支出|(?:当年|本年)?(?:一般公共预算|政府性基金预算?)?财政拨款)$/u;

/**
 * Whether an amounts block begins at a row whose heads would also do for a table of indicators: 项目|年初预算数|全年预算数|
 * 全年执行数|执行率|分值|得分 over 部门支出总额, 基本支出 and 项目支出.
 */
export function isFundingBlock(grid: Grid, row: number): boolean {
  const header = amountsHeader(grid, row);
  if (header === null) return false;
  const { columns, texts, first, height } = header;
  if (!columns.has('weight') && marksNamed(texts.get('score') ?? '') === null) return false;
  const label = grid.covering(row + height).findLast((c) => c.left < first && c.top === row + height);
  return FUNDS.test(squeeze(fold(label?.text ?? '')));
}

const FUNDING = /资金|拨款|其他|结转|总额|合计|经费|收入|支出|预算|上级|本级|中央|省|市|县|区|债券|自筹/u;

function executionRow(
  grid: Grid,
  row: number,
  header: AmountsHeader,
  caption: Unit | null,
  mentions: readonly Mention[],
): ExecutionRow | null {
  const labels = grid.covering(row).filter((c) => c.left < header.first && c.top === row);
  const label = squeeze(labels.at(-1)?.text ?? '');
  const where = grid.rowWhere(row);
  if (where === null) return null;
  const text = (amount: Amount): { text: string; where: Locator } | null => {
    const column = header.columns.get(amount);
    const cell = column === undefined ? undefined : grid.at(row, column);
    return cell && cell.left >= header.first ? cell : null;
  };
  const money = (amount: Amount) =>
    mention(
      text(amount),
      unitOf(header.texts.get(amount) ?? '') ?? unitOf(corner(grid, row, header)) ?? header.unit ?? caption,
      mentions,
    );
  const initialBudget = money('initialBudget');
  const received = money('received');
  // Where no budget of the whole year is printed, what came in stands for it.
  const budget = money('budget') ?? received;
  const executed = money('executed');
  if (initialBudget === null && budget === null && executed === null && !FUNDING.test(label)) return null;
  if (grid.anchored(row).filter((c) => c.left >= header.first).length === 0) return null;
  return {
    label,
    initialBudget,
    budget,
    received: budget === received ? null : received,
    executed,
    rate: rateMention(text('rate'), mentions),
    weight: weightOf(text('weight'), header, corner(grid, row, header)),
    score: scoreOf(text('score')),
    isTotal: false,
    where,
  };
}

/** Labels left of the amounts name the unit for the whole block: 项目资金（万元）. */
const corner = (grid: Grid, row: number, header: AmountsHeader): string =>
  grid
    .covering(row)
    .filter((c) => c.left < header.first)
    .map((c) => c.text)
    .join(' ');

/** The weight of a row: its own cell's, else what the heads or the block's label name: 得分（20分×执行率）. */
function weightOf(
  cell: { text: string; where: Locator } | null,
  header: AmountsHeader,
  label: string,
): Decimal | null {
  const own = cell === null ? null : readWeight(cell.text, cell.where);
  if (own !== null && own.state !== 'empty') return own.value;
  for (const words of [header.texts.get('weight'), header.texts.get('score'), label]) {
    const named = marksNamed(words ?? '');
    if (named !== null) return named;
  }
  return null;
}

/** The marks that brackets behind a name give: 预算执行情况（万元）（20分）, 得分（执行率×10）, 分值（10）. */
function marksNamed(words: string): Decimal | null {
  const flat = squeeze(fold(words));
  const formula = /(\d{1,3})分?[×xX*]执行率|执行率[×xX*](\d{1,3})/u.exec(flat);
  if (formula !== null) return dec((formula[1] ?? formula[2]) as string);
  const marks = /[(（](\d{1,3})分[)）]/u.exec(flat);
  return marks === null ? readName(words).weight : dec(marks[1] as string);
}

const scoreOf = (cell: { text: string; where: Locator } | null): ScoreCell | null =>
  cell === null ? null : readScore(cell.text, cell.where);

/** The unit that a header or caption states: （万元）, 单位：元; null when it states none. */
export function unitOf(text: string): Unit | null {
  const folded = squeeze(fold(text));
  return UNITS.find((u) => u.kind === 'money' && folded.includes(u.name)) ?? null;
}

function mention(
  cell: { text: string; where: Locator } | null,
  unit: Unit | null,
  mentions: readonly Mention[],
): Mention | null {
  if (cell === null) return null;
  const found = scanFigures(cell.text, unit);
  const first = found[0];
  if (first === undefined || found.length > 1) return null;
  const known = mentions.find(
    (m) =>
      m.where.table === cell.where.table &&
      m.where.row === cell.where.row &&
      m.where.column === cell.where.column &&
      m.start === first.start &&
      m.text === cell.text,
  );
  // A head that does not name money by itself (全年执行) takes the unit of its block.
  if (known !== undefined && (unit === null || known.figure.unit.kind !== 'bare')) return known;
  return { ...first, text: cell.text, where: cell.where };
}

/** A rate cell; 97 under 执行率 is 97%, 0.97 is a ratio already. */
function rateMention(
  cell: { text: string; where: Locator } | null,
  mentions: readonly Mention[],
): Mention | null {
  const bare = mention(cell, null, mentions);
  if (bare === null || bare.figure.unit.kind !== 'bare') return bare;
  if (bare.figure.value.lte(1.5)) return bare;
  return mention(cell, UNITS.find((u) => u.name === '%') ?? null, mentions);
}

/** The row that earns the score: the one called 总额 or 合计, else the first with a score. An empty row earns none. */
function markTotal(rows: readonly ExecutionRow[]): ExecutionRow[] {
  const filled = rows.filter((r) =>
    [r.initialBudget, r.budget, r.executed, r.score?.value].some((cell) => cell),
  );
  const named = filled.length > 0 ? filled : rows;
  const isPart = (r: ExecutionRow) => /^其中|^(?:当年|本年)?财政拨款|^上年结转|^其他/u.test(r.label);
  const total =
    named.find((r) => /总额|合计|总计|资金总/u.test(r.label) && !isPart(r)) ??
    rows.find((r) => r.score?.state === 'score') ??
    rows[0];
  return rows.map((r) => (r === total ? { ...r, isTotal: true } : r));
}
