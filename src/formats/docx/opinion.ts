import { SEVERITY_WORDS } from '../../checks/rule.js';
import { AUTHOR } from '../../documents/ooxml/own-output.js';
import { stateWords } from '../gravity.js';
import { groupedByRule, type RuleGroup } from '../groups.js';
import { contentTypes, pack, relationships, XML_HEAD } from '../ooxml/package.js';
import { quoteLines, quoteWords } from '../quotes.js';
import { type FindingResult, openFindings, type ReportResult } from '../result.js';
import { countWords, coverageLines, kindWords, nothingFound, sidesWords, verifiedWords } from '../words.js';
import { escaped } from '../xml.js';

/** Who wrote the file, so that the next audit of the folder knows it for no report. */
const CORE_PART = 'docProps/core.xml';
const CORE_TYPE = { [CORE_PART]: 'application/vnd.openxmlformats-package.core-properties+xml' };
const CORE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A 审核意见 of its own, for reports that cannot carry comments (PDF, .doc): findings with quotes and places. */
export function opinion(report: ReportResult, now: Date | null): Uint8Array {
  const body = [
    title('绩效自评报告审核意见'),
    factsTable(report),
    ...findingParts(report),
    heading('核查范围'),
    ...coverageLines(report).map((line) => text(line)),
    text('以上问题由程序按报告中的数字核对得出，两处数字以哪一处为准，由单位核实后确定。'),
    ...(now === null
      ? []
      : [text(`生成日期：${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`)]),
  ];
  return pack({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': 'wordprocessingml.document.main' }, CORE_TYPE),
    '_rels/.rels': relationships(
      [{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }],
      [{ id: 'rId2', type: CORE_RELATION, target: CORE_PART }],
    ),
    [CORE_PART]: `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>绩效自评报告审核意见</dc:title><dc:creator>${AUTHOR}</dc:creator></cp:coreProperties>`,
    'word/document.xml': `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1474" w:bottom="1587" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  });
}

function factsTable(report: ReportResult): string {
  const { score } = report;
  const rows = [
    ['单位', report.unit ?? '未读出', '年度', String(report.year ?? '未读出')],
    ['文件', report.file.split(/[\\/]/u).at(-1) ?? '', '类型', kindWords(report)],
    ['文中得分', score.narrative ?? '—', '自评等级', score.grade ?? '—'],
    ['合计得分', score.tableTotal ?? '—', '可核实区间', verifiedWords(score)],
    ['各行之和', score.itemSum ?? '—', '可支持等级', score.verifiedGrades.join('、') || '—'],
    ['审核结果', countWords(report), '阅读情况', stateWords(report)],
  ];
  return table([1500, 3300, 1600, 2400], rows);
}

function findingParts(report: ReportResult): string[] {
  const findings = openFindings(report);
  if (findings.length === 0) return [heading('审核结果'), text(nothingFound(report))];
  let ordinal = 0;
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    return [
      heading(`${SEVERITY_WORDS[severity]}（${group.length} 条）`),
      ...groupedByRule(group).flatMap((same) => {
        if (!same.together) return same.findings.flatMap((finding) => findingPart(finding, ++ordinal));
        ordinal += same.findings.length;
        return groupPart(same, ordinal - same.findings.length + 1, ordinal);
      }),
    ];
  });
}

function findingPart(finding: FindingResult, ordinal: number): string[] {
  const sides = sidesWords(finding);
  return [
    subheading(`${ordinal}. ${finding.title}`),
    text(finding.message),
    ...(sides === '' ? [] : [text(`对照：${sides}`)]),
    ...quoteLines(finding.evidence).map((line) => text(`原文：${quoteWords(line, 300)}`)),
    ...(finding.basis === '' ? [] : [text(`依据：${finding.basis}`)]),
    ...(finding.suggestion === '' ? [] : [text(`建议：${finding.suggestion}`)]),
  ];
}

const groupPart = ({ first, findings, suggestion }: RuleGroup, from: number, to: number): string[] => [
  subheading(`${from}—${to}. ${first.title}`),
  ...findings.map((finding) => text(finding.message)),
  ...(suggestion === '' ? [] : [text(`建议：${suggestion}`)]),
];

const paragraph = (properties: string, content: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

const run = (words: string, font: string, halfPoints: number, bold: boolean): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${halfPoints}"/></w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;

const title = (words: string): string =>
  paragraph('<w:spacing w:after="300"/><w:jc w:val="center"/>', run(words, '宋体', 40, true));

const heading = (words: string): string =>
  paragraph('<w:keepNext/><w:spacing w:before="300" w:after="100"/>', run(words, '黑体', 30, false));

const subheading = (words: string): string =>
  paragraph('<w:keepNext/><w:spacing w:before="160" w:after="40"/>', run(words, '宋体', 26, true));

const text = (words: string): string =>
  paragraph(
    '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:left="260"/>',
    run(words, '宋体', 24, false),
  );

function table(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8A96"/>`)
    .join('');
  const cell = (words: string, at: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${at % 2 === 0 ? '<w:shd w:val="clear" w:color="auto" w:fill="EEF3F8"/>' : ''}<w:vAlign w:val="center"/></w:tcPr>${paragraph('<w:spacing w:before="60" w:after="60"/>', run(words, '宋体', 22, at % 2 === 0))}</w:tc>`;
  const body = rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map(cell).join('')}</w:tr>`);
  const width = widths.reduce((sum, one) => sum + one, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`;
}
