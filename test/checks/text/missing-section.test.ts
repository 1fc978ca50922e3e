import { describe, expect, test } from 'vitest';
import missingSection from '../../../src/checks/text/missing-section.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { sketch } from '../../support/document.ts';
import { STYLES } from '../../support/styles.ts';

const TITLE = '2023年度东湖市林业局部门整体支出绩效自评报告';
const PARTS: Readonly<Record<string, readonly string[]>> = {
  单位基本情况: ['单位概述', '全局设六个科室。'],
  预算收支执行情况: ['年度收支', '2023年度收入合计520.00万元。', '2023年度支出合计520.00万元。'],
  绩效目标: ['目标设置', '造林3000亩。', '护林1000亩。'],
  评价结论或得分: ['打分结果', '综合得分为92.5分。'],
  存在的问题: ['薄弱环节', '台账更新不及时。'],
  改进措施或建议: ['后续举措', '按月更新台账。'],
};
const without = (...absent: readonly string[]) => {
  const numerals = ['一', '二', '三', '四', '五', '六', '七'];
  const kept = Object.entries(PARTS).filter(([name]) => !absent.includes(name));
  const sections = [...kept.map(([, lines]) => lines), ['附注', '略。', '再略。', '三略。']];
  return sketch(TITLE, ...sections.flatMap(([head, ...lines], i) => [`${numerals[i]}、${head}`, ...lines]));
};

describe('text/missing-section', () => {
  test.each(Object.keys(PARTS))('names the absent part: %s', async (name) => {
    const findings = await findingsOf([missingSection], without(name));
    expect(findings.map((finding) => finding.expected)).toEqual([name]);
  });

  test('two absent parts are one finding', async () => {
    const findings = await findingsOf([missingSection], without('存在的问题', '改进措施或建议'));
    expect(findings.map((finding) => finding.expected)).toEqual(['存在的问题、改进措施或建议']);
  });

  test('a form without a part for targets asks for none', async () => {
    const { blocks, ...rest } = without('绩效目标');
    const funds = sketch('七、国有资本经营预算支出情况', '无。').blocks;
    expect(await findingsOf([missingSection], { ...rest, blocks: [...blocks, ...funds] })).toEqual([]);
  });

  test('results may stand in the annexed form', async () => {
    const report = (...results: readonly string[]) =>
      sketch(
        '2023年度森林防火经费项目支出绩效自评报告',
        '一、项目概况',
        '安排预算资金128.5万元。',
        '用于物资储备和巡护人员补助。',
        '二、绩效目标',
        '全年巡护不少于200天。',
        '火灾受害率不高于0.8‰。',
        '三、资金使用情况',
        '实际支出121.83万元。',
        '按季拨付。',
        '四、存在问题',
        '物资采购尾款未付。',
        '巡护人员年龄偏大。',
        [
          ['一级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'],
          ['产出', '巡护天数', '≥200天', results[0] ?? '', '60', '60'],
          ['效益', '受害率', '≤0.8‰', results[1] ?? '', '40', '40'],
        ],
      );
    expect(await findingsOf([missingSection], report('215天', '0.2‰'))).toEqual([]);
    const findings = await findingsOf([missingSection], report());
    expect(findings.map((finding) => finding.expected)).toEqual(['完成情况']);
  });

  test('（一）慰问困难职工 is no problem, and 下步工作 is a measure', async () => {
    const { blocks, ...rest } = without('存在的问题', '改进措施或建议');
    const more = sketch('（一）慰问困难职工500户', '已完成。', '六、下步工作', '新建会50家。').blocks;
    const findings = await findingsOf([missingSection], { ...rest, blocks: [...blocks, ...more] });
    expect(findings.map((finding) => finding.expected)).toEqual(['存在的问题']);
  });

  test('（一）预算安排 is no plan of improvement', async () => {
    const { blocks, ...rest } = without('改进措施或建议');
    const plans = sketch('（一）预算安排', '年初预算520.00万元。').blocks;
    const findings = await findingsOf([missingSection], { ...rest, blocks: [...blocks, ...plans] });
    expect(findings.map((finding) => finding.expected)).toEqual(['改进措施或建议']);
  });

  test('a project report without problems and measures', async () => {
    const report = (...rest: readonly string[]) =>
      sketch(
        '2023年度饮水安全项目支出绩效自评报告',
        '一、项目概况',
        '改造管网86公里，惠及12个村。',
        '（一）资金情况',
        '到位资金300.00万元。',
        '（二）绩效目标',
        '普及率91%。',
        '二、完成情况',
        '已完成管网80公里。',
        '普及率91.2%。',
        '三、自评得分',
        '自评得分96分。',
        ...rest,
      );
    const found = await findingsOf([missingSection], report());
    expect(found.map((finding) => finding.expected)).toEqual(['存在的问题或改进措施']);
    const complete = report('四、偏离目标的原因和下一步改进措施', '无偏离。');
    expect(await findingsOf([missingSection], complete)).toEqual([]);
  });

  test('targets may stand in the scoring table, and forms that go from money to effects ask for none', async () => {
    const table = [
      ['一级指标', '二级指标', '目标值', '完成值', '分值', '得分'],
      ['产出', '造林面积', '3000亩', '3000亩', '100', '100'],
    ];
    const document = without('绩效目标');
    const scored = sketch('附表', table).blocks.filter((block) => block.kind === 'table');
    expect(
      await findingsOf([missingSection], { ...document, blocks: [...document.blocks, ...scored] }),
    ).toEqual([]);
    const blocks = document.blocks.map((block) =>
      block.kind === 'paragraph' && block.text.includes('附注')
        ? { ...block, text: block.text.replace('附注', '部门整体绩效分析') }
        : block,
    );
    expect(await findingsOf([missingSection], { ...document, blocks })).toEqual([]);
  });

  test('a full report is complete', async () => {
    expect(await findingsOf([missingSection], without())).toEqual([]);
  });

  test.each(STYLES.map((style) => [style.name, style] as const))('is silent on %s', async (_, style) => {
    expect(await findingsOf([missingSection], style.document())).toEqual([]);
  });

  test('unread pages may hold the part', async () => {
    const loss = { kind: 'no-text' as const, message: '', quote: '', pages: [3], where: NOWHERE };
    expect(await findingsOf([missingSection], { ...without('存在的问题'), losses: [loss] })).toEqual([]);
  });

  test('a final account is not a self-evaluation', async () => {
    const document = without('绩效目标', '存在的问题');
    const blocks = document.blocks.map((block) =>
      block.kind === 'paragraph' && block.text === TITLE
        ? { ...block, text: '东湖市林业局2023年度部门决算' }
        : block,
    );
    expect(await findingsOf([missingSection], { ...document, blocks })).toEqual([]);
  });
});
