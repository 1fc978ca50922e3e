import { describe, expect, it } from 'vitest';
import { sketch } from '../../support/document.ts';
import { found } from '../score/rules.ts';

const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';

describe('grade/vs-score at the ends of bands', () => {
  it.each([
    ['90', '优', []],
    ['89.99', '优', ['error grade/vs-score 优→良']],
    ['80', '良', []],
    ['79.9', '良', ['error grade/vs-score 良→中']],
    ['60', '中', []],
    ['59', '中', ['error grade/vs-score 中→差']],
    ['100', '优秀', []],
    ['85', '合格', ['error grade/vs-score 合格→良好']],
  ] as const)('%s分 %s', async (score, grade, expected) => {
    expect(await found(sketch(TITLE, `自评得分${score}分，评价结果为“${grade}”。`))).toEqual(expected);
  });

  it('the printed scale decides', async () => {
    const scale = '95分及以上为优，85分（含）至95分为良，60分（含）至85分为中，60分以下为差。';
    expect(await found(sketch(TITLE, scale, '自评得分92分，评价结果为“优”。'))).toEqual([
      'error grade/vs-score 优→良',
    ]);
    expect(await found(sketch(TITLE, scale, '自评得分92分，评价结果为“良”。'))).toEqual([]);
  });
});
