/** Invented budget units: what they do, promise and pay for. No name is a real one. */

/** Something that is counted: 开展执法检查 120次. */
export interface CountedGoal {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

export interface UnitKind {
  readonly name: string;
  readonly short: string;
  readonly self: string;
  readonly duties: readonly string[];
  readonly counted: readonly CountedGoal[];
  /** Quality goals: a rate and its usual target in percent. */
  readonly rates: readonly { readonly name: string; readonly target: number }[];
  /** A cost goal: name, unit, usual ceiling. */
  readonly cost: CountedGoal;
  readonly benefit: string;
  readonly projects: readonly string[];
}

/** Places that do not exist. */
export const REGIONS = [
  '云溪县',
  '澄江区',
  '北岭市',
  '南浦县',
  '白鹭区',
  '青岚市',
  '临沅县',
  '沙河区',
] as const;

const goal = (name: string, unit: string, low: number, high: number): CountedGoal => ({
  name,
  unit,
  low,
  high,
});

export const UNIT_KINDS: readonly UnitKind[] = [
  {
    name: '农业农村局',
    short: '农业农村局',
    self: '我局',
    duties: [
      '统筹推动乡村产业发展和农民增收工作',
      '负责种植业、畜牧业、渔业和农业机械化的监督管理',
      '组织农产品质量安全监测与风险评估',
      '承担动植物疫病防控和农业投入品监管',
      '指导农村集体产权制度改革和宅基地管理',
      '组织农业技术推广与高素质农民培育',
    ],
    counted: [
      goal('建设高标准农田', '亩', 8000, 30000),
      goal('培育高素质农民', '人', 150, 900),
      goal('抽检农产品样品', '批次', 300, 2000),
      goal('举办农技培训班', '期', 6, 40),
      goal('创建示范家庭农场', '家', 5, 40),
      goal('改造农村户用厕所', '座', 200, 3000),
    ],
    rates: [
      { name: '农产品抽检合格率', target: 97 },
      { name: '高标准农田验收合格率', target: 95 },
      { name: '重大动物疫病免疫密度', target: 90 },
    ],
    cost: goal('每亩农田建设成本', '元', 1500, 2400),
    benefit: '粮食安全保障能力稳步增强',
    projects: [
      '高标准农田建设',
      '农产品质量安全监管',
      '动物疫病防控',
      '乡村人居环境整治',
      '农机购置补贴配套',
    ],
  },
  {
    name: '文化旅游广电局',
    short: '文旅广电局',
    self: '我局',
    duties: [
      '拟订文化和旅游发展规划并组织实施',
      '管理重大文化活动，指导重点文化设施建设',
      '推进基本公共文化服务标准化均等化',
      '负责文物和非物质文化遗产保护传承',
      '指导文化市场综合执法工作',
    ],
    counted: [
      goal('送戏下乡演出', '场', 40, 200),
      goal('放映公益电影', '场次', 500, 3000),
      goal('新增馆藏图书', '册', 2000, 20000),
      goal('修缮文物保护单位', '处', 3, 20),
      goal('开展文化市场检查', '家次', 200, 1500),
      goal('举办非遗展演活动', '次', 5, 30),
    ],
    rates: [
      { name: '演出活动按质完成率', target: 98 },
      { name: '文物修缮验收合格率', target: 95 },
      { name: '广播电视信号覆盖率', target: 96 },
    ],
    cost: goal('每场演出补助', '元', 3000, 9000),
    benefit: '群众精神文化生活持续丰富',
    projects: ['公共文化服务体系建设', '文物保护修缮', '旅游宣传推广', '农村电影放映', '场馆免费开放'],
  },
  {
    name: '退役军人事务局',
    short: '退役军人局',
    self: '我局',
    duties: [
      '落实退役军人移交安置政策',
      '组织退役军人教育培训和就业创业扶持',
      '落实优待抚恤和军休人员服务管理',
      '负责烈士纪念设施保护和褒扬纪念工作',
      '开展双拥共建与走访慰问',
    ],
    counted: [
      goal('走访慰问优抚对象', '人次', 300, 2500),
      goal('组织专场招聘会', '场', 2, 12),
      goal('培训退役士兵', '人', 40, 300),
      goal('修缮烈士墓', '座', 20, 200),
      goal('为优抚对象体检', '人', 200, 1500),
    ],
    rates: [
      { name: '优抚补助发放准确率', target: 99 },
      { name: '培训合格率', target: 95 },
      { name: '安置岗位到岗率', target: 95 },
    ],
    cost: goal('人均培训支出', '元', 2000, 6000),
    benefit: '退役军人荣誉感和归属感进一步提升',
    projects: ['优抚对象补助', '退役士兵职业技能培训', '烈士纪念设施维护', '双拥活动', '军休干部服务'],
  },
  {
    name: '市场监督管理局',
    short: '市场监管局',
    self: '我局',
    duties: [
      '负责市场主体统一登记注册',
      '承担食品药品和特种设备安全监督管理',
      '查处价格违法、不正当竞争与传销行为',
      '组织质量强县和标准化工作',
      '处理消费者投诉举报',
    ],
    counted: [
      goal('食品安全抽检', '批次', 800, 4000),
      goal('检查特种设备使用单位', '家', 60, 500),
      goal('办结消费投诉', '件', 300, 2500),
      goal('查办案件', '起', 80, 400),
      goal('检定计量器具', '台件', 500, 4000),
    ],
    rates: [
      { name: '抽检不合格产品处置率', target: 98 },
      { name: '投诉按期办结率', target: 95 },
      { name: '特种设备定检率', target: 97 },
    ],
    cost: goal('每批次抽检费用', '元', 400, 1100),
    benefit: '市场秩序和消费环境明显改善',
    projects: ['食品药品抽检', '特种设备监管', '市场执法办案', '消费维权', '计量检定'],
  },
  {
    name: '残疾人联合会',
    short: '残联',
    self: '本会',
    duties: [
      '维护残疾人合法权益，反映残疾人诉求',
      '组织残疾人康复、教育和就业服务',
      '管理和发放残疾人证',
      '开展扶残助残宣传活动',
      '指导基层残疾人组织建设',
    ],
    counted: [
      goal('适配辅助器具', '件', 100, 1200),
      goal('实施无障碍改造', '户', 30, 300),
      goal('资助残疾儿童康复', '名', 20, 180),
      goal('开展就业技能培训', '人次', 50, 400),
      goal('发放两项补贴', '人次', 2000, 9000),
    ],
    rates: [
      { name: '康复服务档案完整率', target: 95 },
      { name: '补贴发放准确率', target: 98 },
      { name: '无障碍改造验收合格率', target: 96 },
    ],
    cost: goal('户均改造费用', '元', 2500, 5000),
    benefit: '残疾人生活质量和社会参与度逐步提高',
    projects: ['残疾人康复救助', '家庭无障碍改造', '残疾人就业培训', '残疾人托养服务', '残疾人文化体育'],
  },
  {
    name: '水利局',
    short: '水利局',
    self: '我局',
    duties: [
      '保障水资源合理开发利用',
      '组织水利工程建设与运行管理',
      '负责水土保持和农村饮水安全',
      '承担水旱灾害防御日常工作',
      '落实河湖长制各项任务',
    ],
    counted: [
      goal('除险加固小型水库', '座', 3, 20),
      goal('疏浚灌溉渠道', '公里', 20, 160),
      goal('开展河道巡查', '次', 200, 1200),
      goal('更换供水管网', '公里', 8, 60),
      goal('水质抽样检测', '份', 100, 800),
    ],
    rates: [
      { name: '农村供水水质达标率', target: 92 },
      { name: '水库工程验收合格率', target: 98 },
      { name: '河湖问题整改率', target: 95 },
    ],
    cost: goal('每公里渠道疏浚成本', '元', 9000, 26000),
    benefit: '防汛抗旱与供水保障水平不断提高',
    projects: ['小型水库维修养护', '农村饮水安全巩固提升', '河湖管护', '山洪灾害防治', '灌区渠系改造'],
  },
  {
    name: '司法局',
    short: '司法局',
    self: '我局',
    duties: [
      '统筹法治政府建设和行政复议应诉',
      '管理社区矫正和安置帮教工作',
      '指导人民调解和基层法律服务',
      '负责法律援助与公证管理',
      '组织全民普法宣传',
    ],
    counted: [
      goal('办理法律援助案件', '件', 150, 900),
      goal('调解矛盾纠纷', '件', 600, 4000),
      goal('举办法治讲座', '场', 20, 120),
      goal('印发普法资料', '份', 5000, 40000),
      goal('审查规范性文件', '件', 10, 60),
    ],
    rates: [
      { name: '调解成功率', target: 95 },
      { name: '援助案件质量合格率', target: 96 },
      { name: '社区矫正对象核查率', target: 98 },
    ],
    cost: goal('单件援助补贴', '元', 800, 1800),
    benefit: '群众法治意识和依法维权能力增强',
    projects: ['法律援助', '人民调解以案定补', '社区矫正', '普法宣传', '行政复议应诉'],
  },
  {
    name: '图书馆',
    short: '图书馆',
    self: '我馆',
    duties: [
      '采集、整理和保存文献信息资源',
      '免费向公众提供借阅和数字阅读服务',
      '组织阅读推广和公益讲座',
      '指导乡镇图书室业务',
      '收集保护地方文献',
    ],
    counted: [
      goal('采购新书', '册', 3000, 20000),
      goal('举办公益讲座', '场', 12, 60),
      goal('开展阅读推广活动', '场次', 20, 150),
      goal('接待到馆读者', '人次', 20000, 150000),
      goal('辅导基层图书室', '个', 10, 80),
    ],
    rates: [
      { name: '图书上架准确率', target: 97 },
      { name: '自助设备完好率', target: 95 },
      { name: '读者咨询答复率', target: 98 },
    ],
    cost: goal('单场讲座经费', '元', 800, 3000),
    benefit: '全民阅读氛围日益浓厚',
    projects: ['文献资源购置', '全民阅读推广', '数字图书馆运行', '分馆服务体系', '古籍修复'],
  },
];
