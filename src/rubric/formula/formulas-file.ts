/** rules/formulas.yaml: its form, and how it is read. */
import { z } from 'zod';
import { readEdited } from '../../language/edited-file.js';
import { readFormula } from './read.js';

const schema = z.strictObject({
  formulas: z.array(z.strictObject({ names: z.array(z.string().min(1)).min(1), formula: z.string().min(3) })),
});

/** The usual formulas of common indicators as rules/formulas.yaml writes them: plain data. */
export type FormulasFile = z.infer<typeof schema>;

/**
 * Reads formulas from YAML text.
 * @throws EditedFileError when the text is not YAML, a key is missing or unknown, or a formula cannot be read
 */
export function parseFormulas(text: string, file: string): FormulasFile {
  const { data, refuse } = readEdited(schema, text, file);
  data.formulas.forEach(({ names, formula }, i) => {
    if (readFormula(formula, names[0] as string) === null)
      refuse(['formulas', i, 'formula'], `公式“${formula}”读不懂`);
  });
  return data;
}
