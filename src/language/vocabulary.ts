import { Supplied } from './supplied.js';
import type { RateTerm, Vocabulary } from './vocabulary-file.js';

export type { RateTerm, Vocabulary };
/** Which of a quantity's numbers a word names. */
export type AspectName = keyof Vocabulary['aspects'];
/** A quantity of the field. */
export type Concept = Vocabulary['concepts'][number];
/** A named rate with what may stand above and below its fraction. */
export type RateDefinition = Vocabulary['rates'][number];

/** The vocabulary in force: rules/vocabulary.yaml. */
export const VOCABULARY = new Supplied<Vocabulary>('the vocabulary');

/** The words of the field that this run reads with. */
export const vocabulary = (): Vocabulary => VOCABULARY.get();
