import { digits } from '../../numbers/decimal.js';
import type { Indicator, Quote, Report } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { called, rowQuotes } from './shared/quotes.js';
import { scoredTables } from './shared/tables.js';
import { plain } from './shared/verdicts.js';

interface Data {
  readonly name: string;
  readonly score: string;
  readonly admitted: string;
}

/** What an indicator is about, and the words by which a report admits that this very thing is wrong. */
interface Subject {
  readonly indicator: RegExp;
  readonly admitted: RegExp;
}

/** Clear cases only: the object and its fault stand within a few characters of each other. */
const SUBJECTS: readonly Subject[] = [
  {
    indicator: /指标(?:明确|量化|细化|合理)|目标(?:明确|细化|合理|科学)|指标设置|目标设(?:定|置)/u,
    admitted:
      /(?:绩效)?(?:指标|目标)(?:值|设置|设定|编制|表述)?.{0,6}(?:不够?(?:明确|准确|科学|合理|细化|量化|具体|全面|清晰)|笼统|未(?:细化|量化)|量化程度不)/u,
  },
  {
    indicator: /^(?!资产).{0,6}制度.{0,4}(?:健全|完善|建设)/u,
    admitted:
      /(?<!资产)(?<!资产管理)(?:内控|内部控制|财务|管理|规章)制度.{0,6}(?:不(?:够)?(?:健全|完善|完整)|缺失|有待(?:完善|健全|修订)|未(?:建立|修订))|(?:内部规定|内控手册|制度|规定).{0,8}(?:有待修订|版本(?:较|偏)?旧|过时|数年前)/u,
  },
  {
    indicator: /资金使用.{0,2}(?:合规|规范)|使用合规/u,
    admitted:
      /(?:资金|报销|票据|支出).{0,8}(?:不(?:够)?(?:合规|规范)|违规|挪用|挤占|缺(?:少|漏)|虚列|超范围)/u,
  },
  {
    indicator: /预算(?:执行|完成)率|支付进度|支出进度|执行进度/u,
    admitted:
      /(?:预算|资金|支出|支付|执行)(?:执行|支付|支出|使用)?(?:率|进度)?.{0,4}(?:偏慢|较慢|缓慢|滞后|偏低|较低|不高|不及时|未达|未用足|未(?:能)?付清|未(?:能)?支(?:付|出))/u,
  },
  {
    indicator: /资产.{0,4}(?:安全|管理)|固定资产/u,
    admitted:
      /(?:固定)?资产.{0,8}(?:不(?:够)?(?:规范|及时|到位|健全)|利用率(?:未达|偏低|较低|不高)|账实不符|账物不符|帐实不符|闲置|流失|隔月(?:记|入)账|未(?:及时)?(?:入账|盘点|登记|记账))/u,
  },
  {
    indicator: /公开性|信息公开/u,
    admitted:
      /(?:(?:信息|预决算|预算|决算)公开|公示).{0,6}(?:不(?:够)?(?:及时|完整|规范|全面)|滞后|延迟|迟|晚|未)/u,
  },
  {
    indicator: /政府采购/u,
    admitted:
      /(?:政府)?采购.{0,8}(?:不(?:够)?(?:规范|及时|到位|合规)|执行率.{0,12}(?:偏低|较低|未达)|超预算|未(?:按|编))/u,
  },
  {
    indicator: /预算编制/u,
    admitted: /预算编制.{0,8}(?:不(?:够)?(?:精准|准确|科学|细化|合理|精细|完整)|粗放|有偏差)/u,
  },
  {
    indicator: /满意度/u,
    admitted: /满意度.{0,6}(?:偏低|不高|较低|未达|不达)|(?:受访|服务)对象有意见|问卷评分偏低/u,
  },
  {
    indicator: /实施效益|社会效益|社会影响/u,
    admitted:
      /知晓(?:度|率)(?:偏低|较低|不高|有限)|宣传(?:力度|工作)?(?:还)?不(?:够|足|到位)|社会(?:影响|效益)(?:不够|有限|不明显|不显著)/u,
  },
  {
    indicator: /可持续|长效/u,
    admitted:
      /(?:长效|管护|运行维护|后续管理)[^，。]{0,6}(?:不(?:够)?(?:健全|完善|到位)|未(?:完全)?(?:建立|落实|健全)|有待(?:健全|完善))/u,
  },
  {
    indicator: /^(?:实际完成率|(?:任务|工作|数量指标|目标)完成(?:率|情况)|完成及时率|产出数量)/u,
    admitted:
      /(?:重点|个别|部分)?(?:任务|工程|项目(?:建设|实施))(?:推进|进展)(?:偏慢|较慢|缓慢|滞后|不快|不平衡)/u,
  },
  {
    indicator: /重点工作|办结/u,
    admitted: /重点(?:工作|事项|任务).{0,8}(?:延至|未(?:能)?(?:办结|完成)|滞后|跨年)/u,
  },
  {
    indicator: /及时率|及时性|时效/u,
    admitted: /(?:项目|任务|工作).{0,8}(?:未(?:能)?(?:按时|如期|按期|及时)(?:完成|完工)|延期完成|超期完成)/u,
  },
];

export default defineRule<Data>({
  id: 'score/contradicts-narrative',
  severity: 'warning',
  title: '满分与自述矛盾',
  summary: '某项得满分，而存在问题部分承认该方面做得不好',
  basis: '自评得分应与报告自述的问题相符；承认的问题应在相应指标中扣分。',
  example: '“资金使用合规性”得满分5分，问题部分写“部分报销票据不规范”。',
  limits: [
    '只在问题部分的用语与指标说的是同一事项时提出，泛泛的自谦不提出。',
    '同一事项的指标只要有一个已扣分，即不提出。',
  ],
  *check({ report }) {
    const admissions = problemSentences(report);
    if (admissions.length === 0) return;
    const indicators = scoredTables(report).flatMap((t) => t.indicators);
    for (const subject of SUBJECTS) {
      const quote = admissions.find((q) => subject.admitted.test(plain(q.text)));
      if (quote === undefined) continue;
      const about = indicators.filter((i) => subject.indicator.test(plain(i.name)) && i.weight !== null);
      if (about.length === 0 || about.some((i) => !isFull(i))) continue;
      // 职工满意度未达到90%的目标 says nothing of 患者满意度.
      const named = indicators.filter((i) => plain(quote.text).includes(plain(i.name)));
      for (const indicator of named.length > 0 ? about.filter((i) => named.includes(i)) : about) {
        yield {
          data: { name: indicator.name, score: indicator.claimed.raw.trim(), admitted: quote.text },
          evidence: [...rowQuotes(indicator), quote],
          claimed: indicator.claimed.value === null ? null : digits(indicator.claimed.value),
          expected: null,
        };
      }
    }
  },
  message: ({ name, score, admitted }) =>
    `${called(name)}得满分${score}分，而报告自述“${shorten(admitted)}”。`,
  suggestion: () => '核实该问题是否影响此项得分；影响的应扣分，不影响的应说明。',
});

const isFull = (indicator: Indicator): boolean =>
  indicator.claimed.value !== null &&
  indicator.weight !== null &&
  indicator.claimed.value.eq(indicator.weight);

const LONGEST_QUOTE = 40;

const shorten = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;

const PROBLEMS = /问题|不足|短板|薄弱/u;
const REMEDIES = /改进|措施|建议|打算|下一步|整改|举措/u;

/** Sentences of the sections on problems, remedies left out. */
function problemSentences(report: Report): Quote[] {
  const ranges = report.sections.filter(
    (s) => PROBLEMS.test(s.title) && !REMEDIES.test(s.title.replace(/存在.{0,6}问题.{0,6}/u, '')),
  );
  const seen = new Set<number>();
  const quotes: Quote[] = [];
  for (const section of ranges) {
    for (let i = Math.max(0, section.heading); i < section.end; i++) {
      const paragraph = report.paragraphs[i];
      if (paragraph === undefined || seen.has(i)) continue;
      seen.add(i);
      for (const text of paragraph.text.split(/[。；;]/u)) {
        if (text.trim() !== '' && !/^(?:下一步|今后|整改|改进)/u.test(text.trim()))
          quotes.push({ text: text.trim(), where: paragraph.where });
      }
    }
  }
  return quotes;
}
