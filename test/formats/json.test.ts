import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { json } from '../../src/formats/index.ts';
import { auditResult } from '../../src/formats/result.ts';
import { auditResultSchema } from '../../src/formats/result-schema.ts';
import { batch, finding, report } from '../support/result.ts';

const parsed = async (result = batch()): Promise<unknown> =>
  JSON.parse(String(await json.render(result, DEFAULT_FORMAT_OPTIONS)));

describe('the JSON of the contract', () => {
  it('is exactly the result, and the schema accepts it', async () => {
    expect(auditResultSchema.parse(await parsed())).toEqual(batch());
  });

  it('keeps decimals as strings and file names untouched', async () => {
    const result = auditResult([
      report({ file: '报告\u202Efdp.docx', score: { ...report().score, itemSum: '96.50' } }),
    ]);
    expect(await parsed(result)).toMatchObject({
      schema: 'jihe/1',
      reports: [{ file: '报告\u202Efdp.docx', score: { itemSum: '96.50' } }],
    });
  });

  it('refuses numbers where decimals must be strings', () => {
    const broken = { ...batch(), reports: [{ ...report(), score: { ...report().score, itemSum: 96 } }] };
    expect(auditResultSchema.safeParse(broken).success).toBe(false);
  });

  it('counts findings by severity and leaves out those set aside', () => {
    const aside = finding({ suppressed: { reason: '已向财政局说明', by: '张三' } });
    expect(auditResult([report({ findings: [finding(), aside] })]).summary).toEqual({
      reports: 1,
      audited: 1,
      unreadable: 0,
      errors: 1,
      warnings: 0,
      notices: 0,
    });
  });
});
