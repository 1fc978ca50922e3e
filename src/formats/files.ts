/** The parts of a path, Windows or not. */
const partsOf = (file: string): readonly string[] => file.split(/[\\/]/u).filter((part) => part !== '');

/**
 * What a list calls each file: its name, with as many of its folders before it as tell it from the others. Every unit
 * hands in a 自评报告.docx: 临江镇/自评报告.docx and 望山乡/自评报告.docx.
 */
export function shownNames(files: readonly string[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  let open = [...new Set(files)];
  for (let depth = 1; open.length > 0; depth++) {
    const names = new Map<string, string[]>();
    for (const file of open) {
      const name = partsOf(file).slice(-depth).join('/');
      names.set(name, [...(names.get(name) ?? []), file]);
    }
    open = [];
    for (const [name, called] of names) {
      const [only] = called;
      const isWhole = called.every((file) => partsOf(file).length <= depth);
      if (only !== undefined && (called.length === 1 || isWhole))
        for (const file of called) shown.set(file, name);
      else open.push(...called);
    }
  }
  return shown;
}
