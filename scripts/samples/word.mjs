// Writes a small .docx: paragraphs, headings and tables with merged cells, as an office clerk would lay them out.
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A centred title. */
export const title = (text) => ({ kind: 'paragraph', text, size: 44, bold: true, centre: true });

/** A numbered heading of the first or second level. */
export const heading = (text) => ({ kind: 'paragraph', text, size: 32, bold: !text.startsWith('（') });

/** A line of running text. */
export const line = (text) => ({ kind: 'paragraph', text, size: 28, indent: true });

export const pageBreak = { kind: 'break' };

/**
 * A table from rows of cells; a cell is its words or { text, cols, rows }. Positions below a cell that spans
 * rows are left out, as in HTML. Widths are in twentieths of a point.
 */
export const table = (widths, rows) => ({ kind: 'table', widths, rows });

/** The bytes of the document. */
export function docx(blocks) {
  const body = blocks.map(block).join('');
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1400" w:bottom="1440" w:left="1400" w:header="850" w:footer="850" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) });
}

function block(given) {
  if (given.kind === 'table') return tableXml(given);
  if (given.kind === 'break') return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const properties = [
    given.centre ? '<w:jc w:val="center"/>' : '',
    given.indent ? '<w:ind w:firstLineChars="200" w:firstLine="560"/>' : '',
  ].join('');
  return `<w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/>${properties.includes('w:ind') ? properties : ''}${given.centre ? '<w:jc w:val="center"/>' : ''}</w:pPr>${run(given.text, given.size, given.bold)}</w:p>`;
}

const run = (text, size, bold) =>
  `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

function tableXml({ widths, rows }) {
  const open = new Map();
  const body = rows.map((row) => {
    const cells = [];
    const queue = [...row];
    for (let column = 0; column < widths.length; ) {
      const covered = open.get(column);
      if (covered) {
        cells.push(cellXml(widths, column, covered.cols, '', '<w:vMerge/>'));
        covered.left -= 1;
        if (covered.left === 0) open.delete(column);
        column += covered.cols;
        continue;
      }
      const given = queue.shift() ?? '';
      const { text, cols = 1, rows: span = 1 } = typeof given === 'string' ? { text: given } : given;
      if (span > 1) open.set(column, { cols, left: span - 1 });
      cells.push(cellXml(widths, column, cols, text, span > 1 ? '<w:vMerge w:val="restart"/>' : ''));
      column += cols;
    }
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`;
}

function cellXml(widths, column, cols, text, merge) {
  const width = sum(widths.slice(column, column + cols));
  const span = cols > 1 ? `<w:gridSpan w:val="${cols}"/>` : '';
  const lines = text
    .split('\n')
    .map(
      (words) =>
        `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${words === '' ? '' : run(words, 20, false)}</w:p>`,
    );
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
