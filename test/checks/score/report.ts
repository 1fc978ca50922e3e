import type { Document } from '../../../src/documents/model.ts';
import { type Sketch, type SketchCell, sketch } from '../../support/document.ts';

/** A cell merged over rows, and one merged over columns. */
export const tall = (text: string, rows: number): SketchCell => ({ text, rows });
export const wide = (text: string, cols: number): SketchCell => ({ text, cols });

/** What a small, right table is made of; a test changes one thing. */
export interface Given {
  readonly narrative?: string;
  readonly scores?: readonly [string, string, string, string];
  readonly weights?: readonly [string, string, string, string];
  readonly group?: string;
  readonly subtotal?: string | null;
  readonly total?: string;
  readonly totalWeight?: string;
  readonly reasons?: readonly [string, string, string, string];
}

export const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';

/** A report with a table of four indicators in two groups: 97 of 100, the text says so too. */
export function report(given: Given = {}): Document {
  const s = given.scores ?? ['10', '18', '40', '29'];
  const w = given.weights ?? ['10', '20', '40', '30'];
  const r = given.reasons ?? ['', '年底支付较集中', '', '一项延期'];
  const rows: (readonly SketchCell[])[] = [
    ['一级指标', '二级指标', '分值', '得分', '扣分原因'],
    [tall(given.group ?? '投入（30分）', given.subtotal ? 3 : 2), '预算编制', w[0], s[0], r[0]],
    ['预算执行', w[1], s[1], r[1]],
    ...(given.subtotal ? [['小计', '30', given.subtotal, '']] : []),
    [tall('产出（70分）', 2), '完成数量', w[2], s[2], r[2]],
    ['完成质量', w[3], s[3], r[3]],
    [wide('合计', 2), given.totalWeight ?? '100', given.total ?? '97', ''],
  ];
  return sketch(
    TITLE,
    '一、综合评价结果',
    given.narrative ?? '经综合评价，2023年度部门整体支出绩效自评得分97分，评价结果为“优”。',
    '附件：评分表',
    rows as Sketch,
  );
}
