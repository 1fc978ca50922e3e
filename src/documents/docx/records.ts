/** What the first pass notes about a paragraph: everything mammoth does not carry, found again by the paragraph's key. */
import type { LossKind, Revision, Stratum } from '../model.js';

/** A loss whose place is known once the paragraph has its ordinal. */
export interface PendingLoss {
  readonly kind: LossKind;
  readonly message: string;
  readonly quote: string;
}

/** Words under one unaccepted revision mark. */
export interface Mark {
  readonly kind: Revision['kind'];
  text: string;
  /** The words left this place, with a move; where they went they have a mark of their own. */
  readonly away: boolean;
}

export interface ParagraphRecord {
  readonly key: number;
  stratum: Stratum;
  number: string | null;
  headingLevel: number | null;
  readonly losses: PendingLoss[];
  readonly marks: Mark[];
  /** Whole rows inserted before or deleted at this place. */
  readonly rowMarks: Mark[];
  /** Key of the paragraph that holds the reading with all revisions rejected; null when nothing was revised. */
  rejected: number | null;
  /** Key of the paragraph this one runs into, its paragraph mark being deleted. */
  mergedInto: number | null;
  /** Key of the paragraph where the note or comment is referred to. */
  anchor: number | null;
}

/** Records by key. A key is the paragraph's place in this list. */
export class Records {
  readonly all: ParagraphRecord[] = [];
  /** Paragraphs in which notes and comments are referred to, by `footnote:1`, `comment:3` … */
  readonly references = new Map<string, number>();

  add(stratum: Stratum): ParagraphRecord {
    const record: ParagraphRecord = {
      key: this.all.length,
      stratum,
      number: null,
      headingLevel: null,
      losses: [],
      marks: [],
      rowMarks: [],
      rejected: null,
      mergedInto: null,
      anchor: null,
    };
    this.all.push(record);
    return record;
  }
}
