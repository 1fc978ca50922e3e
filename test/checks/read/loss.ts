import type { Loss, LossKind } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';

/** Something a reader could not read, on page 5. */
export const loss = (kind: LossKind, message = '此处有内容未读取。'): Loss => ({
  kind,
  message,
  quote: '原文',
  pages: kind === 'no-text' ? [5] : [],
  where: { ...NOWHERE, page: 5 },
});
