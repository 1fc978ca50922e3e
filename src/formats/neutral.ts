/** A first character that makes a spreadsheet run the rest as a formula, also after blanks. */
const RUNS = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/u;

/** Printed values that only look dangerous: -0.81, +5%, a lone dash. */
const HARMLESS = /^[-+－＋]?\d[\d,，]*(?:\.\d+)?\s*[%％]?$|^[-－]+$/u;

/**
 * The text of a spreadsheet cell, so that no program that opens, edits or re-saves the sheet runs words of a
 * report as a formula: an apostrophe goes before them.
 */
export const neutral = (text: string): string =>
  RUNS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
