import { describe, expect, it } from 'vitest';
import { auditText } from '../support/figures.ts';

const graver = (text: string) =>
  auditText(text)
    .findings.filter((finding) => finding.severity !== 'notice')
    .map((finding) => finding.rule);

describe('a project named like a change', () => {
  const list = (total: string) =>
    `项目支出${total}万元，具体为：小型水库维修养护158.66万元、农村饮水安全巩固提升289.13万元、灌区渠系改造222.60万元。`;
  it('is a part of the list', () => {
    expect(graver(list('670.39'))).toEqual([]);
  });
});
