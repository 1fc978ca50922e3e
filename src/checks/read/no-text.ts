import { defineRule } from '../rule.js';

interface Data {
  readonly message: string;
  readonly pages: readonly number[];
}

/** Pages without text, which were therefore not audited. */
export default defineRule<Data>({
  id: 'read/no-text',
  severity: 'error',
  title: '页面无法读取',
  summary: '没有文字层的页面（扫描件、图片），其中内容没有审核',
  basis: '扫描页没有可读取的文字；没有读取的内容不能视为没有问题。',
  example: '第5页是扫描图片，其中的评价结果没有审核。',
  limits: ['不做文字识别（OCR）。'],
  *check({ report }) {
    for (const loss of report.document.losses)
      if (loss.kind === 'no-text')
        yield {
          data: { message: loss.message, pages: loss.pages },
          evidence: [{ text: loss.quote, where: loss.where }],
          claimed: null,
          expected: null,
        };
  },
  message: ({ message, pages }) =>
    message !== '' ? message : `第${pages.join('、')}页没有可读取的文字，未能审核。`,
  suggestion: () => '请换用由Word直接导出的PDF或Word原件，再审核一遍。',
});
