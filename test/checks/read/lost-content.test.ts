import { describe, expect, test } from 'vitest';
import lostContent from '../../../src/checks/read/lost-content.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { within } from '../../support/cases.ts';
import { loss } from './loss.ts';

const RULES = [lostContent];

describe('content that was lost', () => {
  test.each([
    ['picture', 'warning'],
    ['object', 'warning'],
    ['formula', 'warning'],
    ['hidden', 'warning'],
    ['external', 'notice'],
    ['characters', 'warning'],
    ['damaged', 'warning'],
    ['layout', 'warning'],
    ['limit', 'warning'],
  ] as const)('%s is told as %s', async (kind, severity) => {
    const findings = await findingsOf(RULES, { ...within('略。'), losses: [loss(kind)] });
    expect(findings.map((f) => [f.rule, f.severity, f.message])).toEqual([
      ['read/lost-content', severity, '此处有内容未读取。'],
    ]);
    expect(findings[0]?.evidence).toEqual([{ text: '原文', where: { ...NOWHERE, page: 5 } }]);
  });

  test('nothing lost, nothing said; pages without text are for read/no-text', async () => {
    expect(await findingsOf(RULES, within('略。'))).toEqual([]);
    expect(await findingsOf(RULES, { ...within('略。'), losses: [loss('no-text')] })).toEqual([]);
  });
});
