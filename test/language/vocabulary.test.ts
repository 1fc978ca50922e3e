import { describe, expect, it } from 'vitest';
import { EditedFileError } from '../../src/language/edited-file.ts';
import { LabelReader } from '../../src/language/labels.ts';
import { vocabulary } from '../../src/language/vocabulary.ts';
import { parseVocabulary } from '../../src/language/vocabulary-file.ts';

const labels = new LabelReader(vocabulary());

describe('labels', () => {
  it.each([
    ['2023年度收、支总计', 'total', null, '', ''],
    ['“三公”经费财政拨款支出决算为', 'three-public', 'outcome', 'fiscal', ''],
    ['本年度“三公经费”预算数', 'three-public', 'budget', '', ''],
    ['一般公共预算财政拨款支出年初预算为', 'expenditure', 'initial-budget', 'general-public', ''],
    ['财政拨款收入支出总计', 'total', null, 'fiscal', ''],
    ['因公出国（境）费支出决算', 'going-abroad', 'outcome', '', ''],
    ['公务用车购置及运行维护费支出决算为', 'official-vehicle', 'outcome', '', ''],
    ['机关编制人数', 'establishment-administrative', null, '', ''],
    ['社会保障和就业支出（类）', 'expenditure', null, '', '社会保障就业'],
    ['党员教育项目支出', 'project-expenditure', null, '', '党员教育'],
    ['调整后预算', null, 'adjusted-budget', '', ''],
    ['实际在用固定资产总额', 'fixed-assets-used', null, '', ''],
    ['上年末结转结余', 'opening-balance', null, '', ''],
  ] as const)('%s', (words, concept, aspect, scope, residual) => {
    const label = labels.read(words);
    expect([label.concept?.id ?? null, label.aspect, label.scope, label.residual]).toEqual([
      concept,
      aspect,
      scope,
      residual,
    ]);
  });

  it('tells a rate by its name', () => {
    expect(labels.read('由此算出在职人员控制率').rate?.id).toBe('staff-control');
    expect(labels.read('服务对象满意度').rate?.id).toBe('satisfaction-rate');
  });
});

const SMALL = `aspects:
  initial-budget: [年初预算]
  adjusted-budget: [调整预算]
  budget: [预算]
  outcome: [决算]
scopes:
  fiscal: [财政拨款]
fillers: [本年]
concepts:
  - id: income
    names: [收入合计]
    unit: money
rates: []
`;

describe('a bureau’s own vocabulary', () => {
  it('adds a word without code', () => {
    const own = parseVocabulary(SMALL.replace('[收入合计]', '[收入合计, 进账总数]'), 'own.yaml');
    expect(new LabelReader(own).read('本年进账总数').concept?.id).toBe('income');
  });

  it.each([
    ['unit: money', 'unit: gold', /第12行.*concepts 第1条 unit/u],
    ['names: [收入合计]', 'names: []', /第11行.*concepts 第1条 names/u],
    [
      '    unit: money',
      '    unit: money\n    parts: [[income, nothing]]',
      /第13行.*没有名为 nothing 的数量/u,
    ],
    ['rates: []', 'rates: [', /第\d+行：YAML 写法有误/u],
    ['fillers: [本年]', 'filler: [本年]', /fillers|filler/u],
  ])('names line and key of a mistake: %s → %s', (from, to, message) => {
    expect(() => parseVocabulary(SMALL.replace(from, to), 'own.yaml')).toThrow(EditedFileError);
    expect(() => parseVocabulary(SMALL.replace(from, to), 'own.yaml')).toThrow(message);
  });
});
