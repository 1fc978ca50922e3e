import { partName } from './part-name.js';
import { headerText } from './words.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The classes that evaluation frameworks are made of; other names are those of groups within them or of indicators. */
const CLASSES = list(
  '投入 过程 产出 效果 效益 决策 管理 满意度 成本 履职 预算执行 运行成本 管理效率 履职效能 社会效应 可持续 可持续发展能力 服务对象满意度 产出与效益 投入与管理',
);

/** Groups within the classes. */
const GROUPS = list('预算配置 预算管理 资产管理 职责履行 目标设定 绩效目标');

/** Whether a name is that of a class: 投入, 产出类, 项目效益. */
export const isClass = (name: string): boolean =>
  CLASSES.has(partName(name).replace(/^(?:项目|部门)(?=.)/u, ''));

/** Words that head the groups of evaluation frameworks: evidence that a table without a header row is a scoring table. */
export function isGroupWord(text: string): boolean {
  const word = headerText(text).replace(/(?:类)?指标$|[\d.]+分$/gu, '');
  return CLASSES.has(word) || GROUPS.has(word);
}
