import { z } from 'zod';
import { readEdited } from '../language/edited-file.js';
import type { Suppression } from './suppressions.js';

const words = z.string().trim().min(1);
const schema = z.strictObject({
  suppressions: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/u), reason: words, by: words }),
  ),
});

const WANTED = '每条须写 fingerprint（16 位指纹）、reason（理由）、by（决定人），不得有其他键';

/**
 * Reads a suppressions file. Every entry must say which finding, why, and who decided.
 * @throws EditedFileError with file, line and key of the first mistake
 */
export const parseSuppressions = (text: string, file: string): readonly Suppression[] =>
  readEdited(schema, text, file, WANTED).data.suppressions;
