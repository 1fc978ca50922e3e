import { describe, expect, it } from 'vitest';
import { jihe } from './stub.ts';

describe('rules and explain', () => {
  it('lists every rule with its severity and what it catches', async () => {
    const outcome = await jihe(['rules']);
    expect(outcome.status).toBe(0);
    expect(outcome.out).toMatch(/score\/total-vs-items\s+错误\s+得分合计不符\s+评分表的合计不等于各行之和/u);
  });

  it('lists them as JSON', async () => {
    const { out } = await jihe(['rules', '-f', 'json']);
    expect(JSON.parse(out)).toMatchObject([{ id: 'score/total-vs-items', severity: 'error' }]);
  });

  it('explains a rule with basis, example and limits', async () => {
    const { out, status } = await jihe(['explain', 'score/total-vs-items']);
    expect(status).toBe(0);
    for (const words of [
      '得分合计不符',
      '合计必须等于各行之和。',
      '合计 100，各行之和 96。',
      '有无法读出的行时不判断。',
    ])
      expect(out).toContain(words);
  });

  it('offers the rules whose id holds what was asked for', async () => {
    expect((await jihe(['explain', 'total'])).err).toContain('是否指 score/total-vs-items');
  });
});

describe('rubric try', () => {
  const tried = async (...argv: string[]): Promise<unknown> => {
    const { out, status } = await jihe(['rubric', 'try', ...argv, '-f', 'json']);
    expect(status).toBe(0);
    return JSON.parse(out);
  };
  const steps = ['--weight', '3', '--rule', '预算完成率95%以上计满分；每降低5%扣1分，扣完为止。'];

  it.each([
    ['96%', ['3']],
    ['0.96', ['3']],
    ['96', ['3']],
    ['88%', ['2', '1']],
    ['10%', ['0']],
  ])('a value of %s may get %j', async (value, admissible) => {
    expect(await tried(...steps, '--value', value)).toMatchObject({
      understood: true,
      kind: 'steps',
      admissible,
    });
  });

  it.each([
    ['处理时限≤2小时得5分，超过2小时的，每30分钟扣1分', '3小时', ['3']],
    ['15个工作日内办结得5分，每超1个工作日扣1分', '17天', ['3']],
    ['15个工作日内办结得5分，每超1个工作日扣1分', '17个工作日', ['3']],
    ['供水量≥3万吨得5分，每少0.1万吨扣0.5分', '2.8万吨', ['4']],
  ])('%s: %s in a unit of its own may get %j', async (rule, value, admissible) => {
    expect(await tried('--weight', '5', '--rule', rule, '--value', value)).toMatchObject({ admissible });
  });

  it('refuses a value in a unit of another kind, and finds nothing between two bands', async () => {
    const asked = (rule: string, value: string) =>
      jihe(['rubric', 'try', '--weight', '5', '--rule', rule, '--value', value]);
    expect((await asked('工期≤60天得5分，每超1天扣1分', '2个月')).err).toContain('单位');
    expect((await asked('80%以上得5分，80%以下得3分', '80%')).out).toContain('可得：5、3\n');
  });

  it('lists what the rule can give at all, without a value', async () => {
    expect(await tried(...steps)).toMatchObject({
      admissible: [],
      attainable: ['0', '1', '2', '3'],
      reading: expect.stringContaining('95%'),
    });
  });

  it('a proportion is continuous and has one score for a value', async () => {
    const rule = [
      '--weight',
      '10',
      '--rule',
      '得分=执行率×分值',
      '--name',
      '预算执行率',
      '--value',
      '80.45%',
    ];
    expect(await tried(...rule)).toMatchObject({ understood: true, admissible: ['8.045'], attainable: null });
  });

  it('a damaged rule is not understood, and not guessed', async () => {
    const damaged = await tried('--weight', '3', '--rule', '预算完成率W95%，计3分');
    expect(damaged).toMatchObject({ understood: false, kind: null, admissible: [], attainable: null });
    const { out, status } = await jihe(['rubric', 'try', '--weight', '3', '--rule', '预算完成率W95%，计3分']);
    expect(status).toBe(0);
    expect(out).toContain('没有读懂');
  });

  it('a value that is no number is refused', async () => {
    const outcome = await jihe(['rubric', 'try', ...steps, '--value', '很高']);
    expect(outcome.status).toBe(2);
    expect(outcome.err).toContain('--value 应为数值');
  });
});
