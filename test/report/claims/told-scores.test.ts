import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/report/index.ts';
import { type Sketch, sketch } from '../../support/document.ts';

/** Name, full mark and score of each told part; `*` marks what is told amid words on a project. */
const told = (...parts: readonly Sketch[]) =>
  readReport(sketch(...parts)).toldScores.map(
    ({ name, full, score, amidProject }) =>
      `${name} ${full ? `${full.toFixed()}=` : ''}${score.toFixed()}${amidProject ? '*' : ''}`,
  );
const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';
const one = (text: string) => told(TITLE, text);

describe('scores told of parts', () => {
  it.each<[string, string[]]>([
    ['综上，投入类得分18分，过程类得分28分，自评总分95.5分。', ['投入类 18', '过程类 28']],
    ['其中：投入指标得14分；过程指标（满分25分）得24分。', ['投入指标 14', '过程指标 25=24']],
    ['自评总分94.5分，其中：投入13.5分（满分15分），产出34分（满分35分）。', ['投入 15=13.5', '产出 35=34']],
    ['其中，投入（15分）得13.5分、产出（35分）得34分。', ['投入 15=13.5', '产出 35=34']],
    ['产出类指标满分30分，自评得分29.5分，产出完成较好。', ['产出 30=29.5']],
    ['（一）效果类。满分20分，自评得19.5分，满意度偏低。', ['效果类 20=19.5']],
    ['2.绩效目标合理性。该项指标满分5分，自评4分，扣1分。', ['绩效目标合理性 5=4']],
    [
      '“文化下乡”项目自评得分97.5分，等级为优；场馆维修项目自评得分98分。',
      ['文化下乡项目 97.5', '场馆维修项目 98*'],
    ],
  ])('%s', (text, parts) => expect(one(text)).toEqual(parts));

  it('a heading names what the paragraph below it speaks of', () =>
    expect(
      told(TITLE, '一、评分情况', '（一）立项规范性（5分）', '立项程序完备。该项指标满分5分，自评5分。'),
    ).toEqual(['立项规范性 5=5']));

  it.each([
    '上年投入类得分18分。',
    '2021年投入类得分18分。',
    '三个项目平均得分98分。',
    '财政复核投入类得分17分。',
    '完成率达到95%得10分，每低1%扣1分。',
    '投入类20分，过程类30分。',
    '我馆自评得分96分。',
    '满分100分，自评得分96分。',
    '力争投入类得分20分。',
  ])('none: %s', (text) => expect(one(text)).toEqual([]));

  it('a list of projects tells their scores', () =>
    expect(
      told(TITLE, [
        ['序号', '项目名称', '预算数（万元）', '自评得分'],
        ['1', '文化下乡', '180', '97.5'],
        ['2', '场馆维修', '45.6', '100'],
        ['', '合计', '225.6', ''],
      ]),
    ).toEqual(['文化下乡 97.5*', '场馆维修 100*']));

  it('are no scores of the whole', () => {
    const claims = (...parts: readonly Sketch[]) =>
      readReport(sketch(TITLE, ...parts)).scoreClaims.map(({ score }) => score.toFixed());
    expect(claims('立项依据充分性自评得分5分。信访办结率自评得分30分。')).toEqual([]);
    expect(claims('1.预算编制（满分10分）：年初预算编制完整，自评得9.5分。')).toEqual([]);
    expect(claims('预算执行率指标分值10分，执行率98%，自评得9.8分。')).toEqual([]);
    expect(claims('2023年度自评得分96分。')).toEqual(['96']);
    expect(claims('综上，效果类得分19.5分，自评总分95.5分。')).toEqual(['95.5']);
    const one = '河道清淤项目自评得分98.9分，其中产出指标得分50分。';
    const two = '山塘维修项目自评得分96.5分。';
    const ofProjects = (...lines: readonly string[]) =>
      readReport(
        sketch('2023年度龙泉区水利局项目支出绩效自评报告', '二、河道清淤项目', '三、山塘维修项目', ...lines),
      ).scoreClaims.map(({ score }) => score.toFixed());
    expect(ofProjects(one, two)).toEqual([]);
    expect(ofProjects(one)).toEqual(['98.9']);
    const rows = [
      ['一级指标', '三级指标', '分值', '得分'],
      ['产出', '馆藏整理', '60', '60'],
      ['效益', '查档便利', '40', '36'],
    ];
    expect(claims('查档便利自评得分36分。自评得分96分。', rows)).toEqual(['96']);
  });
});
