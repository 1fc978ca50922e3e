import { measure } from '../../language/measures.js';
import type { Goal } from '../model.js';
import { isInCell } from '../prose-cells.js';
import { coverage, likeness, nameKey } from './names.js';

/** A target and the result that reports it. */
export interface GoalPair {
  readonly target: Goal;
  readonly result: Goal;
  /** How alike their names are, from 0 to 1. */
  readonly likeness: number;
}

/** Targets and results matched; every goal is in one pair at most. */
export interface GoalMatch {
  readonly pairs: readonly GoalPair[];
  readonly unreported: readonly Goal[];
  readonly unplanned: readonly Goal[];
}

/** Names less alike than this are not the same goal. */
const ALIKE = 0.5;
/** Measure words that count the same things. */
const SAME_MEASURE: readonly ReadonlySet<string>[] = [
  new Set(['人', '名', '位']),
  new Set(['家', '户', '个', '处', '所', '座', '项', '件']),
  new Set(['次', '场', '期', '届', '堂', '场次', '批', '批次', '轮', '班', '班次']),
  new Set(['本', '册', '份', '套']),
];
/** Above this many goals only names that are equal are matched: comparing all with all would not end. */
const MOST = 400;

/**
 * Matches targets and results by name, unit and number: rows of one table by their row, then equal names, then
 * the most alike names first. Goals in words are matched only with each other.
 */
export function matchGoals(targets: readonly Goal[], results: readonly Goal[]): GoalMatch {
  const pairs: GoalPair[] = [];
  const freeTargets = new Set(targets);
  const freeResults = new Set(results);
  for (const candidate of candidates(targets, results)) {
    if (!freeTargets.has(candidate.target) || !freeResults.has(candidate.result)) continue;
    freeTargets.delete(candidate.target);
    freeResults.delete(candidate.result);
    pairs.push(candidate);
  }
  return { pairs, unreported: [...freeTargets], unplanned: [...freeResults] };
}

interface Candidate extends GoalPair {
  readonly rank: number;
}

function candidates(targets: readonly Goal[], results: readonly Goal[]): readonly Candidate[] {
  const keys = results.map((result) => nameKey(result.name));
  const byKey = new Map<string, number[]>();
  keys.forEach((key, at) => {
    byKey.set(key, [...(byKey.get(key) ?? []), at].slice(0, 8));
  });
  const found: Candidate[] = [];
  for (const target of targets) {
    const key = nameKey(target.name);
    const few = targets.length <= MOST && results.length <= MOST;
    const others = few ? results.keys() : (byKey.get(key) ?? []);
    for (const at of others) {
      const result = results[at];
      if (result === undefined || !isComparable(target, result)) continue;
      const alike = Math.max(
        nameLikeness(target, key, keys[at] ?? ''),
        isLabelled(target, result) ? BESIDE_LABEL : 0,
      );
      const row = isSameRow(target, result);
      if (!row && alike < ALIKE) continue;
      const value = sameValue(target, result) ? 0.1 : 0;
      const category = target.category !== '' && target.category === result.category ? 0.05 : 0;
      const unit = sameUnit(target, result) ? 0.05 : 0;
      found.push({
        target,
        result,
        likeness: row ? 1 : alike,
        rank: (row ? 2 : alike) + value + category + unit,
      });
    }
  }
  return found.sort((a, b) => b.rank - a.rank);
}

/** A goal in words may be told at length in its result: 社会认可度提升 in 通过…，社会认可度得到了提升. */
function nameLikeness(target: Goal, key: string, other: string): number {
  const alike = likeness(key, other);
  return target.mention === null && key.length >= 6 ? Math.max(alike, coverage(key, other)) : alike;
}

/** Likeness of a target and a result that stand behind 目标： and 完成： in one paragraph. */
const BESIDE_LABEL = 0.8;
const LABELLED = /目标(?:值)?[：:][\s\S]{0,200}(?:完成|达成|实现|结果|实际)(?:情况|值|结果)?[：:]/u;

/** 目标：门急诊量不低于42万人次。完成：全年门急诊43.68万人次. Paragraphs are alike by place and words. */
const isLabelled = (a: Goal, b: Goal): boolean =>
  a.quote.where.paragraph !== null &&
  a.quote.where.paragraph === b.quote.where.paragraph &&
  a.quote.text === b.quote.text &&
  LABELLED.test(a.quote.text.slice(0, 600)) &&
  coverage(nameKey(a.name), nameKey(b.name)) >= 0.3;

const isSameRow = (a: Goal, b: Goal): boolean =>
  isInCell(a.quote.where) &&
  a.quote.where.table === b.quote.where.table &&
  a.quote.where.row === b.quote.where.row;

/** Figures of one kind and measure, or words with words. */
function isComparable(target: Goal, result: Goal): boolean {
  const a = target.mention?.figure.unit;
  const b = result.mention?.figure.unit;
  if (isSameRow(target, result)) return true;
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && (a.kind !== 'count' || alikeMeasure(measure(a), measure(b)));
}

const alikeMeasure = (a: string, b: string): boolean =>
  a === b || SAME_MEASURE.some((same) => same.has(a) && same.has(b));

const sameUnit = (target: Goal, result: Goal): boolean =>
  target.mention?.figure.unit.name === result.mention?.figure.unit.name;

const sameValue = (target: Goal, result: Goal): boolean =>
  target.mention !== null &&
  result.mention !== null &&
  target.mention.figure.value.eq(result.mention.figure.value);
