import { fold, squeeze } from '../../../language/fold.js';
import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import type { IndicatorGroup, Quote, Report, ScoringTable } from '../../../report/model.js';
import { isTotal, subtotalsOf } from '../../../report/scoring/scaled.js';
import {
  indicatorsOf,
  isSettled,
  type RowSum,
  sumOfScores,
  sumOfWeights,
} from '../../../report/scoring/sums.js';

/** The score that the text gives a group of indicators, and what the table's rows of that group come to. */
export interface ToldGroup {
  readonly name: string;
  readonly told: Decimal;
  readonly rows: RowSum;
  readonly quote: Quote;
}

/** 投入指标, 投入类指标, 产出指标完成情况分析: what may stand between a group's name and its marks. */
const KIND = '(?:类|指标|方面|部分|完成|情况|分析)*';
/** （20分，, 满分20分，, 权重20分，: the group's full mark before its score. */
const FULL =
  '(?:[（(，,]?(?:共|满分|分值|权重|标准分|总分)?(?:为|是|:)?(?<full>\\d{1,3}(?:\\.\\d{1,2})?)分[）)]?[，,、]?)?';
const SCORE =
  '[（(，,]?(?:自评|实际|最终)?(?:得分|得|实得分?)(?:为|是|:)?(?<score>\\d{1,3}(?:\\.\\d{1,4})?)分';
const MARKS = new RegExp(`^${KIND}${FULL}${SCORE}(?!以|之|至|[-—~～%])`, 'u');

/** 得分93.69分，其中：预算编制8.5分，预算执行17.69分: behind the score of the whole its parts need no 得. */
const BARE = new RegExp(`^${KIND}[为:]?(?<bare>\\d{1,3}(?:\\.\\d{1,4})?)分(?=[，,、。；;]|$)`, 'u');
const PARTS_OPENED =
  /(?:得分[^。；;]{0,16}分[，,。；;]其中|(?:具体|分项|各(?:项|部分))(?:自评)?得分(?:情况)?[为:])[^。；;]*$/u;
const NAMES_FULL_MARKS = /满分|分值|权重|总分|占/u;

/** Sentences on another year, another unit's or a project's score, or on a rule. */
const OTHERS =
  /专家|评审|第三方|财政(?:评|审|复|再|抽)|复核|审核|复评|上年|去年|前一年|同期|平均|均分|满分得|下属|各单位|项目(?:自评|得分)|每[^，。；]{0,8}[扣得]/u;
/** A shorter name is part of too many others. */
const SHORTEST_NAME = 2;
/** Words that a group's name may follow; any other word before it makes it another name. */
const BEFORE = /(?:^|[^\p{Script=Han}\d]|其中|分别为|包括|[一二三四五六七八九十]是|[和及与]|\d[.、])$/u;

const nameOf = (text: string): string =>
  squeeze(fold(text))
    .replace(/\([^()]*\)/gu, '')
    .replace(/(?:类|指标|部分|方面)+$/u, '');

/** Groups that the text gives another score than their rows: 效益指标30分，得28分 over rows that come to 29. */
export function* differingGroups(report: Report, table: ScoringTable): Generator<ToldGroup> {
  const groups = groupsByName(table);
  for (const { text, where } of report.paragraphs) {
    const words = squeeze(fold(text));
    if (!words.includes('得') || OTHERS.test(words)) continue;
    for (const [name, named] of groups) {
      for (const marks of marksOf(words, name)) {
        const { score } = marks;
        const differing = differingFrom(table, named, marks);
        if (differing !== null) yield { name, told: score, rows: differing, quote: { text, where } };
      }
    }
  }
}

/** All groups that rows stand under, whether a weight is printed beside them or not. */
function groupsByName(table: ScoringTable): ReadonlyMap<string, readonly IndicatorGroup[]> {
  const byPath = new Map<string, number[]>();
  for (const { group, ordinal } of table.indicators)
    group.forEach((_, depth) => {
      const key = group.slice(0, depth + 1).join('\n');
      byPath.set(key, [...(byPath.get(key) ?? []), ordinal]);
    });
  const byName = new Map<string, IndicatorGroup[]>();
  for (const [key, ordinals] of byPath) {
    const path = key.split('\n');
    const printed = table.groups.find((group) => group.path.join('\n') === key);
    const group: IndicatorGroup = printed ?? {
      path,
      weight: sumOfWeights(indicatorsOf(table, ordinals)),
      subtotal: null,
      indicators: ordinals,
      quote: { text: path.at(-1) ?? '', where: table.where },
    };
    const name = nameOf(path.at(-1) ?? '');
    if (name.length >= SHORTEST_NAME) byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  return byName;
}

interface Marks {
  readonly score: Decimal;
  readonly full: Decimal | null;
  /** Told without 得: a full mark would look the same. */
  readonly bare: boolean;
}

function* marksOf(words: string, name: string): Generator<Marks> {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) {
    if (!BEFORE.test(words.slice(Math.max(0, at - 4), at))) continue;
    const after = words.slice(at + name.length, at + name.length + 48);
    const { score, full } = MARKS.exec(after)?.groups ?? {};
    if (score !== undefined)
      yield { score: dec(score), full: full === undefined ? null : dec(full), bare: false };
    const bare = BARE.exec(after)?.groups?.bare;
    const before = words.slice(Math.max(0, at - 200), at);
    if (bare !== undefined && PARTS_OPENED.test(before) && !NAMES_FULL_MARKS.test(before + after))
      yield { score: dec(bare), full: null, bare: true };
  }
}

/** The rows of the one group that is meant where they come to something else; null where that is not certain. */
function differingFrom(
  table: ScoringTable,
  named: readonly IndicatorGroup[],
  { score, full, bare }: Marks,
): RowSum | null {
  const [group, ...others] = named;
  if (group?.weight == null || others.length > 0) return null;
  // Another full mark is another group's, and a score above it is on another scale.
  if ((full !== null && !full.eq(group.weight)) || score.gt(group.weight)) return null;
  if (bare && score.eq(group.weight)) return null;
  const rows = sumOfScores(indicatorsOf(table, group.indicators), 'claimed');
  if (!isSettled(rows) || isTotal(score, subtotalsOf(table, group))) return null;
  const isRow = table.indicators.some(
    (row) => nameOf(row.name) === nameOf(group.path.at(-1) ?? '') && row.claimed.value?.eq(score),
  );
  return isRow || group.subtotal?.value?.eq(score) ? null : rows;
}
