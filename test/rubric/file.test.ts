import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listRubrics, loadRubric } from '../../src/cli/rubric-folder.ts';
import { dec } from '../../src/numbers/decimal.ts';
import { parseRubric, printRubric, RubricError } from '../../src/rubric/file.ts';
import type { Rubric } from '../../src/rubric/index.ts';
import { compareRubric, inconsistencies, readRule } from '../../src/rubric/index.ts';
import { rubricJsonSchema } from '../../src/rubric/schema.ts';

const errorOf = (text: string): string => {
  try {
    parseRubric(text, '某局.yaml');
  } catch (error) {
    if (error instanceof RubricError) return error.message;
    throw error;
  }
  return '';
};

describe('built-in rubrics', () => {
  it('are these', () => {
    expect(listRubrics().map(({ id }) => id)).toEqual(['department-common', 'project-form', 'wuling-2023']);
  });

  it.each(listRubrics().map(({ id }) => id))(
    '%s: every rule is read, agrees with its weight, and the file round-trips',
    (id) => {
      const rubric = loadRubric(id);
      for (const { name, rule, weight, sharedWeight } of rubric.indicators) {
        const full = weight ?? sharedWeight ?? null;
        const reading = readRule(rule, { weight: full === null ? null : dec(full), indicator: name });
        if (!reading.understood) throw new Error(`${name}：${reading.reason}`);
        if (weight !== null) expect([name, ...inconsistencies(reading.rule, dec(weight))]).toEqual([name]);
      }
      expect(parseRubric(printRubric(rubric), `${id}.yaml`)).toEqual(rubric);
      expect(rubric.id).toBe(id);
    },
  );

  it('have an up-to-date JSON Schema for editors', () => {
    const file = readFileSync(new URL('../../rules/rubrics/rubric.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(rubricJsonSchema())));
  });
});

describe('a rubric file with a mistake', () => {
  const good =
    'id: ju-2024\ntitle: 某局\ntotal: 3\nindicators:\n  - name: 预算完成率\n    weight: 3\n    rule: 酌情打分\n';

  it('is accepted without one', () => expect(parseRubric(good, '某局.yaml').indicators).toHaveLength(1));

  it.each([
    [
      'a wrong key',
      good.replace('weight', 'wieght'),
      /^某局\.yaml:5：第1个指标缺少键“weight”.*\n某局\.yaml:6：第1个指标不认识的键“wieght”；可用的键：group、name、weight/u,
    ],
    [
      'a wrong key of the file',
      `${good}note: x\n`,
      /^某局\.yaml:8：不认识的键“note”；可用的键：id、title、total、indicators$/u,
    ],
    [
      'a missing weight',
      good.replace('    weight: 3\n', ''),
      /^某局\.yaml:5：第1个指标缺少键“weight”；应为分值/u,
    ],
    [
      'a weight that is no number',
      good.replace('weight: 3', 'weight: 三'),
      /^某局\.yaml:6：第1个指标键“weight”的值不对；应为分值，如 3 或 0\.5/u,
    ],
    [
      'a negative weight',
      good.replace('weight: 3', 'weight: -3'),
      /^某局\.yaml:6：第1个指标键“weight”的值不对/u,
    ],
    [
      'a null weight without a shared one',
      good.replace('weight: 3', 'weight: null'),
      /^某局\.yaml:6：第1个指标“预算完成率”没有分值/u,
    ],
    ['weights that do not total', good.replace('total: 3', 'total: 5'), /^某局\.yaml:4：分值合计为3，应为5/u],
    ['no total and not 100', good.replace('total: 3\n', ''), /分值合计为3，应为100/u],
    [
      'an unknown step reading',
      `${good}    startedStep: half\n`,
      /^某局\.yaml:8：第1个指标键“startedStep”的值不对；应为 whole/u,
    ],
    ['no indicators', 'id: a\ntitle: b\n', /缺少键“indicators”/u],
    ['broken YAML', 'id: [\n', /^某局\.yaml:\d+：YAML 写法有误/u],
    ['a key twice', `${good}    rule: x\n`, /^某局\.yaml:8：YAML 写法有误/u],
    ['nothing', '', /^某局\.yaml:1：文件应由键和值组成/u],
    ['a list', '- 1\n', /^某局\.yaml:1：文件应由键和值组成/u],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
      /^某局\.yaml：别名引用过多/u,
    ],
  ])('%s', (_what, text, message) => expect(errorOf(text)).toMatch(message));

  it('is told apart from a missing file and an unknown id', () => {
    expect(() => loadRubric('no-such')).toThrow(/没有名为“no-such”的评分标准；内置的有：.*wuling-2023/u);
    expect(() => loadRubric('/no/such.yaml')).toThrow(/文件不存在/u);
  });
});

describe('issued against printed', () => {
  const issued = loadRubric('wuling-2023');
  const change = (name: string, to: Partial<Rubric['indicators'][number]>): Rubric => ({
    ...issued,
    indicators: issued.indicators.map((one) => (one.name === name ? { ...one, ...to } : one)),
  });

  it('finds nothing where only signs and spaces differ', () => {
    const printed: Rubric = {
      ...issued,
      indicators: issued.indicators.map((one) => ({
        ...one,
        name: one.name.replaceAll(/[“”]/gu, '"'),
        rule: one.rule
          .replaceAll('，', ', ')
          .replaceAll('；\n', '。')
          .replaceAll('≤', '≦')
          .replaceAll('%', '％'),
      })),
    };
    expect(compareRubric(issued, printed)).toEqual([]);
  });

  it.each([
    ['a weight', change('预算完成率', { weight: '4' }), [['weight', '预算完成率']]],
    [
      'a threshold',
      change('预算完成率', { rule: '预算完成率≥90%，得3分；每降低5%，扣1分，扣完为止。' }),
      [['rule', '预算完成率']],
    ],
    [
      'a sign',
      change('预算调整率', {
        rule: '预算调整率≥5%，得2分；5%-10%（含），得1.5分；10%-15%（含），得1分；15%-20%（含），得0.5分；＞20%，得0分。',
      }),
      [['rule', '预算调整率']],
    ],
    [
      'a name',
      change('行政效能', { name: '工作效能' }),
      [
        ['missing', '行政效能'],
        ['extra', '工作效能'],
      ],
    ],
    ['a shared weight', change('完成及时率', { sharedWeight: '25' }), [['weight', '完成及时率']]],
  ] as const)('finds %s', (_what, printed, expected) => {
    const found = compareRubric(issued, printed).map((one) => [
      one.kind,
      'issued' in one ? one.issued.name : one.printed.name,
    ]);
    expect(found).toEqual(expected);
  });

  it('takes a shared weight and its parts for the same', () => {
    const split: Rubric = {
      ...issued,
      indicators: issued.indicators.map(({ sharedWeight, ...one }) =>
        sharedWeight == null ? one : { ...one, weight: '8' },
      ),
    };
    expect(compareRubric(issued, split)).toEqual([]);
    expect(compareRubric(split, issued)).toEqual([]);
  });
});
