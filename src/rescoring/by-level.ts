import type { Report } from '../report/model.js';
import { isAdmissible, type LevelsRule } from '../rubric/index.js';
import { claimOf } from './claim.js';
import { statedLevel } from './levels.js';
import type { Admissible, ItemVerdict } from './model.js';
import { spelled } from './spelled.js';

/** Levels that an appraisal gives, and not the reviewer by looking at the work: 优秀, 合格, 一等. */
const APPRAISED =
  /^["“]?(?:(?:年度|综合|绩效)?考[核评](?:结果|等次)?(?:为|是)?)?["“]?(?:优秀?|良好?|中等?|差|合格|基本合格|不合格|称职|基本称职|不称职|先进|[一二三四]等(?:奖)?|[ABCD]级?)["”]?(?:等次|等级|档次|的|单位)?$/u;

const isAppraised = ({ levels }: LevelsRule): boolean =>
  levels.filter(({ text }) => APPRAISED.test(text.trim())).length * 2 > levels.length;

/** 优秀计3分，良好计2分: confirmed or contradicted by the appraisal that the report tells of. */
export function byLevel(report: Report, blank: ItemVerdict, rule: LevelsRule): ItemVerdict {
  const stated = statedLevel(
    report,
    rule.levels.map((level) => level.text),
  );
  const level = rule.levels.find(({ text }) => text === stated?.level);
  if (!stated || !level) {
    if (!isAppraised(rule)) return { ...blank, status: 'judgement' };
    return { ...blank, needs: [`${blank.indicator.name}的考核等次`] };
  }
  const claimed = claimOf(blank.indicator);
  const allowed: Admissible = {
    scores: level.score.low.eq(level.score.high) ? [level.score.low] : null,
    range: level.score,
  };
  const trace = [`文中载明考核等次为“${level.text}”，应得${spelled(allowed)}分：${stated.quote.text.trim()}`];
  if (!claimed) return { ...blank, admissible: allowed, trace };
  return {
    ...blank,
    admissible: allowed,
    trace,
    status: isAdmissible(allowed, claimed) ? 'confirmed' : 'contradicted',
  };
}
