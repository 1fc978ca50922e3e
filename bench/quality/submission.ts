/** What a unit hands in: its report, and behind it the reports and forms of its projects. */
import type { Draft, DraftBlock } from './draft.ts';
import { LAYOUTS, type Layout } from './layouts/index.ts';
import { Random } from './random.ts';
import { makeScenario } from './scenario.ts';
import { textOf } from './words.ts';

/** Layouts of a whole unit's report, and those that are annexed to it: two forms, then a report on a project. */
const WHOLE: readonly Layout[] = layouts(1, 2, 3, 5, 6, 8);
const ANNEXED: readonly Layout[] = layouts(4, 4, 7);

/** The shortest of the real reports at hand has 7,400 characters with its tables, the longest 12,300. */
const LENGTH = 7_000;

/** A clean submission of at least `LENGTH` characters; the layouts of the unit's report take turns by `ordinal`. */
export function writeSubmission(seed: string, ordinal: number): Draft {
  const layout = taking(WHOLE, ordinal);
  const own = makeScenario(new Random(seed), layout.id);
  const blocks: DraftBlock[] = [...layout.write(own).blocks];
  for (let annex = 0; lengthOf(blocks) < LENGTH; annex++) {
    const { id, write } = taking(ANNEXED, annex);
    const project = makeScenario(new Random(`${seed}/${annex}`), id);
    blocks.push(...write({ ...project, unit: own.unit, year: own.year }).blocks);
  }
  return { blocks };
}

function layouts(...ids: readonly number[]): readonly Layout[] {
  return ids.flatMap((wanted) => LAYOUTS.find(({ id }) => id === wanted) ?? []);
}

function taking(from: readonly Layout[], turn: number): Layout {
  const taken = from[turn % from.length];
  if (!taken) throw new RangeError('no layouts to take from');
  return taken;
}

const lengthOf = (blocks: readonly DraftBlock[]): number =>
  blocks
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.words] : block.rows.flat().map(({ words }) => words),
    )
    .reduce((sum, words) => sum + textOf(words).length, 0);
