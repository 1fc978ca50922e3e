/** YAML files that people edit: read against a schema, with messages that name file, line and key. */
import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** A file that people edit cannot be used. The message names file, line and key. */
export class EditedFileError extends Error {
  override readonly name = 'EditedFileError';
}

/** Where in a file a key stands: ['concepts', 3, 'names']. */
export type KeyPath = readonly PropertyKey[];

/** A file that was read: its data, and a way to refuse what its schema cannot see. */
export interface EditedFile<T> {
  readonly data: T;
  /** @throws EditedFileError with the line of the key */
  readonly refuse: (path: KeyPath, problem: string) => never;
}

/** What zod finds wrong, said in Chinese. */
const IN_CHINESE = { error: z.locales.zhCN().localeError };

/**
 * Reads YAML text against a schema.
 * @param wanted what every entry must hold, where one sentence says it better than the key alone
 * @throws EditedFileError with the first mistake
 */
export function readEdited<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  wanted?: string,
): EditedFile<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined)
    throw new EditedFileError(
      `${file} 第${lines.linePos(broken.pos[0]).line}行：YAML 写法有误（缩进、括号、引号或重复的键）`,
    );
  const refuse = (path: KeyPath, problem: string): never => {
    throw new EditedFileError(`${file} 第${lineOf(document, lines, path)}行 ${keyWords(path)}：${problem}`);
  };
  const parsed = schema.safeParse(document.toJS(), IN_CHINESE);
  if (parsed.success) return { data: parsed.data, refuse };
  const issue = parsed.error.issues[0];
  return refuse(issue?.path ?? [], wanted ?? issue?.message ?? '内容不对');
}

/** A key as people count: concepts 第1条 unit. */
const keyWords = (path: KeyPath): string =>
  path.map((part) => (typeof part === 'number' ? `第${part + 1}条` : String(part))).join(' ') ||
  '（整个文件）';

/** The line of the key that a path leads to, or of the nearest thing above it that stands in the file. */
export function lineOf(document: Document, lines: LineCounter, path: KeyPath): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = String(path[length - 1]);
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === key)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
