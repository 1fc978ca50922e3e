import type { Revision } from '../../documents/model.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly accepted: string;
  readonly rejected: string;
  readonly count: number;
}

/** More places than this are told in one finding. */
const MOST = 20;

/** Unaccepted revisions: which reading was audited, and what the other one says. */
export default defineRule<Data>({
  id: 'read/tracked-changes',
  severity: 'warning',
  title: '存在未接受修订',
  summary: '文稿里有未接受的修订；按接受修订后的文字审核，并列出另一种读法',
  basis: '带修订痕迹的文稿有两种读法，报送前应定稿；审核按全部接受修订后的文字进行。',
  example: '“得分95.5分”是修订后的文字，拒绝修订则为“得分92.5分”。',
  limits: ['只改格式的修订不报。'],
  *check({ report }) {
    const places = distinct(report.document.revisions);
    const shown = places.length > MOST ? places.slice(0, 1) : places;
    for (const revision of shown)
      yield {
        data: {
          accepted: around(revision.accepted, revision.rejected),
          rejected: around(revision.rejected, revision.accepted),
          count: places.length > MOST ? places.length : 1,
        },
        evidence: (places.length > MOST ? places.slice(0, 10) : [revision]).map((place) => ({
          text: place.accepted === '' ? place.text : place.accepted,
          where: place.where,
        })),
        claimed: revision.accepted,
        expected: revision.rejected,
      };
  },
  message: ({ accepted, rejected, count }) => {
    const reading = `按接受修订后的文字${quoted(accepted)}审核，拒绝修订则为${quoted(rejected)}`;
    return count > 1 ? `有${count}处未接受的修订；例如一处${reading}。` : `此处有未接受的修订：${reading}。`;
  },
  suggestion: () => '接受或拒绝全部修订，定稿后再报送。',
});

const quoted = (words: string): string => (words === '' ? '（空）' : `“${words}”`);

/** A paragraph with several revision marks is one place. */
function distinct(revisions: readonly Revision[]): readonly Revision[] {
  const seen = new Set<string>();
  return revisions.filter((revision) => {
    const key = `${revision.accepted}\n${revision.rejected}\n${JSON.stringify(revision.where)}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** The words where two readings differ, with a few characters before and behind. */
function around(reading: string, other: string): string {
  if (reading.length <= 60) return reading;
  let start = 0;
  while (start < reading.length && reading[start] === other[start]) start++;
  let end = 0;
  while (end < reading.length - start && reading.at(-1 - end) === other.at(-1 - end)) end++;
  const from = Math.max(0, start - 15);
  const to = Math.min(reading.length, Math.max(reading.length - end + 15, from + 20));
  const part = reading.slice(from, Math.min(to, from + 80));
  return `${from > 0 ? '…' : ''}${part}${from + part.length < reading.length ? '…' : ''}`;
}
