/**
 * What stands on one page, free of PDF: characters, straight rules and pictures, in points, with the origin in the
 * upper left corner of the page as it is read (turned upright), x to the right, y down.
 */

/** One printed character (or ligature) with its place. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Direction of reading against the page: 0, 90, 180, 270 degrees clockwise; other angles are watermarks. */
  readonly angle: number;
  /** Marked by the producer as page furniture (header, footer, page number). */
  readonly artifact: boolean;
}

/** A straight horizontal or vertical rule: at `at` on the other axis, from `from` to `to`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The upright box of a picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that is kept of one page. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Lines of text that stand in the file but are not seen on the page. */
  readonly unseen: readonly string[];
  /** Words of the page are a layer without ink: recognised from a picture, or laid over outlines. */
  readonly recognised: boolean;
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  readonly pictures: readonly Box[];
  /** Characters whose meaning the file does not give: control characters, private use. */
  readonly undecoded: number;
  /** Something besides text and straight rules is drawn on the page: pictures, curves, glyphs without meaning. */
  readonly drawn: boolean;
  /** More was drawn than is looked at. */
  readonly overflow: boolean;
}
