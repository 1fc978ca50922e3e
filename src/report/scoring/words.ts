import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';

/** What a column of a scoring table holds. `note` is a remarks column: a reason when filled, nothing when blank. */
export type Role =
  | 'level'
  | 'weight'
  | 'score'
  | 'reviewed'
  | 'explanation'
  | 'criterion'
  | 'target'
  | 'result'
  | 'sign'
  | 'unit'
  | 'reason'
  | 'note'
  | 'other';

/** A header word: the cell names `role` when it is one of `exact`, or holds one of `within` and none of `without`. */
interface HeaderWord {
  readonly role: Role;
  readonly exact: readonly string[];
  readonly within: readonly string[];
  readonly without: readonly string[];
}

const word = (role: Role, exact: string, within: string = '', without: string = ''): HeaderWord => ({
  role,
  exact: list(exact),
  within: list(within),
  without: list(without),
});

const list = (words: string): readonly string[] => (words === '' ? [] : words.split(' '));

/**
 * Header words of scoring tables as issued by finance bureaus of several provinces, first match wins: the
 * narrower role stands above the wider one (扣分原因 above 得分, 财政审核得分 above 得分, 评分标准 above 评分).
 */
const HEADER_WORDS: readonly HeaderWord[] = [
  word('other', '序号 编号 数据来源 责任科室 责任部门'),
  word('sign', '指标性质 性质 指标方向 指标属性 指标符号 运算符号 比较符号 计算符号 符号'),
  word('unit', '计量单位 度量单位 单位 指标单位'),
  word('other', '', '佐证 数据来源 取数 资料来源 证明材料 执行率 预算数 执行数'),
  word(
    'reason',
    '评分理由 得分理由 评分情况说明 自评说明 原因分析 存在问题 存在的问题 扣分点',
    '原因 扣分说明 扣分理由 扣分情况 失分 偏差 评分说明 得分说明 打分说明 扣分因素 改进措施 整改措施',
  ),
  word('note', '备注 说明 备注说明 情况说明 自评情况说明 自评情况 得分情况说明 自评依据 得分依据'),
  word(
    'criterion',
    '标准 评价要点 评分要点 考核要点 评价方法 评分方法 评分依据 打分依据 评价依据 计分依据',
    '评分标准 评价标准 计分标准 考核标准 考评标准 评分细则 评分办法 计分办法 计分方法 评分规则 计分规则 扣分标准 打分标准 赋分标准 得分标准 评分方法 评价要点 赋分规则 评分依据及标准 考核细则 评价细则',
    '标准分',
  ),
  word(
    'explanation',
    '解释 说明及解释 内涵 指标内容及解释',
    '指标解释 指标说明 指标内涵 指标含义 指标定义 计算公式 计算方法 指标释义',
  ),
  word(
    'reviewed',
    '复核分 审核分 核定分 复评分 复查分 复审分 评审分 抽评分 核查分 财政部门 财政审核 复核 审核 复评 财政评分 主管部门评分',
    '复核得分 审核得分 核定得分 复评得分 复查得分 复审得分 抽评得分 复核评分 审核评分 财政评价得分 财政得分 财政评分 财政打分 复核分数 审核分数 抽查得分 评审得分 第三方评分 第三方得分 专家评分 主管部门得分 主管部门评分 评价组评分 核查得分',
  ),
  word(
    'weight',
    '分值 权重 满分 标准分 标准分值 配分 应得分 规定分值 基准分 参考分值 设定分值 权重分 权数 满分值 分值权重 指标分值 指标权重 权重分值 总分值 设置分值 基本分 分值设置 考核分值 评价分值',
    '分值 权重 标准分 满分 配分',
    '得分 自评 评分 实际',
  ),
  word(
    'score',
    '得分 自评 评分 自评分 打分 实得分 实得 自评得分 自评分数 自评分值 自我评分 自评打分 评分结果 自评结果 考核得分 最终得分 评价得分',
    '得分 自评分 自我评分 自评打分 实得分 单位评分 部门评分 自评分值',
    '标准',
  ),
  word(
    'target',
    '目标 标准值 计划值 预期值 目标值 指标值 预期目标 年度目标 年初目标 计划完成值 计划完成 计划完成数 计划完成情况 预期完成值 预计完成值 目标完成值 应完成值 年度计划完成值',
    '指标值 目标值 计划完成值 计划值 预期值 年初设定目标 预期指标',
    '完成值 实际',
  ),
  word(
    'result',
    '完成值 实际值 完成情况 实现值 业绩值 实际完成 完成结果 实际情况 全年完成 执行情况 落实情况 实际执行情况 全年实际 本年实际 年度实际 实际结果 实际达到值 实绩 实际 自评值 指标完成 年度完成',
    '实际完成 完成值 实际值 完成情况 实现值 业绩值 完成结果 达成值 达成情况 实现情况',
  ),
  word(
    'level',
    '指标 项目 一级 二级 三级 四级 五级 类别 维度 名称 评价维度 评价内容 考核内容 考评内容 评价项目 考核项目 评分项目 评分内容 评价因素 考核事项 指标类别 指标类型 指标体系 内容 评价事项 考核指标 评价指标 绩效指标 三级指标名称',
    '一级指标 二级指标 三级指标 四级指标 五级指标 指标名称 指标内容 评价指标 绩效指标 考核指标 具体指标',
    '值',
  ),
  word('score', '分数 实际得分'),
];

/** Header text without spaces and without what stands in brackets: 得分（分） is 得分, 指标值(A) is 指标值. */
export const headerText = remembered((text): string =>
  squeeze(fold(text))
    .replace(/\([^()]*\)/gu, '')
    .replace(/\[[^[\]]*\]/gu, '')
    .replace(/[:：]/gu, ''),
);

/** The role that a header cell names; null when it names none. Header cells are short: longer text is content. */
export const roleOfHeader = remembered((text): Role | null => {
  const head = headerText(text);
  if (head === '' || head.length > 24) return null;
  for (const entry of HEADER_WORDS) {
    if (entry.exact.includes(head)) return entry.role;
    if (entry.within.some((w) => head.includes(w)) && !entry.without.some((w) => head.includes(w))) {
      return entry.role;
    }
  }
  return null;
});

/** 一级指标 is level 1, 三级 level 3; null when the header gives no rank. */
export function rankOfHeader(text: string): number | null {
  const at = /([一二三四五1-5])级/u.exec(headerText(text));
  if (at === null) return null;
  const char = at[1] as string;
  const rank = '一二三四五'.indexOf(char);
  return rank >= 0 ? rank + 1 : Number(char);
}

const TOTALS = list(
  '合计 总计 总分 总得分 得分合计 合计得分 自评总分 自评总得分 总分合计 分值合计 合计分数 综合得分 最终得分 总评分 总评得分 自评得分合计 合计分值 评价总分 得分总计 总分值 总得分合计 共计',
);
const SUBTOTALS = list('小计 分项合计 本级小计 分项小计 小计得分 小计分值');

/** A row label that stands for the whole table: 合计, 总 分, 合计（100分）. */
export function isTotalLabel(text: string): boolean {
  return TOTALS.includes(labelText(text));
}

/** 小计, 投入小计, 产出指标小计. */
export function isSubtotalLabel(text: string): boolean {
  const label = labelText(text);
  return SUBTOTALS.includes(label) || (label.endsWith('小计') && label.length <= 14);
}

/** The name of the group a subtotal row names: 投入 of 投入小计; '' for a bare 小计. */
export const subtotalOwner = (text: string): string => labelText(text).replace(/小计$/u, '');

/** A total label with its figure in the same cell: 总分：96分, 合计 96. The figure's text, null when there is none. */
export function totalWithin(text: string): string | null {
  const flat = squeeze(fold(text));
  const at = /^([^\d:：]{2,8})[:：]?(\d{1,4}(?:\.\d{1,4})?)分?$/u.exec(flat);
  return at !== null && TOTALS.includes(at[1] as string) ? (at[2] as string) : null;
}

const labelText = (text: string): string => headerText(text).replace(/[“”"、，。]/gu, '');

/** Whether a text begins a remark under or in the table: 备注：…, 注：…, 说明：… */
export const isRemark = (text: string): boolean =>
  /^(?:备注|注|说明|填表说明|评分说明|计分说明|填报说明)(?:[\d一二三]?)[:：、．.]/u.test(squeeze(text)) ||
  /^备注/u.test(squeeze(text));
