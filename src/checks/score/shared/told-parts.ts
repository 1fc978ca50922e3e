import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import type { Report, ToldScore } from '../../../report/model.js';
import { isClass } from '../../../report/scoring/classes.js';
import { partName } from '../../../report/scoring/part-name.js';
import { scoredTables } from './tables.js';

/** Scores of parts that the text tells of the report itself. */
const ownParts = (report: Report): readonly ToldScore[] =>
  report.toldScores.filter(({ amidProject, isBare }) => !amidProject && !isBare);

/** Every part of the hundred, told in prose with its full mark. */
export interface ToldWhole {
  readonly parts: readonly ToldScore[];
  /** The parts wherever they are told: a summary may repeat them. */
  readonly tellings: readonly ToldScore[];
  readonly sum: Decimal;
}

const FEWEST_PARTS = 3;
const WHOLE = dec(100);

/**
 * The parts that make up the whole score of a report without a scored table: all that are told, or the classes and the
 * single indicators each by themselves, where their full marks come to a hundred. A part told twice with two scores settles nothing.
 */
export function* toldWholes(report: Report): Generator<ToldWhole> {
  if (scoredTables(report).length > 0) return;
  const byName = new Map<string, ToldScore[]>();
  for (const told of ownParts(report)) {
    const name = partName(told.name);
    byName.set(name, [...(byName.get(name) ?? []), told]);
  }
  const all = [...byName];
  const whole = wholeOf(all);
  const wholes = whole
    ? [whole]
    : [true, false].map((ofClasses) => wholeOf(all.filter(([name]) => isClass(name) === ofClasses)));
  for (const one of wholes) if (one !== null) yield one;
}

/** The parts as a whole; null when their full marks do not come to a hundred or one of them has two scores. */
function wholeOf(named: readonly (readonly [string, readonly ToldScore[]])[]): ToldWhole | null {
  const groups = named.map(([, tellings]) => tellings);
  if (groups.length < FEWEST_PARTS || groups.some(differ)) return null;
  const parts = groups.flatMap((tellings) => tellings.find(({ full }) => full !== null) ?? []);
  const full = sumOf(parts.map((part) => part.full ?? dec(0)));
  if (parts.length < groups.length || !full.eq(WHOLE)) return null;
  return { parts, tellings: groups.flat(), sum: sumOf(parts.map(({ score }) => score)) };
}

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => a.plus(b), dec(0));

const differ = (tellings: readonly ToldScore[]): boolean =>
  tellings.some(({ score }) => !score.eq(tellings[0]?.score ?? score));

/** A class of indicators that the text gives two scores. */
export interface ToldTwice {
  readonly first: ToldScore;
  readonly second: ToldScore;
}

/**
 * Classes whose score is told twice, differently, in a report without a scored table. Only classes, told with the same
 * full mark or without: an indicator's name may stand in two places for two things. Reports that tell several projects'
 * scores tell each class once for each; there, and where the other classes do not agree, nothing is said.
 */
export function* toldTwice(report: Report): Generator<ToldTwice> {
  if (scoredTables(report).length > 0 || tellsProjects(report)) return;
  const byClass = new Map<string, ToldScore[]>();
  for (const told of ownParts(report)) {
    const name = partName(told.name);
    if (isClass(name)) byClass.set(name, [...(byClass.get(name) ?? []), told]);
  }
  const twice = [...byClass.values()].flatMap(([first, second, ...more]) =>
    first !== undefined && second !== undefined && more.length === 0 ? [{ first, second }] : [],
  );
  const different = twice.filter(({ first, second }) => !first.score.eq(second.score));
  const [one, ...others] = different;
  if (one === undefined || others.length > 0 || twice.length - different.length < FEWEST_AGREEING) return;
  if (one.first.full !== null && one.second.full !== null && !one.first.full.eq(one.second.full)) return;
  yield one;
}

const FEWEST_AGREEING = 2;

/** Whether scores are told of projects, or sections are about one each. */
const tellsProjects = (report: Report): boolean =>
  report.toldScores.some(({ name }) => name.endsWith('项目')) ||
  report.sections.filter(({ title }) => /项目(?:[（(][^（）()]*[)）])?$/u.test(title.trim())).length > 1;

/** Parts told with more marks than their full mark, unless most are: then scores and full marks are on two scales. */
export function aboveFull(report: Report): readonly ToldScore[] {
  const full = report.toldScores.filter((told) => told.full !== null);
  const above = full.filter((told) => told.full !== null && told.score.gt(told.full));
  return above.length * 2 > full.length && above.length > 1 ? [] : above;
}
