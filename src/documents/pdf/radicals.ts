/**
 * The CJK Radicals Supplement (U+2E80–U+2EF3) beside the ordinary characters that look the same. Fonts whose text is
 * recovered from glyph shapes give these in place of characters (⻔ for 门); Unicode's compatibility folding knows
 * only two of them. The Kangxi radicals (U+2F00–U+2FD5) fold by NFKC and need no table.
 */
const SUPPLEMENT = [
  '⺀⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝',
  '⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺',
  '⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗',
  '⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
];
const ORDINARY = [
  '冫厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵旡日月',
  '歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒罓㓁罒羊羊羊耂肀',
  '聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨',
  '青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];

/** Ordinary character by radical. */
export const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...SUPPLEMENT.join('')].map((radical, index) => [radical, [...ORDINARY.join('')][index] ?? radical]),
);
