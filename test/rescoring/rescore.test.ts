import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { sketch } from '../support/document.ts';

const TITLE = '2023年度青岚区林业局整体支出绩效自评报告';
const HEAD = ['一级指标', '三级指标', '分值', '指标解释', '评分标准', '得分'];

/** The verdict on a table of one computed indicator (and a filler row) under the paragraphs given. */
function verdict(
  row: { name: string; weight: string; explanation?: string; rule: string; score: string },
  ...paragraphs: string[]
) {
  const report = readReport(
    sketch(TITLE, ...paragraphs, [
      HEAD,
      ['过程', row.name, row.weight, row.explanation ?? '', row.rule, row.score],
      ['产出', '工作质量', '50', '', '视实际成效打分。', '50'],
      [{ text: '合计', cols: 2 }, String(50 + Number(row.weight)), '', '', String(50 + Number(row.score))],
    ]),
  );
  const [item] = rescore(report, null).items;
  if (!item) throw new Error('no indicator was read');
  return item;
}

const STAFF = {
  name: '在职人员控制率',
  weight: '5',
  explanation: '在职人员控制率=（在职人员数/编制数）×100%。',
  rule: '在职人员控制率≤100%，得5分；每超过一个百分点扣0.5分，扣完为止。',
};

describe('an indicator with a formula', () => {
  it('is confirmed from the figures of the text', () => {
    const item = verdict({ ...STAFF, score: '5' }, '我局编制数45人，年末在职人员43人。');
    expect(item.status).toBe('confirmed');
    expect(item.value?.toFixed(4)).toBe('0.9556');
    expect(item.trace.join()).toContain('43 ÷ 45 = 95.56%');
  });

  it('is contradicted when no reading of the rule gives the claim', () => {
    // 48/45 = 106.67%: six whole points or seven started ones cost 3 or 3.5.
    const item = verdict({ ...STAFF, score: '5' }, '我局编制数45人，年末在职人员48人。');
    expect(item.status).toBe('contradicted');
    expect(item.admissible?.scores?.map(String)).toEqual(['1.5', '2']);
  });

  it.each(['2', '1.5', '1.67'])('admits %s: whole, started and pro rata steps', (score) => {
    expect(verdict({ ...STAFF, score }, '我局编制数45人，年末在职人员48人。').status).toBe('confirmed');
  });

  it('is unverifiable without its figures, and says which are missing and what the claim implies', () => {
    const item = verdict({ ...STAFF, score: '5' }, '我局编制数45人。');
    expect(item.status).toBe('unverifiable');
    expect(item.needs).toEqual(['在职人员数']);
    expect(item.trace.join()).toContain('不高于100%');
  });
});

describe('an indicator whose rate is stated', () => {
  const ROW = { name: '预算执行率', weight: '10', rule: '得分=预算执行率×10，最高10分。' };
  it('takes the stated rate', () => {
    expect(verdict({ ...ROW, score: '9.35' }, '全年预算执行率为93.50%。').status).toBe('confirmed');
    expect(verdict({ ...ROW, score: '10' }, '全年预算执行率为93.50%。').status).toBe('contradicted');
  });
  it('does not take last year’s rate or a target for it', () => {
    expect(verdict({ ...ROW, score: '10' }, '上年预算执行率为93.50%。').status).toBe('unverifiable');
    expect(verdict({ ...ROW, score: '10' }, '预算执行率须达95%。').status).toBe('unverifiable');
  });
});

describe('satisfaction', () => {
  const ROW = {
    name: '社会公众或服务对象满意度',
    weight: '5',
    rule: '≥90%，得5分；每降低1%，扣0.5分，扣完为止。',
  };
  it('is rescored whoever was asked', () => {
    expect(verdict({ ...ROW, score: '5' }, '经问卷调查，群众满意度为93%。').status).toBe('confirmed');
    expect(verdict({ ...ROW, score: '5' }, '经问卷调查，群众满意度为84%。').status).toBe('contradicted');
  });
});

describe('level words', () => {
  const ROW = { name: '行政效能', weight: '3', rule: '优秀计3分，良好计2分，合格计1分，不合格计0分。' };
  it.each([
    ['3', '2023年度综合考核，我局被评为优秀等次。', 'confirmed'],
    ['3', '2023年度综合考核，我局被评为良好等次。', 'contradicted'],
    ['3', '2023年度综合考核不合格。', 'unverifiable'],
    ['3', '上年度综合考核被评为良好等次。', 'unverifiable'],
    ['3', '全年组织干部考核8次，完成情况优秀。', 'unverifiable'],
  ])('%s with %s: %s', (score, sentence, status) => {
    expect(verdict({ ...ROW, score }, sentence).status).toBe(status);
  });
});

describe('a rule that is not understood', () => {
  it('is said to be so and decides nothing', () => {
    const item = verdict(
      { name: '预算完成率', weight: '3', rule: '预算完成率W95%，得3分；每降低5%Q1分。', score: '3' },
      '预算完成率为50%。',
    );
    expect(item.status).toBe('unverifiable');
    expect(item.needs.join()).toContain('未能读懂');
  });
});
