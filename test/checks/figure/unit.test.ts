import { expect, it } from 'vitest';
import unit from '../../../src/checks/figure/unit.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { findingsOf } from '../../support/audit.ts';
import { sketch } from '../../support/document.ts';
import { sentencesOf } from './rows.ts';

sentencesOf(
  'figure/unit',
  [
    ['慰问120人×300元/人=3.6元。', '3.6元→36000元'],
    [
      '支出决算2,135万元。其中：人员支出1,281万元，占60%；公用支出213.5万元，占10%；专项支出640.5元，占30%。',
      '640.5元→640.5万元',
    ],
    ['国内公务接待支出0.39万（含外事接待）。', '0.39万→0.39万元'],
  ],
  [
    '慰问120人×300元/人=3.6万元。',
    '接待52批次、468人次，人均77.78元。',
    '受益人口6.8万人，户籍人口7.3万人。',
  ],
);

it('a line of a PDF that ends with 万 may go on with 元', async () => {
  const document = sketch('其中：公务接待费2.11万', '元，公务用车运行维护费3.20万元。');
  const claimed = async (carrier: 'pdf' | 'docx') =>
    (await findingsOf([unit as unknown as Rule], { ...document, carrier })).map((finding) => finding.claimed);
  expect(await claimed('pdf')).toEqual([]);
  expect(await claimed('docx')).toEqual(['2.11万']);
});
