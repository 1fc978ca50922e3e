import type { Label, LabelReader } from '../../language/labels.js';
import type { Fact, SumStatement } from '../model.js';
import { isClose, sumOfList } from './sums.js';
import type { Passage, Sentence, Term } from './terms.js';

/** What is known of the report beside the paragraph. */
export interface Known {
  readonly labels: LabelReader;
  readonly facts: readonly Fact[];
  readonly year: number | null;
}

/** More facts than this are not searched for a total: hostile text has no end of them. */
const MOST_FACTS = 2000;
const OPENING = /^(?<name>[^，。；:]{2,40}?)(?:当)?中[，:]/u;

/**
 * “三公”经费财政拨款支出决算中，因公出国（境）费…；公务用车…；公务接待费…: the list names its total, which an earlier paragraph
 * told. Only a quantity with one value in the report is taken for it.
 */
export function sumWithin(passage: Passage, known: Known): readonly SumStatement[] {
  if (known.facts.length > MOST_FACTS) return [];
  return passage.sentences.flatMap((sentence) => {
    const total = namedTotal(sentence, passage, known);
    if (total === null) return [];
    const list = {
      opener: { complete: false, bracket: false },
      terms: sentence.terms,
      bracket: false,
      nextSentence: true,
    };
    const statement = sumOfList(total, list, sentence, known.labels.vocabulary);
    // Figures of another kind may stand in the list: a sum far off the total is no sum.
    const isSum =
      statement !== null && statement.parts.length > 1 && (statement.complete || isClose(statement, '0.1'));
    return isSum ? [statement] : [];
  });
}

function namedTotal(sentence: Sentence, passage: Passage, { labels, facts, year }: Known): Term | null {
  const first = sentence.terms[0];
  const name = first === undefined ? undefined : OPENING.exec(first.lead)?.groups?.name;
  if (first === undefined || name === undefined) return null;
  const label = labels.read(name);
  if (label.concept === null || label.residual !== '' || label.weak) return null;
  const told = facts.filter((fact) => isMeant(fact, label, year) && fact.mention.text !== passage.text);
  const values = new Set(told.map((fact) => fact.mention.figure.value.toFixed()));
  const fact = told[0];
  if (fact === undefined || values.size !== 1) return null;
  return {
    ...first,
    mention: fact.mention,
    role: 'value',
    lead: '',
    tail: '',
    label,
    direction: null,
    depth: 0,
  };
}

const isMeant = (fact: Fact, label: Label, year: number | null): boolean =>
  fact.concept === label.concept?.id &&
  fact.scope === label.scope &&
  fact.period.year === (label.period?.year ?? year) &&
  fact.aspect === (label.aspect ?? (label.concept.flow ? 'outcome' : 'plain'));
