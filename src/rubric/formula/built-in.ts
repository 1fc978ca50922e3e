import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import type { Formula } from './model.js';
import { readFormula } from './read.js';

const schema = z.strictObject({
  formulas: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), formula: z.string().min(3) })),
});

const FILE = new URL('../../../rules/formulas.yaml', import.meta.url);

interface Entry {
  readonly names: readonly string[];
  readonly formula: string;
}

let loaded: readonly Entry[] | null = null;

function entries(): readonly Entry[] {
  loaded ??= schema.parse(parse(readFileSync(FILE, 'utf8'))).formulas;
  return loaded;
}

const key = remembered((name) => squeeze(fold(name)).replaceAll(/["'()[\]《》、·.%]/gu, ''));

/**
 * The usual formula of a common indicator, the last resort when neither the report nor the rubric prints one.
 * Null for other indicators: 数量指标完成率 has no figures of its own to be computed from.
 */
export const builtInFormula = remembered((indicator): Formula | null => {
  const wanted = key(indicator);
  for (const { names, formula } of entries())
    if (names.some((name) => wanted === key(name) || wanted.endsWith(key(name))))
      return readFormula(formula, indicator);
  return null;
});
