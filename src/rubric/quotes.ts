/** Straight double quotes, left by folding, as the pairs that reports print. */
export function curly(text: string): string {
  let open = false;
  return text.replaceAll('"', () => {
    open = !open;
    return open ? '“' : '”';
  });
}

const MARKS: Readonly<Record<string, string>> = { ',': '，', ':': '：', '(': '（', ')': '）' };

/** The punctuation that folding made Western, as Chinese sentences print it; commas and colons within numbers stay. */
export const chinese = (text: string): string =>
  curly(text).replaceAll(/[()]|(?<!\d)[,:]|[,:](?!\d)/gu, (mark) => MARKS[mark] ?? mark);
