import { describe, expect, it } from 'vitest';
import { auditDocument } from '../src/audit.ts';
import { reportsIn } from '../src/report/annexed-reports.ts';
import { sketch } from './support/document.ts';

const UNIT = [
  '2023年度柳泉区文化馆部门整体支出绩效自评报告',
  '一、部门概况',
  '2023年度项目支出541.09万元。',
  '二、自评结论',
  '2023年度部门整体支出绩效自评得分95分，等级为“优”。',
] as const;
const PROJECT = [
  '2023年度文化下乡项目支出绩效自评报告',
  '填报单位：柳泉区文化馆',
  '一、项目概况',
  '项目支出66.16万元，其中：演出费40.16万元，设备费26.00万元。',
  '二、自评结论',
  '项目绩效自评得分88分，等级为“良”。',
] as const;
const rules = async (...lines: readonly string[]) =>
  (await auditDocument(sketch(...lines))).findings.map(({ rule }) => rule);

describe('reports on projects behind a unit’s report', () => {
  it('are read on their own: their money and their score are not the unit’s', async () => {
    expect(reportsIn(sketch(...UNIT, ...PROJECT))).toHaveLength(2);
    const result = await auditDocument(sketch(...UNIT, ...PROJECT));
    expect(result.findings).toEqual([]);
    expect(result.score).toMatchObject({ narrative: '95', grade: '优' });
    expect(result.kind).toBe('department');
  });

  it('are audited too, and their figures counted', async () => {
    const wrong = PROJECT.map((line) => line.replace('26.00', '27.00'));
    expect(await rules(...UNIT, ...wrong)).toEqual(['figure/sum']);
    const { figures } = (await auditDocument(sketch(...UNIT, ...PROJECT))).coverage;
    const alone = (await auditDocument(sketch(...UNIT))).coverage.figures;
    expect(figures.seen).toBe(alone.seen + 4);
  });

  it('one after the other', () => {
    expect(reportsIn(sketch(...UNIT, ...PROJECT, ...PROJECT)).map(({ blocks }) => blocks.length)).toEqual([
      5, 6, 6,
    ]);
  });

  it.each([
    [
      'a title in a list of annexes',
      [...UNIT, '附件：1.文化下乡项目支出绩效自评报告', '2.场馆维修项目支出绩效自评报告'],
    ],
    ['a report named in a sentence', [...UNIT, '我馆另编有文化下乡项目支出绩效自评报告。', ...UNIT.slice(1)]],
    ['a contents page', [UNIT[0], '一、部门概况', '文化下乡项目支出绩效自评报告', ...UNIT]],
    ['a report on a project alone, its title told twice', [PROJECT[0], ...PROJECT.slice(1), ...PROJECT]],
  ])('not in %s', (_name, lines) => expect(reportsIn(sketch(...lines))).toHaveLength(1));

  it('contradictions within the unit’s report are found as before', async () => {
    expect(await rules(...UNIT, '三、其他', '2023年度项目支出540.09万元。', ...PROJECT)).toEqual([
      'figure/restated',
    ]);
  });
});
