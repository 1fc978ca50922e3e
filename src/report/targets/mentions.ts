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
  const byPlace = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = placeKey(mention.text, mention.where);
    const there = byPlace.get(key);
    if (there === undefined) byPlace.set(key, [mention]);
    else there.push(mention);
  }
  return {
    of: (text, where) => {
      const key = placeKey(text, where);
      const known = byPlace.get(key);
      if (known !== undefined) return known;
      const scanned = scanFigures(text).map(({ figure, start, end }) => ({
        figure,
        text,
        start,
        end,
        where,
      }));
      byPlace.set(key, scanned);
      return scanned;
    },
  };
}

const placeKey = (text: string, where: Locator): string =>
  `${where.paragraph}:${where.table}:${where.row}:${where.column}:${where.page}:${text}`;
