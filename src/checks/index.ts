import change from './figure/change.js';
import completion from './figure/completion.js';
import direction from './figure/direction.js';
import impossible from './figure/impossible.js';
import restated from './figure/restated.js';
import share from './figure/share.js';
import sum from './figure/sum.js';
import tableTotal from './figure/table-total.js';
import unit from './figure/unit.js';
import gradeVsScore from './grade/vs-score.js';
import gradeVsVerified from './grade/vs-verified.js';
import asOfDate from './period/as-of-date.js';
import impossibleDate from './period/impossible-date.js';
import premature from './period/premature.js';
import scoreYear from './period/score-year.js';
import sectionYear from './period/section-year.js';
import lostContent from './read/lost-content.js';
import noText from './read/no-text.js';
import trackedChanges from './read/tracked-changes.js';
import altered from './rubric/altered.js';
import inconsistent from './rubric/inconsistent.js';
import type { Rule } from './rule.js';
import aboveWeight from './score/above-weight.js';
import contradictsNarrative from './score/contradicts-narrative.js';
import missingScore from './score/missing.js';
import narrativeVsTable from './score/narrative-vs-table.js';
import rescored from './score/rescored.js';
import totalVsItems from './score/total-vs-items.js';
import unattainable from './score/unattainable.js';
import unexplainedDeduction from './score/unexplained-deduction.js';
import unsupported from './score/unsupported.js';
import weightsTotal from './score/weights-total.js';
import overachieved from './target/overachieved.js';
import unmet from './target/unmet.js';
import unplanned from './target/unplanned.js';
import unreported from './target/unreported.js';
import duplicate from './text/duplicate.js';
import foreignUnit from './text/foreign-unit.js';
import missingSection from './text/missing-section.js';
import numbering from './text/numbering.js';
import placeholder from './text/placeholder.js';

/** Every rule, in the order of the contract. A rule that stands in no list catches nothing: a test looks for it. */
export const ALL_RULES: readonly Rule[] = [
  scoreYear,
  sectionYear,
  asOfDate,
  impossibleDate,
  premature,
  totalVsItems,
  narrativeVsTable,
  aboveWeight,
  weightsTotal,
  missingScore,
  unattainable,
  rescored,
  unexplainedDeduction,
  contradictsNarrative,
  unsupported,
  gradeVsScore,
  gradeVsVerified,
  sum,
  share,
  change,
  direction,
  completion,
  restated,
  unit,
  impossible,
  tableTotal,
  unmet,
  unreported,
  unplanned,
  overachieved,
  altered,
  inconsistent,
  numbering,
  placeholder,
  duplicate,
  foreignUnit,
  missingSection,
  noText,
  trackedChanges,
  lostContent,
];
