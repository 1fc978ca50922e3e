/** rules/grades.yaml: its form, and how it is read. */
import { z } from 'zod';
import { readEdited } from '../../language/edited-file.js';

const bandSchema = z.strictObject({ grade: z.string().min(1), low: z.number().min(0) });

const schema = z.strictObject({
  scales: z
    .array(z.strictObject({ id: z.string().min(1), bands: z.array(bandSchema).min(2) }))
    .min(1)
    .check((context) => {
      context.value.forEach((scale, i) => {
        const lows = scale.bands.map((b) => b.low);
        if (lows.some((low, k) => k > 0 && low >= (lows[k - 1] as number)) || lows.at(-1) !== 0) {
          context.issues.push({
            code: 'custom',
            input: scale.bands,
            path: [i, 'bands'],
            message: '各等级的 low 应由高到低，最后一级为 0',
          });
        }
      });
    }),
  synonyms: z.array(z.array(z.string().min(1)).min(1)),
});

/** The grade words and default scales as rules/grades.yaml writes them: plain data. */
export type GradesFile = z.infer<typeof schema>;

/**
 * Reads grades from YAML text.
 * @throws EditedFileError when the text is not YAML or a key is missing, unknown or out of order
 */
export const parseGrades = (text: string, file: string): GradesFile => readEdited(schema, text, file).data;
