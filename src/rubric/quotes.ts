/** Straight double quotes, left by folding, as the pairs that reports print. */
export function curly(text: string): string {
  let open = false;
  return text.replaceAll('"', () => {
    open = !open;
    return open ? '“' : '”';
  });
}
