import type { Locator } from './documents/model.js';
import { squeeze } from './language/fold.js';
import { remembered } from './language/memo.js';
import type { Figure } from './numbers/figure.js';
import { membersOf, understoodMentions as understoodInText } from './report/facts/understood.js';
import type { Mention, Report } from './report/model.js';
import { isInCell } from './report/prose-cells.js';
import { isSettled, tableSum } from './report/scoring/sums.js';
import type { Rescoring } from './rescoring/model.js';

/**
 * The figures whose meaning is known: quantities of the vocabulary, members of stated relations, of table sums, of
 * targets and results, and every figure that stands in a scoring table.
 */
export function understoodMentions(report: Report): ReadonlySet<Mention> {
  const known = new Set<Mention>(understoodInText(report.facts, report.statements));
  for (const statement of report.statements) for (const mention of membersOf(statement)) known.add(mention);
  for (const sum of report.tableSums) for (const mention of [sum.total, ...sum.parts]) known.add(mention);
  const goals = places(
    [...report.targets, ...report.results].flatMap(({ mention }) => (mention ? [mention] : [])),
  );
  const scoring = scoringTableNumbers(report);
  for (const { mention } of report.toldScores) if (mention) known.add(mention);
  for (const mention of report.mentions)
    if (goals.has(placeOf(mention)) || scoring.has(mention.where.table)) known.add(mention);
  return known;
}

/**
 * The figures that rescoring looked at, besides those that checks report themselves: what went into a verdict, the
 * scores and weights that were added up, and the thresholds of the rules that decided a row.
 */
export function rescoredMentions(report: Report, rescoring: Rescoring): ReadonlySet<Mention> {
  const inputs = places(rescoring.items.flatMap((item) => item.inputs.map(({ mention }) => mention)));
  const decided = new Set(
    rescoring.items
      .filter(({ status }) => status === 'confirmed' || status === 'contradicted')
      .map(({ indicator }) => `${indicator.where.table}/${indicator.where.row}`),
  );
  const rules = ruleCells(rescoring);
  const totals = claimedTotals(report);
  const added = addedTables(report, rescoring);
  return new Set(
    report.mentions.filter((mention) => {
      const { where, text, start, end } = mention;
      if (inputs.has(placeOf(mention))) return true;
      if (!isInCell(where) && totals.has(totalKey(where, mention.figure))) return true;
      if (where.table !== null && rules.get(`${where.table}/${where.row}`) === bare(text)) return true;
      if (where.table !== null && decided.has(`${where.table}/${where.row}`)) return true;
      // A cell that is nothing but a number is a weight or a score: it took part in the sums.
      return isInCell(where) && added.has(where.table) && text.trim() === text.slice(start, end).trim();
    }),
  );
}

/**
 * The cells of the scoring rules that were read and that the claimed scores were held against: their points and
 * thresholds decide which scores there can be (score/unattainable), whether the bands leave gaps and the points make up
 * the 分值 (rubric/inconsistent). By table and row.
 */
const ruleCells = (rescoring: Rescoring): ReadonlyMap<string, string> =>
  new Map(
    rescoring.items
      .filter((item) => item.attainable !== null && item.reading !== '')
      .map(({ indicator }) => [
        `${indicator.where.table}/${indicator.where.row}`,
        squeeze(indicator.criterion),
      ]),
  );

/** The totals that the text claims, by paragraph and score, where a scoring table was there to hold them against. */
const claimedTotals = (report: Report): ReadonlySet<string> =>
  new Set(
    report.scoringTables.length === 0
      ? []
      : report.scoreClaims.map(({ score, quote }) => `${quote.where.paragraph}/${score.toFixed()}`),
  );

/** The same key for a figure of the text; '' for what is no score. */
const totalKey = (where: Locator, { value, unit }: Figure): string =>
  unit.kind === 'score' ? `${where.paragraph}/${value.toFixed()}` : '';

/** A cell's words without white space: once for all the figures in it. */
const bare = remembered(squeeze);

const scoringTableNumbers = (report: Report): ReadonlySet<number | null> =>
  new Set(
    report.scoringTables
      .flatMap((scoring) => scoring.tables.map((table) => table.where.table))
      .filter((table) => table !== null),
  );

/** The tables whose rows were added up: all of them with the report's own, and each that prints a total over settled rows. */
const addedTables = (report: Report, { itemSum }: Rescoring): ReadonlySet<number | null> =>
  new Set(
    report.scoringTables
      .filter(
        (table) => itemSum !== null || (table.totalScore?.value && isSettled(tableSum(table, 'claimed'))),
      )
      .flatMap(({ tables }) => tables.map(({ where }) => where.table))
      .filter((table) => table !== null),
  );

/** Goals and inputs may carry copies of a mention: the place and offset tell them to be the same. */
const places = (mentions: readonly Mention[]): ReadonlySet<string> => new Set(mentions.map(placeOf));

const placeOf = ({ where, start }: { readonly where: Locator; readonly start: number }): string =>
  `${where.page}/${where.paragraph}/${where.table}/${where.row}/${where.column}/${start}`;
