/**
 * Words of targets and results. Data: a bureau that names its sections, categories or columns otherwise adds
 * the word here. All are compared without spaces.
 */

/** Section titles that hold targets; `TITLE_OF_RESULTS` is asked first. */
export const TITLE_OF_TARGETS = /目标|指标(?:设定|设置|体系|任务)|计划任务|年度(?:主要|重点)?(?:工作)?任务/u;

/** Section titles that hold results: 目标完成情况, 产出说明, 部门整体支出绩效情况. */
export const TITLE_OF_RESULTS =
  /(?:目标|指标|产出|效益|绩效|任务|职责|职能|效果).{0,12}(?:完成|达成|实现|达标|履行|落实|实绩)|(?:完成|达成|实现|履行).{0,8}(?:目标|指标|产出|绩效|任务|职责|情况)|(?:产出|效益|满意度|绩效|成效|效果|履职).{0,4}(?:说明|情况|分析|成果|方面|实绩)/u;

/** 绩效目标设定情况 ends like a heading of results and holds targets. */
export const TITLE_OF_SETTING =
  /^(?!.*(?:完成|达成|实现)).*(?:目标|指标).{0,4}(?:设定|设置|制定|申报|编制|确定|下达|批复|分解)/u;

/** Section titles that hold neither, whatever else they name. */
export const TITLE_OF_NEITHER =
  /问题|不足|短板|改进|整改|建议|措施|举措|评价(?:工作|结果|结论|组织|方法|依据|原则)|自评(?:工作|结果|结论|组织|方法)|评分|得分|合理性|明确性|管理|依据|附件|附表/u;

/** Headings and run-in labels that name a category of indicators. */
export const CATEGORY =
  /^(?:(?:产出|效益|效果|绩效)指标)?[-—:：]?(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|环境效益|可持续(?:影响|发展)?|服务对象满意度|社会公众满意度|满意度|产出数量|产出质量|产出时效|产出成本|产出|效益|履职效益)(?:指标|目标|方面|情况)?(?:完成情况|达成情况)?$/u;

/** Words of a clause that call a result done. */
export const DONE =
  /(?:已|均|全部|全面|全|如期|按期|按时|及时|圆满|超额|顺利|悉数|都)(?:完成|达标|达成|实现|达到)|(?:目标|任务)(?:已)?(?:全部|全面|如期|圆满|按期)?(?:完成|达成|实现|达标)|如期实现|完成(?:目标|任务|年度目标|预期目标|年度任务)|达到(?:目标|预期|年度目标)|达成(?:目标|预期|年度)|实现(?:目标|预期|年度目标)|^完成$|^达标$|^达成$|^已?办结$/u;

/** Words of a clause that call a result not done; asked before `DONE`. */
export const NOT_DONE =
  /未(?:能)?(?:按期|如期|按时|全部|全面|完全)?(?:完成|达标|达到|达成|实现|满足)|没有(?:完成|达到|实现)|尚未|不达标|部分(?:完成|达成|实现)|基本(?:完成|达成|实现)|低于(?:年度|年初|预期|绩效)?目标|有差距|存在差距|未及(?!时)|不足目标|欠缺|正在(?:实施|推进|建设)|跨年|顺延|推迟|延期/u;

/** Clauses that set a result beside something else: their figure is not the result. */
export const COMPARISON =
  /^(?:而|且|并)?(?:分别|均|都)?(?:较|比|与|同比|环比|同上年|超额|超出|超过(?:目标|计划|年初)|超目标|多于|少于|高于|节约|结余|增长|增加|增幅|减少|下降|上升|提高|提升|降低|上年|去年|前一年|完成率|执行率|完成(?:了)?(?:年度|全年|年初|预期|本年)?(?:目标|任务|计划|预算)|占|其中|得分|扣|距|差|低于)/u;

/** Words right before a figure that make it the target: 农户满意度目标值≥90%. */
export const TARGET_CUE =
  /(?:目标值?|指标值|计划(?:数|值|完成)?|预期(?:值|目标)?|任务数|应完成|设定值?)(?:不低于|不少于|不高于|不超过|达到|[达为是≥≤<>=:：])*$/u;

/** Words at the head of a clause with the same effect: 年初目标发放补贴3000户，实际完成3200户. */
export const TARGET_LEAD =
  /^(?:20\d\d年度?)?(?:(?:年初|年度|本年|全年|原定?)(?:绩效)?(?:目标|计划|预期|任务)(?!任务|完成率|达成率|实现率|责任|群众|管理)(?:值|数)?|(?:目标|预期)(?:值|数|为|是|[:：])|计划(?!生育|单列|外|书|率|管理))(?:为|是|要求|设定|应|需|[:：])?(?:完成|达到)?/u;

/** Run-in labels that set a target or report its result: 目标：…。完成：…。 */
export const TARGET_LABEL = /^(?:年初|年度|绩效|预期|本年|全年)?(?:绩效)?目标(?:值)?$/u;
export const RESULT_LABEL = /^(?:实际)?(?:完成|达成|实现|结果|实际)(?:情况|值|结果)?$/u;

/** Words right before a figure that make it a limit: 控制在430万元以内. */
export const LIMIT_CUE = /(?:控制在|不超过|不高于|不低于|不少于|不突破|≤|≥)$/u;
/** Words right before a figure that make it what came of it. */
export const ACTUAL_CUE =
  /(?:实际|实际值|实际完成|实际支出|实际为|实际成本|实际发生|完成)(?:完成|支出|值|数|为|达到?|是|发生|[:：])*$/u;

/** 完成目标任务的105.67%, 完成率105.67%: the rate of a result's own target. */
export const OWN_COMPLETION =
  /^(?:为|也|已|达到?)?(?:目标|任务|计划|指标)?(?:(?:完成|达到?|实现)(?:了)?(?:年度|全年|年初|预期|本年|当年|绩效|既定)?(?:目标|任务|计划|指标)(?:任务|数|值|总数|总量)?的|(?:目标|任务|计划)?(?:完成|达成)(?:率|比例)(?:为|达到?|是|[:：])?)$/u;

/** Columns that say in words whether an indicator was reached, or why not. */
export const STATE_HEADERS = /完成情况|是否完成|完成与否|是否达标|达标情况|备注|说明|原因|偏差/u;

/** Headers of columns. */
export const NAME_HEADERS: readonly string[] = [
  '三级指标',
  '指标名称',
  '绩效指标',
  '四级指标',
  '指标内容',
  '指标',
  '三级绩效指标',
  '具体指标',
  '三级指标名称',
  '绩效指标名称',
  '绩效指标内容',
  '目标内容',
  '目标任务',
  '工作任务',
  '任务内容',
  '任务名称',
  '重点工作',
  '工作内容',
  '考核指标',
  '评价指标',
  '主要指标',
  '指标项',
  '年度任务',
];
export const CATEGORY_HEADERS: readonly string[] = ['二级指标', '指标类型', '指标类别', '类别'];
export const TARGET_HEADERS: readonly string[] = [
  '指标值',
  '目标值',
  '年度指标值',
  '年初指标值',
  '年度目标值',
  '年初目标值',
  '预期指标值',
  '计划指标值',
  '绩效指标值',
  '绩效目标值',
  '预期值',
  '计划值',
  '年度目标',
  '预期目标值',
  '设定值',
  '目标指标值',
  '计划数',
  '目标数',
  '任务数',
  '年初计划',
  '年初目标',
  '年初计划数',
  '年度计划',
  '年度计划值',
  '计划完成值',
  '计划完成数',
  '全年目标',
  '全年目标值',
  '全年指标值',
  '全年计划',
  '年初设定值',
  '年初设定目标',
  '年初设定目标值',
  '年初绩效指标值',
  '期初指标值',
  '预期指标',
  '预期完成值',
  '预期目标',
  '目标任务数',
  '调整指标值',
  '调整后指标值',
  '全年预期值',
  '计划指标',
  '计划目标值',
  '年度预期值',
  '年度预期目标值',
  '绩效目标',
  '目标',
  '计划',
];
export const RESULT_HEADERS: readonly string[] = [
  '实际完成值',
  '完成值',
  '实际值',
  '全年实际值',
  '全年完成值',
  '全年实际完成值',
  '指标完成值',
  '自评完成值',
  '实际完成情况',
  '实际完成',
  '完成情况',
  '实现值',
  '实际完成指标值',
  '年度完成值',
  '完成数',
  '实际数',
  '实际完成数',
  '实际完成指标',
  '实际完成量',
  '全年完成数',
  '全年完成情况',
  '全年实际完成情况',
  '全年完成',
  '年末完成值',
  '年度实际完成值',
  '年度完成情况',
  '年度完成数',
  '指标完成情况',
  '目标完成情况',
  '自评完成情况',
  '实际达成值',
  '达成值',
  '实际实现值',
  '完成实际值',
  '截止完成值',
  '实际',
  '完成',
];

/** Names of things of which less is better, when no bound says so. */
export const LESS_IS_BETTER =
  /(?:成本|费用|单价|造价|均价|费用标准|开支|花费|超支率?|(?<!(?:办结|处理|处置|受理|调解|化解|接收|答复|回复)[^率，]{0,6})投诉(?:率|量|数|件数)?|事故(?:率|数|起数)?|差错率|错误率|失误率|违规(?:率|数|次数)?|逾期(?:率|数)?|空置率|流失率|死亡率|发生率|犯罪率|信访率|辍学率|失学率|漏损率|破损率|损耗率|退货率|缺勤率|负债率|发病率|发案率|误差率?|缺陷率|复发率|退件率|返工率|单耗|能耗|排放量|时限|用时|耗时|时长)$/u;

/** A bound in brackets behind the name: 重新犯罪率（不高于）. */
export const LIMITED = /[(（](?:[≤<＜]|不高于|不超过|不大于|小于等于|小于|低于|控制在|以内|以下)[)）]/u;

/** Names of what is saved: more is better among costs too. */
export const SAVING = /节约|节省|节支|降低|下降|压减|压缩|减少/u;

/** Measures of time, and the names of which more of it is better. */
export const SPANS: ReadonlySet<string> = new Set([
  '天',
  '日',
  '个工作日',
  '工作日',
  '小时',
  '分钟',
  '秒',
  '个月',
  '月',
  '周',
]);
export const LONGER_IS_BETTER =
  /开放|服务|运行|培训|供水|供电|供暖|供气|值班|出勤|巡查|驻村|保存|使用|寿命|续航|学习|播出|展出/u;

/** Names of rates that cannot go above 100%. */
export const CAPPED = /率$|满意度|比例$|占比$|比重$|覆盖面$/u;
