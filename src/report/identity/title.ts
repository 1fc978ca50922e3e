import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import { printedNumber } from '../outline/number.js';
import { TITLE_TAILS, UNIT_TAILS } from './vocabulary.js';
import { yearsIn } from './years.js';

/** What a title says: 关于柳泉区档案馆2023年度部门整体支出绩效自评的报告. */
export interface Title {
  readonly unit: string | null;
  readonly year: number | null;
  readonly kind: 'department' | 'project' | null;
}

const SUBJECT = /绩效|自评|自我评价|评价|决算/u;
const FORM = /报告|报表|决算表|评分表|打分表|自评表|情况|说明|总结|决算(?:公开)?$/u;
const LONGEST = 100;

/** Whether the words, joined over the lines they are set on, are the title of a report or form. */
export const isTitle = remembered((words): boolean => {
  const text = squeeze(fold(words));
  if (text.length > LONGEST || /[。；]/u.test(text) || /^[(（]?[一二三四五六七八九十]+[、)）]/u.test(text))
    return false;
  return SUBJECT.test(text) && (FORM.test(text) || /(?:自评|评价|决算)[)）]?$/u.test(text));
});

/** Reads a title; null members where it does not say. */
export const readTitle = remembered((words): Title => {
  const text = squeeze(words.slice(printedNumber(words)?.length ?? 0));
  const year = yearsIn(text)[0] ?? null;
  return { unit: unitIn(text), year: year?.year ?? null, kind: kindIn(text) };
});

function unitIn(text: string): string | null {
  const lead = /^(?:附件\d*[:：]?)?(?:关于)?/u.exec(text)?.[0].length ?? 0;
  let rest = text.slice(lead);
  const first = yearsIn(rest)[0];
  if (first !== undefined && (first.start === 0 || /^[（(《【]$/u.test(rest.slice(0, first.start))))
    rest = rest.slice(first.end).replace(/^[)）》】、，]/u, '');
  const next = yearsIn(rest)[0];
  const ends = TITLE_TAILS.map((tail) => rest.indexOf(tail)).filter((at) => at >= 0);
  if (next !== undefined) ends.push(next.start);
  if (ends.length === 0) return null;
  const end = Math.min(...ends);
  return nameOf(rest.slice(0, end), kindIn(text) !== 'department');
}

/**
 * The unit's name in the words before 整体支出 or 项目支出. A project's name may stand behind it, then the name
 * ends with the first word that ends names of units; null when none does.
 */
function nameOf(words: string, mayNameProject: boolean): string | null {
  const name = words.replace(/[的（(]+$/u, '').replace(/^[：:]+/u, '');
  if (name.length < 2 || isBlankName(name)) return null;
  if (UNIT_TAILS.some((tail) => name.endsWith(tail)) || isTownship(name)) return name;
  if (/[)）]$/u.test(name)) return name;
  if (!mayNameProject) return name.length >= 4 && !/^(?:部门|单位|项目)/u.test(name) ? name : null;
  for (let end = 4; end < name.length; end++)
    if (endsUnit(name, end)) return name.slice(0, end) + (BRIGADE.exec(name.slice(end))?.[0] ?? '');
  return null;
}

/** Tails that authorities bear; what ends with another (敬老院, 中学) may be what a project builds. */
const AUTHORITY = /(?:局|委|厅|政府|办公室|委员会|法院|检察院|总队|支队|大队|联合会)$/u;
/** 城区小学, 乡镇卫生院: words that hold the name of a level of places and name no place. */
const NO_PLACE = /[城社园景校片库灾山牧林矿老小地辖]区|乡[镇村]|城[镇乡市]|市[政场区容]|[农渔山]村|区域/gu;
const PLACE = /[省市县区州盟旗镇乡]|街道|^(?:中共|中国|全国|国家)/u;
/** 厕所, 干部, 民办: words that end like a unit's name; 污水处理, 平安校园: and words that only begin so. */
const LIKE_TAIL = /(?:厕所|场所|干部|[全内外局]部|社会|机会|晚会|[民公创举]办|布局|格局|结局)$/u;
const GOES_ON =
  /^(?:处[理置罚]|校[园舍车]|社[会区保]|团[结体]|队伍|所[有需]|院落|部[分署件]|办[法理公学]|站[点台]|局部|会[议展计]|委[托员])/u;

/** Whether words are the name of a unit of some place: 渭川县卫生健康局, not 我局 nor 本部门. */
export const isPlacedUnit = (name: string): boolean =>
  UNIT_TAILS.some((tail) => name.endsWith(tail)) &&
  PLACE.test(name.replace(NO_PLACE, '')) &&
  !LIKE_TAIL.test(name);

/** Whether a unit's name may end at a place in a project's title: 青石县水利局|农村饮水安全, not 农村厕所|革命. */
function endsUnit(title: string, end: number): boolean {
  const name = title.slice(0, end);
  if (!UNIT_TAILS.some((tail) => name.endsWith(tail))) return false;
  if (LIKE_TAIL.test(name) || GOES_ON.test(title.slice(end - 1))) return false;
  return AUTHORITY.test(name) || PLACE.test(name.replace(NO_PLACE, ''));
}

/** 白马镇, 城关街道: a township signs with the name of the place. */
export const isTownship = (name: string): boolean =>
  /^(?![我本该各全])\p{Script=Han}{1,8}(?:镇|乡|街道|苏木)$/u.test(name);

/** 云港市公安局交通警察支队: a brigade carries the name of its bureau before its own. */
const BRIGADE = /^(?:[\p{Script=Han}]{2,8}?(?:支队|大队|总队)|[\p{Script=Han}]{1,6}?(?:分局|派出所))/u;

/** XX局, ××单位 and （盖章） are no names. */
export const isBlankName = (name: string): boolean =>
  /[xX×＊*_]{2}|^[（(]?(?:盖章|公章|签章)|^(?:部门|单位|项目|本)?(?:\((?:部门|单位|项目)\)|部门|单位|项目)?$/u.test(
    fold(name),
  ) || !/\p{Script=Han}{2}/u.test(name);

function kindIn(text: string): Title['kind'] {
  if (/整体支出|整体绩效|部门整体|单位整体|部门决算|单位决算|部门预算(?!项目)/u.test(text))
    return 'department';
  if (/项目|专项|资金/u.test(text)) return 'project';
  return null;
}
