import type { Cell, Paragraph, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { once } from '../../language/memo.js';

/** What claims are read from: the report's words and who and when it speaks of. */
export interface Setting {
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** The report's unit, null when not known. */
  readonly unit: string | null;
  /** The year the report is for, null when not known. */
  readonly year: number | null;
  /** Whether the report as a whole is about one project: then 项目自评得分 is its own score. */
  readonly aboutProject: boolean;
  /** The words of the title page, squeezed: a project that is not named there is another one. */
  readonly title: string;
}

const TITLE_DEPTH = 12;

/** The settings made for a report's paragraphs: scores, grades and the scale are read from the same one. */
const settings = once((_paragraphs: readonly Paragraph[]): Setting[] => []);

/** A report is about a project when its title says 项目 and not 整体支出. */
export function settingOf(
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
  unit: string | null,
  year: number | null,
): Setting {
  const made = settings(paragraphs);
  const known = made.find((one) => one.tables === tables && one.unit === unit && one.year === year);
  if (known !== undefined) return known;
  const setting = newSetting(paragraphs, tables, unit, year);
  made.push(setting);
  return setting;
}

function newSetting(
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
  unit: string | null,
  year: number | null,
): Setting {
  const title = squeeze(
    fold(
      paragraphs
        .slice(0, TITLE_DEPTH)
        .map((p) => p.text)
        .join('\n'),
    ),
  );
  const named =
    /项目(?:支出|绩效|资金|自评)|专项资金/u.test(title) ||
    /项目名称/u.test(squeeze(tables[0]?.cells[0]?.text ?? ''));
  return {
    paragraphs,
    tables,
    unit,
    year,
    aboutProject: named && !/整体支出|部门整体|单位整体|(?:部门|单位)决算/u.test(title),
    title:
      title +
      squeeze(
        fold(
          tables[0]?.cells
            .slice(0, TITLE_DEPTH)
            .map((c) => c.text)
            .join('\n') ?? '',
        ),
      ),
  };
}

const EARLIER = /上一?年|前一?年|去年|往年|以前年度|历年|同期|上一?年度|上期|上一轮/u;

/** Whether words say that they speak of an earlier year. */
export const tellsEarlierYear = (clause: string): boolean => EARLIER.test(clause);

/** Units and reviewers other than the one that reports. */
const OTHERS =
  /下属|所属|二级单位|各单位|兄弟单位|其他单位|其它单位|乡镇|\d+[家个](?:单位|部门|预算单位)|第三方机构|平均|均分|均为|均在|排名|最高|最低|抽查|复核|财政局|财政部门|财政厅|财政(?:再评价|复评|复核|审核|评审|抽评|重点|$)|审核得分|专家[^，。；]{0,6}(?:打分|评分|评审|评定)/u;

/** Sub-scores, other appraisals, plans and rules: words that keep a number from being this report's score. */
const NOT_WHOLE =
  /其中|基础分|基本分|子项目|(?<![加减扣])分项|单项|力争|确保|争取|预期|计划得|目标得|应得|满意度|问卷|测评|考试|竞赛|考核得分|目标管理考核|文明|排位|失分|扣分|减分|每|如果|若|凡|否则|按照.{0,12}(?:标准|办法)(?:评分|计分)/u;

/** Plans, rules and other appraisals: 力争达到90分, 每超1%得2分. */
const NOT_EARNED =
  /力争|确保|争取|预期|计划得|目标得|应得|问卷|测评|考试|竞赛|考核得分|目标管理考核|文明|排位|每|如果|若|凡|否则/u;

/** Whether the words of a sentence before a score say that it is an average, another unit's, a reviewer's, a plan or a rule. */
export const isNotOwn = (before: string): boolean => OTHERS.test(before) || NOT_EARNED.test(before);

/** Names of groups of indicators: 投入指标得15分 is a part of the score. */
const PART_BEFORE =
  /(?:指标|投入|过程|产出|效益|效果|(?<!年)度|决策|成本|管理|率|性|数量|质量|时效|机制|水平|方面|部分|类|项)(?:情况)?(?:自评|评价|实际|绩效)?$/u;

/** 投入类指标满分20分，得分19分; 决策权重20%，自评得分19分: the full mark of what the score behind it belongs to. */
const FULL_MARK =
  /[，,]?(?:(?<name>(?:的)?(?:标准|设定|所占)?(?:满分|分值|权重|标准分|总分|赋分))(?:各|共|合计)?(?:为|是|占|计|:)?)?(?<mark>\d{1,3}(?:\.\d{1,2})?)(?<unit>分|%)[，,]?$/u;
/** Words before marks that are no full mark: 较上年提高2分, 扣3分, 得95分. */
const OTHER_MARKS = /[扣减失加高低降升增多少差达得为是至到于约近][了到]?$/u;
/** 效果类得分19.5分，自评总分95.5分: marks earned by a part, before a score whose name says that it sums up. */
const EARNED_MARKS = /(?:得分|评分|自评分?)$/u;
const SUMS_UP = /总|综合|最终/u;
const WHOLE_MARK = 100;
/** 满分15分，自评14.5分 behind a heading of its own: a group is given this much at most, a whole table more. */
const LARGEST_PART = 60;
/** What the full mark of the whole may be called by. */
const OF_WHOLE =
  /(?:^|[，,:]|整体支出|本次|此次)(?:自评|评价|绩效|综合|考核|整体支出|项目支出|满分|总分|总计|合计|指标|体系|的)*$/u;

/**
 * Whether the words before a score, brackets among them, state a full mark that is a part's: by its name, or by being
 * no hundred.
 */
export function isPartOfMarks(before: string, word: string): boolean {
  const match = FULL_MARK.exec(before.replaceAll(/[()]/gu, ''));
  if (match === null) return false;
  const owner = before.slice(0, match.index);
  const { name, unit } = match.groups ?? {};
  if (name === undefined && (unit === '%' || OTHER_MARKS.test(owner))) return false;
  if (name === undefined && EARNED_MARKS.test(owner) && SUMS_UP.test(word)) return false;
  if (PART_BEFORE.test(owner)) return true;
  const mark = Number(match.groups?.mark);
  if (owner.trim() === '') return mark <= LARGEST_PART;
  return mark < WHOLE_MARK && !OF_WHOLE.test(owner);
}

/** Whether the words before a score say that it is not the score of this report as a whole. */
export function isForeign(before: string, word: string, setting: Setting): boolean {
  if (OTHERS.test(before) || NOT_WHOLE.test(before)) return true;
  if (PART_BEFORE.test(before) && !/逐项(?:自评|评价|打分)?$|绩效管理$|(?:单位|部门)管理$/u.test(before))
    return true;
  if (
    !setting.aboutProject &&
    /项目/u.test(before.replace(/项目支出(?:绩效)?(?:和|及|与|、)|整体支出(?:及|和|与|、)项目支出?/gu, ''))
  )
    return true;
  if (setting.aboutProject && namesOtherProject(before, setting.title)) return true;
  if (/考核/u.test(before) && !/自评|绩效|自我评/u.test(before + word)) return true;
  return namesOtherUnit(before, setting.unit);
}

/** Appraisals by others of the projects of a department: 第三方机构对我单位2021年度某某项目实施绩效评价，等级为良. */
const APPRAISED =
  /(?:对|就)(?<object>[^，,。；;对就]{2,60}(?:项目|专项|资金|政策|试点|工程|课题)[^，,。；;对就]{0,16}?)(?:的?(?:财政|重点|事前|事中|事后|绩效|部门|实施|开展|进行|组织|了|的)*)(?:评价|再评价|复评|评审|评估|抽评|抽查|复核)/u;

/** Who else appraises: 本项目2021年度由第三方机构评价，等级为良. */
const BY_OTHERS = /第三方|事务所|评审中心|咨询公司|(?:财政|审计|主管)(?:局|厅|部门)/u;

/**
 * Whether the words of the sentence before a score or grade tell of the appraisal of something else than the report's
 * own subject: of a project in a department's report, of another year's project in a project's.
 */
export function tellsOtherAppraisal(before: string, setting: Setting): boolean {
  const named = [...before.matchAll(/(20\d\d)年/gu)].at(-1)?.[1];
  const otherYear = named !== undefined && setting.year !== null && Number(named) !== setting.year;
  if (otherYear && BY_OTHERS.test(before)) return true;
  const object = APPRAISED.exec(before)?.groups?.object;
  if (object === undefined || /整体支出|部门整体|单位整体|全部项目|所有项目|项目支出(?!.)/u.test(object))
    return false;
  if (!setting.aboutProject) return true;
  return otherYear;
}

/** 残疾人康复救助项目自评得分92.4分 in the report of another project: the name's end does not stand in the title. */
function namesOtherProject(before: string, title: string): boolean {
  const name = /([\p{Script=Han}]{4,20})项目(?:支出)?(?:绩效)?$/u.exec(squeeze(before))?.[1];
  return name !== undefined && !title.includes(name.slice(-4)) && !/(?:该|本|此|各|整个|全部)$/u.test(name);
}

/** 新闻宣传项目自评综述：…，自评得分98分: the head of the sentence says which project it sums up. */
const PROJECT_SUMMARY =
  /^[（(\d一二三四五六七八九十、.．)）\s]{0,8}["“']?([\p{Script=Han}、（）()A-Za-z\d]{2,40}?)["”']?项目(?:支出)?(?:绩效)?(?:自评)?(?:综述|情况|结果)?\s?[：:]/u;

/** Whether a sentence begins as the summary of a project that is not the one the report is about. */
export function isOfProject(words: string, setting: Setting): boolean {
  const name = PROJECT_SUMMARY.exec(words.slice(0, 80))?.[1];
  if (name === undefined || /^(?:该|本|此|各)$/u.test(name)) return false;
  return !setting.aboutProject || !setting.title.includes(squeeze(name).slice(-4));
}

const ORGANISATION =
  /[\p{Script=Han}]{2,16}?(?:局|委员会|办公室|中心|学校|医院|联合会|管理处|管理所|事务所|公司|研究院|图书馆)/gu;

/** 2023年度我中心, 经测算本局: the words before 我 are no part of a name. */
const OURS = /[我本该][^我本该]{1,3}$/u;

/** Whether an organisation is named that shares no ending and no stretch of its name with the unit. */
function namesOtherUnit(before: string, unit: string | null): boolean {
  if (unit === null) return false;
  const own = squeeze(unit);
  for (const [name] of before.matchAll(ORGANISATION)) {
    const tail = name.slice(-4);
    if (!own.includes(tail) && !own.includes(name) && !/^(?:我|本|该|全|经)/u.test(name) && !OURS.test(name))
      return true;
  }
  return false;
}

/** Cells of this length may hold a name that a sentence takes up. */
const CELL_NAME = { shortest: 4, longest: 20 };

/** What stands beside such a label is the report's own project or unit. */
const OWN_LABEL = /(?:名称|单位|部门)[:：]?$/u;

/** The short words in the cells of a report's tables: names of indicators and projects among them. */
const cellNames = once((tables: readonly Table[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const own = new Set<string>();
  for (const { cells } of tables) {
    let left: Cell | undefined;
    for (const cell of cells) {
      const text = squeeze(fold(cell.text));
      const isBeside = left?.row === cell.row && OWN_LABEL.test(squeeze(fold(left.text)));
      if (text.length >= CELL_NAME.shortest && text.length <= CELL_NAME.longest)
        (isBeside ? own : names).add(text);
      left = cell;
    }
  }
  for (const name of own) names.delete(name);
  return names;
});

/**
 * Whether words end with a name that a table holds: the grade of 放心消费环境评为良 is that indicator's. The names of the
 * report's own project and unit stand beside their labels and are not meant.
 */
export function endsWithCellName(words: string, { tables }: Setting): boolean {
  const names = cellNames(tables);
  const flat = squeeze(fold(words));
  for (let length = CELL_NAME.shortest; length <= Math.min(CELL_NAME.longest, flat.length); length++) {
    const name = flat.slice(-length);
    if (names.has(name) && !/绩效|自评|评价|整体/u.test(name)) return true;
  }
  return false;
}
