import { describe, expect, it } from 'vitest';
import { shownNames } from '../../src/formats/files.ts';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { byGravity, mainProblems, stateWords } from '../../src/formats/gravity.ts';
import { md, text } from '../../src/formats/index.ts';
import { notChecked } from '../../src/formats/not-checked.ts';
import { auditResult, unreadableReport } from '../../src/formats/result.ts';
import {
  expectedWords,
  itemValueWords,
  needsWords,
  possibleWords,
  sidesWords,
  skippedLine,
  summaryLine,
} from '../../src/formats/words.ts';
import { at, finding, item, report } from '../support/result.ts';

const unread = (given: string[]) => ({ ...report().coverage, unread: given });
const scan = report({
  file: '扫描.pdf',
  unit: null,
  items: [],
  findings: [finding({ rule: 'read/no-text', title: '页面无法读取' })],
  coverage: { ...unread(['第1页没有文字']), figures: { seen: 0, understood: 0, checked: 0 } },
});
const partly = report({ findings: [], coverage: unread(['第5页没有文字']) });
const broken = unreadableReport('坏.docx', '文件已损坏。');

describe('what a list calls a file', () => {
  it.each([
    [['甲/a.docx', '甲/b.docx'], 'a.docx b.docx'],
    [['镇/临江/自评.docx', '镇/望山/自评.docx', '县/b.pdf'], '临江/自评.docx 望山/自评.docx b.pdf'],
    [['C:\\甲\\自评.docx', 'C:\\乙\\自评.docx'], '甲/自评.docx 乙/自评.docx'],
    [['自评.docx', '甲/自评.docx'], '自评.docx 甲/自评.docx'],
    [['a.docx', 'a.docx'], 'a.docx a.docx'],
    [['./a.docx', 'a.docx'], './a.docx a.docx'],
  ])('%j', (files, expected) => {
    const names = shownNames(files);
    expect(files.map((file) => names.get(file)).join(' ')).toBe(expected);
  });
});

describe('how far each report was audited, and why it stands where it does', () => {
  it('never counts as audited what was not read', () => {
    expect([broken, scan, partly, report()].map(stateWords)).toEqual([
      '无法审核',
      '没有读出',
      '部分未读',
      '已审',
    ]);
    expect(summaryLine(auditResult([broken, scan, partly, report()]))).toContain(
      '共 4 份报告：已审 3 份（其中 1 份没有读出文字，1 份有内容未读出），无法审核 1 份；',
    );
    expect(summaryLine(auditResult([report()]))).toContain('已审 1 份，无法审核 0 份');
  });

  it('puts the gravest first and names its problems', () => {
    const two = report({
      unit: '乙',
      findings: [finding(), finding(), finding({ title: '占比不符' }), finding({ severity: 'warning' })],
    });
    const order = byGravity([report({ findings: [] }), two, broken, report(), scan], (one) => one);
    expect(order.map(mainProblems)).toEqual([
      '文件已损坏。',
      '没有读出文字（扫描件或图片），内容没有审核',
      '得分合计不符2处、占比不符',
      '得分合计不符',
      '',
    ]);
    const many = report({
      findings: ['甲', '乙', '丙', '丁', '戊', '己'].map((title) => finding({ title })),
    });
    expect(mainProblems(many)).toBe('甲、乙、丙、丁、戊等6类');
  });

  it('a batch in text ends with its gravest reports, in Markdown begins with all of them', async () => {
    const result = auditResult([report({ findings: [] }), report({ file: '乙.docx', unit: '乙' }), broken]);
    const lines = String(await text.render(result, DEFAULT_FORMAT_OPTIONS)).split('\n');
    const from = lines.indexOf('有问题的报告，最重的在前');
    expect(lines.slice(from + 1, from + 4).map((line) => line.trim().replace(/ +/gu, ' '))).toEqual([
      '错误 疑点 单位 主要问题',
      '— — 坏.docx 【无法审核】文件已损坏。',
      '1 0 乙 得分合计不符',
    ]);
    const page = String(await md.render(result, DEFAULT_FORMAT_OPTIONS));
    expect(page.match(/^\| .* \|$/gmu)?.slice(0, 5)).toEqual([
      '| 单位 | 文件 | 错误 | 疑点 | 提示 | 主要问题 |',
      '| --- | --- | ---: | ---: | ---: | --- |',
      '| 未读出 | 坏.docx | — | — | — | 【无法审核】文件已损坏。 |',
      '| 乙 | 乙.docx | 1 | 0 | 0 | 得分合计不符 |',
      '| 武岭区档案馆 | 武岭区档案馆.docx | 0 | 0 | 0 |  |',
    ]);
    const one = String(await text.render(auditResult([report()]), DEFAULT_FORMAT_OPTIONS));
    expect(one).not.toContain('最重的在前');
  });

  it('tells what lay in the folders and was not looked at', () => {
    expect(skippedLine(auditResult([report()]))).toBe('');
    expect(skippedLine(auditResult([report()], ['甲/表.xlsx', '乙/图.jpg']))).toBe(
      '另有 2 个文件不是 Word 或 PDF，没有审核：表.xlsx、图.jpg',
    );
  });
});

describe('both sides of a finding', () => {
  it.each([
    ['score/total-vs-items', '100', '96', '报告写 100，核得 96', '96'],
    [
      'figure/restated',
      '411.95万元',
      '414.35万元',
      '一处写 411.95万元，另一处写 414.35万元',
      '另一处写414.35万元',
    ],
    ['read/tracked-changes', '', '92.5', '接受修订为 （空），拒绝修订为 92.5', '拒绝修订为92.5'],
    ['score/unsupported', '3', null, '', null],
    ['text/missing-section', null, '改进措施', '应有 改进措施', '改进措施'],
  ])('%s', (rule, claimed, expected, sides, shown) => {
    const given = finding({ rule, claimed, expected });
    expect(sidesWords(given)).toBe(sides);
    expect(expectedWords(given)).toBe(shown);
  });
});

describe('an item in words', () => {
  it('its possible scores, its value, what it lacks', () => {
    expect(possibleWords(item({ admissible: ['0', '1'] }))).toBe('0或1');
    expect(possibleWords(item({ admissible: [], possible: { low: '7.9481', high: '7.9529' } }))).toBe('7.95');
    expect(possibleWords(item({ admissible: [], possible: { low: '4', high: '5' } }))).toBe('4～5');
    expect(possibleWords(item({ admissible: [], possible: null }))).toBe('');
    expect(itemValueWords(item({ value: '0.9556', isRate: true }))).toBe('95.56%');
    expect(itemValueWords(item({ value: '12' }))).toBe('12');
    expect(itemValueWords(item({ value: null }))).toBe('');
    expect(needsWords(item({ needs: ['在职人员数'] }))).toBe('缺：在职人员数');
    expect(needsWords(item({ needs: ['评分标准未能读懂：没有数字'] }))).toBe('评分标准未能读懂：没有数字');
  });
});

describe('figures that were not checked', () => {
  it('those of one section and reason are told together', () => {
    const figure = (text: string, paragraph: number, reason = '未能识别其含义') => ({
      text,
      reason,
      where: at({ section: '一、概况', paragraph }),
    });
    const given = report({
      coverage: {
        ...report().coverage,
        notChecked: [figure('31人', 4), figure('21人', 5), figure('8个', 6, '没有可与之核对的数')],
      },
    });
    expect(notChecked(given)).toEqual([
      { place: '一、概况', reason: '未能识别其含义', figures: ['31人（第4段）', '21人（第5段）'] },
      { place: '一、概况', reason: '没有可与之核对的数', figures: ['8个（第6段）'] },
    ]);
  });
});
