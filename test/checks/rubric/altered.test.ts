import { describe, expect, it } from 'vitest';
import altered from '../../../src/checks/rubric/altered.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { runRules } from '../../../src/checks/run.ts';
import { parseRubric } from '../../../src/rubric/file.ts';
import { auditOf } from '../../support/audit.ts';
import { type Sketch, sketch } from '../../support/document.ts';

const ISSUED = parseRubric(
  `id: qingyuan-2023
title: 青源县2023年度评分标准
indicators:
  - group: [过程]
    name: “三公经费”控制率
    weight: 10
    rule: “三公经费”控制率≤100%，得10分；每超过5%，扣1分，扣完为止。
  - group: [过程]
    name: 管理制度健全性
    weight: 10
    rule: ①制度健全，得5分；②执行有效，得5分。
  - group: [产出]
    name: 实际完成率
    weight: null
    sharedWeight: 60
    rule: ''
  - group: [产出]
    name: 质量达标率
    weight: null
    sharedWeight: 60
    rule: ''
  - group: [效果]
    name: 社会公众满意度
    weight: 20
    rule: ≥90%，得20分；每降低1%，扣1分，扣完为止。
`,
  'qingyuan.yaml',
);

type Row = readonly [group: string, name: string, weight: string, rule: string];
const ROWS: readonly Row[] = [
  ['过程', '“三公经费”控制率', '10', '“三公经费”控制率≤100%，得10分；\n每超过5%，扣1分，扣完为止。'],
  ['过程', '管理制度健全性', '10', '①制度健全，得5分；②执行有效，得5分。'],
  ['产出', '实际完成率', '30', '按完成情况计分。'],
  ['产出', '质量达标率', '30', '按完成情况计分。'],
  ['效果', '社会公众满意度', '20', '≥90%，得20分；每降低1%，扣1分，扣完为止。'],
];

async function told(change: (rows: Row[]) => Row[], issued: typeof ISSUED | null = ISSUED) {
  const table: Sketch = [
    ['一级指标', '三级指标', '分值', '评分标准', '得分'],
    ...change([...ROWS]).map((row) => [...row, row[2]]),
  ];
  const audit = auditOf(sketch('2023年度青源县供销社部门整体支出绩效自评报告', table));
  const rules = [altered] as unknown as readonly Rule[];
  const findings = await runRules(rules, { ...audit, issued });
  return findings.map((f) => `${f.severity} ${f.message}`);
}

const replaced = (at: number, to: Partial<Record<1 | 2 | 3, string>>) => (rows: Row[]) =>
  rows.map((row, i): Row => (i === at ? [row[0], to[1] ?? row[1], to[2] ?? row[2], to[3] ?? row[3]] : row));

describe('rubric/altered', () => {
  it('is silent without an issued rubric, and on a table that follows it', async () => {
    expect(await told((rows) => rows.slice(1), null)).toEqual([]);
    // 60 shared over two rows and 30 each are the same; so is a rule that the bureau left open.
    expect(await told((rows) => rows)).toEqual([]);
  });

  it.each([
    ['line breaks and signs', replaced(0, { 3: '"三公经费"控制率≦100％,得10分;每超过5%,扣1分,扣完为止' })],
    ['quotes in a name', replaced(0, { 1: '三公经费控制率' })],
    ['the weight with its decimals', replaced(1, { 2: '10.0' })],
    ['a rule left out', replaced(4, { 3: '' })],
    [
      'the same scores in other words',
      replaced(4, { 3: '满意度90%及以上得20分，每低1个百分点扣1分，扣完为止。' }),
    ],
  ])('is silent on %s', async (_what, change) => {
    expect(await told(change)).toEqual([]);
  });

  it.each<[string, (rows: Row[]) => Row[], RegExp[]]>([
    ['a weight', replaced(1, { 2: '12' }), [/“管理制度健全性”的分值：报告印12分.*为10分/u]],
    [
      'a threshold',
      replaced(4, { 3: '≥85%，得20分；每降低1%，扣1分，扣完为止。' }),
      [/“社会公众满意度”的评分标准.*≥85%.*≥90%/u],
    ],
    ['an indicator left out', (rows) => rows.slice(0, 4), [/“社会公众满意度”（20分），报告的评分表中没有/u]],
    [
      'an indicator of its own',
      (rows) => [...rows, ['效果', '创新加分', '5', '酌情打分。']],
      [/评分表中有“创新加分”（5分），下发的.*中没有/u],
    ],
    [
      'a name that says something else',
      replaced(4, { 1: '内部职工满意度' }),
      [/“社会公众满意度”（20分），报告的评分表中没有/u, /“内部职工满意度”（20分），下发的/u],
    ],
    [
      'parts of a shared weight',
      replaced(3, { 2: '40' }),
      [/实际完成率|质量达标率/u, /实际完成率|质量达标率/u],
    ],
  ])('tells of %s', async (_what, change, messages) => {
    const found = await told(change);
    expect(found).toHaveLength(messages.length);
    for (const [i, message] of messages.entries()) expect(found[i]).toMatch(message);
    expect(found.every((line) => line.startsWith('error '))).toBe(true);
  });
});
