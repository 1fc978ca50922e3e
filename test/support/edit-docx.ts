import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'word/document.xml';

/** A copy of a .docx with words of its main part replaced. Every replacement must hit exactly `times` places. */
export function editDocx(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts = unzipSync(bytes);
  const main = parts[MAIN];
  if (!main) throw new Error(`no ${MAIN} in the package`);
  let xml = strFromU8(main);
  for (const { from, to, nth } of edits) {
    const pieces = xml.split(from);
    if (pieces.length === 1) throw new Error(`the words to replace are not there: ${from}`);
    if (nth === undefined && pieces.length !== 2) throw new Error(`${pieces.length - 1} places for ${from}`);
    const at = nth ?? 1;
    xml = pieces.slice(0, at).join(from) + to + pieces.slice(at).join(from);
  }
  return zipSync({ ...parts, [MAIN]: strToU8(xml) });
}

/** One replacement; `nth` (from 1) picks one of several places. */
export interface Edit {
  readonly from: string;
  readonly to: string;
  readonly nth?: number;
}
