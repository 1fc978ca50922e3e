import { describe, expect, it } from 'vitest';
import tableTotal from '../../src/checks/figure/table-total.ts';
import impossibleDate from '../../src/checks/period/impossible-date.ts';
import type { Rule } from '../../src/checks/rule.ts';
import type { Document, Paragraph } from '../../src/documents/model.ts';
import { NOWHERE } from '../../src/documents/model.ts';
import { findingsOf } from '../support/audit.ts';
import { sketch } from '../support/document.ts';

const wrongTotal = sketch('单位：万元', [
  ['采购类别', '金额'],
  ['货物', '10.00'],
  ['工程', '20.00'],
  ['服务', '30.00'],
  ['合计', '61.00'],
]);
const guessed: Document = {
  ...wrongTotal,
  blocks: wrongTotal.blocks.map((block) =>
    block.kind === 'table' ? { ...block, gridCertain: false } : block,
  ),
};

/** A rule that says something of the table's first cell, whatever stands there. */
const anything: Rule = {
  ...tableTotal,
  *check({ report }) {
    const cell = report.tables[0]?.cells[0];
    if (cell)
      yield { data: null, evidence: [{ text: cell.text, where: cell.where }], claimed: null, expected: null };
  },
  message: () => '不符',
  suggestion: () => '核对',
};

describe('running rules', () => {
  it('proves nothing from a table whose columns were guessed', async () => {
    expect((await findingsOf([anything], wrongTotal)).map((f) => f.severity)).toEqual(['error']);
    expect((await findingsOf([anything], guessed)).map((f) => f.severity)).toEqual(['warning']);
  });

  it('nor from one without borders behind which a row of it stands as a line, nor from that line', async () => {
    const where = { ...NOWHERE, table: 1 };
    const inferred = (line: string): Document => ({
      ...sketch('单位：万元', [['甲', '乙']], line, '2023年13月。'),
      losses: [{ kind: 'layout', message: '行列按对齐位置推断', quote: '', pages: [], where }],
    });
    const severities = async (rule: Rule, line: string) =>
      (await findingsOf([rule], inferred(line))).map((f) => f.severity);
    expect(await severities(anything, '公众满意度 10 2023年13月 9.5')).toEqual(['warning']);
    expect(await severities(impossibleDate as Rule, '公众满意度 10 2023年13月 9.5')).toEqual([
      'error',
      'warning',
    ]);
    expect(await severities(anything, '三、存在问题')).toEqual(['error']);
  });

  it('says once what every page header repeats', async () => {
    const header = (ordinal: number): Paragraph => ({
      kind: 'paragraph',
      text: '2023年13月',
      number: null,
      headingLevel: null,
      stratum: 'header',
      where: { ...NOWHERE, paragraph: 100 + ordinal },
    });
    const furniture = [header(1), header(2)];
    const found = await findingsOf([impossibleDate as Rule], { ...sketch('前言。'), furniture });
    expect(found.map(({ claimed }) => claimed)).toEqual(['2023年13月']);
    // The same words in two paragraphs are two places.
    const twice = await findingsOf([impossibleDate as Rule], sketch('2023年13月。', '2023年13月。'));
    expect(twice).toHaveLength(2);
  });

  it('gives a finding the same fingerprint whatever stands around it', async () => {
    const [one] = await findingsOf([tableTotal as Rule], wrongTotal);
    const [other] = await findingsOf([tableTotal as Rule], {
      ...wrongTotal,
      blocks: [...sketch('前言。').blocks, ...wrongTotal.blocks],
    });
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/u);
    expect(other?.fingerprint).toBe(one?.fingerprint);
  });
});
