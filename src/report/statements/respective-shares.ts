import type { LabelReader } from '../../language/labels.js';
import type { Fact, Mention, ShareStatement } from '../model.js';
import { shareFits } from './fit.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';
import { headsOf, IS_TOTAL, isCertainHead, make, namedWhole, shareOfNamed, type Whole } from './wholes.js';

/** Rates told one behind the other: 分别占88.89%、11.11%. */
export function runOfRates(sentence: Sentence, at: number): readonly Term[] {
  const run: Term[] = [sentence.terms[at] as Term];
  for (let i = at + 1; i < sentence.terms.length && run.length < 200; i++) {
    const term = sentence.terms[i] as Term;
    if (term.mention.figure.unit.kind !== 'rate' || !/^(?:、|和|与|及|以及|，|,|占)+$/u.test(term.lead))
      break;
    run.push(term);
  }
  return run;
}

/** 甲、乙分别为668.89万元和83.59万元，分别占88.89%和11.11%. */
export function respectively(
  sentence: Sentence,
  passage: Passage,
  at: number,
  rates: readonly Term[],
  labels: LabelReader,
  facts: readonly Fact[],
  totals: ReadonlyMap<Mention, Whole>,
): readonly ShareStatement[] {
  const last = sentence.terms[at - 1];
  // 甲668.89万元、乙83.59万元，合计752.48万元，占比分别为…: the total stands between the parts and their shares.
  const total =
    at > rates.length && last !== undefined && (isTrailingTotal(last) || isPrintedWhole(last, rates[0]))
      ? last
      : null;
  const end = total === null ? at : at - 1;
  const parts = sentence.terms.slice(Math.max(0, end - rates.length), end);
  if (parts.length !== rates.length) return [];
  if (
    parts.some(
      (part) => part.role !== 'value' || part.mention.figure.unit.kind === 'rate' || !isPlain(part.mention),
    )
  )
    return [];
  const first = parts[0] as Term;
  const named = total === null ? namedWhole((rates[0] as Term).lead.replaceAll('分别', '')) : '';
  const pair = (whole: Whole | null): readonly ShareStatement[] =>
    whole === null ? [] : rates.map((rate, i) => make(sentence, parts[i] as Term, whole, rate));
  if (named !== '') {
    const found = rates.map((rate, i) =>
      shareOfNamed(sentence, passage, parts[i] as Term, rate, named, labels, facts),
    );
    const told = found.filter((share) => share !== null);
    const head = told.length === 0 && IS_TOTAL.test(named) ? totals.get(first.mention) : undefined;
    return head === undefined || !alike(head.mention, first.mention) ? told : pair(head);
  }
  if (total !== null && alike(total.mention, first.mention) && isPlain(total.mention)) return pair(total);
  const heads = headsOf(passage, first).filter(
    (head) => !parts.includes(head) && alike(head.mention, first.mention) && isPlain(head.mention),
  );
  const fitting = heads.find((head) => pair(head).every(shareFits));
  if (fitting !== undefined) return pair(fitting);
  // One wrong share among right ones still shows which total was meant.
  const mostly = heads.find((head) => pair(head).some(shareFits));
  return pair(mostly ?? (isCertainHead(passage, heads[0], first) ? (heads[0] ?? null) : null));
}

/** 分别为826.41万元和3915.07万元，占总支出4741.48万元的比重分别为…: the whole is printed before the rates. */
const isPrintedWhole = (term: Term, rate: Term | undefined): boolean =>
  term.role === 'value' &&
  /占[^，。；]{0,16}$/u.test(term.lead) &&
  /^的(?:比例|比重|百分比)?分别(?:约|为|达|是|占)?:?$/u.test(rate?.lead ?? '');

const isTrailingTotal = (term: Term): boolean =>
  term.role === 'value' &&
  /^[，,、；;:]?(?:以上|总计|合计|共计|总共|累计|[二两三四五六]项)[^，。；]{0,8}$/u.test(term.lead);
