import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanFigures } from '../../src/language/figures.ts';
import type { Bound, Unit } from '../../src/numbers/figure.ts';
import { UNITS } from '../../src/numbers/units.ts';

const WAN = UNITS.find((unit) => unit.name === '万元') as Unit;
/** value in the base unit, unit, step of the last digit, bound. */
const read = (text: string, caption: Unit | null = null): readonly string[] =>
  scanFigures(text, caption).map(
    ({ figure }) =>
      `${figure.value.toFixed()} ${figure.unit.name || '-'} ±${figure.quantum.toFixed()} ${figure.bound}`,
  );

describe('amounts, rates and counts', () => {
  it.each<readonly [string, ...string[]]>([
    ['收、支总计752.48万元', '7524800 万元 ±100 exactly'],
    ['预算8.90亿元', '890000000 亿元 ±1000000 exactly'],
    ['支出11,122,315.04元', '11122315.04 元 ±0.01 exactly'],
    ['支出１，２３４．５６万元', '12345600 万元 ±100 exactly'],
    ['支出11，122，315.04元', '11122315.04 元 ±0.01 exactly'],
    ['支出 752.48 万元', '7524800 万元 ±100 exactly'],
    ['支出752. 48 万 元', '7524800 万元 ±100 exactly'],
    ['支出752\n.48万元', '7524800 万元 ±100 exactly'],
    ['下降20.54%', '0.2054 % ±0.0001 exactly'],
    ['下降20.54％', '0.2054 % ±0.0001 exactly'],
    ['死亡率0.5‰', '0.0005 ‰ ±0.0001 exactly'],
    ['提高2.7个百分点', '0.027 个百分点 ±0.001 exactly'],
    ['在职人员43人', '43 人 ±0 exactly'],
    ['考核1400余人', '1400 人 ±0 about'],
    ['接听电话约5千个', '5000 千个 ±1000 about'],
    ['扫描馆藏58万页', '580000 万页 ±10000 exactly'],
    ['得分97分', '97 分 ±0 exactly'],
    ['变动率为-3.90%', '-0.039 % ±0.0001 exactly'],
    ['变动率为－3.90%', '-0.039 % ±0.0001 exactly'],
    ['￥5,000.00', '5000 元 ±0.01 exactly'],
    ['752.48（万元）', '7524800 万元 ±100 exactly'],
    ['国内公务接待支出0.39万（含', '3900 万 ±100 exactly'],
    ['支出0万元', '0 万元 ±0 exactly'],
    ['培训5000.5小时', '5000.5 小时 ±0.1 exactly'],
    ['增长13.95。', '13.95 - ±0.01 exactly'],
    ['百分之九十五点五', '0.955 % ±0.001 exactly'],
    ['回访率九成以上', '0.9 成 ±0.1 at-least'],
    ['惠及五千余人', '5000 人 ±0 about'],
    ['编制四十三人', '43 人 ±0 exactly'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('bounds', () => {
  it.each<readonly [string, Bound]>([
    ['约500万元', 'about'],
    ['近500万元', 'about'],
    ['500万元左右', 'about'],
    ['500余万元', 'about'],
    ['节约500万元', 'exactly'],
    ['≥95%', 'at-least'],
    ['≧95%', 'at-least'],
    ['95%以上', 'at-least'],
    ['95%（含）以上', 'at-least'],
    ['不低于95%', 'at-least'],
    ['不少于95%', 'at-least'],
    ['须达95%', 'at-least'],
    ['满90分', 'at-least'],
    ['未满90分', 'less-than'],
    ['≤5%', 'at-most'],
    ['5%以内', 'at-most'],
    ['不超过5%', 'at-most'],
    ['未突破100%', 'at-most'],
    ['超过100%', 'more-than'],
    ['＜60%', 'less-than'],
    ['低于60%', 'less-than'],
    ['达98%', 'exactly'],
  ])('%s', (text, bound) => {
    expect(scanFigures(text).map(({ figure }) => figure.bound)).toEqual([bound]);
  });

  it.each([
    ['80-90%', '0.8 at-least', '0.9 at-most'],
    ['80%～90%', '0.8 at-least', '0.9 at-most'],
    ['15至20人', '15 at-least', '20 at-most'],
  ])('a range: %s', (text, low, high) => {
    expect(scanFigures(text).map(({ figure }) => `${figure.value.toFixed()} ${figure.bound}`)).toEqual([
      low,
      high,
    ]);
  });
});

describe('cells under a caption', () => {
  it.each<readonly [string, ...string[]]>([
    ['1,234.56', '12345600 万元 ±100 exactly'],
    ['（0.81）', '-8100 万元 ±100 exactly'],
    ['(0.81)', '-8100 万元 ±100 exactly'],
    ['-0.81', '-8100 万元 ±100 exactly'],
    ['95%', '0.95 % ±0.01 exactly'],
    ['/'],
    ['—'],
    [''],
  ])('%s', (text, ...expected) => {
    expect(read(text, WAN)).toEqual(expected);
  });
});

describe('what is no figure', () => {
  it.each([
    '财预〔2020〕10号',
    '财预(2020)10号',
    '第3条第十三款',
    '附件1、附表2',
    '联系电话0731-88888888',
    '手机13812345678',
    '2023年12月31日',
    '2023年度',
    '2021—2025年',
    '2023-12-31',
    '2023.12.31',
    '2月30日',
    '上午10:30',
    '1.贯彻执行方针政策',
    '（1）数量指标',
    '（十）其他',
    '1、因公出国；2、公务接待',
    '1.1 基本情况',
    '1.1.2 机构',
    '2080505 机关事业单位基本养老保险缴费支出',
    'A4纸、PM2.5、5G基站',
    '12345热线',
    '“三公”经费、十四五规划、一个项目、两项工作、三类人员',
    '百姓、千方百计、万众一心',
    '301室',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('words that begin like units', () => {
  it.each([
    ['2023分别', '-'],
    ['5分钟', '分钟'],
    ['8本级', '-'],
    ['3元旦', '-'],
    ['得3分，', '分'],
  ])('%s', (text, unit) => {
    expect(scanFigures(text).map(({ figure }) => figure.unit.name || '-')).toEqual([unit]);
  });
});

it('quotes what stands in the text', () => {
  const text = '2023年支出 １，２３４．５６ 万元，占88.89％。';
  for (const { figure, start, end } of scanFigures(text)) expect(text.slice(start, end)).toBe(figure.raw);
});

it('reads back any printed amount', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 13n }),
      fc.constantFrom('万元', '元', '亿元'),
      (cents, unit) => {
        const digits = cents.toString().padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/gu, ',');
        const [found, ...more] = scanFigures(`支出${whole}.${digits.slice(-2)}${unit}。`);
        expect(more).toEqual([]);
        expect(found?.figure.value.div(found.figure.unit.factor).times(100).toFixed(0)).toBe(
          cents.toString(),
        );
      },
    ),
  );
});
