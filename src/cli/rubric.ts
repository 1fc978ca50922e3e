import { table } from '../formats/layout.js';
import { printable } from '../formats/printable.js';
import { EXIT } from './exit.js';
import { type Host, UsageError } from './host.js';
import type { RubricServices, RuleTrial } from './services.js';
import { trialOf } from './trial.js';

/** Options of `jihe rubric try` as the command line gives them. */
export interface TryOptions {
  readonly weight: string;
  readonly rule: string;
  readonly name?: string;
  readonly value?: string;
  readonly format: string;
}

export async function listRubrics(rubrics: RubricServices, host: Host): Promise<number> {
  const rows = (await rubrics.list()).map(({ id, title }) => [id, title]);
  host.out(
    `${table(
      [
        { title: '编号', most: 30 },
        { title: '名称', most: 60 },
      ],
      rows,
    ).join('\n')}\n`,
  );
  return EXIT.clean;
}

export async function showRubric(id: string, rubrics: RubricServices, host: Host): Promise<number> {
  host.out(rubrics.print(await rubrics.load(id)));
  return EXIT.clean;
}

export async function rubricFromReport(path: string, rubrics: RubricServices, host: Host): Promise<number> {
  host.out(rubrics.print(await rubrics.fromReport(path)));
  return EXIT.clean;
}

/** How one scoring rule is read, and what it gives for a value. A rule that is not understood is not an error. */
export function tryRule(options: TryOptions, host: Host): number {
  if (!/^\d{1,4}(?:\.\d{1,4})?$/u.test(options.weight))
    throw new UsageError(`--weight 应为分值，例如 5 或 2.5，不能是 ${printable(options.weight)}`);
  if (options.format !== 'text' && options.format !== 'json')
    throw new UsageError(`没有 ${printable(options.format)} 这种输出格式，可选：text、json`);
  const trial = trialOf(options.weight, options.rule, options.name ?? null, options.value ?? null);
  host.out(options.format === 'json' ? `${JSON.stringify(trial, null, 2)}\n` : trialWords(trial, options));
  return EXIT.clean;
}

function trialWords(trial: RuleTrial, options: TryOptions): string {
  if (!trial.understood)
    return `没有读懂这条评分标准，不作猜测。\n${trial.reading === '' ? '' : `${printable(trial.reading)}\n`}`;
  const attainable = trial.attainable === null ? '连续取值，或要由人判断' : trial.attainable.join('、');
  const scores =
    trial.range === null
      ? []
      : [`数值 ${options.value} 可得：${scoresFor(trial.admissible, trial.range, trial.kind !== 'bands')}`];
  return `${[`读法：${printable(trial.reading)}`, `类型：${trial.kind}`, ...scores, `可能得分：${attainable}`].join('\n')}\n`;
}

/** Bands have nothing between their scores: 80%以上得5分，80%以下得3分 leaves 80% with 5 or 3. */
const scoresFor = (
  listed: readonly string[],
  { low, high }: { low: string; high: string },
  shared: boolean,
): string => {
  if (listed.length === 0) return `${low}～${high} 之间`;
  if (listed.length === 1) return listed.join('');
  return shared ? `${listed.join('、')}（按比例计算的，在 ${low}～${high} 之间）` : listed.join('、');
};
