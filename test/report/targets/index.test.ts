import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../src/report/model.ts';
import { readOutline } from '../../../src/report/outline/index.ts';
import { matchGoals, readGoals } from '../../../src/report/targets/index.ts';
import type { Sketch } from '../../support/document.ts';
import { sketch } from '../../support/document.ts';

const goalsOf = (...parts: readonly Sketch[]) => {
  const { blocks } = sketch(...parts);
  const outline = readOutline(blocks.filter((block) => block.kind === 'paragraph'));
  return readGoals(
    outline,
    blocks.filter((block) => block.kind === 'table'),
  );
};
const told = (goal: Goal): string =>
  [goal.category, goal.name, goal.mention?.figure.raw ?? '', goal.claimedDone ?? ''].join('|');

describe('targets in prose', () => {
  test.each([
    ['（1）全年招录公务员8人。', ['数量指标|全年招录公务员|8人|']],
    ['（5）全年开展“我们的节日”活动7次。', ['数量指标|全年开展“我们的节日”活动|7次|']],
    ['举办培训8期，培训干部300人次。', ['数量指标|举办培训|8期|', '数量指标|培训干部|300人次|']],
    ['馆藏数字化49万页和归档检查37家。', ['数量指标|馆藏数字化|49万页|', '数量指标|归档检查|37家|']],
    [
      '救助儿童82名；改造家庭72家；核发残疾人证690本。',
      ['数量指标|救助儿童|82名|', '数量指标|改造家庭|72家|', '数量指标|核发残疾人证|690本|'],
    ],
    ['质量指标：合格率须达95%。', ['质量指标|合格率|95%|']],
    ['培训参与率95%以上。', ['数量指标|培训参与率|95%|']],
    ['单堂授课费不超过460元。', ['数量指标|单堂授课费|460元|']],
    ['干部队伍素质提升。', ['数量指标|干部队伍素质提升||']],
  ])('%s', (line, goals) => {
    expect(goalsOf('一、绩效目标', '1.数量指标', line).targets.map(told)).toEqual(goals);
  });
});

describe('results in prose', () => {
  test.each([
    ['（1）全年招录公务员8人，目标已完成。', ['|全年招录公务员|8人|true']],
    ['（2）编印读本5029本，如期完成。', ['|编印读本|5029本|true']],
    ['受访对象满意度86%，未达标。', ['|受访对象满意度|86%|false']],
    ['展品完好率实际值98%，已达标。', ['|展品完好率|98%|true']],
    ['单堂授课费实际为445元，较目标节约15元，如期完成。', ['|单堂授课费|445元|true']],
    ['（1）数量指标：改造基层社7家，如期完成。', ['数量指标|改造基层社|7家|true']],
    ['举办培训8期。目标已完成。', ['|举办培训|8期|true']],
    ['举办培训8期，基本完成目标。', ['|举办培训|8期|false']],
    ['举办培训8期。', ['|举办培训|8期|']],
    ['所设5个数量指标悉数达标。', []],
  ])('%s', (line, goals) => {
    expect(goalsOf('一、绩效目标完成情况', line).results.map(told)).toEqual(goals);
  });

  test('a sentence that repeats its target gives both', () => {
    const goals = goalsOf('一、绩效目标完成情况', '年初目标新设网点10处，实际完成7处，已完成。');
    expect(goals.targets.map(told)).toEqual(['|新设网点|10处|']);
    expect(goals.results.map(told)).toEqual(['|新设网点|7处|true']);
  });

  test('where the heading does not say it, the words do: 目标对照', () => {
    const goals = goalsOf(
      '一、目标设置',
      '1.数量指标',
      '（1）培训162名。',
      '二、目标对照',
      '1.数量指标',
      '（1）培训162名，已达标。',
      '（2）网点17处，已达标。',
    );
    expect(goals.targets).toHaveLength(1);
    expect(goals.results).toHaveLength(2);
  });

  test('problems, measures and the evaluation itself hold no goals', () => {
    const goals = goalsOf(
      '一、目标管理存在的问题',
      '有3个项目未完成。',
      '二、评价工作情况',
      '发放问卷300份。',
    );
    expect(goals).toEqual({ targets: [], results: [] });
  });
});

describe('tables', () => {
  test('a target and a result of one row are a pair, whatever the order of columns', () => {
    const { targets, results } = goalsOf([
      ['序号', '三级指标', '实际完成值', '年度指标值', '二级指标'],
      ['1', '修缮村道', '12.5公里', '≥12公里', '数量指标'],
      ['2', '村民满意度', '85%', '≥90%', '满意度'],
      ['', '合计', '', '', ''],
    ]);
    expect(targets.map(told)).toEqual(['数量指标|修缮村道|12公里|', '满意度|村民满意度|90%|']);
    expect(results.map(told)).toEqual(['数量指标|修缮村道|12.5公里|', '满意度|村民满意度|85%|']);
    expect(matchGoals(targets, results).pairs).toHaveLength(2);
  });

  test('a table of targets alone, with its header repeated on the next page', () => {
    const header = ['一级指标', '二级指标', '三级指标', '指标值'];
    const { targets } = goalsOf([
      header,
      [{ text: '产出', rows: 3 }, { text: '数量', rows: 3 }, '读者活动', '60场'],
      ['新购图书', '8000册'],
      ['新增读者', '多于去年'],
      header,
      ['效益', '满意度', '读者满意度', '≥92%'],
    ]);
    expect(targets.map((goal) => goal.mention?.figure.raw ?? null)).toEqual(['60场', '8000册', null, '92%']);
  });

  test('a table without such columns has no goals', () => {
    expect(
      goalsOf([
        ['科目', '决算数'],
        ['办公费', '12.00'],
      ]),
    ).toEqual({ targets: [], results: [] });
  });
});

describe('matching', () => {
  const pair = (targets: readonly string[], results: readonly string[]) => {
    const goals = goalsOf('一、绩效目标', ...targets, '二、绩效目标完成情况', ...results);
    const match = matchGoals(goals.targets, goals.results);
    return {
      pairs: match.pairs.map(({ target, result }) => [
        target.mention?.figure.raw,
        result.mention?.figure.raw,
      ]),
      unreported: match.unreported.length,
      unplanned: match.unplanned.length,
    };
  };

  test('by name, not by order', () => {
    expect(pair(['招录公务员8人。', '发展党员150人。'], ['发展新党员148人。', '招录公务员8人。'])).toEqual({
      pairs: [
        ['8人', '8人'],
        ['150人', '148人'],
      ],
      unreported: 0,
      unplanned: 0,
    });
  });

  test('a name told a little longer', () => {
    expect(
      pair(['开展党员教育、干部教育培训班8期。'], ['开展党员教育培训班、干部教育培训班8期。']).pairs,
    ).toHaveLength(1);
  });

  test('名 and 人 count alike, rates and money never meet counts', () => {
    expect(pair(['培训农产品经纪人66名。'], ['培训农产品经纪人72人。']).pairs).toHaveLength(1);
    expect(pair(['培训合格率95%。'], ['培训合格9500人。'])).toMatchObject({
      pairs: [],
      unreported: 1,
      unplanned: 1,
    });
  });

  test('no goals, no pairs', () => {
    expect(matchGoals([], [])).toEqual({ pairs: [], unreported: [], unplanned: [] });
  });
});
