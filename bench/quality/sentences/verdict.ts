/** The score and grade of the report, where marks were lost, problems and measures. */
import type { Scenario } from '../scenario.ts';
import { claimedGrade, type Item, narrativeScore } from '../scoring.ts';
import { scoreText } from '../style.ts';
import { join, type Slot, say, type Words, word } from '../words.ts';

export const losers = (s: Scenario): Item[] =>
  s.scoring.items.filter((item) => item.cause !== null && item.told && item.score.lt(item.weight));

export function verdict(s: Scenario, subject = '部门整体支出'): Words {
  const { random, year } = s;
  const score = scoreText(narrativeScore(s.scoring));
  const grade = claimedGrade(s.scoring);
  const when: Slot = word('score-year', `${year}年度`);
  const unit = word('own-unit', s.unit);
  return random.pick([
    say`经综合评价，${unit}${when}${subject}绩效自评得分${score}分，评价结果为“${grade}”。`,
    say`对照评价指标体系逐项评分，${unit}${when}${subject}绩效自评综合得分为${score}分，自评等级为“${grade}”。`,
    say`${when}${subject}绩效自评总分${score}分，等级评定为${grade}。`,
    say`根据评分标准，${unit}${when}${subject}绩效评分${score}分，自评结果为“${grade}”。`,
    say`综上，${when}${unit}${subject}自评得分：${score}分，评价等级：${grade}。`,
    say`评价小组一致认为，${unit}${when}${subject}绩效目标总体完成较好，自评${score}分，评为“${grade}”等次。`,
  ]);
}

export function scale(s: Scenario): Words | null {
  const [a, b, c, d] = s.scoring.words;
  const standard = s.scoring.words[2] === '中' || s.random.chance(0.8);
  if (!standard) return null;
  return s.random.pick([
    say`评价等级分为四档：90分（含）以上为${a}，80分（含）-90分为${b}，60分（含）-80分为${c}，60分以下为${d}。`,
    say`评价结果分为四个等级：${a}（得分≥90分）、${b}（80分≤得分＜90分）、${c}（60分≤得分＜80分）、${d}（得分＜60分）。`,
    say`等级标准：综合得分在90-100分的为${a}，80-89分的为${b}，60-79分的为${c}，60分以下的为${d}。`,
  ]);
}

export function deductions(s: Scenario): Words | null {
  const lost = losers(s);
  if (lost.length === 0) return null;
  const parts = lost.map(
    (item) => say`“${item.name}”扣${scoreText(item.weight.sub(item.score))}分（${item.cause?.reason ?? ''}）`,
  );
  const narrated = lost.map(
    (item) =>
      say`${item.name}指标分值${scoreText(item.weight)}分，得${scoreText(item.score)}分，扣分原因是${item.cause?.reason ?? ''}`,
  );
  return s.random.pick([
    say`扣分情况：${join(parts, '、')}。`,
    say`主要扣分点：${join(parts, '，')}。`,
    say`${join(narrated, '；')}。`,
    say`失分指标为${join(parts, '；')}。`,
  ]);
}

const FALLBACK = {
  title: '绩效管理意识有待加强',
  detail: '部分业务股室对绩效管理的认识还不够深入，重投入、轻绩效的观念依然存在',
  measure: '加强绩效管理业务培训，提高全员绩效意识',
} as const;

export const problems = (
  s: Scenario,
): { readonly title: string; readonly detail: string; readonly measure: string }[] => [
  ...s.scoring.items
    .filter((item) => item.cause !== null && item.told)
    .map((item) => ({
      title: item.cause?.problem ?? '',
      detail: item.cause?.detail ?? '',
      measure: item.cause?.measure ?? '',
    })),
  FALLBACK,
];
