import { lexicon } from './cursor.js';

/**
 * The words of scoring rules as bureaus print them, over folded text. A new wording is a new entry here. Longer
 * entries win over shorter ones, so order does not matter.
 */

/** How a value stands to a threshold. */
export type Relation = 'ge' | 'gt' | 'le' | 'lt' | 'eq';

/** Words that stand before a threshold. */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ...pairs(
    'ge',
    '≥ >= => >或= ≥= 大于等于 大于或等于 大于、等于 大于(等于) 大于(含) 超过(含) 高于(含) 达到(含) 高于等于 高于或等于 等于或大于 等于或高于 不低于 不得低于 不少于 不得少于 不小于 不得小于 未低于 达到或超过 达到或高于 超过或等于 达到 到达 达 至少 至少达到 满',
  ),
  ...pairs('gt', '> 大于 高于 超过 超出 多于 突破 超 高出 已超过 超过了'),
  ...pairs(
    'le',
    '≤ <= =< <或= ≤= 小于等于 小于或等于 小于、等于 小于(等于) 小于(含) 低于(含) 低于等于 低于或等于 等于或小于 等于或低于 不高于 不得高于 不大于 不得大于 不超过 不得超过 未超过 没有超过 不超 未超 未超出 不超出 不多于 不得多于 未突破 不突破 未高于 至多 没超过',
  ),
  ...pairs(
    'lt',
    '< 小于 低于 少于 不足 未达到 未达 不到 没达到 达不到 没有达到 未满 不满 不及 未到 低至 未完成',
  ),
  ...pairs(
    'eq',
    '= == 等于 为 恰为 恰好为 正好为 正好 恰好 刚好为 正好等于 恰好等于 是 均为 达到= 应为 须为',
  ),
]);
export const RELATION_WORDS = lexicon([...RELATIONS.keys()]);

/** Words that may stand between a name and a threshold without saying anything. */
export const PLACING = lexicon(
  '在 介于 处于 位于 控制在 保持在 为 居于 于 处在 均 能 应 须 已 均在 且 区间 范围 区间为 范围为 落在'.split(
    ' ',
  ),
);

/** Which end of a range the word closes; `closed` is null where the word leaves that open. */
export type Suffix = { readonly side: 'low' | 'high' | 'within'; readonly closed: boolean | null };

/** Words that stand after a threshold. 以上 alone leaves the end open to both readings. */
export const SUFFIXES: ReadonlyMap<string, Suffix> = new Map<string, Suffix>([
  ...pairs({ side: 'low', closed: null } as Suffix, '以上 以上的 及其上 以外 以外的 之外'),
  ...pairs(
    { side: 'low', closed: true } as Suffix,
    '及以上 和以上 或以上 及其以上 (含)以上 以上(含) (及)以上 含以上 (含)及以上 或更高 起',
  ),
  ...pairs({ side: 'low', closed: false } as Suffix, '(不含)以上 以上(不含) 不含以上'),
  ...pairs({ side: 'high', closed: null } as Suffix, '以下 以下的 之下 以内 之内 内 以内的 范围内 范围以内'),
  ...pairs(
    { side: 'high', closed: true } as Suffix,
    '及以下 和以下 或以下 及其以下 (含)以下 以下(含) (及)以下 含以下 (含)及以下 或更低 以内(含) (含)以内 及以内',
  ),
  ...pairs({ side: 'high', closed: false } as Suffix, '(不含)以下 以下(不含) (不含)以内 以内(不含)'),
]);
export const SUFFIX_WORDS = lexicon([...SUFFIXES.keys()]);

/** Signs and words between the two ends of a range. */
export const RANGE_DASHES = lexicon('- -- ~ ～ 〜 — —— ― ―― 至 到 ─ ── ﹣ ﹣﹣'.split(' '));
/** Words between two ends that are a range only with 之间 behind them. */
export const RANGE_AND = lexicon('和 与 、 及'.split(' '));
export const RANGE_TAILS = lexicon(
  '之间 之间的 区间 区间的 范围 内 以内 之内 范围内 区间内 间 的 之间(含) 中间 以上 以下'.split(' '),
);

/** Whether an end belongs to the range, said in or without brackets. */
export const INCLUDED = lexicon('含 包含 包括 含本数 包含本数 包括本数 含等于 含本级 闭区间'.split(' '));
export const EXCLUDED = lexicon('不含 不包含 不包括 不含本数 不包括本数 不包含本数 开区间'.split(' '));

/** Words between two conditions of one band. */
export const AND_WORDS = lexicon(
  ', 、 且 但 并且 但是 并 而 同时 和 又 以及 及 ,但 ,且 ,并 ,并且 ,但是 、且 、但 ,同时'.split(' '),
);
export const OR_WORDS = lexicon('或 或者 或是 及 ,或 ,或者 、或 、或者'.split(' '));

/** Verbs that give marks. */
export const AWARD_VERBS = lexicon(
  '得 计 记 给 评 打 赋 可得 可计 应得 即得 则得 均得 得到 获得 获 给予 赋予 计得 评为 评定为 评得 记为 计为 得分 得分为 计分 记分 计分为 赋分 赋分为 评分 评分为 打分 给分 记得 为 按 则计 则为 均计 均为 只得 仅得 取得 此项得 该项得 本项得 此项计 该项计 本项计 得分计 得分记 得分按 自评得 = 得分= :'.split(
    ' ',
  ),
);
/** Verbs that take marks. */
export const DEDUCT_VERBS = lexicon(
  '扣 减 扣减 扣除 减去 扣去 倒扣 减扣 相应扣 相应扣减 相应扣除 各扣 则扣 应扣 即扣 均扣 扣分 减分 扣掉 减少 再扣 另扣 扣罚 就扣 加扣 共扣 要扣 减除 减掉 分别扣 分别扣减 予以扣 少 少得 少记 少计 少给'.split(
    ' ',
  ),
);
/** Verbs that add marks for a step. */
export const ADD_VERBS = lexicon('加 加计 加分 增加 增 另加 再加 奖励 加得 增得 多得 得 计 记'.split(' '));

/** Awards without a number. */
export const FULL_AWARDS = lexicon(
  '满分 全分 得满分 得全分 计满分 记满分 给满分 为满分 打满分 评满分 赋满分 得满 得本项满分 得该项满分 得此项满分 得指标满分 得该指标满分 得分值满分 得权重分 得权重满分 得全部分值 得全部分 得全部权重分 得全部分数 计全分 记全分 计全部分值 可得满分 则得满分 即得满分 均得满分 给足分值 得足分 不扣分 得标准分 得分值 得该项分值 得满分值 得全分值 得100%分值 取得满分 获得满分 获满分 按满分计 按满分计算 按满分计分 满分计 赋全分 给全分 赋满分值 计分值满分 视为满分 视同满分 得指标分值 计满分值 得指标满分值 得权重 得权重值 得权重分值 得满权重分 得本项分值 得此项分值'.split(
    ' ',
  ),
);
/** Awards of nothing. */
export const ZERO_AWARDS = lexicon(
  '不得分 不计分 不记分 不给分 不评分 不赋分 不予计分 不予得分 无分 零分 得零分 计零分 记零分 为零分 均不得分 均不计分 则不得分 该项不得分 本项不得分 此项不得分 该指标不得分 该项不计分 不能得分 扣完 全扣 扣全部分 扣除全部分值 扣完全部分值 全部扣完 扣全分 扣满分 扣全部分值 分值扣完 全部扣除 不予给分 该项为零分 一票否决 没分 扣除全部分 本指标不得分 本项不计分 此项不计分 扣光 不予赋分 不能计分 得零 不分'.split(
    ' ',
  ),
);
/** Words for the full mark when a share of it is meant. */
export const MARK_WORDS = lexicon(
  '分值 满分 权重 权重分 权重分值 分数 分 标准分 标准分值 该项分值 本项分值 此项分值 该项分 本项分 指标分值 该指标分值 指标分 总分 总分值 基本分 基础分 基准分 权重值 该项权重 该项权重分 该项满分 本项满分 满分值 指标权重 指标权重分 该指标权重 该指标权重分 本指标权重 本指标权重分 本项权重 本项权重分 该指标满分 该项指标分值 全部分值 应得分 指标满分 本项指标分值 本指标分值 全分 赋分 设定分值 分值权重 权值'.split(
    ' ',
  ),
);
/** A judgement in place of a number: 酌情扣分. */
export const JUDGED_AWARDS = lexicon(
  '酌情扣分 酌情减分 酌情给分 酌情得分 酌情计分 酌情记分 酌情打分 酌情评分 酌情赋分 酌情扣减 酌情扣除 酌情 酌情评定 适当扣分 适当减分 适当给分 适当得分 视情况扣分 视情扣分 视情况给分 视情况得分 视情况计分 视情给分 视情节扣分 视情形扣分 视情况酌情扣分 视情况适当扣分 根据情况扣分 根据情况酌情扣分 视程度扣分 相应扣分 相应减分 扣相应分值 扣相应分 扣减相应分值 扣减相应分数 扣除相应分值 酌情扣相应分值 视情节轻重扣分 视情节轻重酌情扣分 视情况打分 视情况评分 按情况扣分 视完成情况扣分 视完成情况得分 视完成情况给分 视实际情况扣分 视实际情况给分 视实际情况酌情扣分 视实际情况得分'.split(
    ' ',
  ),
);

/** Words that carry a rate down, up, or away from the standard in either direction. */
export type Direction = 'down' | 'up' | 'away';
/** Where a step leads. */
export const DIRECTIONS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ...pairs(
    'down',
    '降低 下降 下滑 低 低于 少 少于 欠 减少 降 缺 短 落后 不足 少完成 少支出 低出 回落 偏低 降低了 未完成 低了 降幅 下浮 减 减低 少了 滑落 缩减 调减 少执行 短少 较低 未达到 未达 欠缺 滞后 调低 缩小 下跌',
  ),
  ...pairs(
    'up',
    '超过 超出 超 高 高于 高出 多 多出 多于 增加 增长 增 上升 提高 上浮 突破 超支 升高 偏高 超过了 升 提升 上涨 增高 高了 追加 多完成 超标 超额 大于 扩大 增多 超编 超预算 涨 延长 延迟 延误 推迟 延期 逾期 超期',
  ),
  ...pairs(
    'away',
    '偏离 相差 差 偏差 变动 浮动 上下浮动 超过(降低) 超过或降低 超过或低于 增减 高于或低于 升降 波动 高低 增加或减少 多或少 超过/低于 低于(高于) 超过(低于) 高于(低于) 降低(超过) 增加(减少) 减少(增加) 超(降) 超出或低于 超出或不足 高或低 上下相差 上下偏离 多于或少于 超出(低于) 增(减) 增加/减少 超过/降低 上升或下降 上升(下降) 上下差 正负偏差 正负偏离 低于或高于 降低或超过 偏移 误差 变化 超(低) 高(低) 低(高) 多(少) 少(多) 提高或降低 提高(降低) 上下波动 有偏差 存在偏差 相差达 增幅或降幅 调整',
  ),
]);
export const DIRECTION_WORDS = lexicon([...DIRECTIONS.keys()]);

/** What a step is measured against when the sentence names no threshold: the plan, that is 100%. */
export const REFERENCES = lexicon(
  '计划 目标 目标值 预算 预算数 指标值 年度指标值 标准 标准值 序时进度 基准 基准值 要求 计划数 目标数 年初目标 绩效目标 预期目标 预期值 计划值 既定目标 规定标准 规定值 进度要求 上述标准 该标准 上限 下限 规定 满分标准 绩效目标值 满分值 该值 此标准 设定值 目标任务 计划目标 年初预算 年度目标 年度目标值 限额 控制数 核定数 考核标准 考核目标'.split(
    ' ',
  ),
);

/** Which side a lead-in of steps speaks of: 高出的，每1%… */
export const LEADS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ...pairs(
    'up',
    '高出的 超过的 超出的 超出部分 超过部分 高于的 大于的 高出部分 多出的 多出部分 突破的 超支的 超标的 超过上述标准的 超过标准的 超过该比例的 超过此比例的 超过的部分 超出的部分 如超过 若超过 超过后 超额的 超额部分 如超出 若超出 超过目标的 每超 超标部分 凡超过的 凡超出的 超过时 超出时 超过100%的部分 大于部分 高于部分 高于标准的 如有超过 如有突破 如突破 若突破 超过者 超出者',
  ),
  ...pairs(
    'down',
    '低于的 不足的 未达到的 未达的 未达标的 不足部分 低于部分 没达到的 达不到的 未完成的 少的 欠的 低出的 未完成部分 未达到部分 低于标准的 低于目标的 未达到标准的 未达到目标的 未达到目标值的 低于目标值的 如低于 若低于 如未达到 若未达到 未达到 未达标 未完成 如未完成 不达标的 差额部分 未达目标的 未达目标值的 未达标准的 未达到要求的 达不到标准的 低于该比例的 低于此比例的 如不足 若不足 未达标者 低于者 未达到者 未能达到的 未能完成的 未全部完成的 未按计划完成的 未达到时 未达到上述标准的 未达到预期目标的 未达到该比例的 未达100%的部分',
  ),
  ...pairs(
    'away',
    '多或少 上下 偏离的 高于或低于 高出或低出的 高于或低于的 超过或低于的 超过或不足的 偏差的 上下浮动 多或少的 超出或不足的 不等于的 有偏差的 存在偏差的 偏离部分 上下浮动的 高于或低于标准的 偏离标准的 偏离目标的 超过或低于标准的 有偏离的 增减的 多出或少出的 多出或不足的 无论高低 不论高低 高出或不足的 高于、低于的 上浮或下浮的 正负',
  ),
]);
export const LEAD_WORDS = lexicon([...LEADS.keys()]);

/** Words that carry no meaning of their own between the parts of a clause. */
export const PARTICLES = lexicon(
  '的 时 者 则 的话 情况 情况下 情形 部分 该项 本项 此项 该指标 本指标 此指标 指标 的部分 的情况 均 可 即 就 也 一律 全部 的单位 的部门 的项目 的区间 的指标 则该项 自评 ,则 ,该项 ,本项 ,此项 ,该指标 ,指标 将 应 应当 予以 相应 得分 了 后'.split(
    ' ',
  ),
);

/** Words for everything the bands leave over. */
export const OTHERWISE = lexicon(
  '其他 其它 其余 否则 其他情况 其它情况 其余情况 其余各档 其他的 其余的 以外 除此之外 除此以外 反之 其他情形 其余情形 其余档次 其他档次 不在上述范围 不在上述范围内 不符合上述条件 不满足上述条件 不符合上述 不在此范围 不在此范围内 不在该范围内 不在该区间 不在上述区间 未达到上述标准 达不到上述标准 达不到上述要求 除上述情况外 此外 反之则 未达到 未达到的 达不到的 未达标的 未达标 未达到标准的 未达到要求的 未完成的 未达到上述要求 不达标的 不达标 不符合的 不满足的 未达到目标的 达不到 未达到目标值的 超过的 超出的 超过 高于的 低于的 不符合要求的 未完成 未达'.split(
    ' ',
  ),
);

/** Words before and after 扣完 in 直至扣完该项分值为止. */
export const UNTIL_HEADS = lexicon('直至 直到 至 以 并 至全部 到 直至全部 一直'.split(' '));
export const UNTIL_VERBS = lexicon(
  '扣完 减完 扣光 扣满 减满 扣尽 减光 扣至零分 扣到零分 减至零分 加满 加完 扣至零 扣为零 扣到零 扣减完 扣除完 扣完了 扣净 扣到底 加到满分 扣至0 减至0 扣到0 扣为0 扣完分 减到0 扣减至0 扣至最低 满'.split(
    ' ',
  ),
);
export const UNTIL_OBJECTS = lexicon(
  '本项 该项 此项 该指标 本指标 此指标 指标 分值 分数 分 权重分 权重 得分 满分 的 所有 全部 总分 本项指标 该项指标 全部分值 为 基本分 本'.split(
    ' ',
  ),
);
export const UNTIL_TAILS = lexicon('为止 止 为限 即止 终止 截止 结束'.split(' '));
/** Sentences that only say that nothing below zero is given. */
export const FLOOR_SENTENCES = lexicon(
  '不计负分 不得负分 不倒扣 不出现负分 不得为负 不为负 不记负分 不扣负分 得分不为负 不计负数 不倒扣分 不再倒扣 不设负分 不得出现负分 不打负分'.split(
    ' ',
  ),
);
/** Words before the lowest score. */
export const LOWEST = lexicon(
  '最低 最低得 最低为 最低计 最低记 最少 最少得 最低得分 最低得分为 最低至 最低扣至 最低分 最低分为 下限 下限为 得分最低 得分最低为 得分不低于 最低不低于 不低于 扣至 扣到 减至 扣减至 直至'.split(
    ' ',
  ),
);
/** Words before or behind the highest score. */
export const HIGHEST = lexicon(
  '封顶 最高 最高得 最高为 最高计 最高记 最多 最多得 最多计 最高不超过 最高得分 最高得分为 最多不超过 上限 上限为 得分不超过 得分最高 得分最高不超过 最高得分不超过 不超过 最大不超过 总分不超过 得分上限 得分上限为 最高分 最高分为 最高可得 得分以不超过 累计不超过 合计不超过 累计最高 最高限 不超 得分不超'.split(
    ' ',
  ),
);
/** Words before the most that can be lost. */
export const LARGEST_LOSS = lexicon(
  '最多扣 最高扣 至多扣 最多减 最高减 扣分不超过 累计扣分不超过 最多扣除 最多扣减 最高扣减 最高扣除 扣分上限 扣分上限为 最多扣分 扣分最多 扣分最高 最多累计扣 累计最多扣 扣分合计不超过 扣分最多不超过 最高扣分 最高扣分不超过 累计扣减不超过 扣减不超过 扣完'.split(
    ' ',
  ),
);
/** Sentences that only repeat that the full mark is the most. */
export const CAP_SENTENCES = lexicon(
  '不超过分值 不超过满分 以满分为限 以分值为限 超过满分按满分计 超过满分的按满分计 超过满分的按满分计算 最高不超过满分 最高不超过分值 得分不超过分值 得分不超过满分 超过100%的按100%计算 超过100%按100%计算 超过100%的按100%计 超过100%按100%计 超过100%的按满分计 超过100%按满分计 大于100%按100%计算 大于100%的按100%计算 高于100%的按100%计算 高于100%按100%计算 超过1的按1计算 超过1按1计算 超过分值的按分值计 满分为限 最高得满分 最高为满分 最高不超过该项分值 最高不超过本项分值 不超过该项分值 不超过本项分值 不得超过满分 不得超过分值 封顶为满分 满分封顶 最高满分 超过100%的得满分 超过100%得满分 大于100%的按满分计 超过100%以100%计 超过100%的以100%计 大于1按1计算 大于1的按1计算 超过指标分值的按指标分值计 超额完成的按满分计 超额完成按满分计 最高不超过指标分值 得分最高不超过分值 得分最高不超过满分 最高得分不超过分值 最高得分不超过满分'.split(
    ' ',
  ),
);

/** 不足5%的按5%计算, 不足一个百分点不扣分. */
export const PART_HEADS = lexicon('不足 未满 不满 不到 剩余不足'.split(' '));
export const PART_WHOLE = lexicon(
  '不扣分 不扣 不计 不计扣分 不予扣分 不计算 忽略不计 不减分 舍去 不作扣分 不再扣分 不计入 不作扣减'.split(
    ' ',
  ),
);
export const PART_STARTED_HEADS = lexicon('按 视同 视为 按照 以 也按 均按 作'.split(' '));
export const PART_STARTED_TAILS = lexicon('计算 计 计扣 扣分 扣 算 对待 处理 扣减 计分'.split(' '));
export const PART_PRORATA = lexicon(
  '按比例扣分 按比例计算 按比例计扣 按比例扣减 按比例折算 按比例扣 按比例计 按比例扣除 按比例计分 按实际比例扣分 按插值法计算 按同比例扣分'.split(
    ' ',
  ),
);
/** The same, said of all steps: 不足一档按比例. */
export const PRORATA_SENTENCES = lexicon(
  '不足部分按比例扣分 不足部分按比例计算 不足一档按比例扣分 不足一档的按比例扣分 中间按比例计算 中间值按比例计算 中间按插值法计算 按插值法计算 不足一档按比例计算 不足一档的按比例计算 采用插值法计算 不足部分按比例扣减 不足按比例扣分'.split(
    ' ',
  ),
);
export const WHOLE_SENTENCES = lexicon(
  '不足一档不扣分 不足一档的不扣分 不足一档不扣 不足部分不扣分 不足部分不扣'.split(' '),
);
export const STARTED_SENTENCES = lexicon(
  '不足一档按一档计算 不足一档的按一档计算 不足一档按一档扣分 不足一档的按一档扣分 不足一档按一档计 不足部分按一档扣分'.split(
    ' ',
  ),
);

/** Every score word: text that holds one is a statement about marks and may not be passed over as prose. */
export const MARK_HINTS: readonly string[] = ['得分', '扣', '计分', '记分', '满分', '分值', '加分', '减分'];
/** Words that leave the score to the reviewer. */
export const JUDGEMENT_HINTS: readonly string[] =
  '酌情 视情 视实际 适当 根据实际 综合评定 综合评价 综合评判 打分 评分 评判 评定 专家 视完成情况 视执行情况 视具体情况 视效果 根据完成情况 根据执行情况 根据成效 视成效 得分按 计分 评价得分 综合考虑 综合考量 视程度 定性 自行设定 自行确定 据实'.split(
    ' ',
  );
/** Words that offer several rules of which one applies. */
export const CHOICE_HINTS: readonly string[] =
  '二者择一 两者择一 二选一 择一 任选其一 任选一项 选其一 选择其一 选择一种 任选一种 选用一种 选取一种 三选一 二者选一 两者选一'.split(
    ' ',
  );
/** Words by which a subject only refers back to the quantity already named. */
export const BACK_REFERENCES: readonly string[] =
  '绝对值 比率 该比率 比例 该比例 比值 结果 指标值 实际值 数值 指标 该指标 本指标 该项 偏差率 偏离度 偏差 完成率 执行率 控制率 变动率 调整率 满意度 完成比例 x X y Y 该值 率值 实际完成 实际 占比 完成 得分率 该率 值 其 计算结果 实际完成率 完成情况 且 但 若 如 如果 当 其中 其中: 凡 对 对于 实际比例 比重 实际完成值'.split(
    ' ',
  );

/** The name of a level, as the source of a pattern: 优秀, 较好, 第一档, A级. */
export const LEVEL_NAME =
  '(?:优秀?|较?良好?|中等?|较?好|较?差|一般|(?:基本|不)?合格|第?[一二三四五六]档|[A-E][档级等])';

function pairs<const T>(value: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, value]);
}
