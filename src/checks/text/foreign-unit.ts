import { squeeze } from '../../language/fold.js';
import { isTownship } from '../../report/identity/title.js';
import { UNIT_TAILS } from '../../report/identity/vocabulary.js';
import type { Quote, Report } from '../../report/model.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';
import { coreOf, kinship, regionsOf } from './unit-names.js';
import type { Named } from './unit-places.js';
import { namedPlaces } from './unit-places.js';

interface Data {
  readonly name: string;
  readonly own: string;
  readonly place: string;
  readonly misspelt: boolean;
}

/** Another unit's name where this unit's must stand, or this unit's name misspelt. */
export default defineRule<Data>({
  id: 'text/foreign-unit',
  severity: 'error',
  title: '单位名称不符',
  summary: '该写本单位名称的地方（标题、结论、收支主语、落款）写成了别的单位，或名称写法不一致',
  basis: '封面、标题、结论和落款的单位必须是同一个；写成别的单位，多为套用其他单位的报告。',
  example:
    '封面是“上海市普陀区规划和自然资源局”，第二部分标题却是“上海市规划和自然资源局2024年度部门决算表”。',
  limits: [
    '简称、上级单位、财政部门、合作单位、下属单位在正文中出现不报。',
    '正文中只检查“某单位＋年度＋收支或绩效”这样必为本单位的位置。',
    '写法不一致只查连接字（和、与、及）和前后两字颠倒，作疑点。',
  ],
  *check({ report }) {
    const own = report.unit;
    if (own === null || squeeze(own.value).length < 4) return;
    const seen = new Set<string>();
    const names = new Set<string>();
    for (const named of namedPlaces(report, own.value)) {
      const found = judged(named, own.value, report);
      if (found === null || seen.has(named.quote.text)) continue;
      if (named.deed && names.has(named.name)) continue;
      seen.add(named.quote.text);
      names.add(named.name);
      yield finding(named, own, found);
    }
    for (const { name, places } of misspellings(report, own.value)) {
      const others = places.filter((place) => !seen.has(place.text));
      if (others.length === 0) continue;
      yield {
        data: { name, own: own.value, place: '正文', misspelt: true },
        evidence: [...others, own.quote],
        claimed: name,
        expected: coreOf(squeeze(own.value)),
        severity: 'warning' as const,
      };
    }
  },
  message: ({ name, own, place, misspelt }) =>
    misspelt
      ? `单位名称写法不一致：此处写“${name}”，封面和标题是“${own}”。`
      : `${place}写的单位是“${name}”，本报告的单位是“${own}”。`,
  suggestion: ({ own, misspelt }) =>
    misspelt ? `统一为“${own}”。` : `核对是否套用了别的单位的文稿；该处应为“${own}”，并核对其中数据。`,
});

const finding = (named: Named, own: NonNullable<Report['unit']>, severity: Severity) => ({
  data: { name: named.name, own: own.value, place: named.place, misspelt: severity === 'warning' },
  evidence: [named.quote, own.quote],
  claimed: named.name,
  expected: own.value,
  severity,
});

function judged(named: Named, own: string, report: Report): Severity | null {
  const relation = kinship(named.name, own);
  // A misspelt name in the running text is told once for all its places.
  if (relation === 'misspelt') return named.deed === true ? null : 'warning';
  // In the running text the unit above may be the subject of a sentence of its own.
  if (relation === 'superior') return named.place === '正文' ? null : 'error';
  if (relation !== 'foreign') return null;
  if (named.namesake === true && coreOf(squeeze(named.name)) !== coreOf(squeeze(own))) return null;
  return isSurelyForeign(named, own, report) ? 'error' : null;
}

/** 财政局 and its like receive, review and publish reports. */
const RECEIVER = /财政(?:局|厅|部|所|分局|事务)|审计|人大|人民政府$|党委$|评审中心|绩效(?:评价)?中心/u;

/**
 * A name is surely another unit's when it has the regions of this one or the same kind of office elsewhere.
 * Elsewhere it may be a subordinate, a predecessor or a project.
 */
function isSurelyForeign(named: Named, own: string, report: Report): boolean {
  const { name } = named;
  if (isTownship(name)) return isTownship(own.replace(/(?:人民政府|办事处)$/u, ''));
  if (RECEIVER.test(name) && !RECEIVER.test(own)) return false;
  if (!UNIT_TAILS.some((tail) => name.endsWith(tail))) return false;
  if (isListedUnit(named, report) || mayBelong(named, own)) return false;
  const sameCore = coreOf(name) === coreOf(own) && regionsOf(name) !== '' && regionsOf(own) !== '';
  const sameRegion = regionsOf(name) !== '' && regionsOf(own).endsWith(regionsOf(name));
  const otherRegion = regionsOf(name) !== '' && regionsOf(own) !== '' && !sameRegion;
  return sameCore || sameRegion || otherRegion;
}

/** A bureau's stations and institutes have posts and duties of their own, and are told of without 下属, too. */
const mayBelong = ({ name, deed }: Named, own: string): boolean =>
  deed === true &&
  /(?:局|委|委员会|厅|办公室)$/u.test(own) &&
  !/(?:局|委|委员会|厅|办公室)$/u.test(name) &&
  regionsOf(name) !== '' &&
  regionsOf(own).endsWith(regionsOf(name));

const BELONGS =
  /下属|所属|[局委办部厅院校馆]属|归口|派出|下设|二级|直属|代管|划转|更名|原名|前身|合并|分别为|包括/u;
const FORMER = /划转|更名|原名|前身|合并/u;

/** A unit of the department: listed in a table, or named as 下属 or 所属. */
function isListedUnit({ name, quote }: Named, report: Report): boolean {
  const at = JSON.stringify(quote.where);
  const listed = report.tables.some((table) =>
    table.cells.some((cell) => squeeze(cell.text).startsWith(name) && JSON.stringify(cell.where) !== at),
  );
  if (listed) return true;
  return report.paragraphs.some(({ text }) => {
    const at = text.indexOf(name);
    if (at < 0) return false;
    // 某局为政府工作部门，内设机构10个，下属单位6个: what a later clause calls 下属 is not the unit itself.
    const clause = /^[^，。；]{0,20}/u.exec(text.slice(at + name.length))?.[0] ?? '';
    const behind = text.slice(at + name.length, at + name.length + 20);
    return BELONGS.test(text.slice(Math.max(0, at - 40), at) + clause) || FORMER.test(behind);
  });
}

/** The own name with 和, 与 or 及 exchanged, anywhere in the text: one finding for each wrong name. */
function misspellings(report: Report, own: string): readonly Misspelt[] {
  const core = coreOf(squeeze(own));
  const at = core.search(/[和与及]/u);
  if (at <= 0 || core.length < 5) return [];
  const found: Misspelt[] = [];
  for (const word of ['和', '与', '及', '暨']) {
    const name = core.slice(0, at) + word + core.slice(at + 1);
    if (name === core) continue;
    const places = report.paragraphs.filter((paragraph) => squeeze(paragraph.text).includes(name));
    if (places.length > 0) found.push({ name, places: places.map(quoteOf) });
  }
  return found;
}

interface Misspelt {
  readonly name: string;
  readonly places: readonly Quote[];
}

const quoteOf = (place: { readonly text: string; readonly where: Quote['where'] }): Quote => ({
  text: place.text,
  where: place.where,
});
