import {
  type AuditResult,
  auditResult,
  type FindingResult,
  type ItemResult,
  type ReportResult,
  unreadableReport,
  type Where,
} from '../../src/formats/result.ts';

const NOWHERE: Where = { page: null, section: null, paragraph: null, table: null, row: null, column: null };

/** A place from the parts that matter to a test. */
export const at = (where: Partial<Where>): Where => ({ ...NOWHERE, ...where });

export function finding(given: Partial<FindingResult> = {}): FindingResult {
  return {
    rule: 'score/total-vs-items',
    severity: 'error',
    title: '得分合计不符',
    message: '评分表合计得分为 100，各行得分之和为 96，相差 4。',
    evidence: [
      { quote: '合计', where: at({ page: 9, section: '附件 评分表', table: 2, row: 28, column: 1 }) },
      { quote: '100', where: at({ page: 9, section: '附件 评分表', table: 2, row: 28, column: 8 }) },
    ],
    claimed: '100',
    expected: '96',
    suggestion: '核对各行得分后改正合计。',
    basis: '合计必须等于各行之和。',
    fingerprint: '0123456789abcdef',
    ...given,
  };
}

export function item(given: Partial<ItemResult> = {}): ItemResult {
  return {
    indicator: '在职人员控制率',
    group: ['投入', '预算配置'],
    weight: '1',
    claimed: '1',
    scoreText: '1',
    status: 'confirmed',
    value: '0.9556',
    admissible: ['1'],
    attainable: ['0', '1'],
    inputs: [{ name: '在职人员数', value: '43', where: at({ page: 1, paragraph: 8 }) }],
    needs: [],
    reading: '以100%为标准，不超过得满分，超过不得分',
    trace: ['在职人员控制率 = 43 ÷ (34 + 11) = 95.56%', '95.56% ≤ 100%，得 1 分'],
    where: at({ page: 9, table: 2, row: 2, column: 3 }),
    ...given,
  };
}

export function report(given: Partial<ReportResult> = {}): ReportResult {
  return {
    file: '送审/武岭区档案馆.docx',
    format: 'docx',
    status: 'audited',
    reason: null,
    unit: '武岭区档案馆',
    year: 2023,
    kind: 'department',
    score: {
      narrative: '97',
      grade: '优',
      tableTotal: '100',
      itemSum: '96',
      verified: { low: '83.5', high: '96' },
      verifiedGrades: ['优', '良'],
    },
    items: [item()],
    findings: [finding()],
    coverage: {
      figures: { seen: 120, understood: 110, checked: 84 },
      items: { total: 1, confirmed: 1, contradicted: 0, unverifiable: 0, judgement: 0 },
      unread: [],
    },
    ...given,
  };
}

/** Two audited reports and a file that cannot be read, with every severity and status among them. */
export function batch(): AuditResult {
  const unverifiable = (name: string, row: number, needs: string[]): ItemResult =>
    item({
      indicator: name,
      group: ['过程', '预算执行'],
      weight: '3',
      claimed: '3',
      scoreText: '3',
      status: 'unverifiable',
      value: null,
      admissible: [],
      attainable: null,
      inputs: [],
      needs,
      trace: [],
      where: at({ page: 10, table: 2, row, column: 3 }),
    });
  const open = [
    unverifiable('预算完成率', 5, ['预算数', '预算完成数']),
    unverifiable('预算调整率', 6, ['预算调整数']),
    unverifiable('支付进度率', 7, ['实际支付进度', '既定支付进度']),
    unverifiable('固定资产利用率', 8, ['实际在用固定资产总额', '所有固定资产总额']),
    unverifiable('“三公经费”变动率', 9, ['上年“三公经费”总额']),
  ];
  const first = report({
    items: [
      item(),
      ...open,
      item({
        indicator: '公用经费控制率',
        group: ['过程', '预算管理'],
        weight: '2',
        claimed: '2',
        status: 'contradicted',
        value: '1.0431',
        admissible: ['1', '1.5'],
        attainable: ['0', '0.5', '1', '1.5', '2'],
        trace: ['公用经费控制率 = 104.31 ÷ 100 = 104.31%', '超过 100% 扣分'],
        where: at({ page: 10, table: 2, row: 10, column: 3 }),
      }),
      item({
        indicator: '管理制度健全性',
        group: ['过程', '预算管理'],
        weight: '8',
        claimed: '8',
        status: 'judgement',
        value: null,
        admissible: [],
        attainable: null,
        inputs: [],
        trace: [],
        where: at({ page: 11, table: 2, row: 11, column: 3 }),
      }),
    ],
    findings: [
      finding(),
      finding({
        rule: 'period/score-year',
        title: '评分年度不符',
        message: '评价结论写的是 2022 年度的得分，报告年度是 2023 年。',
        evidence: [
          {
            quote: '2022年度部门整体支出绩效评价得分97分，评价结果为“优”。',
            where: at({ page: 6, section: '五、综合评价结果', paragraph: 131 }),
          },
        ],
        claimed: '2022',
        expected: '2023',
        suggestion: '改正结论中的年度。',
        basis: '报告只能给出本年度的得分。',
        fingerprint: '1111111111111111',
      }),
      finding({
        rule: 'text/placeholder',
        severity: 'warning',
        title: '模板文字未删',
        message: '封面留有模板提示“（此页为封面）”。',
        evidence: [{ quote: '（此页为封面）', where: at({ page: 1, paragraph: 5 }) }],
        claimed: null,
        expected: null,
        suggestion: '删去模板提示。',
        basis: '成稿不应留有模板提示。',
        fingerprint: '2222222222222222',
      }),
      ...open.map((row, index) =>
        finding({
          rule: 'score/unsupported',
          severity: 'notice',
          title: '满分缺数据支撑',
          message: `“${row.indicator}”自评满分 3，报告没有给出${row.needs.join('、')}。`,
          evidence: [{ quote: row.indicator, where: row.where }],
          claimed: '3',
          expected: null,
          suggestion: '补充计算所用的数据。',
          basis: '得分要能由报告给出的数据复算。',
          fingerprint: `333333333333333${index}`,
        }),
      ),
    ],
    coverage: {
      figures: { seen: 120, understood: 110, checked: 84 },
      items: { total: 8, confirmed: 1, contradicted: 1, unverifiable: 5, judgement: 1 },
      unread: [],
      notChecked: [{ text: '16 期', reason: '没有可以对照的数字', where: at({ page: 3, paragraph: 40 }) }],
    },
  });
  const clean = report({
    file: '送审/青岚县图书馆.pdf',
    format: 'pdf',
    unit: '青岚县图书馆',
    kind: 'project',
    score: {
      narrative: '93.5',
      grade: '优',
      tableTotal: '93.5',
      itemSum: '93.5',
      verified: { low: '93.5', high: '93.5' },
      verifiedGrades: ['优'],
    },
    findings: [],
  });
  return auditResult([first, clean, unreadableReport('送审/扫描件.pdf', '文件有密码，请取消密码后再审。')]);
}
