import { expect, test } from 'vitest';
import { coreOf, kinship, regionsOf } from '../../../src/checks/text/unit-names.ts';

test.each([
  ['武陵区委组织部', '中共常德市武陵区委组织部', 'own'],
  ['中共常德市武陵区委组织部', '武陵区委组织部', 'own'],
  ['东湖市林业局（本级）', '东湖市林业局', 'own'],
  ['市林业局', '东湖市林业局', 'own'],
  ['柳泉区科协', '柳泉区科学技术协会', 'short'],
  ['柳泉区科技协会', '柳泉区科学技术协会', 'short'],
  ['上海市普陀区规划与自然资源局', '上海市普陀区规划和自然资源局', 'misspelt'],
  ['上海市普陀区规划和自然源资局', '上海市普陀区规划和自然资源局', 'misspelt'],
  ['上海市规划和自然资源局', '上海市普陀区规划和自然资源局', 'superior'],
  ['西山市林业局', '东湖市林业局', 'foreign'],
  ['东湖市水利局', '东湖市林业局', 'foreign'],
])('%s for %s is %s', (name, own, expected) => {
  expect(kinship(name, own)).toBe(expected);
});

test.each([
  ['上海市普陀区规划和自然资源局', '上海市普陀区', '规划和自然资源局'],
  ['东湖市林业局', '东湖市', '林业局'],
  ['中国共产党', '', '中国共产党'],
])('%s: regions %s, office %s', (name, regions, core) => {
  expect(regionsOf(name)).toBe(regions);
  expect(coreOf(name)).toBe(core);
});
