/**
 * Tells what a file is from its content, never from its name: units send .doc files that are web pages, .docx
 * files that are workbooks, and reports with no extension at all.
 */
import { type Compound, CompoundError, isCompound, openCompound } from './doc/compound.js';
import { type Carrier, UnreadableError } from './model.js';
import { zipNames } from './zip-names.js';

const AS_REPORT = '请用 Word 或 WPS 打开，另存为 .docx 或导出为 PDF 后再审核';
const FROM_SHEET = '请把自评报告的正文和评分表放进 Word 文档（.docx）或导出为 PDF 后再审核';
const ASK_AGAIN = '请向报送单位索取 Word 或 PDF 原件';
const OPEN_PASSWORD =
  '文件设有打开密码，无法读取内容；请在 Word 或 WPS 中输入密码打开，取消密码后另存，再审核';

/** A kind of file that is no report carrier: its name in Chinese and what to do about it. */
interface Stranger {
  readonly name: string;
  readonly advice: string;
}

const stranger = (name: string, advice: string): Stranger => ({ name, advice });
const notReport = ({ name, advice }: Stranger): UnreadableError =>
  new UnreadableError(`这是${name}，不是 Word 或 PDF 报告；${advice}。`);

const PICTURE_ADVICE = `图片里的文字无法核查，${ASK_AGAIN}`;
const ARCHIVE_ADVICE = '请先解压，再审核里面的文件';

/** Signatures: bytes that stand at an offset of the file. */
const SIGNATURES: readonly { readonly at: number; readonly magic: string; readonly is: Stranger }[] = [
  { at: 0, magic: '\x89PNG\r\n', is: stranger(' PNG 图片', PICTURE_ADVICE) },
  { at: 0, magic: '\xff\xd8\xff', is: stranger(' JPEG 图片', PICTURE_ADVICE) },
  { at: 0, magic: 'GIF8', is: stranger(' GIF 图片', PICTURE_ADVICE) },
  { at: 0, magic: 'II*\0', is: stranger(' TIFF 图片', PICTURE_ADVICE) },
  { at: 0, magic: 'MM\0*', is: stranger(' TIFF 图片', PICTURE_ADVICE) },
  { at: 8, magic: 'WEBP', is: stranger(' WebP 图片', PICTURE_ADVICE) },
  { at: 4, magic: 'ftyphei', is: stranger(' HEIC 图片', PICTURE_ADVICE) },
  { at: 4, magic: 'ftypmif', is: stranger(' HEIF 图片', PICTURE_ADVICE) },
  { at: 0, magic: 'Rar!\x1a\x07', is: stranger(' RAR 压缩包', ARCHIVE_ADVICE) },
  { at: 0, magic: "7z\xbc\xaf'\x1c", is: stranger(' 7z 压缩包', ARCHIVE_ADVICE) },
  { at: 0, magic: '\x1f\x8b', is: stranger(' gzip 压缩包', ARCHIVE_ADVICE) },
  { at: 257, magic: 'ustar', is: stranger(' tar 压缩包', ARCHIVE_ADVICE) },
  { at: 0, magic: '{\\rtf', is: stranger(' RTF 文档', AS_REPORT) },
  { at: 0, magic: '%!PS', is: stranger(' PostScript 文件', '请转换为 PDF 后再审核') },
  { at: 0, magic: 'CAJ', is: stranger('知网 CAJ 文件', ASK_AGAIN) },
  { at: 0, magic: 'Founder CEB', is: stranger('方正 CEB 版式文件', `请导出为 PDF，或${ASK_AGAIN.slice(1)}`) },
  { at: 0, magic: 'SEP', is: stranger('书生 SEP 版式文件', `请导出为 PDF，或${ASK_AGAIN.slice(1)}`) },
  { at: 0, magic: '\xdb\xa5', is: stranger(' Word 2.0 旧格式文档', AS_REPORT) },
  { at: 0, magic: '\x31\xbe\0\0', is: stranger(' Windows 写字板（Write）旧格式文档', AS_REPORT) },
  { at: 0, magic: '\xffWPC', is: stranger(' WordPerfect 文档', AS_REPORT) },
  { at: 0, magic: '\x09\x04\x06\0', is: stranger(' Excel 4 旧格式工作簿', FROM_SHEET) },
  { at: 0, magic: '\x09\x08\x08\0', is: stranger(' Excel 5 旧格式工作簿', FROM_SHEET) },
  { at: 0, magic: 'MZ', is: stranger(' Windows 程序', `请勿打开，${ASK_AGAIN}`) },
  { at: 0, magic: '\x7fELF', is: stranger('程序文件', `请勿打开，${ASK_AGAIN}`) },
];

/** Streams under the root of a compound file, by what they show the file to be. */
const COMPOUND_KINDS: readonly { readonly stream: string; readonly is: Stranger }[] = [
  { stream: 'Workbook', is: stranger(' Excel 97 工作簿（.xls）或 WPS 表格（.et）', FROM_SHEET) },
  { stream: 'Book', is: stranger(' Excel 5/95 工作簿（.xls）', FROM_SHEET) },
  {
    stream: 'PowerPoint Document',
    is: stranger(' PowerPoint 演示文稿（.ppt）或 WPS 演示（.dps）', AS_REPORT),
  },
  { stream: 'VisioDocument', is: stranger(' Visio 图形文件', AS_REPORT) },
  { stream: '__properties_version1.0', is: stranger(' Outlook 邮件（.msg）', '请取出邮件中的附件再审核') },
  { stream: 'MatOST', is: stranger('微软 Works 旧文档（.wps）', AS_REPORT) },
  { stream: 'CONTENTS', is: stranger('微软 Works 或 Publisher 旧文档', AS_REPORT) },
  { stream: 'FileHeader', is: stranger('韩文 HWP 文档', AS_REPORT) },
];

/** Parts of a zip package, by what they show the package to be. The first that is present decides. */
const PACKAGE_KINDS: readonly { readonly part: RegExp; readonly is: Stranger }[] = [
  { part: /^xl\/workbook\d*\.(xml|bin)$/i, is: stranger(' Excel 工作簿（.xlsx）', FROM_SHEET) },
  { part: /^ppt\/presentation\.xml$/i, is: stranger(' PowerPoint 演示文稿（.pptx）', AS_REPORT) },
  {
    part: /^OFD\.xml$/i,
    is: stranger(' OFD 版式文件', '请用 OFD 阅读器导出为 PDF，或索取 Word 原件后再审核'),
  },
  { part: /^visio\/document\.xml$/i, is: stranger(' Visio 图形文件', AS_REPORT) },
  { part: /^FixedDoc\w*\.fdseq$/i, is: stranger(' XPS 版式文件', '请导出为 PDF 后再审核') },
  { part: /^Index\/Document\.iwa$/i, is: stranger('苹果 iWork 文档', AS_REPORT) },
];

/** What the first entry of an OpenDocument or e-book package, `mimetype`, says it is. */
const MIMETYPES: readonly { readonly type: string; readonly is: Stranger }[] = [
  { type: 'opendocument.text', is: stranger(' OpenDocument 文本（.odt）', AS_REPORT) },
  { type: 'opendocument.spreadsheet', is: stranger(' OpenDocument 表格（.ods）', FROM_SHEET) },
  { type: 'opendocument', is: stranger(' OpenDocument 文件', AS_REPORT) },
  { type: 'epub', is: stranger('电子书（.epub）', AS_REPORT) },
];

/** Beginnings of marked-up text, lower case. The first that is found decides. */
const MARKUPS: readonly { readonly begins: RegExp; readonly is: Stranger }[] = [
  { begins: /^mime-version:|^from:[^\n]*(\n|$)/, is: stranger('网页归档（MHTML）或邮件文件', AS_REPORT) },
  {
    begins: /^<\?xml[\s\S]{0,2000}<\?mso-application progid="word/,
    is: stranger(' Word 2003 XML 文档', AS_REPORT),
  },
  { begins: /^<\?xml[\s\S]{0,2000}<(pkg:package|w:worddocument)/, is: stranger(' Word XML 文档', AS_REPORT) },
  { begins: /^<\?xml[\s\S]{0,2000}progid="excel/, is: stranger(' Excel 2003 XML 表格', FROM_SHEET) },
  { begins: /^<\?xml[\s\S]{0,2000}<uof:/, is: stranger('标文通（UOF）文档', AS_REPORT) },
  { begins: /^<svg|^<\?xml[\s\S]{0,2000}<svg/, is: stranger(' SVG 图片', PICTURE_ADVICE) },
  {
    begins: /^(<!--[\s\S]{0,2000})?(<\?xml[\s\S]{0,2000})?<(!doctype html|html|head|body|meta|table|div|p)\b/,
    is: stranger('网页（HTML）', AS_REPORT),
  },
  { begins: /^<\?xml/, is: stranger(' XML 文件', AS_REPORT) },
];

/**
 * The carrier that the bytes hold. Throws UnreadableError, naming the real type in Chinese and what to do, when
 * they hold none.
 */
export function sniff(bytes: Uint8Array): Carrier {
  if (bytes.length === 0)
    throw new UnreadableError('文件是空的（0 字节），可能没有传输完整；请重新获取原件。');
  if (isCompound(bytes)) return sniffCompound(bytes);
  if (startsWith(bytes, 'PK')) return sniffPackage(bytes);
  // Mail systems and scanners put lines of their own before the PDF header; readers accept up to 1024 bytes.
  if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  for (const { at, magic, is } of SIGNATURES) if (startsWith(bytes, magic, at)) throw notReport(is);
  throw sniffText(bytes);
}

function sniffCompound(bytes: Uint8Array): Carrier {
  let names: Compound['names'];
  try {
    names = openCompound(bytes).names;
  } catch (error) {
    if (!(error instanceof CompoundError)) throw error;
    throw new UnreadableError(
      '文件已损坏或不完整（Office 97 文档结构读不通）；请重新获取原件，或用 Word、WPS 打开修复后另存。',
    );
  }
  if (names.has('EncryptedPackage')) {
    if (names.has('\x06DataSpaces') && names.has('\x09DRMContent'))
      throw new UnreadableError(RIGHTS_PROTECTED);
    throw new UnreadableError(`${OPEN_PASSWORD}。`);
  }
  if (names.has('\x09DRMContent')) throw new UnreadableError(RIGHTS_PROTECTED);
  if (names.has('WordDocument')) return 'doc';
  for (const { stream, is } of COMPOUND_KINDS) if (names.has(stream)) throw notReport(is);
  throw notReport(stranger('其他程序的 Office 97 类文件', AS_REPORT));
}

const RIGHTS_PROTECTED = '文件受权限管理（IRM）保护，无法读取内容；请有权限的人员取消限制、另存后再审核。';

function sniffPackage(bytes: Uint8Array): Carrier {
  const names = zipNames(bytes);
  if (names === null)
    throw new UnreadableError('文件已损坏或不完整（压缩结构缺少目录），可能没有传输完整；请重新获取原件。');
  const mimetype = latin(bytes, 30, 200);
  if (mimetype.startsWith('mimetype'))
    for (const { type, is } of MIMETYPES) if (mimetype.includes(type)) throw notReport(is);
  for (const { part, is } of PACKAGE_KINDS) if (names.some((name) => part.test(name))) throw notReport(is);
  if (names.some((name) => /^\[Content_Types\]\.xml$|^_rels\/\.rels$|^word\//i.test(name))) return 'docx';
  throw notReport(stranger(' ZIP 压缩包', ARCHIVE_ADVICE));
}

/** Text of any kind, or nothing recognisable at all. */
function sniffText(bytes: Uint8Array): UnreadableError {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    const zero = bytes.every((byte) => byte === 0);
    return new UnreadableError(
      zero
        ? '文件内容全部是零字节，多半是复制或下载没有完成；请重新获取原件。'
        : '认不出这是什么文件：不是 Word、PDF，也不是文本，可能已损坏或被加密软件处理过；请重新获取原件。',
    );
  }
  const start = decoded.text.trimStart().slice(0, 4096).toLowerCase();
  for (const { begins, is } of MARKUPS) if (begins.test(start)) return notReport(is);
  return notReport(
    stranger(`纯文本文件（${decoded.encoding} 编码）`, '请把内容放进 Word 文档（.docx）后再审核'),
  );
}

/** The first characters of a text file and its encoding; null when the bytes are no text in any encoding used here. */
function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const marked = startsWith(bytes, '\xff\xfe')
    ? 'utf-16le'
    : startsWith(bytes, '\xfe\xff')
      ? 'utf-16be'
      : null;
  for (const [label, encoding] of ENCODINGS) {
    if (label.startsWith('utf-16') ? label !== marked : marked !== null) continue;
    try {
      // A stream of bytes, so that a character cut by the end of the sample is no error.
      const text = new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, 65_536), {
        stream: true,
      });
      if (!/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return { text, encoding };
    } catch {
      // Not this encoding; the next one is tried.
    }
  }
  return null;
}

const ENCODINGS: readonly (readonly [string, string])[] = [
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['utf-8', 'UTF-8'],
  ['gb18030', 'GBK'],
];

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, magic: string, at = 0): boolean =>
  latin(bytes, at, at + magic.length) === magic;
