import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';

/** The name of a part of the score as texts and tables both give it: 投入类, 投入指标（20分） and 投入 are one class. */
export const partName = remembered((name): string =>
  squeeze(fold(name))
    .replace(/[(][^()]{0,12}[)]/gu, '')
    .replace(/(?:类|方面|部分|维度)?(?:指标)?(?:类|方面|部分|维度|情况|完成情况)?$/u, ''),
);
