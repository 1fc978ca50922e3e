/** Goals of the year and what came of them. */
import { dec } from '../../../src/numbers/decimal.ts';
import type { GoalPair, Scenario } from '../scenario.ts';
import { percent } from '../style.ts';
import { type Slot, say, type Words } from '../words.ts';

type Target = (pair: GoalPair) => Words;
type Result = (pair: GoalPair) => Words;

/** A report keeps to one way of writing its goals. */
export function targetStyle(s: Scenario): Target {
  const form = s.random.int(0, 4);
  return (pair) => {
    const { name, unit } = pair.goal;
    const number = `${pair.target}${unit}`;
    if (pair.kind === 'cost')
      return (
        [
          say`${name}不超过${number}。`,
          say`${name}≤${number}。`,
          say`${name}控制在${number}以内。`,
          say`${name}不高于${number}。`,
          say`${name}不超过${number}。`,
        ][form] ?? []
      );
    if (pair.kind === 'rate')
      return (
        [
          say`${name}达到${number}以上。`,
          say`${name}≥${number}。`,
          say`${name}不低于${number}。`,
          say`${name}${number}以上。`,
          say`${name}不低于${number}。`,
        ][form] ?? []
      );
    return (
      [
        say`全年${name}${number}。`,
        say`${name}≥${number}。`,
        say`${name}不少于${number}。`,
        say`计划${name}${number}。`,
        say`${name}${number}以上。`,
      ][form] ?? []
    );
  };
}

const resultSlot = (pair: GoalPair): Slot => ({
  roles: ['result'],
  text: `${pair.result}${pair.goal.unit}`,
  value: dec(pair.result),
  print: (value) => `${value.toFixed(0)}${pair.goal.unit}`,
  quantity: pair.goal.name,
});

export function resultStyle(s: Scenario): Result {
  const form = s.random.int(0, 4);
  return (pair) => {
    const { name } = pair.goal;
    const number = resultSlot(pair);
    const why = pair.explanation === '' ? '' : `（${pair.explanation}）`;
    if (pair.kind === 'count')
      return (
        [
          say`全年${name}${number}${why}，目标已完成。`,
          say`实际${name}${number}${why}，完成年度目标。`,
          say`${name}${number}${why}，已完成。`,
          say`${name}完成${number}${why}，达到预期目标。`,
          say`截至年底，${name}${number}${why}，完成年度任务。`,
        ][form] ?? []
      );
    return (
      [
        say`${name}${number}${why}，目标已完成。`,
        say`${name}实际为${number}${why}，完成年度目标。`,
        say`${name}${number}${why}，已完成。`,
        say`${name}达${number}${why}，达到预期目标。`,
        say`${name}为${number}${why}，完成年度任务。`,
      ][form] ?? []
    );
  };
}

export const ofKind = (s: Scenario, kind: GoalPair['kind']): GoalPair[] =>
  s.goals.filter((pair) => pair.kind === kind);

/** The goal and result of satisfaction, which every report has. */
export const satisfactionTarget = (s: Scenario): Words =>
  s.random.pick([
    say`服务对象满意度90%以上。`,
    say`服务对象满意度达到90%以上。`,
    say`服务对象满意度不低于90%。`,
    say`服务对象满意度≥90%。`,
  ]);

export function satisfactionResult(s: Scenario): Words {
  const rate = percent(dec(s.survey.satisfied).div(s.survey.valid), s.style, ['satisfaction'], {
    quantity: 'satisfaction',
  });
  return s.random.pick([
    say`服务对象满意度${rate}，目标已完成。`,
    say`服务对象满意度为${rate}，达到预期目标。`,
    say`经调查，服务对象满意度${rate}，完成年度目标。`,
    say`服务对象满意度达${rate}，已完成。`,
  ]);
}
