/** Faults of years, dates, names and the text itself. */
import { type Draft, type DraftParagraph, slotsOf } from '../draft.ts';
import type { Random } from '../random.ts';
import { type Role, textOf } from '../words.ts';
import type { Fault, Planted } from './fault.ts';

const paragraphs = (draft: Draft, use: string): DraftParagraph[] =>
  draft.blocks.filter((block): block is DraftParagraph => block.kind === 'paragraph' && block.use === use);

const NARRATIVE = [1, 2, 3, 5, 6, 7, 8] as const;

/** Moves the year of one slot. */
function otherYear(role: Role, shift: readonly number[]) {
  return (draft: Draft, random: Random): Planted | null => {
    const places = slotsOf(draft).filter(({ slot }) => slot.roles.includes(role));
    if (places.length === 0) return null;
    const { slot, holder } = random.pick(places);
    const before = slot.text;
    const by = random.pick(shift);
    slot.text = before.replace(/\d{4}/u, (year) => String(Number(year) + by));
    return { anchors: [slot.text], note: `${before} → ${slot.text}：${textOf(holder.words)}` };
  };
}

const append = (draft: Draft, sentence: string): boolean => {
  const holder = paragraphs(draft, 'text')
    .filter((block) => textOf(block.words).endsWith('。'))
    .at(-1);
  if (!holder) return false;
  holder.words = [...holder.words, sentence];
  return true;
};

export const TEXT_FAULTS: readonly Fault[] = [
  {
    name: 'score-year',
    rule: 'period/score-year',
    also: ['period/section-year'],
    layouts: NARRATIVE,
    after: (d, _s, r) => otherYear('score-year', [-1, -1, -2])(d, r),
  },
  {
    name: 'section-year',
    rule: 'period/section-year',
    also: ['figure/restated'],
    layouts: NARRATIVE,
    after: (d, _s, r) => otherYear('section-year', [-1, -1, -2])(d, r),
  },
  {
    name: 'as-of-date',
    rule: 'period/as-of-date',
    also: ['period/section-year'],
    layouts: NARRATIVE,
    after: (d, _s, r) => otherYear('as-of-year', [-1, -1, -2, 1])(d, r),
  },
  {
    name: 'impossible-date',
    rule: 'period/impossible-date',
    also: [],
    layouts: NARRATIVE,
    after: (draft, s, random) => {
      const date = random.pick([
        `${s.year}年2月30日`,
        `${s.year}年13月5日`,
        `${s.year}年11月31日`,
        `${s.year}年6月31日`,
        `2023年2月29日`,
      ]);
      const sentence = random.pick([
        `项目于${date}通过验收。`,
        `截至${date}，资金已全部拨付到位。`,
        `${date}，召开了专题会议研究部署。`,
      ]);
      return append(draft, sentence) ? { anchors: [date, date.slice(5)], note: sentence } : null;
    },
  },
  {
    name: 'premature',
    rule: 'period/premature',
    also: [],
    layouts: [1, 6, 7, 8],
    after: (draft, s) => {
      const place = paragraphs(draft, 'cover').find((block) =>
        textOf(block.words).includes(`${s.year + 1}年`),
      );
      if (!place) return null;
      place.words = [textOf(place.words).replace(`${s.year + 1}年`, `${s.year}年`)];
      return {
        anchors: [textOf(place.words).split('：')[1] ?? '', `${s.year}年`],
        note: textOf(place.words),
      };
    },
  },
  {
    name: 'numbering-skip',
    rule: 'text/numbering',
    also: [],
    layouts: [1, 2, 3, 6, 7, 8],
    after: (draft, _s, random) => {
      const headings = paragraphs(draft, 'heading').filter((block) =>
        /^[一二三四五六七八九]、/u.test(textOf(block.words)),
      );
      const later = headings.filter((block) => !textOf(block.words).startsWith('一、'));
      if (later.length === 0) return null;
      const place = random.pick(later);
      const next: Record<string, string> = {
        二: '三',
        三: '四',
        四: '五',
        五: '六',
        六: '七',
        七: '八',
        八: '九',
        九: '十',
      };
      const before = textOf(place.words);
      const text = before.replace(/^([一二三四五六七八九])/u, (digit) => next[digit] ?? digit);
      place.words = [text];
      return { anchors: [text], note: `${before} → ${text}` };
    },
  },
  {
    name: 'numbering-list',
    rule: 'text/numbering',
    also: [],
    layouts: [1, 2, 3, 6, 7, 8],
    after: (draft, _s, random) => {
      const items = paragraphs(draft, 'duty');
      if (items.length < 3) return null;
      const at = random.int(1, items.length - 1);
      const place = items[at];
      if (!place) return null;
      const before = textOf(place.words);
      const same = before.replace(String(at + 1), String(at + (random.chance(0.5) ? 2 : 0)));
      if (same === before) return null;
      place.words = [same];
      return { anchors: [same], note: `${before} → ${same}` };
    },
  },
  {
    name: 'placeholder',
    rule: 'text/placeholder',
    also: ['text/foreign-unit'],
    layouts: NARRATIVE,
    after: (draft, _s, random) => {
      const sentence = random.pick([
        '其他需要说明的情况：（请填写）。',
        '本年度完成XX项重点任务，取得明显成效。',
        '全年投入资金____万元。',
        '（此处填写项目管理情况）',
        '聘请XXX会计师事务所参与评价。',
        '完成培训××期，效果良好。',
        '【填写单位主要成效】',
        '支出决算为   万元，其中基本支出XX万元。',
      ]);
      return append(draft, sentence)
        ? { anchors: ['请填写', 'XX', '____', '此处填写', '××', '填写单位', 'XX万元'], note: sentence }
        : null;
    },
  },
  {
    name: 'blank-unit',
    rule: 'text/placeholder',
    also: ['text/foreign-unit'],
    layouts: [1, 6, 7, 8],
    after: (draft) => {
      const place = paragraphs(draft, 'cover').find((block) =>
        /^(?:单位名称|填报单位)/u.test(textOf(block.words)),
      );
      if (!place) return null;
      const text = textOf(place.words);
      const blank = `${text.split('：')[0]}：${text.includes('（盖章）') ? '（盖章）' : ''}`;
      place.words = [blank];
      return { anchors: ['单位名称', '填报单位'], note: blank };
    },
  },
  {
    name: 'duplicate',
    rule: 'text/duplicate',
    also: ['text/numbering'],
    layouts: [1, 2, 3, 6, 7, 8],
    after: (draft, _s, random) => {
      const long = draft.blocks.filter(
        (block): block is DraftParagraph =>
          block.kind === 'paragraph' && block.use === 'text' && textOf(block.words).length > 45,
      );
      if (long.length === 0) return null;
      const place = random.pick(long);
      draft.blocks.splice(draft.blocks.indexOf(place) + random.int(1, 3), 0, {
        ...place,
        words: [textOf(place.words)],
      });
      return { anchors: [textOf(place.words).slice(0, 15)], note: textOf(place.words) };
    },
  },
  {
    name: 'foreign-unit',
    rule: 'text/foreign-unit',
    also: [],
    layouts: NARRATIVE,
    after: (draft, s, random) => {
      const places = slotsOf(draft).filter(({ slot }) => slot.roles.includes('own-unit'));
      if (places.length === 0) return null;
      const { slot, holder } = random.pick(places);
      slot.text = s.otherUnit;
      return { anchors: [s.otherUnit], note: textOf(holder.words) };
    },
  },
  {
    name: 'missing-section',
    rule: 'text/missing-section',
    also: ['text/numbering', 'score/unexplained-deduction', 'target/unreported'],
    layouts: [1, 2, 7, 8],
    after: (draft, _s, random) => {
      const [problem, measure] = [paragraphs(draft, 'problem'), paragraphs(draft, 'measure')];
      const chosen = random.pick([problem, measure]);
      const [first] = chosen;
      if (!first) return null;
      const heading = draft.blocks[draft.blocks.indexOf(first) - 1];
      if (heading?.kind !== 'paragraph' || heading.use !== 'heading') return null;
      for (const block of [heading, ...chosen]) draft.blocks.splice(draft.blocks.indexOf(block), 1);
      return {
        anchors: chosen === problem ? ['问题'] : ['措施', '改进', '建议'],
        note: `删去${textOf(heading.words)}`,
      };
    },
  },
  {
    name: 'no-text',
    rule: 'read/no-text',
    also: [],
    after: (_draft, _s, random) => {
      const page = random.int(2, 9);
      const message = `第${page}页没有文字层（扫描件），未审核`;
      const where = { page, section: null, paragraph: null, table: null, row: null, column: null };
      return {
        anchors: [String(page)],
        note: message,
        losses: [{ kind: 'no-text', message, quote: '', pages: [page], where }],
      };
    },
  },
  {
    name: 'lost-formula',
    rule: 'read/lost-content',
    also: [],
    after: (_draft, _s, random) => {
      const [kind, what] = random.pick([
        ['formula', '公式'],
        ['object', '嵌入的表格'],
        ['characters', '无法解码的字符'],
      ] as const);
      const message = `正文中有${what}未能读取，请人工核对`;
      const where = { page: null, section: null, paragraph: 3, table: null, row: null, column: null };
      return {
        anchors: [what, message],
        note: message,
        losses: [{ kind, message, quote: '', pages: [], where }],
      };
    },
  },
];
