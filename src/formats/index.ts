import { csv } from './csv.js';
import { docx } from './docx.js';
import type { Format } from './format.js';
import { html } from './html.js';
import { json } from './json.js';
import { md } from './md.js';
import { sarif } from './sarif.js';
import { text } from './text.js';
import { xlsx } from './xlsx.js';

/** Every output format: one file each, listed here and nowhere else. */
export const FORMATS: readonly Format[] = [text, json, xlsx, docx, html, md, csv, sarif];

/** The format of that name, null when there is none. */
export const formatNamed = (name: string): Format | null =>
  FORMATS.find((format) => format.name === name) ?? null;
