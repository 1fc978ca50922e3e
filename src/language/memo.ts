/** Characters of texts, and of what their entries weigh, in one generation of a memory: a few reports' worth. */
const GENERATION = 50_000;
/** What an entry weighs beside its text, in characters. */
const ENTRY = 50;

/**
 * A reading of texts that is worked out once per text. Several parts of an audit read the same words, and the
 * reports of a batch print the same scoring rules. The reading must be pure and its result must not be changed.
 * Memory is bounded: texts are kept in two generations, and one that nobody asked for while a whole generation came
 * in is forgotten. The rules of a bureau stay, the sentences of a report go.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  let young = new Map<string, { readonly result: T }>();
  let old: typeof young = new Map();
  let characters = 0;
  return (text) => {
    const recent = young.get(text);
    if (recent !== undefined) return recent.result;
    const own = detached(text);
    const known = old.get(text) ?? { result: read(own) };
    characters += text.length + ENTRY;
    if (characters > GENERATION) {
      old = young;
      young = new Map();
      characters = text.length + ENTRY;
    }
    young.set(own, known);
    return known.result;
  };
}

/** A copy of its own: engines keep a long text alive for a few characters cut out of it. */
const detached = (text: string): string => ` ${text}`.slice(1);

/** A value that is worked out once for an object, and forgotten with it. */
export function once<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.result;
    const result = make(key);
    known.set(key, { result });
    return result;
  };
}
