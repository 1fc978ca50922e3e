import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import { Supplied } from '../../language/supplied.js';
import type { FormulasFile } from './formulas-file.js';
import type { Formula } from './model.js';
import { readFormula } from './read.js';

/** The usual formulas in force: rules/formulas.yaml. */
export const FORMULAS = new Supplied<FormulasFile>('the usual formulas');

const key = remembered((name) => squeeze(fold(name)).replaceAll(/["'()[\]《》、·.%]/gu, ''));

/**
 * The usual formula of a common indicator, the last resort when neither the report nor the rubric prints one.
 * Null for other indicators: 数量指标完成率 has no figures of its own to be computed from.
 */
export const builtInFormula = remembered((indicator): Formula | null => {
  const wanted = key(indicator);
  for (const { names, formula } of FORMULAS.get().formulas)
    if (names.some((name) => wanted === key(name) || wanted.endsWith(key(name))))
      return readFormula(formula, indicator);
  return null;
});
