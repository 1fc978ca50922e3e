import { fold, squeeze } from '../../../language/fold.js';
import type { Decimal } from '../../../numbers/decimal.js';
import type { Indicator, Mention, Quote, Report, ScoringTable, ToldScore } from '../../../report/model.js';
import { projectOf } from '../../../report/scoring/form-name.js';
import { partName } from '../../../report/scoring/part-name.js';
import { isTotal, shownTotal, subtotalsOf, type Total, totalsOf } from '../../../report/scoring/scaled.js';
import {
  countedExecution,
  isSettled,
  sumOfScores,
  sumOfWeights,
  tableSum,
} from '../../../report/scoring/sums.js';
import { doubtAbout } from './doubts.js';
import { cellQuote, rowQuotes, termQuotes } from './quotes.js';
import { onAnotherScale, ownTable, scoredTables } from './tables.js';

/** A score that the text tells of a part or project, and the one that its rows show. */
export interface ToldDifference {
  readonly told: ToldScore;
  /** What the table calls it: 投入, 预算执行率, 文化下乡. */
  readonly name: string;
  /** Where it is shown: the group's rows, the indicator's row, the project's form. */
  readonly of: 'group' | 'indicator' | 'project';
  readonly shown: Decimal;
  readonly quotes: readonly Quote[];
}

type Checked = (...mentions: readonly (Mention | null)[]) => void;

/** Scores told of parts and projects that differ from the report's own tables. Those that agree are marked as checked. */
export function* differingScores(report: Report, checked: Checked): Generator<ToldDifference> {
  const claimed = new Set(
    report.scoreClaims.map(({ score, quote }) => `${quote.where.paragraph}/${score.toFixed()}`),
  );
  for (const told of report.toldScores) {
    if (claimed.has(`${told.quote.where.paragraph}/${told.score.toFixed()}`)) continue;
    const shown = shownOf(report, told);
    if (shown === null) continue;
    checked(told.mention);
    if (!shown.agrees) yield { told, ...shown };
  }
}

type Shown = Omit<ToldDifference, 'told'> & { readonly agrees: boolean };

function shownOf(report: Report, told: ToldScore): Shown | null {
  const project = ofProject(report, told);
  if (project !== null || told.amidProject) return project;
  const table = ownTable(report);
  if (table === null || onAnotherScale(table) || doubtAbout(report, table) !== null) return null;
  const wanted = partName(told.name);
  const groups = topGroups(table);
  const named = groups.filter(({ name }) => partName(name) === wanted);
  const rows = table.indicators.filter(({ name }) => partName(name) === wanted);
  const [group] = named;
  const [row] = rows;
  if (named.length + rows.length !== 1) return null;
  if (group) return ofGroup(table, groups, group, told);
  return row && !told.isBare ? ofIndicator(row, told) : null;
}

interface TopGroup {
  readonly name: string;
  readonly members: readonly Indicator[];
}

/** The outermost groups in the order of the table; a name that comes back further down is a group of its own. */
function topGroups(table: ScoringTable): readonly TopGroup[] {
  const groups: { name: string; members: Indicator[] }[] = [];
  for (const indicator of table.indicators) {
    const name = indicator.group[0];
    if (name === undefined) return [];
    const last = groups.at(-1);
    if (last?.name === name) last.members.push(indicator);
    else groups.push({ name, members: [indicator] });
  }
  return groups;
}

function ofGroup(
  table: ScoringTable,
  groups: readonly TopGroup[],
  group: TopGroup,
  told: ToldScore,
): Shown | null {
  const sum = sumOfScores(group.members, 'claimed');
  if (!isSettled(sum)) return null;
  const printed = table.groups.find(({ path }) => path.length === 1 && path[0] === group.name) ?? null;
  // Marks of 20 told where the table gives 15: another framework.
  if (told.full !== null && printed?.weight != null && !printed.weight.eq(told.full)) return null;
  // 其中：投入20分，产出50分: full marks, it may be.
  if (told.isBare && (printed?.weight ?? sumOfWeights(group.members))?.eq(told.score)) return null;
  const totals: readonly Total[] = printed ? subtotalsOf(table, printed) : [{ value: sum.sum, how: '' }];
  const agrees =
    printed?.subtotal?.value?.eq(told.score) === true ||
    isTotal(told.score, totals) ||
    isOfSeveral(table, groups, groups.indexOf(group), told.score);
  return {
    name: group.name,
    of: 'group',
    shown: shownTotal(totals[0] as Total),
    quotes: termQuotes(sum.terms),
    agrees,
  };
}

/** 效益指标得30分 over 效益 and 满意度: the text counts neighbours, or the execution block, in. */
function isOfSeveral(table: ScoringTable, groups: readonly TopGroup[], at: number, score: Decimal): boolean {
  const sums = groups.map(({ members }) => sumOfScores(members, 'claimed').sum);
  const execution = countedExecution(table)?.score?.value ?? null;
  for (let from = 0; from <= at; from++)
    for (let to = at; to < groups.length; to++) {
      const sum = sums.slice(from, to + 1).reduce((a, b) => a.plus(b));
      if (sum.eq(score) || (execution !== null && sum.plus(execution).eq(score))) return true;
    }
  return false;
}

/** Shorter names stand for too many things. */
const SHORTEST_NAME = 4;

function ofIndicator(row: Indicator, told: ToldScore): Shown | null {
  const { claimed, weight, name } = row;
  if (claimed.value === null || row.scoreShare !== null || row.weightShare !== null) return null;
  if (squeeze(name).length < SHORTEST_NAME) return null;
  if (told.full !== null && weight !== null && !weight.eq(told.full)) return null;
  return {
    name,
    of: 'indicator',
    shown: claimed.value,
    quotes: rowQuotes(row),
    agrees: claimed.value.eq(told.score) || row.reviewed?.value?.eq(told.score) === true,
  };
}

/** The form of the project that a score is told of, and its total; null when no form, or more than one, bears the name. */
function ofProject(report: Report, told: ToldScore): Shown | null {
  const wanted = projectName(told.name);
  const forms = scoredTables(report).flatMap((table) => {
    const project = projectOf(table);
    return project === null ? [] : [{ table, project, name: projectName(project.text) }];
  });
  const named = forms.filter(({ name }) => name.length >= SHORTEST_NAME && wanted === name);
  const [form] = named;
  if (form === undefined || named.length > 1) return null;
  const { table, project } = form;
  if (onAnotherScale(table) || doubtAbout(report, table) !== null) return null;
  const rows = tableSum(table, 'claimed');
  if (!isSettled(rows)) return null;
  const totals = totalsOf(table);
  const printed = table.totalScore?.value ? table.totalScore : null;
  return {
    name: project.text,
    of: 'project',
    shown: printed?.value ?? shownTotal(totals[0] as Total),
    quotes: [project, ...(printed ? [cellQuote(printed)] : termQuotes(rows.terms))],
    agrees:
      printed?.value?.eq(told.score) === true ||
      isTotal(told.score, totals) ||
      table.totalReviewed?.value?.eq(told.score) === true,
  };
}

const projectName = (name: string): string =>
  squeeze(fold(name))
    .replace(/["']/gu, '')
    .replace(/^(?:19|20)\d\d年度?/u, '')
    .replace(/项目(?:支出|资金)?$/u, '');
