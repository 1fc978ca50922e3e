import type { Document } from 'yaml';
import { LineCounter, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { type KeyPath, lineOf } from '../language/edited-file.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Rubric, RubricIndicator } from './rubric.js';
import { rubricSchema } from './schema.js';

/** A rubric file that cannot be used; the message names file, line, key and what is allowed, one problem a line. */
export class RubricError extends Error {
  override readonly name = 'RubricError';
}

const SIZE_LIMIT = 2_000_000;

/** A rubric from its YAML text. Throws RubricError with every problem found. */
export function parseRubric(text: string, fileName: string): Rubric {
  if (text.length > SIZE_LIMIT) throw new RubricError(`${fileName}：文件过大，不像评分标准`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const syntax = [...document.errors].map(
    (error) => `${fileName}:${lines.linePos(error.pos[0]).line}：YAML 写法有误（缩进、括号、引号或重复的键）`,
  );
  if (syntax.length > 0) throw new RubricError(syntax.join('\n'));
  const parsed = rubricSchema.safeParse(toData(document, fileName));
  if (!parsed.success)
    throw new RubricError(
      parsed.error.issues.map((issue) => explain(issue, document, lines, fileName)).join('\n'),
    );
  const { id, title, total, indicators } = parsed.data;
  const rubric: Rubric = {
    id,
    title,
    ...(total === '100' ? {} : { total }),
    indicators: indicators.map(({ sharedWeight, ...rest }) =>
      sharedWeight == null ? rest : { ...rest, sharedWeight },
    ),
  };
  const problems = weightProblems(rubric).map(
    ({ path, message }) => `${fileName}:${lineOf(document, lines, path)}：${message}`,
  );
  if (problems.length > 0) throw new RubricError(problems.join('\n'));
  return rubric;
}

function toData(document: Document, fileName: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    throw new RubricError(`${fileName}：别名引用过多，不像评分标准`);
  }
}

/** One problem as a Chinese sentence: file, line, key, what is allowed. */
function explain(issue: z.core.$ZodIssue, document: Document, lines: LineCounter, fileName: string): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path: KeyPath = unknown[0] === undefined ? issue.path : [...issue.path, unknown[0]];
  const place = `${fileName}:${lineOf(document, lines, path)}`;
  const inItem = path[0] === 'indicators' && typeof path[1] === 'number';
  const item = inItem ? `第${Number(path[1]) + 1}个指标` : '';
  if (unknown.length > 0) {
    const allowed = inItem ? ITEM_KEYS : FILE_KEYS;
    return `${place}：${item}不认识的键“${unknown.join('、')}”；可用的键：${allowed.join('、')}`;
  }
  if (path.length === 0) return `${fileName}:1：文件应由键和值组成，须有 ${FILE_KEYS.join('、')}`;
  const key = String(path.at(-1) ?? '');
  const missing = isMissing(document, path);
  const allowed = ALLOWED[key] ?? '类型不对';
  return `${place}：${item}${missing ? `缺少键“${key}”` : `键“${key}”的值不对`}；${allowed}`;
}

const isMissing = (document: Document, path: KeyPath): boolean => path.length > 0 && !document.hasIn(path);

const FILE_KEYS = Object.keys(rubricSchema.shape);
const ITEM_KEYS = Object.keys(rubricSchema.shape.indicators.element.shape);

const WEIGHT_WANTED = '应为分值，如 3 或 0.5；几行共用一个分值时写 null，并写 sharedWeight';

/** What each key may hold. */
const ALLOWED: Readonly<Record<string, string>> = {
  id: '应为编号，只用文字、数字、点、横线，如 wuling-2023',
  title: '应为评分标准的名称',
  total: '应为分值合计，如 100',
  indicators: '应为至少一个指标的列表',
  group: '应为各级指标名称的列表，如 [投入, 目标设定]',
  name: '应为指标名称',
  weight: WEIGHT_WANTED,
  sharedWeight: '应为共用的分值，如 24',
  rule: '应为评分标准的原文',
  formula: '应为计算公式的原文',
  startedStep: '应为 whole（不足一档不扣）、started（按一档扣）、pro-rata（按比例扣）或 null',
};

interface Problem {
  readonly path: KeyPath;
  readonly message: string;
}

function weightProblems({ indicators, total = '100' }: Rubric): Problem[] {
  const problems = indicators.flatMap((one, i): Problem[] =>
    one.weight === null && one.sharedWeight === undefined
      ? [
          {
            path: ['indicators', i, 'weight'],
            message: `第${i + 1}个指标“${one.name}”没有分值；${WEIGHT_WANTED}`,
          },
        ]
      : one.weight !== null && one.sharedWeight !== undefined
        ? [
            {
              path: ['indicators', i, 'sharedWeight'],
              message: `第${i + 1}个指标“${one.name}”既有 weight 又有 sharedWeight，只能写一个`,
            },
          ]
        : [],
  );
  const sum = totalWeight(indicators);
  if (problems.length === 0 && !sum.eq(total))
    problems.push({
      path: ['indicators'],
      message: `分值合计为${sum.toFixed()}，应为${total}；请核对各指标的 weight，或用 total 写明满分`,
    });
  return problems;
}

/** The sum of all weights, a weight shared by adjoining rows once. */
export function totalWeight(indicators: readonly RubricIndicator[]): Decimal {
  return indicators.reduce((sum, one, i) => {
    if (one.weight !== null) return sum.plus(one.weight);
    const before = indicators[i - 1];
    const continued = before?.weight === null && before.sharedWeight === one.sharedWeight;
    return continued ? sum : sum.plus(one.sharedWeight ?? 0);
  }, dec(0));
}

/** The rubric as a YAML file that reads back to the same rubric. */
export function printRubric(rubric: Rubric): string {
  const { id, title, total, indicators } = rubric;
  const data = {
    id,
    title,
    ...(total === undefined ? {} : { total: number(total) }),
    indicators: indicators.map((one) => ({
      group: [...one.group],
      name: one.name,
      weight: number(one.weight),
      ...(one.sharedWeight == null ? {} : { sharedWeight: number(one.sharedWeight) }),
      rule: one.rule,
      ...(one.formula === '' ? {} : { formula: one.formula }),
      ...(one.startedStep === null ? {} : { startedStep: one.startedStep }),
    })),
  };
  return `# yaml-language-server: $schema=./rubric.schema.json\n${stringify(data, { lineWidth: 0 })}`;
}

/** Weights print as plain numbers where that loses nothing: 0.50 stays a string. */
const number = (weight: string | null): number | string | null =>
  weight === null ? null : String(Number(weight)) === weight ? Number(weight) : weight;
