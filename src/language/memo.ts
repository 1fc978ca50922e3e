/** Characters of the texts that one memory keeps: a few reports' worth. */
const MOST_CHARACTERS = 1_000_000;

/**
 * A reading of texts that is worked out once per text. Several parts of an audit read the same words, and the
 * reports of a batch print the same scoring rules. The reading must be pure and its result must not be changed.
 * Memory is bounded: when the texts kept are too many together, all of them are forgotten.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  let characters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = read(text);
    characters += text.length + 50;
    if (characters > MOST_CHARACTERS) {
      known.clear();
      characters = text.length + 50;
    }
    known.set(text, { result });
    return result;
  };
}

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
