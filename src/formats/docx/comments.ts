import { SEVERITY_WORDS } from '../../checks/rule.js';
import { AUTHOR } from '../../documents/ooxml/own-output.js';
import { placeWords } from '../place.js';
import { clip } from '../printable.js';
import { quoteLines } from '../quotes.js';
import {
  type EvidenceResult,
  type FindingResult,
  hasUnread,
  openFindings,
  type ReportResult,
} from '../result.js';
import { countWords, coverageLines, nothingFound, sidesWords } from '../words.js';
import { escaped } from '../xml.js';

/** A comment: what it says, a paragraph a line, and the words it speaks of. */
export interface Note {
  readonly lines: readonly string[];
  readonly evidence: EvidenceResult | null;
}

/**
 * One comment for each quoted place of every open finding; the first says all, the others point back. The rows of
 * a sum have one together, and so has the row that a notice speaks of: twenty comments that say the same would hide
 * the rest.
 */
export function notesOf(report: ReportResult): Note[] {
  const notes = openFindings(report).flatMap((finding, at) => {
    const [first, ...rest] = quoteLines(finding.evidence).map((line) => line.first);
    const others =
      finding.severity === 'notice' ? rest.filter((one) => !first || !isSameRow(one, first)) : rest;
    const full: Note = { lines: wordsOf(finding, at + 1), evidence: first ?? null };
    return [
      full,
      ...others.map((evidence) => ({
        lines: [`${headOf(finding, at + 1)}（同一问题的另一处）`, finding.message],
        evidence,
      })),
    ];
  });
  return [...notes, ...overall(report)];
}

const isSameRow = (a: EvidenceResult, b: EvidenceResult): boolean =>
  a.where.table !== null && a.where.table === b.where.table && a.where.row === b.where.row;

/**
 * A comment on the whole report where the others leave something unsaid: a copy without any would pass for a report
 * without faults, and one with unread parts for a report that was read.
 */
function overall(report: ReportResult): Note[] {
  const isClean = openFindings(report).length === 0;
  if (!isClean && !hasUnread(report)) return [];
  const result = isClean ? nothingFound(report) : countWords(report);
  return [{ lines: ['【审核结果】', result, ...coverageLines(report)], evidence: null }];
}

const headOf = (finding: FindingResult, ordinal: number): string =>
  `【${SEVERITY_WORDS[finding.severity]}】${ordinal}. ${finding.title}`;

function wordsOf(finding: FindingResult, ordinal: number): string[] {
  return [
    headOf(finding, ordinal),
    finding.message,
    sidesWords(finding),
    finding.basis === '' ? '' : `依据：${finding.basis}`,
    finding.suggestion === '' ? '' : `建议：${finding.suggestion}`,
  ].filter((line) => line !== '');
}

/** The line added to a comment whose words were not found in the file as stored. */
export const unplacedLine = ({ quote, where }: EvidenceResult): string =>
  `未能定位到原文“${clip(quote, 100)}”${placeWords(where) === '' ? '' : `（${placeWords(where)}）`}`;

/** The XML of one comment. */
export const commentXml = (id: number, lines: readonly string[], now: Date | null): string =>
  `<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="稽"${now === null ? '' : ` w:date="${now.toISOString().slice(0, 19)}Z"`}>${lines
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')}</w:comment>`;
