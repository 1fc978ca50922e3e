/**
 * The truth behind one report: a unit, its year and its figures, from which every sentence and table is
 * printed. Amounts are integers of 元 and all sums hold exactly before they are rounded for printing.
 */
import { type Decimal, dec } from '../../src/numbers/decimal.ts';
import type { Random } from './random.ts';
import { makeScoring, type Scoring } from './scoring.ts';
import { makeStyle, type Style, settle } from './style.ts';
import { type CountedGoal, REGIONS, UNIT_KINDS, type UnitKind } from './units.ts';

export interface GoalPair {
  readonly goal: CountedGoal;
  readonly kind: 'count' | 'rate' | 'cost';
  readonly target: number;
  result: number;
  /** A result well above its target is explained in a clean report. */
  explanation: string;
  unreported: boolean;
}

export interface Scenario {
  readonly layout: number;
  readonly random: Random;
  readonly region: string;
  readonly kind: UnitKind;
  /** Full name: 云溪县农业农村局. */
  readonly unit: string;
  readonly otherUnit: string;
  readonly year: number;
  readonly style: Style;
  readonly staff: Staff;
  readonly income: Parts;
  readonly lastTotal: Decimal;
  readonly basic: Decimal;
  readonly projectTotal: Decimal;
  readonly personnel: Decimal;
  readonly publicFunds: Decimal;
  readonly publicBudget: Decimal;
  readonly projects: readonly { readonly name: string; readonly amount: Decimal }[];
  readonly expense: Decimal;
  readonly initial: Decimal;
  readonly added: Decimal;
  readonly budget: Decimal;
  readonly official: Official;
  readonly purchase: { readonly budget: Decimal; readonly actual: Decimal };
  readonly carried: { readonly before: Decimal; readonly after: Decimal };
  readonly assets: { readonly total: Decimal; readonly used: Decimal };
  readonly survey: { readonly sent: number; readonly valid: number; readonly satisfied: number };
  readonly goals: GoalPair[];
  readonly scoring: Scoring;
  /** One rate of the report is cut off instead of rounded, as some units do. */
  readonly cutOneRate: boolean;
}

export interface Staff {
  readonly posts: number;
  readonly administrative: number;
  readonly institutional: number;
  readonly serving: number;
  readonly retired: number;
  readonly offices: number;
}

/** Income by source: grants first. */
export interface Parts {
  readonly total: Decimal;
  readonly grants: Decimal;
  readonly other: Decimal;
}

/** “三公”经费. */
export interface Official {
  readonly budget: Decimal;
  readonly lastBudget: Decimal;
  readonly actual: Decimal;
  readonly lastActual: Decimal;
  readonly reception: Decimal;
  readonly vehicles: Decimal;
}

export function makeScenario(random: Random, layout: number): Scenario {
  const style = makeStyle(random);
  const region = random.pick(REGIONS);
  const kind = random.pick(UNIT_KINDS);
  const others = UNIT_KINDS.filter((other) => other.name !== kind.name);
  const year = random.int(2019, 2024);
  const amount = (low: number, high: number) => settle(dec(random.int(low, high)), style);
  const share = (whole: Decimal, low: number, high: number) =>
    settle(whole.mul(random.int(low * 100, high * 100)).div(10000), style);

  // 亿元 reports belong to large units: the figures must keep some digits when printed.
  const size = style.unit === '亿元' ? 60 : 1;
  const expense = amount(6_000_000 * size, 42_000_000 * size);
  const projectTotal = share(expense, 12, 46);
  const basic = expense.sub(projectTotal);
  const publicFunds = share(basic, 11, 32);
  const names = random.some(kind.projects, random.int(3, 4));
  const projects = splitInto(projectTotal, names, random, style);

  const budget = settle(expense.mul(1000 + random.int(4, 38)).div(1000), style);
  const added = share(budget, 1, 4);
  const before = random.chance(0.85) ? amount(90_000 * size, 900_000 * size) : dec(0);
  const after = before.isZero() ? dec(0) : share(before, 20, 96);
  const incomeTotal = expense.add(after).sub(before);
  const grants = random.chance(0.25) ? incomeTotal : share(incomeTotal, 78, 97);

  const officialBudget = amount(60_000 * size, 420_000 * size);
  const actual = share(officialBudget, 48, 97);
  const reception = share(actual, 15, 55);
  const administrative = random.int(10, 48);
  const institutional = random.int(4, 32);
  const posts = administrative + institutional;
  const purchaseBudget = amount(300_000 * size, 3_000_000 * size);
  const assetsTotal = amount(2_000_000 * size, 30_000_000 * size);
  const valid = random.pick([100, 120, 150, 160, 180, 200, 240, 260, 300]);

  const base = {
    layout,
    random,
    region,
    kind,
    unit: `${region}${kind.name}`,
    otherUnit: `${region}${random.pick(others).name}`,
    year,
    style,
    staff: {
      posts,
      administrative,
      institutional,
      serving: posts - random.int(0, Math.min(6, posts - 1)),
      retired: random.int(6, 60),
      offices: random.int(5, 14),
    },
    income: { total: incomeTotal, grants, other: incomeTotal.sub(grants) },
    lastTotal: settle(
      expense
        .mul(random.pick([82, 87, 91, 94, 106, 111, 118]))
        .div(100)
        .add(random.int(1, 9999)),
      style,
    ),
    basic,
    projectTotal,
    personnel: basic.sub(publicFunds),
    publicFunds,
    publicBudget: settle(publicFunds.mul(1000 + random.int(10, 120)).div(1000), style),
    projects,
    expense,
    initial: budget.sub(added),
    added,
    budget,
    official: {
      budget: officialBudget,
      lastBudget: random.chance(0.5)
        ? officialBudget
        : settle(officialBudget.mul(random.int(103, 130)).div(100), style),
      actual,
      lastActual: settle(actual.mul(random.int(104, 150)).div(100).add(random.int(1, 900)), style),
      reception,
      vehicles: actual.sub(reception),
    },
    purchase: {
      budget: purchaseBudget,
      actual: random.chance(0.5) ? purchaseBudget : share(purchaseBudget, 86, 99),
    },
    carried: { before, after },
    assets: { total: assetsTotal, used: random.chance(0.55) ? assetsTotal : share(assetsTotal, 91, 99) },
    survey: {
      sent: valid + random.pick([0, 0, 5, 10, 20]),
      valid,
      satisfied: Math.ceil((valid * random.int(905, 985)) / 1000),
    },
    goals: makeGoals(random, kind),
    cutOneRate: random.chance(0.08),
  };
  return { ...base, scoring: makeScoring(base) };
}

/** What the scoring needs to know of a scenario: everything but the scoring itself. */
export type Figures = Omit<Scenario, 'scoring'>;

function splitInto(total: Decimal, names: readonly string[], random: Random, style: Style) {
  let rest = total;
  return names.map((name, index) => {
    const left = names.length - index;
    const amount = left === 1 ? rest : settle(rest.mul(random.int(70, 130)).div(100 * left), style);
    rest = rest.sub(amount);
    return { name, amount };
  });
}

function makeGoals(random: Random, kind: UnitKind): GoalPair[] {
  const counted = random.some(kind.counted, random.int(3, 5)).map((goal): GoalPair => {
    const raw = random.int(goal.low, goal.high);
    const target = raw > 1000 ? Math.round(raw / 100) * 100 : raw > 200 ? Math.round(raw / 10) * 10 : raw;
    const more = random.chance(0.45) ? 0 : Math.floor((target * random.int(1, 18)) / 100);
    return { goal, kind: 'count', target, result: target + more, explanation: '', unreported: false };
  });
  const [first] = counted;
  if (first && random.chance(0.2)) {
    first.result = Math.ceil(first.target * (1.36 + random.next() * 0.3));
    first.explanation = random.pick([
      '因上级年中追加任务',
      '年中新增专项任务所致',
      '由于工作量较年初计划增加',
    ]);
  }
  const rates = random.some(kind.rates, 2).map(
    ({ name, target }): GoalPair => ({
      goal: { name, unit: '%', low: target, high: 100 },
      kind: 'rate',
      target,
      result: random.int(target, 100),
      explanation: '',
      unreported: false,
    }),
  );
  const ceiling = Math.round(random.int(kind.cost.low, kind.cost.high) / 10) * 10;
  const cost: GoalPair = {
    goal: kind.cost,
    kind: 'cost',
    target: ceiling,
    result: ceiling - random.pick([0, 0, 10, 25, 40]),
    explanation: '',
    unreported: false,
  };
  return [...counted, ...rates, cost];
}
