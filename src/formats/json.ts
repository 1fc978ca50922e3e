import type { AuditResult } from './result.js';

/** The JSON of the contract, schema jihe/1: the result as it is, decimals as strings, file names untouched. */
export const render = (result: AuditResult): string => `${JSON.stringify(result, null, 2)}\n`;
