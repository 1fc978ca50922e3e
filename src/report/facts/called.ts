import { type Concept, vocabulary as shipped, type Vocabulary } from '../../language/vocabulary.js';
import type { Fact } from '../model.js';

/** Words that join a name to the sentence before it: 由人员经费和公用经费, 上年为. */
const JOINING = /^(?:以及|其中|[和与及由为是较比])+/u;

/**
 * What to call a quantity in a message: its printed name without the words that joined it to its sentence. 和平区
 * keeps its 和: only what leaves a name of the vocabulary behind is taken away. A name that the sentence left out
 * is the vocabulary's first.
 */
export function calledInText(fact: Fact, words: Vocabulary = shipped()): string {
  const concept = words.concepts.find(({ id }) => id === fact.concept);
  const printed = fact.name ?? '';
  const bare = printed.replace(JOINING, '');
  if (bare === '') return concept?.names[0] ?? printed;
  return concept && names(concept).some((name) => bare.startsWith(name)) ? bare : printed;
}

const names = ({ names: usual, weak }: Concept): readonly string[] => [...usual, ...(weak ?? [])];
