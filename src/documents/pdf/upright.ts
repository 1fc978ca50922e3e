import type { Box, Glyph, PageContent, Rule } from './content.js';

/**
 * The page turned so that most of its text reads from left to right: landscape tables are often printed sideways
 * on a portrait page, with or without a /Rotate entry.
 */
export function upright(content: PageContent): PageContent {
  const counts = new Map<number, number>();
  for (const glyph of content.glyphs) counts.set(glyph.angle, (counts.get(glyph.angle) ?? 0) + 1);
  const [angle, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (angle === 0 || angle % 90 !== 0 || count < 0.6 * content.glyphs.length) return content;
  const { width, height } = content;
  const point = (x: number, y: number): readonly [number, number] => {
    if (angle === 90) return [y, width - x];
    if (angle === 270) return [height - y, x];
    return [width - x, height - y];
  };
  const glyph = (given: Glyph): Glyph => {
    const [x, y] = point(given.x, given.y);
    return { ...given, x, y, angle: (given.angle - angle + 360) % 360 };
  };
  const across = (rule: Rule): Rule => {
    const [x1, y1] = point(rule.from, rule.at);
    const [x2, y2] = point(rule.to, rule.at);
    return angle === 180
      ? { at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
      : { at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  };
  const down = (rule: Rule): Rule => {
    const [x1, y1] = point(rule.at, rule.from);
    const [x2, y2] = point(rule.at, rule.to);
    return angle === 180
      ? { at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) }
      : { at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  };
  const box = (given: Box): Box => {
    const [x1, y1] = point(given.left, given.top);
    const [x2, y2] = point(given.right, given.bottom);
    return {
      left: Math.min(x1, x2),
      right: Math.max(x1, x2),
      top: Math.min(y1, y2),
      bottom: Math.max(y1, y2),
    };
  };
  const turned = { horizontal: content.horizontal.map(across), vertical: content.vertical.map(down) };
  const aside = angle !== 180;
  return {
    ...content,
    width: aside ? height : width,
    height: aside ? width : height,
    glyphs: content.glyphs.map(glyph),
    horizontal: aside ? turned.vertical : turned.horizontal,
    vertical: aside ? turned.horizontal : turned.vertical,
    pictures: content.pictures.map(box),
  };
}
