/** Drawings: which text stands in them, and what in them cannot be read. */
import type { Relationship } from '../ooxml/relationships.js';
import { elements, type XmlElement } from '../ooxml/xml.js';
import type { PendingLoss } from './records.js';

/** What a drawing holds. */
export interface Drawing {
  /** Contents of its text boxes, in order. */
  readonly boxes: readonly XmlElement[];
  /** Words drawn as WordArt: watermarks, ornamental titles. */
  readonly art: readonly string[];
  readonly losses: readonly PendingLoss[];
  readonly watermark: boolean;
}

const EMU_PER_CM = 360_000;
const CM_PER_UNIT: Readonly<Record<string, number>> = {
  pt: 2.54 / 72,
  in: 2.54,
  cm: 1,
  mm: 0.1,
  px: 2.54 / 96,
  pc: 2.54 / 6,
};
/** A picture of this size can hold a table or a paragraph; a seal (about 4 cm) or a logo cannot. */
const CONTENT_WIDTH_CM = 6;
const CONTENT_HEIGHT_CM = 2.5;
const CONTENT_AREA_CM2 = 30;
const WATERMARK_NAME = /watermark|水印/i;
const FORMULA_PROGRAM = /^(?:Equation|MathType|WPSEquation)/i;

/** Looks into a w:drawing, w:pict or w:object. */
export function readDrawing(drawing: XmlElement, relationships: ReadonlyMap<string, Relationship>): Drawing {
  const found = { boxes: [] as XmlElement[], art: [] as string[], losses: [] as PendingLoss[] };
  let watermark = false;
  let size: Size | null = null;
  let pictures = 0;
  let linked: string | null = null;
  let alternative = '';
  const object = drawing.name === 'w:object';

  const pending: XmlElement[] = [drawing];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const { name, attributes } = element;
    if (name === 'w:txbxContent') {
      found.boxes.push(element);
      continue;
    }
    if (name === 'mc:AlternateContent') {
      const chosen = chooseAlternative(element);
      if (chosen !== null) pending.push(chosen);
      continue;
    }
    if (
      WATERMARK_NAME.test(attributes.id ?? '') ||
      (name === 'wp:docPr' && WATERMARK_NAME.test(attributes.name ?? ''))
    )
      watermark = true;
    if (name === 'wp:docPr') alternative = attributes.descr ?? attributes.title ?? '';
    if (name === 'wp:extent') size = emuSize(attributes) ?? size;
    if (name === 'v:shape' || name === 'v:rect') size ??= styleSize(attributes.style ?? '');
    if (name === 'v:textpath' && attributes.string !== undefined) found.art.push(attributes.string);
    if (name === 'a:blip' || name === 'v:imagedata') {
      pictures++;
      linked = linkedTarget(attributes, relationships) ?? linked;
    }
    const loss = objectLoss(element, relationships);
    if (loss !== null) found.losses.push(loss);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const node = element.children[i];
      if (node !== undefined && typeof node !== 'string') pending.push(node);
    }
  }
  // A document that only shows an object (preview picture) has lost the object, not the picture.
  if (object && found.losses.length === 0 && found.boxes.length === 0)
    found.losses.push(embedded('对象', ''));
  if (!object && linked !== null) found.losses.push(externalLoss('链接的图片', linked));
  else if (!object && pictures > 0 && !watermark && found.losses.length === 0 && holdsContent(size))
    found.losses.push(pictureLoss(size, alternative));
  return { ...found, watermark };
}

/** The content Word 2010 and later show; the fallback repeats it for older programs. */
export function chooseAlternative(element: XmlElement): XmlElement | null {
  const choice = elements(element, 'mc:Choice').find((one) => elements(one).length > 0);
  return choice ?? elements(element, 'mc:Fallback')[0] ?? null;
}

/** A loss for content that is linked from outside the file. */
export const externalLoss = (what: string, target: string): PendingLoss => ({
  kind: 'external',
  message: `${what}在文件之外（${shown(target)}），未读取；如其中有数据，请在 Word 中把它插入文件后再审核。`,
  quote: '',
});

/** A loss for an embedded object. */
export const embedded = (what: string, quote: string): PendingLoss => ({
  kind: 'object',
  message: `嵌入的${what}未读取，其中的数据没有核查；请把内容转成 Word 表格或文字后再审核。`,
  quote,
});

function objectLoss(
  { name, attributes }: XmlElement,
  relationships: ReadonlyMap<string, Relationship>,
): PendingLoss | null {
  if (name === 'o:OLEObject') {
    const program = attributes.ProgID ?? '';
    const target = relationships.get(attributes['r:id'] ?? '');
    if (attributes.Type === 'Link' || target?.external === true)
      return externalLoss(`链接的对象（${program}）`, target?.target ?? '');
    if (FORMULA_PROGRAM.test(program))
      return {
        kind: 'formula',
        message: '公式编辑器对象中的公式未读取；请改用文字写出算式后再审核。',
        quote: '',
      };
    return embedded(`对象（${objectName(program)}）`, '');
  }
  if (name === 'c:chart' || name === 'cx:chart') return embedded('图表', '');
  if (name === 'dgm:relIds') return embedded(' SmartArt 图示', '');
  if (name === 'w:control') return embedded('窗体控件', '');
  return null;
}

const objectName = (program: string): string =>
  /^(?:Excel|ET)\./i.test(program) ? `Excel 工作表，${program}` : program === '' ? '类型不明' : program;

function linkedTarget(
  attributes: Readonly<Record<string, string>>,
  relationships: ReadonlyMap<string, Relationship>,
): string | null {
  for (const name of ['r:link', 'r:embed', 'r:id', 'r:href', 'r:pict']) {
    const relationship = relationships.get(attributes[name] ?? '');
    if (relationship?.external === true) return relationship.target;
  }
  return attributes.src ?? null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function emuSize(attributes: Readonly<Record<string, string>>): Size | null {
  const width = Number(attributes.cx) / EMU_PER_CM;
  const height = Number(attributes.cy) / EMU_PER_CM;
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
}

function styleSize(style: string): Size | null {
  const side = (name: string): number | null => {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([0-9.]{1,12})(pt|in|cm|mm|px|pc)`, 'i').exec(
      style.slice(0, 2000),
    );
    const unit = CM_PER_UNIT[(found?.[2] ?? '').toLowerCase()];
    return found === null || unit === undefined ? null : Number(found[1]) * unit;
  };
  const width = side('width');
  const height = side('height');
  return width === null || height === null ? null : { width, height };
}

/** A picture whose size is not stated may be a page. */
const holdsContent = (size: Size | null): boolean =>
  size === null ||
  (size.width >= CONTENT_WIDTH_CM &&
    size.height >= CONTENT_HEIGHT_CM &&
    size.width * size.height >= CONTENT_AREA_CM2);

function pictureLoss(size: Size | null, alternative: string): PendingLoss {
  const measure = size === null ? '' : `（约 ${size.width.toFixed(0)}×${size.height.toFixed(0)} 厘米）`;
  const described = alternative.trim() === '' ? '' : `，说明文字“${shown(alternative)}”`;
  return {
    kind: 'picture',
    message: `此处有一张较大的图片${measure}${described}，图中如有文字或评分表则没有核查；请改为文字或 Word 表格后再审核。`,
    quote: '',
  };
}

/** An address or description short enough for a message. */
const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '地址不明' : line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
