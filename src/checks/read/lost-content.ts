import type { LossKind } from '../../documents/model.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly message: string;
}

/** Losses that hide nothing of the report's words are worth knowing only. */
const LIGHTER: Readonly<Partial<Record<LossKind, Severity>>> = { external: 'notice' };

/** Content that stands in the file and was not read, pages without text apart. */
export default defineRule<Data>({
  id: 'read/lost-content',
  severity: 'warning',
  title: '内容未能读取',
  summary: '公式、嵌入对象、图片、隐藏文字、无法解码的字体等，其中内容没有审核',
  basis: '没有读取的内容不能视为没有问题；由此得出的合计等也不能视为已核对。',
  example: '预算表是一个嵌入的Excel对象，其中的数字没有审核。',
  limits: ['图片里的文字不识别。'],
  *check({ report }) {
    for (const loss of report.document.losses) {
      if (loss.kind === 'no-text') continue;
      const severity = LIGHTER[loss.kind];
      yield {
        data: { message: loss.message },
        evidence: [{ text: loss.quote, where: loss.where }],
        claimed: null,
        expected: null,
        ...(severity === undefined ? {} : { severity }),
      };
    }
  },
  message: ({ message }) => message,
  suggestion: () => '请人工查看该处内容，或改为普通文字和表格后再审核。',
});
