import { digestOf } from '../../src/checks/batch/digest.ts';
import { runBatchRules } from '../../src/checks/batch/index.ts';
import { readReport } from '../../src/report/index.ts';
import { sketch } from './document.ts';

/** A report of a batch, as rules across reports see it. */
export const member = (file: string, ...paragraphs: string[]) => ({
  file,
  digest: digestOf(readReport(sketch(...paragraphs))),
});

/** rule/file pairs of what is found among the reports. */
export async function found(...members: ReturnType<typeof member>[]) {
  const all = await runBatchRules(members);
  return [...all]
    .flatMap(([index, findings]) => findings.map((f) => `${members[index]?.file}: ${f.rule}`))
    .sort();
}

/** Title and paragraphs of a report. */
export const report = (unit: string, year: number, ...paragraphs: string[]) => [
  `${year}年度${unit}部门整体支出绩效自评报告`,
  ...paragraphs,
];
