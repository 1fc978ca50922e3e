/** Sentences on what stands in a paragraph and is not read; their place is added when the paragraph is written. */
import { embedded, externalLoss } from '../docx/drawing.js';
import type { LossKind } from '../model.js';
import type { Size } from './data-stream.js';

export interface Note {
  readonly kind: LossKind;
  readonly message: string;
  readonly quote: string;
}

/** A picture of this size can hold a table or a paragraph; a seal (about 4 cm) or a logo cannot. */
const CONTENT_WIDTH_CM = 6;
const CONTENT_HEIGHT_CM = 2.5;
const CONTENT_AREA_CM2 = 30;
const FORMULA_PROGRAM = /^(?:Equation|MathType|WPSEquation)/i;

const CONCEALED = {
  hidden: '此处有隐藏文字，未计入核查；请在 Word 中显示隐藏文字，确认后删除或取消隐藏。',
  struck: '此处有带删除线的文字，按已删除处理，未计入核查；请确认后删除或取消删除线。',
} as const;

export const concealed = (why: keyof typeof CONCEALED, words: string): Note => ({
  kind: 'hidden',
  message: CONCEALED[why],
  quote: words.trim(),
});

/** A picture, null for one too small to hold anything to audit. One whose size is not known may be a page. */
export function picture(size: Size | null): Note | null {
  const holdsContent =
    size === null ||
    (size.width >= CONTENT_WIDTH_CM &&
      size.height >= CONTENT_HEIGHT_CM &&
      size.width * size.height >= CONTENT_AREA_CM2);
  if (!holdsContent) return null;
  const measure = size ? `（约 ${size.width.toFixed(0)}×${size.height.toFixed(0)} 厘米）` : '';
  return {
    kind: 'picture',
    message: `此处有一张较大的图片${measure}，图中如有文字或评分表则没有核查；请改为文字或 Word 表格后再审核。`,
    quote: '',
  };
}

/** An embedded object, by the program it belongs to. */
export function object(program: string): Note {
  if (FORMULA_PROGRAM.test(program))
    return {
      kind: 'formula',
      message: '公式编辑器对象中的公式未读取；请改用文字写出算式后再审核。',
      quote: '',
    };
  const what = /^(?:Excel|ET)\./i.test(program) ? `Excel 工作表，${program}` : program || '类型不明';
  return embedded(`对象（${what}）`, '');
}

export const linked = (keyword: string, instruction: string): Note =>
  externalLoss(`由域（${keyword}）引用的内容`, instruction.replace(/\\\*.*$/s, ''));

export const equation = (instruction: string): Note => ({
  kind: 'formula',
  message: '此处的域公式（EQ）未能读出；请改用文字写出算式后再审核。',
  quote: instruction.trim(),
});

export const unknownSymbol = (): Note => ({
  kind: 'characters',
  message: '此处有特殊字体的符号未能识别，以“〓”代替；请改用普通字符后再审核。',
  quote: '',
});

export const turned = (quote: string): Note => ({
  kind: 'characters',
  message:
    '此处含有改变文字显示方向的控制字符，屏幕上看到的数字可能与实际存储的顺序相反；核查按存储顺序，请删除这些字符后重新填写。',
  quote,
});

export const controls = (quote: string): Note => ({
  kind: 'characters',
  message: '此处含有不可显示的控制字符，已略去；请在 Word 中重新录入此处后再审核。',
  quote,
});

export const covered = (quote: string): Note => ({
  kind: 'hidden',
  message: '合并单元格遮住的文字未显示，也未核查；请核对该单元格。',
  quote,
});

export const lostNumbers = (count: number): Note => ({
  kind: 'damaged',
  message: `有 ${count} 处自动编号读不出（旧版 Word 的编号方式），编号未核查；请另存为 .docx 后再审核。`,
  quote: '',
});

export const guessedGrid = (table: number): Note => ({
  kind: 'layout',
  message: `第 ${table} 个表格的列宽与合并信息读不出，行列按单元格个数推定，可能有误；请另存为 .docx 后再审核。`,
  quote: '',
});

export const cutShort = (): Note => ({
  kind: 'damaged',
  message: '文件不完整：正文的一部分缺失，未能审核；请重新获取原件。',
  quote: '',
});

export const beyondLimit = (paragraphs: number, cells: number): Note => ({
  kind: 'limit',
  message: `内容超过上限（${paragraphs} 段、${cells} 个单元格），其余部分未审核；请拆分文件，或调高上限。`,
  quote: '',
});
