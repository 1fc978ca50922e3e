import { placeWords } from './place.js';
import { clip } from './printable.js';
import type { ReportResult, Where } from './result.js';

/** Figures of one section or table that took part in no check for the same reason. */
export interface NotChecked {
  readonly reason: string;
  readonly place: string;
  /** Each as printed, with its paragraph or cell. */
  readonly figures: readonly string[];
}

/** One row of a list stays readable with so many figures. */
const MOST = 40;

/** The figures of a report that were not checked, those of one section and reason together. */
export function notChecked(report: ReportResult): NotChecked[] {
  const groups: { key: string; reason: string; place: string; figures: string[] }[] = [];
  for (const { text, reason, where } of report.coverage.notChecked ?? []) {
    const place = placeWords(sectionOf(where));
    const key = `${reason}\n${place}`;
    let group = groups.findLast((one) => one.key === key);
    if (!group || group.figures.length >= MOST) {
      group = { key, reason, place, figures: [] };
      groups.push(group);
    }
    group.figures.push(`${clip(text, 60)}${within(where)}`);
  }
  return groups.map(({ reason, place, figures }) => ({ reason, place, figures }));
}

const sectionOf = (where: Where): Where => ({
  ...where,
  page: null,
  paragraph: null,
  row: null,
  column: null,
});

/** （第2页第11段）, （第3行第4列）. */
function within({ page, table, paragraph, row, column }: Where): string {
  const parts =
    table === null
      ? [page === null ? '' : `第${page}页`, paragraph === null ? '' : `第${paragraph}段`]
      : [
          page === null ? '' : `第${page}页`,
          row === null ? '' : `第${row}行`,
          column === null ? '' : `第${column}列`,
        ];
  const words = parts.join('');
  return words === '' ? '' : `（${words}）`;
}
