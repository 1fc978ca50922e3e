import type { Decimal } from '../../numbers/decimal.js';
import { digits } from '../../numbers/decimal.js';
import type { Indicator, Quote, ScoringTable } from '../../report/model.js';
import { isScored, sumOfWeights } from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { called, cellQuote, nameQuote } from './shared/quotes.js';

type Data =
  | { readonly kind: 'empty'; readonly name: string; readonly weight: Decimal }
  | {
      readonly kind: 'unreadable' | 'not-applicable';
      readonly name: string;
      readonly weight: Decimal;
      readonly raw: string;
    }
  | { readonly kind: 'blank-table'; readonly rows: number }
  | { readonly kind: 'doubtful'; readonly name: string; readonly doubt: string };

export default defineRule<Data>({
  id: 'score/missing',
  severity: 'error',
  title: '得分缺失',
  summary: '有分值的指标没有得分，或得分栏的内容不能读作分数',
  basis: '每个有分值的指标都应有自评得分；不适用的应说明。',
  example: '“管理制度健全性”分值2分，得分栏空白。',
  limits: [
    '整张表都没有得分（空白模板、单列的评分标准）时只提一次，不逐项提出。',
    '“/”“—”作不适用看待，去掉该项后分值仍满的不提出，否则只作提示。',
    '“满分”“1,5”等不能确定为何数的，不猜测，作疑点提出。',
  ],
  *check({ report }) {
    const anyScored = report.scoringTables.some(isScored);
    for (const table of report.scoringTables) {
      if (!isScored(table)) {
        const blank = table.indicators.every((i) => i.claimed.state === 'empty');
        if (blank && !anyScored) yield blankTable(table);
        continue;
      }
      const doubt = doubtAbout(report, table);
      for (const indicator of table.indicators) {
        const draft = missing(indicator, table);
        if (draft === null) continue;
        yield doubt === null || draft.data.kind !== 'empty'
          ? draft
          : { ...draft, data: { kind: 'doubtful', name: indicator.name, doubt }, severity: 'warning' };
      }
      yield* executionMissing(table);
    }
  },
  message: (data) => {
    switch (data.kind) {
      case 'empty':
        return `${called(data.name)}分值${digits(data.weight)}分，没有得分。`;
      case 'unreadable':
        return `${called(data.name)}分值${digits(data.weight)}分，得分栏“${data.raw}”不能读作分数，未计入合计。`;
      case 'not-applicable':
        return `${called(data.name)}分值${digits(data.weight)}分，得分栏为“${data.raw}”，按不适用处理，未计入合计。`;
      case 'blank-table':
        return `评分表${data.rows}项指标都没有得分，像是未填写的模板。`;
      case 'doubtful':
        return `${called(data.name)}没有读到得分；${data.doubt}，不能确定是否漏填。`;
    }
  },
  suggestion: ({ kind }) =>
    kind === 'blank-table' ? '确认附上的是填好的评分表。' : '补填得分；不适用的写明理由。',
});

const draftOf = (data: Data, evidence: readonly Quote[], severity?: 'warning' | 'notice'): Draft<Data> => ({
  data,
  evidence,
  claimed: null,
  expected: null,
  ...(severity === undefined ? {} : { severity }),
});

const blankTable = (table: ScoringTable): Draft<Data> =>
  draftOf(
    { kind: 'blank-table', rows: table.indicators.length },
    table.indicators.slice(0, 1).map(nameQuote),
    'warning',
  );

function missing(indicator: Indicator, table: ScoringTable): Draft<Data> | null {
  const { claimed, name } = indicator;
  if (
    claimed.state === 'score' ||
    (indicator.scoreShare !== null && claimed.state === 'empty' && indicator.scoreShare.value !== null)
  ) {
    return null;
  }
  const weight = indicator.weight ?? indicator.weightShare?.value ?? null;
  if (weight === null || weight.isZero()) return null;
  if (claimed.state === 'empty') return draftOf({ kind: 'empty', name, weight }, [nameQuote(indicator)]);
  const evidence = [nameQuote(indicator), cellQuote(claimed)];
  const raw = claimed.raw.trim();
  if (claimed.state === 'unreadable')
    return draftOf({ kind: 'unreadable', name, weight, raw }, evidence, 'warning');
  return isSpare(indicator, table)
    ? null
    : draftOf({ kind: 'not-applicable', name, weight, raw }, evidence, 'notice');
}

/** Whether the weights are full without the rows marked not applicable (二者择一). */
function isSpare(_indicator: Indicator, table: ScoringTable): boolean {
  const rest = sumOfWeights(table.indicators.filter((i) => i.claimed.state !== 'not-applicable'));
  return rest?.eq(table.totalWeight?.value ?? 100) ?? false;
}

function* executionMissing(table: ScoringTable): Generator<Draft<Data>> {
  for (const row of table.execution) {
    if (!row.isTotal || row.weight === null || row.score?.state !== 'empty') continue;
    yield draftOf({ kind: 'empty', name: row.label, weight: row.weight }, [
      { text: row.label, where: row.where },
    ]);
  }
}
