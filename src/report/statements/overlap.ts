import type { Term } from './terms.js';

/** Ways of dividing people and things; a person has a place in each of them. */
const DIMENSIONS: readonly RegExp[] = [
  /男|女/u,
  /岁|青年|老年|老人|儿童/u,
  /党员|团员|民主党派|无党派/u,
  /学历|本科|大专|专科|硕士|博士|研究生|大学/u,
  /职称|高级|中级|初级|正高|副高/u,
  /少数民族|汉族/u,
  /以上|以下|以内|超过|不足/u,
  /国家级|部级|省级|自治区级|市级|州级|县级|区级|镇级|乡级|村级|国培|省培|市培|县培|校本|全国|全省|全市/u,
  /新增|新建|新引进|新招|新开|续建|在建|改建|扩建|改造|提升|维修|修缮|修复|加固|拆除|更新|翻新|恢复|盘活|收购|购置/u,
  /劳动力/u,
  /务工|就业|外出|返乡/u,
  /有效|无效/u,
  /脱贫|贫困|低保|特困|监测对象|建档立卡/u,
];

/** 其他 closes a list whatever it is divided by. */
const REST = /其他|其它|其余|剩余/u;

/**
 * 其中中共党员22人、研究生学历6人、35岁以下9人: parts told by different marks may be the same people, so their sum says
 * nothing about the whole. Parts that are all told by one mark (男60人、女40人) divide it.
 */
export function overlap(parts: readonly Term[]): boolean {
  if (parts.some((part) => part.mention.figure.unit.kind !== 'count')) return false;
  // 对机构养老满意430份，对社会救助满意452份: answers to several questions.
  if (parts.filter((part) => /对[^，。；]{2,16}满意/u.test(part.lead)).length > 1) return true;
  const marks = parts
    .filter((part) => !REST.test(part.lead))
    .map((part) => DIMENSIONS.map((dimension) => dimension.test(lastWords(part))));
  return DIMENSIONS.some((_, d) => {
    const marked = marks.filter((mark) => mark[d]).length;
    return marked > 0 && marked < marks.length;
  });
}

const lastWords = (part: Term): string => part.lead.slice(-16) + part.tail.slice(0, 2);
