import type { Where } from './result.js';

/**
 * A place in words that a person can follow in Word or a PDF reader: 第9页，五、综合评价结果，表2第3行第7列.
 * '' when nothing is known of it.
 */
export function placeWords(where: Where): string {
  const parts: string[] = [];
  if (where.page !== null) parts.push(`第${where.page}页`);
  if (where.section) parts.push(where.section);
  if (where.table !== null) parts.push(`表${where.table}${cellWords(where)}`);
  else if (where.paragraph !== null) parts.push(`第${where.paragraph}段`);
  return parts.join('，');
}

function cellWords(where: Where): string {
  const row = where.row === null ? '' : `第${where.row}行`;
  const column = where.column === null ? '' : `第${where.column}列`;
  return `${row}${column}`;
}
