import type { SumStatement } from '../model.js';
import { alike, isPlain, type Passage, type Term } from './terms.js';

const DONE = /^[，,](?:其中)?(?:已经?|现已|目前已)[\p{Script=Han}]{2,8}$/u;
const REST = /^[，,](?:剩余|其余|余下|尚有|还有|尚余)(?:的)?$/u;

/** 发现隐患864处，已整改852处，剩余12处正在整改: what was done and what is left make up what was found. */
export const readRemainders = (passage: Passage): readonly SumStatement[] =>
  passage.sentences.flatMap((sentence) =>
    sentence.terms.flatMap((whole, at): readonly SumStatement[] => {
      const [done, rest] = sentence.terms.slice(at + 1, at + 3);
      if (!done || !rest || !DONE.test(done.lead) || !REST.test(rest.lead)) return [];
      const isOne = (t: Term): boolean =>
        t.role === 'value' &&
        isPlain(t.mention) &&
        t.segment === whole.segment &&
        t.depth === whole.depth &&
        alike(t.mention, whole.mention);
      if (![whole, done, rest].every(isOne)) return [];
      return [
        {
          kind: 'sum',
          total: whole.mention,
          parts: [done.mention, rest.mention],
          complete: true,
          quote: sentence.quote,
        },
      ];
    }),
  );
