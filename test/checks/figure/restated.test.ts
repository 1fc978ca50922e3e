import { describe, expect, it } from 'vitest';
import { auditText } from '../../support/figures.ts';

const found = (...paragraphs: readonly string[]): readonly string[] =>
  auditText(paragraphs)
    .findings.filter((finding) => finding.rule === 'figure/restated')
    .map((finding) => `${finding.severity} ${finding.claimed} ${finding.expected}`);

describe('one quantity told twice', () => {
  it.each<readonly [readonly string[], ...string[]]>([
    [['2023年度支出合计752.48万元。', '2023年支出合计752.48万元。']],
    [['2023年度支出合计752.48万元。', '2023年支出合计725.48万元。'], 'error 725.48万元 752.48万元'],
    [['2023年度支出合计752.48万元。', '2022年支出合计725.48万元。']],
    [['2023年度支出合计752.48万元。', '2023年财政拨款支出合计725.48万元。']],
    [['2023年度支出合计752.48万元。', '2023年支出合计752.5万元。']],
    [['2023年度支出合计752.48万元。', '2023年支出合计752.6万元。'], 'error 752.6万元 752.48万元'],
    [['2023年度支出合计752.48万元。', '2023年支出合计7524800元。']],
    [['2023年度支出合计752.48万元。', '2023年支出合计752.49万元。'], 'notice 752.49万元 752.48万元'],
    [['“三公”经费预算2万元。', '“三公”经费支出1万元。']],
    [['在职人员43人。', '在职人员44人。'], 'error 44人 43人'],
    [['在职人员43人。', '实有人数44人。'], 'warning 44人 43人'],
    [['在职人员43人。', '2022年12月31日在职人员44人。']],
    [['基本支出约600万元。', '基本支出668.89万元。']],
    [['服务对象满意度须达90%。', '服务对象满意度93%。']],
    [['甲项目年初预算50万元。', '年初预算500万元。']],
  ])('%j', (paragraphs, ...expected) => {
    expect(found(...paragraphs)).toEqual(expected);
  });
});
