/** Faults in figures: each changes one printed figure or word of a relation that held. */
import { type Decimal, dec } from '../../../src/numbers/decimal.ts';
import { type Draft, type Placed, slotsOf } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { type Role, type Slot, textOf } from '../words.ts';
import type { Fault, Planted } from './fault.ts';

/** Figures of one quantity that are also told elsewhere break there, too. */
const RELATIONS = [
  'figure/share',
  'figure/sum',
  'figure/change',
  'figure/completion',
  'figure/restated',
  'figure/direction',
  'figure/table-total',
  'figure/impossible',
  'score/rescored',
  'figure/unit',
] as const;

const others = (rule: string): string[] => RELATIONS.filter((other) => other !== rule);

const withRole = (draft: Draft, role: Role): Placed[] =>
  slotsOf(draft).filter(({ slot }) => slot.roles.includes(role));

function reprint(slot: Slot, value: Decimal): boolean {
  if (!slot.print) return false;
  const before = slot.text;
  slot.text = slot.print(value);
  return slot.text !== before;
}

const wrote = (before: string, placed: Placed): Planted => ({
  anchors: [placed.slot.text.replace(/(?:万元|亿元|元)$/u, '')],
  note: `${before} → ${placed.slot.text}：${textOf(placed.holder.words)}`,
});

/** Changes a figure by a few percent, or two digits of it by hand's slip. */
function slip(value: Decimal, random: Random, s: Scenario): Decimal {
  const leastSlip = dec(8).div(dec(10).pow(s.style.unit === '元' ? 0 : s.style.decimals));
  if (random.chance(0.4)) {
    const digits = value.abs().toFixed().replace('.', '');
    const at = random.int(0, Math.min(2, digits.length - 2));
    const [a, b] = [digits[at], digits[at + 1]];
    if (a !== undefined && b !== undefined && a !== b && !(at === 0 && b === '0')) {
      const swapped = dec(`${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`).div(
        dec(10).pow(value.decimalPlaces()),
      );
      if (swapped.sub(value).abs().gte(leastSlip)) return swapped;
    }
  }
  const factor = dec(100 + random.pick([-1, 1]) * random.int(3, 12)).div(100);
  const slipped = value.mul(factor);
  return slipped.sub(value).abs().lt(leastSlip) ? value.add(leastSlip) : slipped;
}

function changeAmount(role: Role) {
  return (draft: Draft, random: Random, s: Scenario): Planted | null => {
    const places = withRole(draft, role).filter(({ slot }) => slot.value?.gt(0));
    if (places.length === 0) return null;
    const placed = random.pick(places);
    const { slot } = placed;
    const before = slot.text;
    if (!slot.value) return null;
    if (!reprint(slot, slip(slot.value, random, s))) return null;
    return wrote(before, placed);
  };
}

/** Changes a percentage by one to nine points, keeping it possible. */
function changeRate(role: Role, largest = 100) {
  return (draft: Draft, random: Random, s: Scenario): Planted | null => {
    const places = withRole(draft, role).filter(({ slot }) => slot.value && slot.text.endsWith('%'));
    if (places.length === 0) return null;
    const placed = random.pick(places);
    const { slot } = placed;
    const before = slot.text;
    if (!slot.value) return null;
    // Amounts printed in whole 万元 leave a rate of theirs open by several points.
    const points = dec(
      s.style.decimals === 0 && s.style.unit !== '元' ? random.int(250, 400) : random.int(13, 90),
    ).div(10);
    const up = slot.value.add(points);
    const value = random.chance(0.5) && up.lte(largest) ? up : slot.value.sub(points);
    if (value.lte(0) || !reprint(slot, value)) return null;
    return wrote(before, placed);
  };
}

function turnWord(role: Role) {
  return (draft: Draft, random: Random): Planted | null => {
    const places = withRole(draft, role).filter(({ slot }) => slot.opposite);
    if (places.length === 0) return null;
    const placed = random.pick(places);
    const before = placed.slot.text;
    placed.slot.text = placed.slot.opposite ?? before;
    return wrote(before, placed);
  };
}

const figure = (
  name: string,
  rule: string,
  after: (draft: Draft, random: Random, s: Scenario) => Planted | null,
  also: readonly string[] = [],
): Fault => ({
  name,
  rule,
  also: [...others(rule), ...also],
  after: (draft, s, random) => after(draft, random, s),
});

export const FIGURE_FAULTS: readonly Fault[] = [
  figure('share', 'figure/share', changeRate('share')),
  figure('sum-total', 'figure/sum', changeAmount('sum-total')),
  figure('sum-part', 'figure/sum', changeAmount('sum-part')),
  figure('product', 'figure/sum', changeAmount('product')),
  figure('change-difference', 'figure/change', changeAmount('change-difference')),
  figure('change-rate', 'figure/change', changeRate('change-rate', 1000)),
  figure('direction', 'figure/direction', turnWord('direction')),
  figure('comparison', 'figure/direction', turnWord('comparison')),
  figure('completion', 'figure/completion', changeRate('completion')),
  figure('restated', 'figure/restated', (draft, random, s) => {
    const told = withRole(draft, 'told-twice');
    const twice = told.filter(
      ({ slot }) => told.filter((other) => other.slot.quantity === slot.quantity).length > 1,
    );
    if (twice.length === 0) return null;
    const placed = random.pick(twice);
    const before = placed.slot.text;
    if (!placed.slot.value || !reprint(placed.slot, slip(placed.slot.value, random, s))) return null;
    return wrote(before, placed);
  }),
  figure('unit', 'figure/unit', (draft, random) => {
    const places = slotsOf(draft).filter(
      ({ slot, inTable }) => !inTable && slot.roles.length > 0 && /^[\d.]*[1-9][\d.]*万元$/u.test(slot.text),
    );
    if (places.length === 0) return null;
    const placed = random.pick(places);
    const before = placed.slot.text;
    placed.slot.text = before.replace('万元', '元');
    return {
      anchors: [placed.slot.text],
      note: `${before} → ${placed.slot.text}：${textOf(placed.holder.words)}`,
    };
  }),
  figure('satisfaction-above-100', 'figure/impossible', (draft, random) => {
    const places = withRole(draft, 'satisfaction');
    if (places.length === 0) return null;
    const placed = random.pick(places);
    const before = placed.slot.text;
    placed.slot.text = `${random.int(1005, 1090) / 10}%`;
    return wrote(before, placed);
  }),
  figure('growth-from-zero', 'figure/impossible', (draft, random) => {
    const holder = lastText(draft);
    if (!holder) return null;
    const now = random.int(3, 80);
    const sentence = random.pick([
      `本年新增临时救助${now}件，上年0件，同比增长100%。`,
      `会议费上年支出0万元，本年支出${now}.5万元，增长100%。`,
      `全年开展应急演练${now}次，较上年的0次增长${now}00%。`,
    ]);
    holder.words = [...holder.words, sentence];
    return { anchors: ['100%', `${now}00%`], note: sentence };
  }),
  figure('completion-of-zero', 'figure/impossible', (draft, random) => {
    const holder = lastText(draft);
    if (!holder) return null;
    const now = random.int(3, 80);
    const sentence = random.pick([
      `抚恤支出年初预算0万元，决算数${now}.36万元，完成年初预算的100%。`,
      `其他资本性支出预算为0万元，支出决算为${now}.20万元，完成预算的${random.int(80, 130)}%。`,
    ]);
    holder.words = [...holder.words, sentence];
    return { anchors: ['0万元', `${now}.`], note: sentence };
  }),
  figure('table-total', 'figure/table-total', changeAmount('table-total')),
];

/** The last plain sentence of the running text, where another can follow. */
const lastText = (draft: Draft) =>
  draft.blocks.findLast(
    (block) => block.kind === 'paragraph' && block.use === 'text' && textOf(block.words).endsWith('。'),
  ) as { words: readonly (string | Slot)[] } | undefined;
