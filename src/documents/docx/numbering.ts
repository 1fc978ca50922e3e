/** Automatic list numbers, rendered as Word prints them: 一、 （一） 1. ① with levels, overrides and restarts. */
import { child, elements, toggle, valOf, type XmlElement } from '../ooxml/xml.js';
import { listNumeral } from './numerals.js';
import { levelIndex, type Styles } from './styles.js';

const LEVELS = 9;

/** Where a level begins to count. Word takes at most 32767. */
function startOf(value: string | undefined): number {
  const start = Number(value);
  return Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : 0;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** Pattern with %1 … %9 for the numbers of the levels; null when the level has none. */
  readonly text: string;
  /** The level whose numbers restart this one (1 = first); null: any higher level; 0: never. */
  readonly restart: number | null;
  /** All numbers of the pattern in decimals (legal numbering). */
  readonly legal: boolean;
  readonly styleId: string | null;
}

interface List {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Name of the numbering style where the levels really stand. */
  readonly link: string | null;
}

interface Instance {
  readonly list: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** Counts paragraphs of lists in reading order. */
export interface ListCounter {
  /**
   * The number printed before the paragraph that comes next, null when it has none (no list, a bullet, a level
   * without text). `ilvl` null: the level is found by the paragraph's style.
   */
  next(numId: string, ilvl: number | null, styleId: string | null): string | null;
}

/** Reads numbering.xml. */
export function readNumbering(root: XmlElement | null, styles: Styles): ListCounter {
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  for (const element of root === null ? [] : elements(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'];
    if (id === undefined) continue;
    lists.set(id, { id, levels: readLevels(element), link: valOf(element, 'w:numStyleLink') ?? null });
  }
  for (const element of root === null ? [] : elements(root, 'w:num')) {
    const id = element.attributes['w:numId'];
    const list = valOf(element, 'w:abstractNumId');
    if (id !== undefined && list !== undefined) instances.set(id, readInstance(element, list));
  }
  return counter(lists, instances, styles);
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements(parent, 'w:lvl'))
    levels.set(levelIndex(element.attributes['w:ilvl']), readLevel(element));
  return levels;
}

function readLevel(element: XmlElement): Level {
  const restart = valOf(element, 'w:lvlRestart');
  return {
    start: startOf(valOf(element, 'w:start')),
    format: valOf(element, 'w:numFmt') ?? 'decimal',
    text: valOf(element, 'w:lvlText') ?? '',
    restart: restart === undefined ? null : levelIndex(restart),
    legal: toggle(element, 'w:isLgl') ?? false,
    styleId: valOf(element, 'w:pStyle') ?? null,
  };
}

function readInstance(element: XmlElement, list: string): Instance {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of elements(element, 'w:lvlOverride')) {
    const ilvl = levelIndex(override.attributes['w:ilvl']);
    const level = child(override, 'w:lvl');
    if (level !== undefined) levels.set(ilvl, readLevel(level));
    const start = valOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(ilvl, startOf(start));
  }
  return { list, levels, starts };
}

function counter(
  lists: ReadonlyMap<string, List>,
  instances: ReadonlyMap<string, Instance>,
  styles: Styles,
): ListCounter {
  /** Numbers reached so far, by list: instances of one list count on together. */
  const reached = new Map<string, (number | null)[]>();
  /** Overrides of the start apply once, when the instance first reaches the level. */
  const applied = new Set<string>();

  const listOf = (id: string, seen: number): List | undefined => {
    const list = lists.get(id);
    if (list?.link == null || seen > LEVELS) return list;
    const numId = styles.numberingStyle(list.link);
    const instance = numId === null ? undefined : instances.get(numId);
    return instance === undefined ? list : listOf(instance.list, seen + 1);
  };

  return {
    next(numId, givenLevel, styleId) {
      const instance = instances.get(numId);
      const list = instance === undefined ? undefined : listOf(instance.list, 0);
      if (instance === undefined || list === undefined) return null;
      const levelAt = (ilvl: number): Level | undefined => instance.levels.get(ilvl) ?? list.levels.get(ilvl);
      const ilvl = givenLevel ?? levelOfStyle(list, styleId) ?? 0;
      const level = levelAt(ilvl);
      if (level === undefined) return null;

      let counts = reached.get(list.id);
      if (counts === undefined) {
        counts = Array<number | null>(LEVELS).fill(null);
        reached.set(list.id, counts);
      }
      for (const [overridden, start] of instance.starts) {
        const key = `${numId}:${overridden}`;
        if (overridden > ilvl || applied.has(key)) continue;
        applied.add(key);
        counts[overridden] = overridden === ilvl ? start - 1 : start;
      }
      counts[ilvl] = (counts[ilvl] ?? level.start - 1) + 1;
      for (let higher = 0; higher < ilvl; higher++) counts[higher] ??= levelAt(higher)?.start ?? 1;
      for (let lower = ilvl + 1; lower < LEVELS; lower++) {
        const restart = levelAt(lower)?.restart ?? null;
        if (restart === null || (restart > 0 && ilvl < restart)) counts[lower] = null;
      }
      if (level.format === 'bullet') return null;
      const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = levelAt(at)?.format ?? 'decimal';
        const count = counts[at] ?? 0;
        return listNumeral(level.legal && format !== 'none' ? 'decimal' : format, count);
      });
      return printed === '' ? null : printed;
    },
  };
}

function levelOfStyle(list: List, styleId: string | null): number | null {
  if (styleId === null) return null;
  for (const [ilvl, level] of list.levels) if (level.styleId === styleId) return ilvl;
  return null;
}
