import { expect, it } from 'vitest';
import { calledInText } from '../../../src/report/facts/called.ts';
import type { Fact } from '../../../src/report/model.ts';

const named = (concept: string, name?: string): string =>
  calledInText({ concept, ...(name === undefined ? {} : { name }) } as unknown as Fact);

it.each([
  ['expenditure', '和支出合计', '支出合计'],
  ['expenditure', '其中支出合计', '支出合计'],
  ['expenditure', '为', '支出合计'],
  ['expenditure', undefined, '支出合计'],
  ['expenditure', '和平区支出合计', '和平区支出合计'],
  ['expenditure', '本年支出合计', '本年支出合计'],
])('%s as %s is called %s', (concept, name, expected) => {
  expect(named(concept, name)).toBe(expected);
});
