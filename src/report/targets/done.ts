import { squeeze } from '../../language/fold.js';
import { clauses } from '../../language/sentences.js';
import { DONE, NOT_DONE } from './vocabulary.js';

/** What a text says of being done; null when nothing. */
export function doneIn(text: string): boolean | null {
  for (const clause of clauses(text)) {
    const words = squeeze(clause.text).replace(/[，。；：,;:（）()]+$/gu, '');
    if (NOT_DONE.test(words)) return false;
  }
  for (const clause of clauses(text)) {
    const words = squeeze(clause.text).replace(/[，。；：,;:]+$/gu, '');
    if (DONE.test(words)) return true;
  }
  return null;
}
