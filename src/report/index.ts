import type { Document, Paragraph } from '../documents/model.js';
import { readGradeClaims, readGradeScale, readScoreClaims } from './claims/index.js';
import { listedScores } from './claims/project-lists.js';
import { settingOf } from './claims/setting.js';
import { readToldScores, withoutParts } from './claims/told-scores.js';
import { readFacts } from './facts/facts.js';
import { withInheritedScope } from './facts/inherited.js';
import { identify } from './identity/index.js';
import { readMentions } from './mentions.js';
import type { RatioStatement, Report, Statement, TableSum } from './model.js';
import { readOutline } from './outline/index.js';
import { allTables, placeTables } from './places.js';
import { withProseCells } from './prose-cells.js';
import { executionSums } from './scoring/execution-sums.js';
import { readScoringTables } from './scoring/index.js';
import { executionRates } from './scoring/rates.js';
import { readStatements } from './statements/statements.js';
import { readTabular } from './tabular/index.js';
import { goalCompletions, readGoals, retoldResults } from './targets/index.js';
import { mentionIndex } from './targets/mentions.js';

/** Everything that a document says, free of its carrier. Pure: the same document gives the same report. */
export function readReport(read: Document): Report {
  const carried = withProseCells(read);
  const outline = readOutline(runningText(carried));
  const document = placeTables(carried, outline.paragraphs);
  const tables = allTables(document.blocks);
  const { paragraphs, sections } = outline;
  const { unit, year, kind } = identify(document, outline);
  const own = [paragraphs, tables, unit?.value ?? null, year?.value ?? null] as const;
  const mentions = readMentions({ paragraphs, tables, document });
  const scoringTables = readScoringTables(document, mentions);
  const scored = new Set(scoringTables.flatMap((scoring) => scoring.tables));
  const goals = readGoals(outline, tables, mentions);
  const reportYear = year?.value ?? null;
  const tabular = readTabular({
    tables,
    mentions,
    blocks: document.blocks,
    except: scored,
    year: reportYear,
  });
  const told = readFacts({ mentions, year: reportYear, unit: unit?.value ?? null });
  const statements = readStatements({
    mentions,
    facts: told,
    tableFacts: tabular.facts,
    year: reportYear,
  });
  const toldScores = [
    ...readToldScores(mentions, paragraphs, sections, settingOf(...own)),
    ...listedScores(
      tables.filter((table) => !scored.has(table)),
      mentions,
    ),
  ];
  return {
    document,
    unit,
    year,
    kind,
    paragraphs,
    tables,
    sections,
    mentions,
    facts: [
      ...withInheritedScope(
        told,
        statements.filter((statement) => statement.kind === 'sum'),
      ),
      ...tabular.facts,
      ...retoldResults(tables, goals.results, mentionIndex(mentions), reportYear),
    ],
    statements: [
      ...statements,
      ...tabular.statements,
      ...withoutRates(executionRates(scoringTables), tabular.statements),
      ...goalCompletions(goals),
    ],
    tableSums: [...tabular.sums, ...withoutTotals(executionSums(scoringTables), tabular.sums)],
    targets: goals.targets,
    results: goals.results,
    scoringTables,
    scoreClaims: withoutParts(readScoreClaims(...own), toldScores, scoringTables),
    toldScores,
    gradeClaims: readGradeClaims(...own),
    gradeScale: readGradeScale(...own),
  };
}

/** Amounts that stand apart from their form are read as a table too: each relation is told once. */
const withoutTotals = (sums: readonly TableSum[], known: readonly TableSum[]): readonly TableSum[] => {
  const totals = new Set(known.map((sum) => sum.total));
  return sums.filter((sum) => !totals.has(sum.total));
};

const withoutRates = (
  rates: readonly RatioStatement[],
  known: readonly Statement[],
): readonly RatioStatement[] => {
  const told = new Set(known.flatMap((statement) => (statement.kind === 'ratio' ? [statement.rate] : [])));
  return rates.filter(({ rate }) => !told.has(rate));
};

const runningText = (document: Document): readonly Paragraph[] =>
  document.blocks.filter((block) => block.kind === 'paragraph');
