import { describe, expect, test } from 'vitest';
import trackedChanges from '../../../src/checks/read/tracked-changes.ts';
import type { Revision } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { within } from '../../support/cases.ts';

const RULES = [trackedChanges];

const revision = (accepted: string, rejected: string, paragraph: number): Revision => ({
  kind: 'inserted',
  text: accepted,
  accepted,
  rejected,
  where: { ...NOWHERE, paragraph },
});

describe('revisions', () => {
  test('both readings are named, a paragraph with two marks once', async () => {
    const mark = revision('得分95.5分。', '得分92.5分。', 3);
    const findings = await findingsOf(RULES, {
      ...within('得分95.5分。'),
      revisions: [mark, { ...mark, kind: 'deleted' }],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'read/tracked-changes',
      severity: 'warning',
      claimed: '得分95.5分。',
    });
    for (const reading of ['95.5', '92.5']) expect(findings[0]?.message).toContain(reading);
  });

  test('of a long paragraph the words that differ are shown', async () => {
    const padding = '本部门严格执行预算管理制度并按月公开执行进度。'.repeat(5);
    const mark = revision(`${padding}得分95.5分。${padding}`, `${padding}得分92.5分。${padding}`, 3);
    const [finding] = await findingsOf(RULES, { ...within('略。'), revisions: [mark] });
    expect(finding?.message).toMatch(/95\.5.*92\.5/u);
    expect(finding?.message.length).toBeLessThan(160);
  });

  test('a hundred revised places are one finding with their number', async () => {
    const revisions = Array.from({ length: 100 }, (_, i) => revision(`新${i}`, `旧${i}`, i));
    const findings = await findingsOf(RULES, { ...within('略。'), revisions });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('100处');
  });
});
