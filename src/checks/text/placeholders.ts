/** A wording that templates carry and finished reports do not. Patterns are matched on folded text. */
export interface PlaceholderMark {
  readonly pattern: RegExp;
  /** A folded text without any of these characters cannot hold the mark: nearly all texts, and quickly told. */
  readonly signs: RegExp;
  /** What it is, as the finding says it. */
  readonly what: string;
  /** A text with these words is left alone. */
  readonly unless?: RegExp;
  /** So is a mark with these words within a few characters of it. */
  readonly unlessNear?: RegExp;
  /** Forms print these words in their own cells; only in the running text are they left over. */
  readonly prose?: true;
}

/** People are masked with XX for privacy: 张XX, 负责人：李XX. */
const MASKED = /负责人|联系人|填表人|经办人|患者|村民|学生|同志|电话|手机|身份证/u;
/** Blanks for hand-written signatures and dates. */
const SIGNED = /签字|签名|签章|盖章|负责人|审核人|填表人|联系电话|年\s*月\s*日/u;

/** Placeholders, prompts and either-or words, as found in the templates of several provinces. */
export const PLACEHOLDERS: readonly PlaceholderMark[] = [
  // XX局, XXX万元, ××单位, 20XX年
  {
    pattern: /(?<![A-Za-z0-9./@_-])(?:[Xx]{2,20}|×{2,20})(?![A-Za-z0-9./@_-])/gu,
    signs: /[Xx×]/u,
    what: '占位符',
    unlessNear: MASKED,
  },
  { pattern: /(?<!\d)20(?:[Xx]{2}|×{2}|\d[Xx×])(?=\s?年)/gu, signs: /[Xx×]/u, what: '占位符' },
  {
    pattern: /[*○]{2,20}(?=[局委办部厅院所站校会中县市区乡镇街单项万元%年月户家]|人次)/gu,
    signs: /[*○]/u,
    what: '占位符',
  },
  // 新建学校×所; 单价×人数 is a formula
  {
    pattern: /(?<=\p{Script=Han})[×Xx□](?=(?:个|所|家|项|次|人次?|户|亩|万元|亿元|公里|%)[，。；、])/gu,
    signs: /[×Xx□]/u,
    what: '占位符',
  },
  { pattern: /某某(?:[局委办厅]|单位|部门|项目)(?!部|长)/gu, signs: /某/u, what: '占位符' },
  // 预算____万元
  { pattern: /_{3,100}|＿{2,100}/gu, signs: /[_＿]/u, what: '空白', unless: SIGNED },
  // 满意度达__%, 执行率     %。
  {
    pattern: /_{2}(?=\s?(?:%|万元|亿元|元|人|个|项|次|分|家|户|公里|年|月|日))/gu,
    signs: /_/u,
    what: '空白',
    unless: SIGNED,
  },
  {
    // A gap between Chinese words and a measure, or the end of the clause behind 为 and its like: the figure is missing.
    pattern:
      /(?<=[率度达为是约到占])[ \u3000\t]{2,40}(?:%|个百分点|万元|亿元)(?=\s?[，。；,;])|(?<=\p{Script=Han})[ \u3000\t]{3,40}(?:万元|亿元|人次?|户|家|个|项|次|亩|公里)(?=\s?[，。；,;])|(?<=[率度达为])[ \u3000\t]{3,40}(?=[，。；])|(?<=[得评]分)[ \u3000\t]{2,40}分(?=\s?[，。；])|(?<=[为是])"[ \u3000]{1,8}"/gu,
    signs: /[ \t]/u,
    what: '空白',
  },
  // （简要说明存在的问题，300字以内）, [说明内设机构情况]; 说明： begins a note
  {
    pattern:
      /[([【](?:简要|重点|逐项|逐条|分别|主要|具体|详细)?(?:说明|简述|概述|阐述|描述|列明|填列|填写)(?!(?:见|详见|如下|书|会|材料|性|口径|要求|[：:]))[^()[\]【】：:；。]{3,60}[)\]】]/gu,
    signs: /[([【]/u,
    what: '填写提示',
    unlessNear: /见附|详见|附后|附表|指标说明|评价说明/u,
    prose: true,
  },
  {
    pattern: /[([【][^()[\]【】]{0,40}(?:\d+字(?:以内|左右|以上)|不(?:超过|少于)\d+字)[)\]】]/gu,
    signs: /[([【]/u,
    what: '填写提示',
    prose: true,
  },
  // （本部分可不填写）
  {
    pattern: /[([【](?:本部分|此部分|此项|本项|该项)?(?:如无)?(?:可不填写?|可不写|可略|选填|必填)[)\]】]/gu,
    signs: /[([【]/u,
    what: '模板提示',
  },
  // （此页为封面）, （请填写）, 【此处插入表格】
  { pattern: /[([【](?:此页|本页)(?:为|是)?[^()[\]【】]{0,12}[)\]】]/gu, signs: /[([【]/u, what: '模板提示' },
  { pattern: /[([【]\s?(?:封面|扉页|首页|封面页)\s?[)\]】]/gu, signs: /[([【]/u, what: '模板提示' },
  {
    pattern:
      /[([【](?:请|此处|在此|应|需|由)[^()[\]【】]{0,40}(?:填写|填列|填报|输入|插入|说明|简述|描述|删除|替换|修改|粘贴)[^()[\]【】]{0,20}[)\]】]/gu,
    signs: /[([【]/u,
    what: '填写提示',
  },
  {
    pattern:
      /[([【](?:单位名称|部门名称|项目名称|单位全称|部门全称|名称|具体内容|内容略|略写|制度名称|填写[^()[\]【】]{0,16}|示例|样例|样表|模板|范本|参考模板|待填|待补充|待核实|待定|待完善|如持平作持平表述|不涉及的不列|没有的删除|可另附页|可加页|字数不限|不少于\d+字|\d+字以内|\d+字左右|根据实际情况填写|根据实际填写)[)\]】]/gu,
    signs: /[([【]/u,
    what: '模板提示',
  },
  // （此处待补充）, （数据待核实）
  {
    pattern:
      /[([【](?:此处|本处|这里|数据|数字|金额|内容|原因|情况|以下|具体|资料|材料|后续|尚)?(?:内容|数据|情况)?待(?:补充?|填写?|核实?|定|完善|更新|确认)(?:完整|内容|数据)?[)\]】]/gu,
    signs: /[([【]/u,
    what: '待补内容',
  },
  { pattern: /[([]仅有一个单位的部门[^()[\]]{0,40}[)\]]/gu, signs: /[([]/u, what: '模板提示' },
  {
    pattern:
      /(?:请在此(?:处)?|在此处|此处(?:请)?)(?:填写|填列|输入|插入|添加|粘贴)|(?:单击|点击)(?:此处|或点击此处)?(?:输入|添加|选择)|请选择(?:[。.…]|$)|按上述格式依次说明|作下述说明|由主管部门根据.{0,24}填写/gu,
    signs: /[请此击述由]/u,
    what: '填写提示',
  },
  { pattern: /TODO|TBD|[?？]{3,10}/gu, signs: /[T?？]/u, what: '待补内容' },
  // 下降（增长）27.78%, 决算数大于（小于）预算数
  {
    pattern:
      /(?<!每)(?:增加|减少|增长|下降|上升|降低|提高|增幅|降幅)[(/](?:增加|减少|增长|下降|上升|降低|提高|增幅|降幅)\)?(?=\s?(?:了|约)?\s?[\dXx×_])/gu,
    signs: /[(/]/u,
    what: '二选一未删',
    unless: /得\s?[\d.]+\s?分|扣\s?[\d.]+\s?分/u,
  },
  // 评价等级为“优（良/中/差）”; 分为优、良、中、差 is the scale
  {
    pattern: /(?<!分)为\s?["']?优\s?[(/]\s?良\s?[/、]\s?中\s?[/、]\s?差/gu,
    signs: /优/u,
    what: '二选一未删',
  },
  {
    pattern:
      /数(?:大于|小于|高于|低于|超过)\s?[(/](?:大于|小于|等于|高于|低于|少于)(?:[/、](?:大于|小于|等于|持平))?\)?(?=预算)/gu,
    signs: /[(/]/u,
    what: '二选一未删',
  },
];
