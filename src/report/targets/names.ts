import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';

/** Words before a goal that are no part of what is to be done. */
const LEAD =
  /^(?:(?:19|20)\d{2}年度?|全年|年内|年度|本年度?|当年|今年|上半年|下半年|年末|计划|预计|拟|力争|确保|共计?|累计|合计|总计|已|目前|截至年底|[，,、和及与以并且])+/u;
/** Words between a goal and its figure. */
const TAIL =
  /(?:实际(?:完成)?(?:值|数|量)?|完成(?:值|数)?|目标值?|指标值|预期值|须|应|需|要|可|能)?(?:控制在|保持在|稳定在|维持在|提升(?:到|至)|提高(?:到|至)|达到|达|到达|为|是|不少于|不低于|不小于|不高于|不超过|不大于|不多于|未超过|未突破|不突破|低于|高于|超过|大于|小于|少于|多于|至少|最多|约|近|共计?|累计|合计|各|等|[≥≤<>=:])*$/u;

/** What is to be done, as printed but for the words that lead to its figure: 全年招录公务员. */
export function goalName(words: string): string {
  const name = words.replace(/^[\s，,、；;：:和及与]+/u, '').replace(/[\s，,、；;：:（(]+$/u, '');
  const folded = squeeze(fold(name));
  const tail = TAIL.exec(folded)?.[0].length ?? 0;
  if (tail === 0) return name;
  if (tail >= folded.length) return '';
  return cutEnd(name, tail);
}

/** Drops the last `count` characters that are no white space. */
function cutEnd(text: string, count: number): string {
  let end = text.length;
  for (let left = count; left > 0 && end > 0; end--) if (!/\s/u.test(text[end - 1] ?? '')) left--;
  return text.slice(0, end).trimEnd();
}

/** The name as it is compared: without years, 全年, quotes, brackets and the words that lead to a figure. */
export const nameKey = remembered((name): string => {
  const plain = squeeze(fold(name))
    .replace(/["'《》()[\]【】·,，。;；:、]/gu, '')
    .replace(LEAD, '');
  const tail = TAIL.exec(plain)?.[0].length ?? 0;
  return tail >= plain.length ? plain : plain.slice(0, plain.length - tail);
});

/** How alike two names are, from 0 to 1: shared pairs of characters (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairs(a);
  const right = pairs(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** How much of a short name stands in a longer text, from 0 to 1. */
export function coverage(name: string, text: string): number {
  const wanted = pairs(name);
  if (wanted.size === 0) return 0;
  const there = pairs(text);
  let found = 0;
  for (const pair of wanted) if (there.has(pair)) found++;
  return found / wanted.size;
}

/** The pairs of neighbouring characters of a name; each is compared with many others. */
const pairs = remembered((text): ReadonlySet<string> => {
  const out = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) out.add(text.slice(i, i + 2));
  return out;
});
