import { squeeze } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import { digits } from '../../numbers/decimal.js';
import { canonicalGrade } from '../../report/claims/grades.js';
import type { ListedProject } from '../../report/claims/project-lists.js';
import type { GradeBand, GradeClaim, Quote, Report } from '../../report/model.js';
import { type Draft, defineRule } from '../rule.js';
import { called, cellQuote } from '../score/shared/quotes.js';
import { listedProjects, ownTable, scoredTables } from '../score/shared/tables.js';
import { bandOf, bandWords } from './grades.js';

interface Data {
  /** The project of a list whose line this is; null for the report's own grade. */
  readonly project: string | null;
  readonly claimed: string;
  readonly score: Decimal;
  readonly band: GradeBand;
}

export default defineRule<Data>({
  id: 'grade/vs-score',
  severity: 'error',
  title: '等级与得分不符',
  summary: '所评等级不是所述得分对应的等级',
  basis:
    '报告印有等级划分的以其为准；没有的，90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差（财预〔2020〕10号）。',
  example: '得分88分，评为“优”：80分至不满90分为良。',
  limits: [
    '等级用语不在所用等级划分之内（如A、B）时不判断。',
    '项目自评情况汇总表逐行核对；半数以上的行不符时，等级另有划分，不提出。',
  ],
  *check({ report }) {
    const judged = new Set<string>();
    for (const claim of report.gradeClaims) {
      if (!report.gradeScale.some((b) => b.grade === claim.grade)) continue;
      const scored = scoreFor(report, claim);
      const band = scored === null ? null : bandOf(scored.score, report.gradeScale);
      if (scored === null || band === null || band.grade === claim.grade) continue;
      const pair = `${claim.grade}/${scored.score.toFixed()}`;
      if (judged.has(pair)) continue;
      judged.add(pair);
      yield {
        data: { project: null, claimed: claim.grade, score: scored.score, band },
        evidence: scored.quote.text === claim.quote.text ? [claim.quote] : [claim.quote, scored.quote],
        claimed: claim.grade,
        expected: band.grade,
      };
    }
    for (const list of listedProjects(report)) yield* listed(list, report.gradeScale);
  },
  message: ({ project, claimed, score, band }) =>
    `${project === null ? '' : `${called(project)}`}得分${digits(score)}分对应等级“${band.grade}”（${bandWords(band)}），报告评为“${claimed}”。`,
  suggestion: () => '核对得分和等级，改正有误的一处。',
});

/** The lines of a list of projects; where most grades differ, they are given on another scale. */
function* listed(list: readonly ListedProject[], scale: readonly GradeBand[]): Generator<Draft<Data>> {
  const graded = list.flatMap(({ name, score, grade }) => {
    const claimed = grade === null ? null : canonicalGrade(squeeze(grade.text), scale);
    const band = score.value.gt(FULL_MARK) ? null : bandOf(score.value, scale);
    return grade === null || claimed === null || band === null ? [] : [{ name, score, grade, claimed, band }];
  });
  const wrong = graded.filter(({ claimed, band }) => claimed !== band.grade);
  if (wrong.length * 2 >= graded.length) return;
  for (const { name, score, grade, claimed, band } of wrong)
    yield {
      data: { project: name, claimed, score: score.value, band },
      evidence: [grade, score.quote],
      claimed,
      expected: band.grade,
    };
}

const FULL_MARK = 100;

/** The score that a grade goes with: of its own sentence, of the head of its own form, else of the text when it names only one, else the table's. */
function scoreFor(report: Report, claim: GradeClaim): { score: Decimal; quote: Quote } | null {
  const same = report.scoreClaims.filter((s) => s.quote.text === claim.quote.text);
  const own = same.at(-1);
  if (own) return own;
  const form = formOf(report, claim);
  if (form) return form.scored;
  const first = report.scoreClaims[0];
  if (first && report.scoreClaims.every((s) => s.score.eq(first.score))) return first;
  if (first) return null;
  const total = ownTable(report)?.totalScore ?? null;
  return total?.value == null ? null : { score: total.value, quote: cellQuote(total) };
}

/** A form beside the report's own table has a score and a grade of its own: those of its head, else its total. */
function formOf(
  report: Report,
  { quote }: GradeClaim,
): { readonly scored: { score: Decimal; quote: Quote } | null } | null {
  const { table } = quote.where;
  const own = ownTable(report);
  const forms = scoredTables(report).filter(
    (form) => form !== own && table !== null && form.tables.some(({ where }) => where.table === table),
  );
  if (forms.length === 0) return null;
  const [head, ...others] = report.scoreClaims.filter(({ quote: { where } }) => where.table === table);
  if (head) return { scored: others.every(({ score }) => score.eq(head.score)) ? head : null };
  const [form, second] = forms;
  const total = second === undefined ? form?.totalScore : null;
  return { scored: total?.value ? { score: total.value, quote: cellQuote(total) } : null };
}
