import type { Paragraph } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { clauses, segments } from '../../language/sentences.js';
import type { Goal, Mention } from '../model.js';
import { printedNumber } from '../outline/number.js';
import { doneIn } from './done.js';
import type { MentionIndex } from './mentions.js';
import { goalName, nameKey } from './names.js';
import {
  ACTUAL_CUE,
  CATEGORY,
  COMPARISON,
  LIMIT_CUE,
  OWN_COMPLETION,
  RESULT_LABEL,
  TARGET_CUE,
  TARGET_LABEL,
  TARGET_LEAD,
} from './vocabulary.js';

/** Goals of one paragraph: what it sets as targets and what it reports as results. */
export interface ProseGoals {
  readonly targets: readonly Goal[];
  readonly results: readonly Goal[];
}

/** Paragraphs longer than this tell a story: their figures are not goals of a list. */
const LONGEST = 600;
/** 救助50人，每人1万元: what one of them costs is no goal of its own. */
const PER_PIECE =
  /^每(?:人次?|名|户|家|件|套|台|辆|个|场|期|次|亩|吨|公里|平方米|床|生)(?:补助|救助|补贴|奖补|标准)?$/u;
/** How a sentence about the indicators themselves speaks: 所设5个数量指标悉数达标. */
const ABOUT_INDICATORS = /指标|目标/u;

/** Reads the targets that a paragraph of a target section sets. */
export function proseTargets(paragraph: Paragraph, category: string, index: MentionIndex): ProseGoals {
  const targets: Goal[] = [];
  const results: Goal[] = [];
  // 目标：…。完成：…: the result stands beside its target.
  for (const segment of segmentsOf(paragraph, category))
    for (const { goal } of figureGoals(segment, index))
      if (segment.says === 'result') results.push({ ...goal, claimedDone: doneIn(segment.text) });
      else targets.push(goal);
  return { targets, results };
}

/** Reads the results that a paragraph of a result section reports, and targets that it repeats beside them. */
export function proseResults(paragraph: Paragraph, category: string, index: MentionIndex): ProseGoals {
  const targets: Goal[] = [];
  const results: Goal[] = [];
  const parts = segmentsOf(paragraph, category);
  parts.forEach((segment, at) => {
    const following = parts[at + 1];
    const done =
      doneIn(segment.text) ??
      (following !== undefined && !hasFigure(following, index) ? doneIn(following.text) : null);
    for (const { goal, role } of figureGoals(segment, index))
      if (role === 'target') targets.push(goal);
      else results.push({ ...goal, claimedDone: done });
  });
  return { targets, results };
}

interface Segment {
  readonly paragraph: Paragraph;
  readonly category: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What a run-in label (目标：, 完成：) says it holds. */
  readonly says: 'target' | 'result' | null;
}

/** The parts between semicolons and full stops, without the list number and a category before a colon. */
function segmentsOf(paragraph: Paragraph, category: string): readonly Segment[] {
  const { text } = paragraph;
  if (text.length > LONGEST) return [];
  const from = printedNumber(text)?.length ?? 0;
  let current = category;
  return segments(text).flatMap((stretch) => {
    let start = Math.max(stretch.start, from);
    if (start >= stretch.end) return [];
    const inner = printedNumber(text.slice(start, stretch.end));
    start += inner?.length ?? 0;
    const colon = text.slice(start, stretch.end).search(/[：:]/u);
    const label = colon < 0 ? '' : squeeze(text.slice(start, start + colon));
    const says = TARGET_LABEL.test(label) ? 'target' : RESULT_LABEL.test(label) ? 'result' : null;
    if (says !== null) start += colon + 1;
    if (label !== '' && CATEGORY.test(label)) {
      current = label;
      start += colon + 1;
    }
    if (start >= stretch.end) return [];
    const words = text.slice(start, stretch.end);
    return [{ paragraph, category: current, text: words, start, end: stretch.end, says }];
  });
}

const hasFigure = (segment: Segment, index: MentionIndex): boolean => figuresIn(segment, index).length > 0;

const figuresIn = (segment: Segment, index: MentionIndex): readonly Mention[] =>
  index
    .of(segment.paragraph.text, segment.paragraph.where)
    .filter((mention) => mention.start >= segment.start && mention.end <= segment.end);

interface RoledGoal {
  readonly goal: Goal;
  /** A result sentence may repeat the target: 年初目标10处，实际完成7处. */
  readonly role: 'target' | 'own';
}

/**
 * One goal for each figure that has words of its own before it: 馆藏数字化49万页和归档检查37家 are two. Figures of
 * clauses that compare (较上年增长, 超额完成) are left out. A segment without figures is one goal in words.
 */
function figureGoals(segment: Segment, index: MentionIndex): readonly RoledGoal[] {
  const figures = figuresIn(segment, index);
  const quote = { text: segment.paragraph.text, where: segment.paragraph.where };
  const base = { category: segment.category, claimedDone: null, quote };
  if (figures.length === 0) {
    const name = wordsGoal(segment.text);
    if (name === '' || segment.category === '') return [];
    return [{ goal: { ...base, name, mention: null }, role: 'own' }];
  }
  const goals: RoledGoal[] = [];
  let subject = '';
  for (const clause of clauses(segment.text)) {
    const inside = figures.filter(
      (figure) => figure.start >= segment.start + clause.start && figure.end <= segment.start + clause.end,
    );
    if (inside.length === 0) {
      if (subject === '') subject = goalName(clause.text);
      continue;
    }
    const told = goals.at(-1);
    if (told !== undefined && COMPARISON.test(squeeze(clause.text))) {
      const completion = ownCompletion(segment, clause, inside);
      if (completion !== null) goals[goals.length - 1] = { ...told, goal: { ...told.goal, completion } };
      continue;
    }
    let from = segment.start + clause.start;
    inside.forEach((mention, at) => {
      const before = segment.paragraph.text.slice(from, mention.start);
      const next = inside[at + 1]?.start ?? segment.start + clause.end;
      const after = segment.paragraph.text.slice(mention.end, next);
      from = mention.end;
      const role =
        segment.says === 'target' || isTarget(before) || isLimit(figures, mention) ? 'target' : 'own';
      const name = isBracketedTarget(before)
        ? (goals.at(-1)?.goal.name ?? subject)
        : nameOf(before, after, subject);
      if (name === null || PER_PIECE.test(name) || isAboutIndicators(name + after, mention)) return;
      if (subject === '') subject = name;
      goals.push({ goal: { ...base, name, mention }, role });
    });
  }
  return goals;
}

/** The rate of a clause that says nothing but how much of the target was done: 完成目标任务的105.67%. */
function ownCompletion(
  segment: Segment,
  clause: { readonly start: number },
  inside: readonly Mention[],
): Mention | null {
  const [rate, ...others] = inside;
  if (rate === undefined || others.length > 0 || rate.figure.unit.kind !== 'rate') return null;
  const before = segment.paragraph.text.slice(segment.start + clause.start, rate.start);
  return OWN_COMPLETION.test(squeeze(before)) ? rate : null;
}

/** 总成本控制在450万元以内，实际432.80万元: a limit, and behind it what came of it. */
function isLimit(figures: readonly Mention[], mention: Mention): boolean {
  const next = figures[figures.indexOf(mention) + 1];
  if (next === undefined || next.figure.unit.kind !== mention.figure.unit.kind) return false;
  const between = squeeze(next.text.slice(mention.end, next.start));
  const before = squeeze(mention.text.slice(Math.max(0, mention.start - 12), mention.start));
  return LIMIT_CUE.test(before) && ACTUAL_CUE.test(between);
}

const isTarget = (before: string): boolean =>
  TARGET_CUE.test(squeeze(before)) || TARGET_LEAD.test(squeeze(before));

/** 安装路灯180盏（目标180盏）: the bracket speaks of what stands straight before it. */
const isBracketedTarget = (before: string): boolean => {
  const words = squeeze(before);
  return /^[(（]/u.test(words) && TARGET_CUE.test(words) && words.slice(1).replace(TARGET_CUE, '') === '';
};

/** The name before a figure; when there is none, the subject told before, else the words behind the figure. */
function nameOf(before: string, after: string, subject: string): string | null {
  // 1286处电子警察和426个路口信号机: the words before 和 are the other figure's, the own ones follow.
  if (/(?:和|及|与|以及)$/u.test(squeeze(before))) {
    const own = goalName(after);
    if (nameKey(own).length >= 2) return own;
  }
  const name = goalName(squeeze(before).replace(TARGET_CUE, '').replace(TARGET_LEAD, ''));
  // 计划开展主题团日活动24场，实际开展24场: the verb alone takes the subject up again.
  const verb = /^(?:实际|已|共)+([\p{Script=Han}]{1,3})$/u.exec(name)?.[1];
  if (verb !== undefined && subject.includes(verb)) return subject;
  if (nameKey(name).length >= 2) return name;
  if (subject !== '') return subject;
  const behind = goalName(after);
  return nameKey(behind).length >= 2 ? behind : null;
}

const isAboutIndicators = (name: string, mention: Mention): boolean =>
  ABOUT_INDICATORS.test(name) && /^[个项条]$/u.test(mention.figure.unit.name);

/** A goal in words: 干部队伍素质以及社会认可度提升. */
const wordsGoal = (text: string): string =>
  clauses(text)
    .map((clause) => clause.text)
    .filter((clause) => doneIn(clause) === null)
    .join('')
    .replace(/[。；;，,\s]+$/u, '')
    .trim();
