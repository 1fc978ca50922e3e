/** Faults between goals and results. */
import type { Fault } from './fault.ts';

const MISMATCH = [
  'target/unmet',
  'figure/restated',
  'score/rescored',
  'score/contradicts-narrative',
] as const;

/** Layouts that print goals and results; the section of a final-account report prints none. */
const PROMISED = [1, 2, 4, 5, 6, 7, 8] as const;

export const GOAL_FAULTS: readonly Fault[] = [
  {
    name: 'unmet-count',
    rule: 'target/unmet',
    also: MISMATCH,
    layouts: PROMISED,
    before: (s, random) => {
      const pair = random.pick(s.goals.filter((goal) => goal.kind === 'count'));
      pair.result = Math.max(1, Math.floor((pair.target * random.int(55, 92)) / 100));
      pair.explanation = '';
      const item = s.scoring.items.find((other) => other.name === pair.goal.name);
      if (item) item.result = `${pair.result}${pair.goal.unit}`;
      return { anchors: [pair.goal.name], note: `${pair.goal.name}目标${pair.target}，完成${pair.result}` };
    },
  },
  {
    name: 'unmet-rate',
    rule: 'target/unmet',
    also: MISMATCH,
    layouts: PROMISED,
    before: (s, random) => {
      const pair = random.pick(s.goals.filter((goal) => goal.kind === 'rate'));
      pair.result = pair.target - random.int(2, 9);
      const item = s.scoring.items.find((other) => other.name === pair.goal.name);
      if (item) item.result = `${pair.result}${pair.goal.unit}`;
      return { anchors: [pair.goal.name], note: `${pair.goal.name}目标${pair.target}%，完成${pair.result}%` };
    },
  },
  {
    name: 'unmet-cost',
    rule: 'target/unmet',
    also: MISMATCH,
    layouts: PROMISED,
    before: (s, random) => {
      const pair = random.pick(s.goals.filter((goal) => goal.kind === 'cost'));
      pair.result = Math.round((pair.target * random.int(108, 126)) / 100);
      const item = s.scoring.items.find((other) => other.name === pair.goal.name);
      if (item) item.result = `${pair.result}${pair.goal.unit}`;
      return { anchors: [pair.goal.name], note: `${pair.goal.name}不超过${pair.target}，实际${pair.result}` };
    },
  },
  {
    name: 'unreported',
    rule: 'target/unreported',
    also: [],
    layouts: [1, 2, 5, 6, 7, 8],
    before: (s, random) => {
      // In the narrative of a project the form's own cells still report it.
      if (s.layout === 7) return null;
      const pair = random.pick(s.goals.filter((goal) => goal.kind === 'count'));
      pair.unreported = true;
      return { anchors: [pair.goal.name], note: `${pair.goal.name}没有完成情况` };
    },
  },
  {
    name: 'overachieved',
    rule: 'target/overachieved',
    also: [],
    layouts: PROMISED,
    before: (s, random) => {
      const pair = random.pick(s.goals.filter((goal) => goal.kind === 'count'));
      pair.result = Math.ceil((pair.target * random.int(138, 260)) / 100);
      pair.explanation = '';
      const item = s.scoring.items.find((other) => other.name === pair.goal.name);
      if (item) item.result = `${pair.result}${pair.goal.unit}`;
      return {
        anchors: [pair.goal.name],
        note: `${pair.goal.name}目标${pair.target}，完成${pair.result}，无说明`,
      };
    },
  },
];
