import { shownNames } from './files.js';
import { byGravity, mainProblems, stateWords } from './gravity.js';
import { notChecked } from './not-checked.js';
import type { CellStyle } from './ooxml/styles.js';
import { type Sheet, type SheetCell, valueCell, workbook } from './ooxml/workbook.js';
import { placeWords } from './place.js';
import { BLANK_TITLES, type FindingRecord, findingRecords, RECORD_TITLES } from './records.js';
import {
  type AuditResult,
  countOf,
  type ItemResult,
  openFindings,
  type ReportResult,
  STATUS_WORDS,
  type Where,
} from './result.js';
import {
  itemValueWords,
  kindWords,
  needsWords,
  possibleWords,
  scoreWords,
  skippedLine,
  summaryLine,
} from './words.js';

/** The list that a bureau works through: 汇总, 问题清单, 复算表, 未能核查. */
export const render = (result: AuditResult): Uint8Array =>
  workbook([
    overview(result),
    findingSheet(result.reports),
    rescoringSheet(result.reports),
    uncheckedSheet(result),
  ]);

const words = (text: string): SheetCell => ({ text });
const centred = (text: string): SheetCell => ({ text, style: 'centre' });
const count = (number: number): SheetCell => ({ digits: String(number), style: 'centre' });
const toFillIn: SheetCell = { text: '', style: 'fill-in' };

function overview(result: AuditResult): Sheet {
  return {
    name: '汇总',
    title: '绩效自评报告稽核汇总',
    note: `${[summaryLine(result), skippedLine(result)].filter((line) => line !== '').join('。')}。按问题轻重排列。`,
    frozenColumns: 2,
    columns: [
      { title: '序号', width: 6 },
      { title: '单位', width: 24 },
      { title: '年度', width: 7 },
      { title: '类型', width: 13 },
      { title: '文件', width: 30 },
      { title: '状态', width: 10 },
      { title: '文中得分', width: 9 },
      { title: '合计得分', width: 9 },
      { title: '各行之和', width: 9 },
      { title: '可核实下限', width: 9 },
      { title: '可核实上限', width: 9 },
      { title: '自评等级', width: 9 },
      { title: '可支持等级', width: 14 },
      { title: '错误', width: 6 },
      { title: '疑点', width: 6 },
      { title: '提示', width: 6 },
      { title: '已说明', width: 8 },
      { title: '主要问题', width: 40 },
    ],
    rows: byGravity(named(result.reports), ({ report }) => report).map((one, at) => overviewRow(one, at + 1)),
  };
}

/** A report and what the lists call its file. */
interface Named {
  readonly report: ReportResult;
  readonly file: string;
}

function named(reports: readonly ReportResult[]): Named[] {
  const names = shownNames(reports.map(({ file }) => file));
  return reports.map((report) => ({ report, file: names.get(report.file) ?? report.file }));
}

const unitOf = (report: ReportResult): string => report.unit ?? '未读出';

const STATE_STYLES = {
  已审: 'centre',
  部分未读: 'warning',
  没有读出: 'error',
  无法审核: 'error',
} as const;

function overviewRow({ report, file }: Named, ordinal: number): SheetCell[] {
  const { score } = report;
  const state = stateWords(report);
  return [
    count(ordinal),
    words(unitOf(report)),
    centred(report.year === null ? '' : String(report.year)),
    centred(report.status === 'unreadable' ? '' : kindWords(report)),
    words(file),
    { text: state, style: STATE_STYLES[state] },
    valueCell(score.narrative),
    valueCell(score.tableTotal),
    valueCell(score.itemSum),
    valueCell(score.verified && scoreWords(score.verified.low)),
    valueCell(score.verified && scoreWords(score.verified.high)),
    centred(score.grade ?? ''),
    centred(score.verifiedGrades.join('、')),
    ...(report.status === 'unreadable' ? Array.from({ length: 4 }, () => centred('')) : counts(report)),
    words(mainProblems(report)),
  ];
}

function counts(report: ReportResult): SheetCell[] {
  const shown = (number: number, style: CellStyle): SheetCell => ({
    digits: String(number),
    style: number > 0 ? style : 'centre',
  });
  return [
    shown(countOf(report, 'error'), 'error'),
    shown(countOf(report, 'warning'), 'warning'),
    shown(countOf(report, 'notice'), 'notice'),
    shown(report.findings.length - openFindings(report).length, 'centre'),
  ];
}

const FINDING_WIDTHS = [6, 15, 18, 22, 6, 15, 38, 36, 13, 13, 22, 22];

function findingSheet(reports: readonly ReportResult[]): Sheet {
  const [explanation, deadline, review] = BLANK_TITLES;
  return {
    name: '问题清单',
    title: '绩效自评报告问题清单',
    note: '前十二列由稽核生成；单位说明、整改期限、复核结果三列留待填写。',
    frozenColumns: 2,
    columns: [
      ...RECORD_TITLES.map((title, at) => ({ title, width: FINDING_WIDTHS[at] ?? 12 })),
      { title: explanation, width: 16 },
      { title: deadline, width: 11 },
      { title: review, width: 11, choices: ['已整改', '部分整改', '未整改', '无需整改'] },
    ],
    rows: findingRecords(reports).map(findingRow),
  };
}

function findingRow(record: FindingRecord): SheetCell[] {
  return [
    count(record.ordinal),
    words(record.unit),
    words(record.file),
    words(record.place),
    { text: record.severity, style: record.source.severity },
    words(record.title),
    words(record.message),
    words(record.quotes),
    valueCell(record.claimed),
    valueCell(record.expected),
    words(record.basis),
    words(record.suggestion),
    toFillIn,
    toFillIn,
    toFillIn,
  ];
}

function rescoringSheet(reports: readonly ReportResult[]): Sheet {
  const rows = named(reports).flatMap((one) =>
    one.report.items.map((item, at) => rescoringRow(one, item, at + 1)),
  );
  return {
    name: '复算表',
    title: '评分表逐项复算',
    note: '复算栏列出按印出的评分标准和报告自己的数据可以得到的分数；不止一个的，都可接受。',
    frozenColumns: 4,
    columns: [
      { title: '单位', width: 18 },
      { title: '文件', width: 26 },
      { title: '序号', width: 6 },
      { title: '指标', width: 20 },
      { title: '所属', width: 20 },
      { title: '分值', width: 7 },
      { title: '自评', width: 7 },
      { title: '复算', width: 11 },
      { title: '状态', width: 12 },
      { title: '计算值', width: 10 },
      { title: '依据数据', width: 38 },
      { title: '计算过程', width: 42 },
    ],
    rows,
  };
}

const JUDGED = '评分标准要由人判断，没有复算';

const STATUS_STYLES = {
  confirmed: 'centre',
  contradicted: 'error',
  unverifiable: 'warning',
  judgement: 'notice',
} as const;

function rescoringRow({ report, file }: Named, item: ItemResult, ordinal: number): SheetCell[] {
  const data = item.inputs.map(({ name, value, unit = '', where }) => {
    const place = placeWords(where);
    return `${name}：${value}${unit}${place === '' ? '' : `（${place}）`}`;
  });
  const missing = item.needs.length === 0 ? [] : [needsWords(item)];
  return [
    words(unitOf(report)),
    words(file),
    count(ordinal),
    words(item.indicator),
    words(item.group.join(' / ')),
    valueCell(item.weight),
    valueCell(item.claimed ?? item.scoreText),
    valueCell(possibleWords(item)),
    { text: STATUS_WORDS[item.status], style: STATUS_STYLES[item.status] },
    valueCell(itemValueWords(item)),
    words([...new Set([...data, ...missing])].join('\n')),
    words(item.trace.length === 0 && item.status === 'judgement' ? JUDGED : item.trace.join('\n')),
  ];
}

function uncheckedSheet({ reports, skipped = [], own = [] }: AuditResult): Sheet {
  return {
    name: '未能核查',
    title: '未能核查的内容',
    note: '没有读出的内容、缺少数据而无法复算的指标、需要人工判断的指标、没有参与核对的数字。未列入问题，不等于没有问题。',
    frozenColumns: 2,
    columns: [
      { title: '单位', width: 22 },
      { title: '文件', width: 24 },
      { title: '类别', width: 14 },
      { title: '内容', width: 56 },
      { title: '原因或缺少的数据', width: 44 },
      { title: '位置', width: 30 },
    ],
    rows: [
      ...named(reports).flatMap(({ report, file }) =>
        unchecked(report, file).map((row) => [words(unitOf(report)), words(file), ...row.map(words)]),
      ),
      ...skipped.map((file) =>
        ['', shownNames(skipped).get(file) ?? file, '没有审核', file, '不是 Word 或 PDF 文件', ''].map(words),
      ),
      ...own.map((file) =>
        ['', shownNames(own).get(file) ?? file, '没有审核', file, '稽核此前写出的批注副本或审核意见', ''].map(
          words,
        ),
      ),
    ],
  };
}

/** The table that an item stands in. */
const tableWords = (where: Where): string => placeWords({ ...where, page: null, row: null, column: null });

/** Kind, content, reason and place of everything in a report that was not checked. */
function unchecked(report: ReportResult, file: string): string[][] {
  if (report.status === 'unreadable') return [['整份文件', file, report.reason ?? '', '']];
  const items = report.items.flatMap((item) => {
    if (item.status === 'unverifiable')
      return [['指标缺数据', item.indicator, needsWords(item) || '评分标准没有读懂', placeWords(item.where)]];
    return [];
  });
  const judged = report.items.filter(({ status }) => status === 'judgement');
  const judgement = [...new Set(judged.map(({ where }) => tableWords(where)))].map((place) => [
    '需人工判断',
    judged
      .filter(({ where }) => tableWords(where) === place)
      .map(({ indicator, where }) => `${indicator}${where.row === null ? '' : `（第${where.row}行）`}`)
      .join('、'),
    '评分标准要由人判断',
    place,
  ]);
  const figures = notChecked(report).map(({ figures: printed, reason, place }) => [
    '数字未核对',
    printed.join('、'),
    reason,
    place,
  ]);
  return [
    ...report.coverage.unread.map((sentence) => ['未读出', sentence, '', '']),
    ...items,
    ...judgement,
    ...figures,
  ];
}
