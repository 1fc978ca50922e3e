import { LabelReader } from '../../language/labels.js';
import { vocabulary as shipped, type Vocabulary } from '../../language/vocabulary.js';
import { withInheritedScope } from '../facts/inherited.js';
import type { Fact, Mention, Statement } from '../model.js';
import { isInCell } from '../prose-cells.js';
import { readAverages } from './averages.js';
import { readChanges } from './changes.js';
import { readDeductions } from './deductions.js';
import { readDirections } from './directions.js';
import { readEnumerations } from './enumerations.js';
import { readEquations } from './equations.js';
import { readMultiples } from './multiples.js';
import { readParagraphLists, totalsOver } from './paragraph-lists.js';
import { readProducts } from './products.js';
import { readRatios } from './ratios.js';
import { readRemainders } from './remainders.js';
import { readShares } from './shares.js';
import { readSums } from './sums.js';
import { type Passage, readPassage } from './terms.js';
import { sumWithin } from './within.js';

/** What statements are read from. */
export interface StatementSource {
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  /** What the totals of the report's tables tell. */
  readonly tableFacts?: readonly Fact[];
  /** The report's year, null when it is not known. */
  readonly year: number | null;
  readonly vocabulary?: Vocabulary;
}

/** Cells shorter than this are values, not prose. */
const SHORTEST_PROSE = 16;

/** The relations that paragraphs, and cells of prose, state between their figures. */
export function readStatements(source: StatementSource): readonly Statement[] {
  const labels = LabelReader.of(source.vocabulary ?? shipped());
  const found: Statement[] = [];
  const read: { readonly passage: Passage; readonly isCell: boolean }[] = [];
  for (const mentions of byText(source.mentions)) {
    const first = mentions[0];
    if (first === undefined) continue;
    if (isInCell(first.where) && (first.text.length < SHORTEST_PROSE || isScoringRule(first.text))) continue;
    read.push({ passage: readPassage(mentions, labels), isCell: isInCell(first.where) });
  }
  const running = read.flatMap(({ passage, isCell }) => (isCell ? [] : [passage]));
  const lists = readParagraphLists(running, labels.vocabulary);
  found.push(...lists);
  const over = totalsOver(lists);
  // 年初预算…，其中：基本支出…: what a list tells has the scope of its total, wherever another sentence looks for it.
  const facts = withInheritedScope(
    source.facts,
    running.flatMap((passage) => readSums(passage, labels.vocabulary)),
  );
  const told = new Map(facts.map((fact) => [fact.mention, fact] as const));
  let previous: Passage | null = null;
  for (const { passage, isCell } of read) {
    const within = isCell ? null : sumWithin(passage, { labels, facts, year: source.year });
    const sums = [...readSums(passage, labels.vocabulary), ...readRemainders(passage), ...(within ?? [])];
    found.push(
      ...sums,
      ...readShares(passage, labels, facts, sums, over),
      ...readChanges(passage, { facts: told, year: source.year, labels }),
      ...readRatios(passage, facts, isCell ? null : previous, sums, source.tableFacts ?? []),
      ...readAverages(passage),
      ...readMultiples(passage),
      ...readProducts(passage),
      ...readEquations(passage),
      ...readDeductions(passage),
      ...readEnumerations(passage),
      ...readDirections(passage),
    );
    previous = isCell ? null : passage;
  }
  return found;
}

/** 得1分, 每超过5%扣0.5分: a scoring rule or formula states no relation between figures of the report. */
const isScoringRule = (text: string): boolean =>
  /[得扣减记计给加][^，。；]{0,4}\d+(?:\.\d+)?\s?分|[=＝][^，。；]{0,40}[×*]\s?100\s?[%％]/u.test(text);

/** Mentions grouped by the paragraph or cell they stand in; they come in reading order. */
export function byText(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const groups: Mention[][] = [];
  let last: Mention | null = null;
  for (const mention of mentions) {
    const group = groups[groups.length - 1];
    if (
      last !== null &&
      group !== undefined &&
      last.text === mention.text &&
      last.where === mention.where &&
      mention.start >= last.start
    )
      group.push(mention);
    else groups.push([mention]);
    last = mention;
  }
  return groups;
}
