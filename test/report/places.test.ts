import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { type Sketch, sketch } from '../support/document.ts';

const TABLE: Sketch = [
  ['指标', '得分'],
  ['预算完成率', '10'],
];
/** The section that the last table of a report with these parts behind its measures stands in. */
const sectionOf = (...parts: readonly Sketch[]): string | null =>
  readReport(sketch('七、改进措施', '加强预算管理。', ...parts)).tables.at(-1)?.cells[0]?.where.section ??
  null;

describe('a table is found by its own title', () => {
  it.each<[readonly Sketch[], string]>([
    [['部门整体支出绩效自评表', TABLE], '部门整体支出绩效自评表'],
    [['部门整体支出绩效自评评分表', '（2023年度）', '单位：万元', TABLE], '部门整体支出绩效自评评分表'],
    [['项目支出绩效自评表（2023年度）', TABLE, TABLE], '项目支出绩效自评表（2023年度）'],
    [[TABLE], '七、改进措施'],
    [['具体得分情况详见下列自评表。', TABLE], '七、改进措施'],
    [['详细情况，见下表', TABLE], '七、改进措施'],
    [['绩效自评表', '甲。', '乙。', '丙。', '丁。', TABLE], '七、改进措施'],
    [['绩效自评表', '经费使用严格按照预算执行，'.repeat(8), TABLE], '七、改进措施'],
  ])('%j', (parts, expected) => {
    expect(sectionOf(...parts)).toBe(expected);
  });
});
