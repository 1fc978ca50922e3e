import { readAwardFirst, readBand, readBareBand, readOtherwise } from './clauses/bands.js';
import type { Clause } from './clauses/clause.js';
import { SEPARATORS } from './clauses/clause.js';
import { LIMITS, readBracketed, readDeclared, readStandard } from './clauses/limits.js';
import { readProportional, readQuantityFormula, readScoreFormula } from './clauses/proportions.js';
import {
  readBanding,
  readGraded,
  readIntro,
  readLoss,
  readOutcome,
  readProse,
  readRespective,
} from './clauses/prose.js';
import { readSteps } from './clauses/steps.js';
import type { Cursor } from './cursor.js';

/** Every statement of the sentence, in order. Words that fit nothing come out as prose. */
export function readClauses(cursor: Cursor): readonly Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    cursor.skip(SEPARATORS);
    if (cursor.done) return clauses;
    clauses.push(
      ...(cursor.attempt(() => readRespective(cursor)) ??
        cursor.attempt(() => readGraded(cursor)) ?? [readClause(cursor)]),
    );
  }
}

function readClause(cursor: Cursor): Clause {
  for (const read of READERS) {
    const clause = cursor.attempt(() => read(cursor));
    if (clause !== null) return clause;
  }
  return readProse(cursor);
}

/** Tried in this order at the start of every statement. */
const READERS: readonly ((cursor: Cursor) => Clause | null)[] = [
  ...LIMITS,
  readBracketed,
  readStandard,
  readDeclared,
  readBanding,
  readSteps,
  readProportional,
  readScoreFormula,
  readQuantityFormula,
  readBand,
  readBareBand,
  readAwardFirst,
  readOtherwise,
  readIntro,
  readLoss,
  readOutcome,
];

export type { Clause, StepClause } from './clauses/clause.js';
