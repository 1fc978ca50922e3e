import { expect, it } from 'vitest';
import { auditDocument } from '../../src/audit.ts';
import { NOWHERE } from '../../src/documents/model.ts';
import { sketch } from '../support/document.ts';

it('figures of footnotes are told as not checked, those of page headers are no figures of the report', async () => {
  const line = (text: string, stratum: 'footnote' | 'header') => ({
    kind: 'paragraph' as const,
    text,
    number: null,
    headingLevel: null,
    stratum,
    where: NOWHERE,
  });
  const document = {
    ...sketch('2023年度临溪区文化馆部门整体支出绩效自评报告', '2023年支出合计980.00万元。'),
    furniture: [line('其中含上年结转12.30万元。', 'footnote'), line('第3页 共9页', 'header')],
  };
  const { coverage } = await auditDocument(document, {});
  expect(coverage.figures.seen).toBe(2);
  expect(coverage.notChecked?.filter(({ reason }) => reason.includes('脚注'))).toEqual([
    { text: '12.30万元', reason: '写在脚注或尾注里，没有核对', where: NOWHERE },
  ]);
});
