/** mammoth's document tree of the plain markup. */
import { zipSync } from 'fflate';
import mammoth from 'mammoth';

/** A node of mammoth's tree, as far as it is used. Every field may be absent: mammoth declares no types for it. */
export interface MammothNode {
  readonly type: string;
  readonly children?: readonly MammothNode[];
  /** Text of a text node. */
  readonly value?: string;
  /** Name of a bookmark. */
  readonly name?: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

const OPENING =
  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const CLOSING = '</w:body></w:document>';
/** Where mammoth looks for the main part when the package names none. */
const MAIN_PART = 'word/document.xml';

/** The blocks of a piece of markup as mammoth reads them. */
export async function readWithMammoth(markup: string): Promise<readonly MammothNode[]> {
  const part = new TextEncoder().encode(OPENING + markup + CLOSING);
  const zip = zipSync({ [MAIN_PART]: [part, { level: 0 }] });
  let blocks: readonly MammothNode[] = [];
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // The tree is taken here; what is returned would become HTML, which nobody needs.
      transformDocument: (document: MammothNode): MammothNode => {
        blocks = document.children ?? [];
        return { ...document, children: [] };
      },
    },
  );
  return blocks;
}
