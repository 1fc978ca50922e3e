import { Command, CommanderError, Help } from 'commander';
import { FORMATS } from '../formats/index.js';
import { printable } from '../formats/printable.js';
import type { CheckOptions } from './check.js';
import { EXIT, FAIL_ON } from './exit.js';
import { type Host, UsageError } from './host.js';
import { LIMIT_NAMES } from './limits.js';
import type { TryOptions } from './rubric.js';
import type { Services } from './services.js';

/** What each format is for, and the commands that most people need. */
const CHECK_NOTES = `
输出格式：
${FORMATS.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`).join('\n')}

示例：
  jihe check 送审报告/                            在屏幕上看
  jihe check 送审报告/ -f xlsx -o 问题清单.xlsx   一张可以下发的清单
  jihe check 送审报告/ -f docx -o 审核意见/       每份报告一个 Word 文件`;

/** Runs one command line (without node and script) and returns the exit status. Never throws. */
export async function run(argv: readonly string[], host: Host, services: Services): Promise<number> {
  let status: number = EXIT.clean;
  const program = build(host, services, (code) => {
    status = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return refused(error, host);
    if (error instanceof UsageError) host.err(`jihe：${error.message}\n`);
    else host.err(`jihe：程序内部出错（${printable(describe(error))}），请把命令和文件名反馈给维护者\n`);
    return EXIT.failed;
  }
}

function build(host: Host, services: Services, done: (status: number) => void): Command {
  const program = chinese(new Command('jihe'), host)
    .description('稽核：审核部门整体支出、项目支出绩效自评报告，列出报告与自身、日历和评分标准的矛盾')
    .version(host.version, '-V, --version', '显示版本号')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .addHelpText(
      'after',
      '\n退出状态：0 没有达到 --fail-on 级别的问题；1 有；2 有文件无法审核或参数有误；130 被 Ctrl-C 中断',
    );

  program
    .command('check')
    .summary('审核报告：文件、文件夹（含下级）、通配符')
    .description('审核报告：文件、文件夹（含下级）、通配符。报告只在本机读取，不联网，不改动原件。')
    .argument('<路径...>', '报告文件（.docx .doc .pdf）、文件夹或通配符')
    .option('-f, --format <格式>', `输出格式：${FORMATS.map(({ name }) => name).join(' | ')}`, 'text')
    .option('-o, --output <位置>', '写入文件（docx 格式写入文件夹），不写到屏幕')
    .option('-r, --rubric <编号或文件>', '财政部门下发的评分标准；不给则按报告自己印的标准')
    .option('-y, --year <年份>', '报告应属的年度；不给则按封面的年度')
    .option('--fail-on <级别>', `达到哪一级别时退出状态为 1：${FAIL_ON.join(' | ')}`, 'error')
    .option(
      '--limit <名称=数值>',
      `提高或降低单个文件的上限，例如 pages=10000，可多次给出；名称：${LIMIT_NAMES.join(' | ')}`,
      (given: string, before: readonly string[]) => [...before, given],
      [],
    )
    .option('--verbose', '列出逐项复算的过程、规则依据和未参与核对的数字')
    .option('--no-cache', '不用上次的结果，未改动的文件也重新审核')
    .option('--no-color', '不用颜色')
    .addHelpText('after', CHECK_NOTES)
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./check.js');
      done(await check(paths, options, host, services));
    });

  program
    .command('rules')
    .description('列出全部规则、级别和所查内容')
    .option('-f, --format <格式>', '输出格式：text | json', 'text')
    .action(async (options: { format: string }) => {
      const { listRules } = await import('./rules.js');
      done(listRules(await services.rules(), options.format, host));
    });

  program
    .command('explain')
    .description('说明一条规则：查什么、依据、举例、局限')
    .argument('<规则>', '规则编号，例如 score/total-vs-items')
    .action(async (id: string) => {
      const { explainRule } = await import('./rules.js');
      done(explainRule(await services.rules(), id, host));
    });

  program
    .command('compare')
    .description('比较两轮审核结果：已整改、未整改、新增，按单位列出')
    .argument('<上一轮>', '上一轮 jihe check -f json 的结果')
    .argument('<这一轮>', '这一轮 jihe check -f json 的结果')
    .option('-f, --format <格式>', '输出格式：text | json', 'text')
    .action(async (before: string, after: string, options: { format: string }) => {
      const { compare } = await import('./compare.js');
      done(await compare(before, after, options.format, host));
    });

  addRubric(program, host, services, done);
  for (const command of program.commands) chinese(command, host);
  return program;
}

function addRubric(program: Command, host: Host, services: Services, done: (status: number) => void): void {
  const commands = () => import('./rubric.js');
  const rubric = program.command('rubric').description('评分标准：列出、查看、从报告生成、试读');
  rubric
    .command('list')
    .description('列出内置的评分标准')
    .action(async () => done(await (await commands()).listRubrics(await services.rubrics(), host)));
  rubric
    .command('show')
    .description('查看一套评分标准（YAML）')
    .argument('<编号或文件>', '内置标准的编号，或评分标准文件')
    .action(async (id: string) =>
      done(await (await commands()).showRubric(id, await services.rubrics(), host)),
    );
  rubric
    .command('from')
    .description('把报告或空白模板里的评分表变成评分标准文件（YAML）')
    .argument('<报告>', '报告或空白模板')
    .action(async (file: string) =>
      done(await (await commands()).rubricFromReport(file, await services.rubrics(), host)),
    );
  rubric
    .command('try')
    .description('试读一条评分标准：怎样理解、某个数值能得几分')
    .requiredOption('--weight <分值>', '该指标的分值')
    .requiredOption('--rule <句子>', '评分标准原文')
    .option('--name <指标>', '指标名称')
    .option('--value <数值>', '指标值，例如 95% 或 0.95')
    .option('-f, --format <格式>', '输出格式：text | json', 'text')
    .action(async (options: TryOptions) => done((await commands()).tryRule(options, host)));
  for (const command of rubric.commands) chinese(command, host);
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
]);

/** Columns of the help's own words: two for each Chinese character and sign. */
const helpColumns = (text: string): number => text.replaceAll(/[^\x20-\x7e]/gu, '  ').length;

const defaults = new Help();

/** The two English words that commander writes into usage lines. */
const inChinese = (usage: string): string =>
  usage.replace('[options]', '[选项]').replace('[command]', '<命令>');

/** Help in Chinese; errors are thrown, and told by `refused`. */
function chinese(command: Command, host: Host): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', '显示帮助')
    .configureOutput({ writeOut: host.out, writeErr: host.err, outputError: () => {} })
    .configureHelp({
      displayWidth: helpColumns,
      commandUsage: (shown) => inChinese(defaults.commandUsage(shown)),
      subcommandTerm: (sub) => inChinese(defaults.subcommandTerm(sub)),
      styleTitle: (title) => TITLES.get(title) ?? title,
      subcommandDescription: (sub) => sub.summary() || sub.description(),
      optionDescription: (option) =>
        typeof option.defaultValue !== 'string'
          ? option.description
          : `${option.description}（默认 ${option.defaultValue}）`,
    });
}

const REFUSALS: ReadonlyMap<string, (given: string) => string> = new Map([
  ['commander.unknownOption', (given: string) => `没有 ${given} 这个选项`],
  ['commander.unknownCommand', (given: string) => `没有 ${given} 这个命令`],
  ['commander.missingArgument', (given: string) => `缺少参数 <${given}>`],
  ['commander.optionMissingArgument', (given: string) => `选项 ${given} 后面缺少内容`],
  ['commander.missingMandatoryOptionValue', (given: string) => `缺少必需的选项 ${given}`],
  ['commander.excessArguments', () => '参数太多'],
]);

/** Help and version are no errors; the rest is told in one Chinese sentence, status 2. */
function refused(error: CommanderError, host: Host): number {
  if (error.exitCode === 0) return EXIT.clean;
  if (error.code === 'commander.help') return EXIT.failed;
  const given = printable(/'([^']*)'/u.exec(error.message)?.[1] ?? '');
  const words = REFUSALS.get(error.code)?.(given) ?? `参数有误（${printable(error.message)}）`;
  host.err(`jihe：${words}。用 jihe --help 查看用法\n`);
  return EXIT.failed;
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
