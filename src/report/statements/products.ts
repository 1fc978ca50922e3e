import type { Mention, ProductStatement } from '../model.js';
import { isPlain, type Passage, type Sentence, type Term } from './terms.js';

const TIMES = /^(?:\/[^×*]{1,6})?[)\]]?[×*xX✕]\(?$/u;
const EQUALS =
  /^(?:\/[^=，]{1,6})?[)\]]?(?:=|，?(?:合计|共计|共|计|总计|小计|合))(?:金额|费用|支出|需|为|约)?:?$/u;

/** 120人×300元=3.6万元, and 3.6万元（120人×300元）. */
export function readProducts(passage: Passage): readonly ProductStatement[] {
  const found: ProductStatement[] = [];
  for (const sentence of passage.sentences) {
    for (let i = 1; i < sentence.terms.length; i++) {
      if (!isFactor(sentence.terms[i] as Term)) continue;
      let last = i;
      while (last + 1 < sentence.terms.length && isFactor(sentence.terms[last + 1] as Term)) last++;
      const factors = sentence.terms.slice(i - 1, last + 1);
      const product = productOf(sentence, i - 1, last, factors);
      if (product !== null) found.push(product);
      i = last;
    }
    found.push(...pricedProducts(sentence));
  }
  return found;
}

/** Words that make a figure the price of one: 单价4500元, 每个社区40万元, 按每只120元. */
const PRICE =
  /(?:单价|人均|每[\p{Script=Han}]{1,6}?)(?:为|是|约|按|需|补助|补贴|奖补|标准|计划|投入|安排|造价|费用|:)*$/u;
/** Prices for a stretch of time, or of something that the quantity does not count. */
const PER_TIME = /每(?:年|月|日|天|人每|季|学期|学年|周|小时|次均|百|千|万)/u;
const PRICE_TOTAL =
  /^[)）]?(?:的?标准)?(?:安排|计算|发放|执行|支付|补助)?，?(?:合计|共计|共|计|总计|小计|总价|金额)(?:金额|费用|支出|需|为|兑付|发放|投入|支付)?[\p{Script=Han}]{0,6}:?$/u;

/** 电脑320台，单价4500元，计144万元; 560万元（14个社区，每个社区40万元）. */
function pricedProducts(sentence: Sentence): readonly ProductStatement[] {
  const found: ProductStatement[] = [];
  for (let i = 0; i + 1 < sentence.terms.length; i++) {
    const pair = [sentence.terms[i] as Term, sentence.terms[i + 1] as Term];
    const price = pair.find(isPrice);
    const quantity = pair.find((term) => term !== price);
    if (price === undefined || quantity === undefined || pair.some((t) => !isPlain(t.mention))) continue;
    if (quantity.role !== 'value' || quantity.mention.figure.unit.kind !== 'count') continue;
    if (price.segment !== quantity.segment || price.depth !== quantity.depth) continue;
    if (!pricesThat(price, quantity)) continue;
    const product = totalOf(sentence, i, pair);
    if (product !== null)
      found.push({
        kind: 'product',
        factors: [quantity.mention, price.mention],
        product: product.mention,
        quote: sentence.quote,
      });
  }
  return found;
}

const isPrice = (term: Term): boolean => {
  if (term.role !== 'value' || term.mention.figure.unit.kind !== 'money') return false;
  const clause = term.lead.slice(term.lead.search(/[^，,；;:（(]*$/u));
  return PRICE.test(clause) && !PER_TIME.test(clause);
};

/** 每只 prices 4200只; 单价 prices whatever is counted beside it. */
function pricesThat(price: Term, quantity: Term): boolean {
  if (/人均[^，。；]{0,6}$/u.test(price.lead)) return /^[人名]/u.test(quantity.mention.figure.unit.name);
  const each = /每([\p{Script=Han}])(?![\p{Script=Han}]*每)/u.exec(price.lead.slice(-20))?.[1];
  return each === undefined || quantity.mention.figure.unit.name.startsWith(each);
}

/** The amount straight behind the pair, said to be the total, or straight before a bracket that holds nothing else. */
function totalOf(sentence: Sentence, at: number, pair: readonly Term[]): Term | null {
  const isAmount = (term: Term | undefined): term is Term =>
    term?.role === 'value' && term.mention.figure.unit.kind === 'money' && isPlain(term.mention);
  const after = sentence.terms[at + 2];
  const [first, last] = [pair[0] as Term, pair[1] as Term];
  if (isAmount(after) && after.segment === last.segment && PRICE_TOTAL.test(after.lead)) return after;
  const before = sentence.terms[at - 1];
  const enclosed = /^\(/u.test(first.lead) && /^\)/u.test(last.tail);
  return isAmount(before) && enclosed && first.depth > before.depth ? before : null;
}

const isFactor = (term: Term): boolean => TIMES.test(term.lead);

function productOf(
  sentence: Sentence,
  first: number,
  last: number,
  factors: readonly Term[],
): ProductStatement | null {
  if (factors.length > 6 || factors.some((f) => !isPlain(f.mention))) return null;
  const after = sentence.terms[last + 1];
  const opening = sentence.terms[first] as Term;
  const before = sentence.terms[first - 1];
  const kinds = factors.map((f) => f.mention.figure.unit.kind);
  const money = kinds.filter((kind) => kind === 'money').length;
  const fitsKind = (m: Mention): boolean =>
    money === 1
      ? m.figure.unit.kind === 'money'
      : money === 0 && m.figure.unit.kind !== 'money' && m.figure.unit.kind !== 'rate';
  const make = (product: Mention): ProductStatement => ({
    kind: 'product',
    factors: factors.map((f) => f.mention),
    product,
    quote: sentence.quote,
  });
  // 甲×乙+丙×丁=…, 10-（95%-92%）÷1%×0.5=…: the product is one step of several.
  const chained = /[+＋−÷/-][(\p{Script=Han}]*$/u.test(opening.lead);
  if (
    after !== undefined &&
    EQUALS.test(after.lead) &&
    isPlain(after.mention) &&
    fitsKind(after.mention) &&
    !chained
  )
    return make(after.mention);
  if (
    before !== undefined &&
    ((opening.depth > before.depth && /^[(]$/u.test(opening.lead)) ||
      /^[，,](?:即|按照?|依照?)$/u.test(opening.lead)) &&
    isPlain(before.mention) &&
    fitsKind(before.mention) &&
    money === 1 &&
    !/^[+，、]/u.test(after?.lead ?? '')
  )
    return make(before.mention);
  return null;
}
