/** A generated report as the bytes of a Word file, so that a part of the measurement goes through the reader. */
import { strToU8, zipSync } from 'fflate';
import { layOut } from './document.ts';
import type { Draft, DraftTable } from './draft.ts';
import { textOf } from './words.ts';

const escaped = (text: string): string =>
  text.replace(
    /[&<>]/gu,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

const paragraph = (text: string): string => `<w:p>${text === '' ? '' : run(text)}</w:p>`;

const cellText = (text: string): string => text.split('\n').map(paragraph).join('');

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('')}</w:tblBorders>`;

function table(draft: DraftTable): string {
  const { cells, columns } = layOut(draft);
  const rows = draft.rows.map((_, index) => {
    const row = index + 1;
    const parts: string[] = [];
    for (let column = 1; column <= columns; ) {
      const at = cells.find(
        (cell) => cell.column === column && cell.row <= row && row < cell.row + cell.rowSpan,
      );
      const spanned = at ? at.colSpan : 1;
      const merge =
        at && at.rowSpan > 1 ? (at.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
      const wide = spanned > 1 ? `<w:gridSpan w:val="${spanned}"/>` : '';
      const text = at && at.row === row ? at.text : '';
      parts.push(`<w:tc><w:tcPr>${wide}${merge}</w:tcPr>${cellText(text)}</w:tc>`);
      column += spanned;
    }
    return `<w:tr>${parts.join('')}</w:tr>`;
  });
  const grid = '<w:gridCol w:w="1200"/>'.repeat(columns);
  return `<w:tbl><w:tblPr>${BORDERS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export function toDocx(draft: Draft): Uint8Array {
  const body = draft.blocks
    .map((block) => (block.kind === 'paragraph' ? paragraph(textOf(block.words)) : table(block)))
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
}
