import { describe, expect, test } from 'vitest';
import noText from '../../../src/checks/read/no-text.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { within } from '../../support/cases.ts';
import { loss } from './loss.ts';

const RULES = [noText];

describe('pages without text', () => {
  test('are an error, in the words of the reader', async () => {
    const findings = await findingsOf(RULES, { ...within('略。'), losses: [loss('no-text')] });
    expect(findings.map((f) => [f.rule, f.severity, f.message])).toEqual([
      ['read/no-text', 'error', '此处有内容未读取。'],
    ]);
    expect(findings[0]?.evidence).toEqual([{ text: '原文', where: { ...NOWHERE, page: 5 } }]);
  });

  test('are named when the reader gives no sentence', async () => {
    const [finding] = await findingsOf(RULES, { ...within('略。'), losses: [loss('no-text', '')] });
    expect(finding?.message).toBe('第5页没有可读取的文字，未能审核。');
  });

  test('nothing lost, nothing said; other losses are for read/lost-content', async () => {
    expect(await findingsOf(RULES, within('略。'))).toEqual([]);
    expect(await findingsOf(RULES, { ...within('略。'), losses: [loss('picture')] })).toEqual([]);
  });
});
