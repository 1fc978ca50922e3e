import type { Paragraph } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { dec } from '../../numbers/decimal.js';
import type { Mention, ScoreClaim, ScoringTable, Section, ToldScore } from '../model.js';
import { partName } from '../scoring/part-name.js';
import { yearBefore } from './clauses.js';
import { partBefore, partHead } from './part-heads.js';
import { isNotOwn, type Setting, tellsEarlierYear } from './setting.js';

/** What stands between a name and the marks earned: 得分, 自评得, 自评. A bare number may be a full mark. */
const EARNED =
  /(?:的)?(?:支出)?(?:自评|评价|绩效|实际|最终|综合){0,3}(?:得分|评分|实得分|实得|自评分|自评|得)(?:为|是|:)?$/u;
/** The full mark between the name and the marks earned: 满分20分，; （满分20分）; 该项指标满分20分，. */
const FULL_BETWEEN =
  /[，,(]?(?<points>(?:该|本|此)?(?:项|类)?(?:指标)?)(?:的)?(?:满分|分值|权重分|标准分|总分)(?:为|是|共|计|:)?(?<mark>\d{1,3}(?:\.\d{1,2})?)分[)]?[，,]?$/u;
const FULL_IN_BRACKETS = /[(](?<mark>\d{1,3}(?:\.\d{1,2})?)分[)，,]$/u;
/** 投入方面10分，自评10分: marks right behind the word for a part, before those that were earned. */
const FULL_OF_PART = /(?<=方面|类|指标|部分)(?<mark>\d{1,3}(?:\.\d{1,2})?)分[，,]$/u;
const POINTS = /^[该本此]/u;
/** 得分93.69分，其中：预算编制8.5分，预算执行17.69分: behind the score of the whole its parts need no 得. */
const PARTS_OPENED =
  /(?:得分[^。；;]{0,16}分[，,]其中|(?:具体|分项|各(?:项|部分))(?:自评)?得分(?:情况)?[为:])[^。；;]*$/u;
const NAMES_FULL_MARKS = /满分|分值|权重|总分|占/u;
const BARE_NAME = /(?:^|[，,、:]|其中)(?<name>[\p{Script=Han}A-Za-z]{2,20})[为:]?$/u;
/** A name: Chinese words, letters, quotation marks and 、 within it. */
const NAME = /[\p{Script=Han}A-Za-z"'、·-]{2,40}$/u;
const LIST_NUMBER =
  /^(?:分?、|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|其中[:：]?|其中)/u;
/** Words that are no name of a part: totals, rules, conditions. */
const NO_NAME =
  /总分|总计|合计|整体|累计|平均|否则|其余|其他|上述|项指标|^(?:各|均|共|每|如|若|凡|我|本|该|此|以上|综合|扣)/u;
const REACH = 80;
/** Words further back no longer say whose score it is. */
const FARTHEST = 400;
const LONGEST_HEADING = 20;
/** Paragraphs below a heading that may speak of what it names. */
const NEAR = 3;
const BRACKETS = /[(][^()]{1,16}[)]/gu;
const WHOLE_MARK = 100;

/**
 * Scores that the running text tells of parts: 投入类得分18分, 该项指标满分10分，自评9分, 文化下乡项目自评得分95分. Not
 * those of an earlier year, of reviewers or of other units, and no averages.
 */
export function readToldScores(
  mentions: readonly Mention[],
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  setting: Setting,
): readonly ToldScore[] {
  const found: ToldScore[] = [];
  const positions = new Map(paragraphs.map((paragraph, i) => [paragraph.where, i]));
  for (const mention of mentions) {
    if (mention.figure.unit.kind !== 'score' || mention.figure.bound !== 'exactly') continue;
    const at = positions.get(mention.where);
    if (at === undefined) continue;
    const told = toldBefore(mention, () => headingOf(at, paragraphs, sections), setting);
    if (told === null) continue;
    const amidProject =
      !setting.aboutProject &&
      (/项目/u.test(told.context) ||
        sections.some(({ heading, end, title }) => heading <= at && at < end && isOnProject(title)));
    found.push({
      name: told.name,
      full: told.full,
      score: mention.figure.value,
      isBare: told.isBare,
      amidProject,
      mention,
      quote: { text: mention.text, where: mention.where },
    });
  }
  return found;
}

const isOnProject = (title: string): boolean => /项目|专项/u.test(title) && !/整体|部门|单位/u.test(title);

interface Told {
  readonly name: string;
  readonly full: ToldScore['full'];
  readonly isBare: boolean;
  /** The paragraph's words before the name. */
  readonly context: string;
}

function toldBefore(mention: Mention, heading: () => string, setting: Setting): Told | null {
  const folded = fold(mention.text.slice(Math.max(0, mention.start - FARTHEST), mention.start));
  const from = Math.max(...[...'。；;！!？?\n'].map((mark) => folded.lastIndexOf(mark))) + 1;
  const sentence = folded.slice(from);
  const near = squeeze(sentence.slice(-REACH));
  const verb = EARNED.exec(near);
  if (isNotOwn(sentence) || tellsEarlierYear(sentence)) return null;
  const year = yearBefore(sentence, sentence.length);
  if (year !== null && setting.year !== null && year.year !== setting.year) return null;
  if (verb === null) return barePart(mention, near, squeeze(folded.slice(0, from)));
  const subject = near.slice(0, verb.index);
  const full = FULL_BETWEEN.exec(subject) ?? FULL_IN_BRACKETS.exec(subject) ?? FULL_OF_PART.exec(subject);
  const before = full === null ? subject : subject.slice(0, full.index);
  const mark = full === null ? null : dec(full.groups?.mark as string);
  // 1.预算编制（满分10分）：编制完整，自评得10分: what was said of the part stands between its full mark and its score.
  if (full === null && (before === '' || /[，,。；;:]$/u.test(before))) {
    const head = partHead(mention.text) ?? partBefore(sentence);
    if (head === null) return null;
    const name = cleaned(POINTS.test(head.name) ? heading() : head.name);
    return name.length < 2 || NO_NAME.test(name)
      ? null
      : { name, full: head.full, isBare: false, context: squeeze(folded.slice(0, from)) };
  }
  // 该项指标满分5分，自评5分: the name stands at the head of the paragraph.
  const isPointer = mark !== null && (before === '' || POINTS.test(full?.groups?.points ?? ''));
  const printed = isPointer ? '' : (NAME.exec(before)?.[0] ?? '');
  const name = cleaned(isPointer ? heading() : printed);
  if (name.length < 2 || NO_NAME.test(name) || mark?.gte(WHOLE_MARK)) return null;
  return {
    name,
    full: mark,
    isBare: false,
    context: squeeze(folded.slice(0, from)) + before.slice(0, before.length - printed.length),
  };
}

/** 投入13.5分（满分15分）: the full mark behind marks that then are those earned. */
const FULL_BEHIND = /^[(](?:满分|分值|权重|标准分)(?:为|是|:)?(?<mark>\d{1,3}(?:\.\d{1,2})?)分?[)]/u;

function barePart(mention: Mention, near: string, context: string): Told | null {
  const full = FULL_BEHIND.exec(squeeze(fold(mention.text.slice(mention.end, mention.end + REACH))));
  if (full !== null) {
    const name = cleaned(BARE_NAME.exec(near)?.groups?.name ?? '');
    const mark = dec(full.groups?.mark as string);
    if (name.length < 2 || NO_NAME.test(name) || mark.gte(WHOLE_MARK)) return null;
    return { name, full: mark, isBare: false, context: context + near.slice(0, near.length - name.length) };
  }
  if (!/^\s*(?:[，,、；;。)）]|$)/u.test(mention.text.slice(mention.end, mention.end + 3))) return null;
  const name = PARTS_OPENED.test(near) ? cleaned(BARE_NAME.exec(near)?.groups?.name ?? '') : '';
  if (name.length < 2 || NO_NAME.test(name) || NAMES_FULL_MARKS.test(near)) return null;
  return { name, full: null, isBare: true, context: context + near.slice(0, near.length - name.length) };
}

/**
 * The claims without the scores of parts: of what a scoring table names as an indicator or group (信访办结得分30分 is that
 * row's), and of projects where scores are told of several.
 */
export function withoutParts(
  claims: readonly ScoreClaim[],
  told: readonly ToldScore[],
  tables: readonly ScoringTable[],
): readonly ScoreClaim[] {
  const rows = tables.flatMap(({ indicators }) => indicators);
  const names = new Set(rows.flatMap(({ name, group }) => [name, ...group]).map(partName));
  const projects = new Set(told.map(({ name }) => name).filter((name) => name.endsWith('项目')));
  const isPart = ({ name }: ToldScore): boolean =>
    (partName(name) !== '' && names.has(partName(name))) || (projects.size > 1 && projects.has(name));
  const parts = new Set(
    told.filter(isPart).map(({ score, quote }) => `${quote.where.paragraph}/${score.toFixed()}`),
  );
  return claims.filter(({ score, quote }) => !parts.has(`${quote.where.paragraph}/${score.toFixed()}`));
}

/**
 * 1.立项依据充分性。该项指标…: the numbered first sentence of a paragraph names what the others speak of; where there is
 * none, the heading right above does. '' when neither reads like a name.
 */
function headingOf(at: number, paragraphs: readonly Paragraph[], sections: readonly Section[]): string {
  const { text, number } = paragraphs[at] as Paragraph;
  const first = /^[^。，,；;]{2,30}(?=。)/u.exec(fold(text))?.[0] ?? '';
  const above = sections.findLast(
    ({ heading, end }) => heading < at && at < end && heading >= at - NEAR,
  )?.title;
  const isNumbered = number !== null || LIST_NUMBER.test(first);
  for (const words of isNumbered ? [first, above] : [above, first]) {
    const name = cleaned(squeeze(fold(words ?? ''))).replace(BRACKETS, '');
    if (name.length >= 2 && name.length <= LONGEST_HEADING && !/[\d，,；;。:]/u.test(name)) return name;
  }
  return '';
}

function cleaned(name: string): string {
  let bare = name;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(LIST_NUMBER, '');
  }
  return bare.replace(/["'“”‘’]/gu, '');
}
