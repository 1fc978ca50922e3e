import type { Locator } from '../../documents/model.js';
import { scanFigures } from '../../language/figures.js';
import type { Mention } from '../model.js';

/** Finds the report's own mention objects by place, so that coverage counts a figure once. */
export interface MentionIndex {
  /** The figures of a paragraph or cell, left to right. */
  readonly of: (text: string, where: Locator) => readonly Mention[];
}

/** Indexes mentions; a text that has none there is scanned for itself. */
export function mentionIndex(mentions: readonly Mention[]): MentionIndex {
  const byPlace = new Map<string, TextMentions[]>();
  const keep = (text: string, where: Locator, found: Mention[]): void => {
    const key = placeKey(where);
    const there = byPlace.get(key);
    if (there === undefined) byPlace.set(key, [{ text, found }]);
    else there.push({ text, found });
  };
  const at = (text: string, where: Locator): Mention[] | undefined =>
    byPlace.get(placeKey(where))?.find((there) => there.text === text)?.found;
  let last: Mention | null = null;
  let group: Mention[] = [];
  for (const mention of mentions) {
    // Mentions of one text follow each other: a text of thousands of figures is looked up once.
    if (last === null || last.text !== mention.text || last.where !== mention.where) {
      const there = at(mention.text, mention.where);
      group = there ?? [];
      if (there === undefined) keep(mention.text, mention.where, group);
    }
    group.push(mention);
    last = mention;
  }
  return {
    of: (text, where) => {
      const known = at(text, where);
      if (known !== undefined) return known;
      const scanned = scanFigures(text).map(({ figure, start, end }) => ({
        figure,
        text,
        start,
        end,
        where,
      }));
      keep(text, where, scanned);
      return scanned;
    },
  };
}

/** A text with its figures: the texts that share a place are told apart. */
interface TextMentions {
  readonly text: string;
  readonly found: Mention[];
}

const placeKey = (where: Locator): string =>
  `${where.paragraph}:${where.table}:${where.row}:${where.column}:${where.page}`;
