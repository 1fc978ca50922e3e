import { squeeze } from '../../language/fold.js';
import type { Section } from '../model.js';
import type { Outline } from '../outline/index.js';
import { doneIn } from './done.js';
import {
  CATEGORY,
  TARGET_LABEL,
  TITLE_OF_NEITHER,
  TITLE_OF_RESULTS,
  TITLE_OF_SETTING,
  TITLE_OF_TARGETS,
} from './vocabulary.js';

/** What a stretch of the report holds. */
export type Holds = 'targets' | 'results' | null;

/** A stretch of paragraphs under one heading, and the category heading it stands under. */
export interface Stretch {
  /** Index of the first paragraph and of the first one after it. */
  readonly from: number;
  readonly to: number;
  readonly holds: Holds;
  readonly category: string;
}

/** The stretches of a report that hold targets or results, told from the headings above them and their words. */
export function goalStretches(outline: Outline): readonly Stretch[] {
  const sections = outline.sections.filter((section) => section.heading >= 0);
  const known = new Map<Section, Holds>();
  return sections.map((section, at) => {
    const next = sections[at + 1]?.heading ?? outline.paragraphs.length;
    const category = bare(section);
    return {
      from: section.heading + (isRunIn(section, outline) ? 0 : 1),
      to: Math.min(next, section.end),
      holds: holdsOf(section, outline, known),
      category: CATEGORY.test(category) ? category : '',
    };
  });
}

/**
 * The nearest heading that says what is under it; category headings leave it to the one above. Where the
 * heading names goals but not whether they are set or reached (六、目标对照), the words under it decide.
 */
function holdsOf(section: Section, outline: Outline, known: Map<Section, Holds>): Holds {
  let underCategory = false;
  let above: Section = section;
  for (; ; above = above.parent) {
    const title = bare(above);
    if (CATEGORY.test(title) && !/完成|达成|情况|说明/u.test(title)) underCategory = true;
    else if (TITLE_OF_NEITHER.test(title)) return null;
    else if (TITLE_OF_SETTING.test(title)) break;
    else if (TITLE_OF_RESULTS.test(title)) return 'results';
    else if (TITLE_OF_TARGETS.test(title)) break;
    if (above.parent === null) {
      if (!underCategory) return null;
      break;
    }
  }
  const decided = known.get(above);
  if (decided !== undefined) return decided;
  const holds = tellsOfDone(above, outline) ? 'results' : 'targets';
  known.set(above, holds);
  return holds;
}

/** Whether at least half of the paragraphs with figures are called done or not done. */
function tellsOfDone(section: Section, outline: Outline): boolean {
  const lines = outline.paragraphs
    .slice(section.heading + 1, section.end)
    .filter((paragraph) => /\d/u.test(paragraph.text) && /[。；;]/u.test(paragraph.text));
  const told = lines.filter((paragraph) => doneIn(paragraph.text) !== null).length;
  return told > 0 && told * 2 >= lines.length;
}

/** （一）目标：门急诊量不低于42万人次。完成：…: the heading and what it heads are one paragraph. */
function isRunIn(section: Section, outline: Outline): boolean {
  const text = outline.paragraphs[section.heading]?.text ?? '';
  return TARGET_LABEL.test(bare(section)) && squeeze(text).length > squeeze(section.title).length + 4;
}

/** The title without its number. */
const bare = (section: Section): string => squeeze(section.title.slice(section.number.length));
