import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRubric, RubricError } from '../rubric/file.js';
import type { Rubric } from '../rubric/rubric.js';

/** Where the rubrics that come with jihe lie, from src and from dist alike. */
const RUBRICS = new URL('../../rules/rubrics/', import.meta.url);

/** The ids of the built-in rubrics, in order. */
export function listRubrics(): readonly { readonly id: string; readonly title: string }[] {
  return readdirSync(RUBRICS)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => loadRubric(fileURLToPath(new URL(name, RUBRICS))))
    .map(({ id, title }) => ({ id, title }));
}

/** The rubric of a built-in id or of a YAML file. Throws RubricError. */
export function loadRubric(idOrPath: string): Rubric {
  const builtIn = /^[\p{L}\p{N}._-]+$/u.test(idOrPath) && !/\.ya?ml$/iu.test(idOrPath);
  const path = builtIn ? fileURLToPath(new URL(`${idOrPath}.yaml`, RUBRICS)) : idOrPath;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RubricError(unreadable(idOrPath, builtIn, error));
  }
  return parseRubric(text, basename(path));
}

function unreadable(idOrPath: string, builtIn: boolean, error: unknown): string {
  if (builtIn) {
    const known = readdirSync(RUBRICS).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -5)] : []));
    return `没有名为“${idOrPath}”的评分标准；内置的有：${known.join('、')}。也可以给出 .yaml 文件的路径`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: '文件不存在',
    EISDIR: '这是文件夹',
    EACCES: '没有读取权限',
  };
  return `无法读取评分标准“${idOrPath}”：${reasons[code] ?? (code || '未知原因')}`;
}
