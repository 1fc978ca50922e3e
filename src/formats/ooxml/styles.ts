import { XML_HEAD } from './package.js';

/** How a cell looks. Numbers add the decimals they are printed with. */
export type CellStyle =
  | 'title'
  | 'note'
  | 'header'
  | 'text'
  | 'centre'
  | 'fill-in'
  | 'error'
  | 'warning'
  | 'notice';

/** Decimals a number cell can show: 0 to 6. */
export const MOST_DECIMALS = 6;

const STYLES: readonly CellStyle[] = [
  'title',
  'note',
  'header',
  'text',
  'centre',
  'fill-in',
  'error',
  'warning',
  'notice',
];

/** Index into cellXfs; number styles follow the named ones. */
export const styleIndex = (style: CellStyle): number => STYLES.indexOf(style) + 1;
export const numberStyleIndex = (decimals: number): number => STYLES.length + 1 + decimals;
export const percentStyleIndex = (decimals: number): number => numberStyleIndex(MOST_DECIMALS + 1) + decimals;

const FIRST_FORMAT = 164;

interface Look {
  readonly font: number;
  readonly fill: number;
  readonly border: boolean;
  readonly horizontal: string;
  readonly vertical: string;
}

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { font: 1, fill: 0, border: false, horizontal: 'left', vertical: 'center' },
  note: { font: 2, fill: 0, border: false, horizontal: 'left', vertical: 'center' },
  header: { font: 3, fill: 2, border: true, horizontal: 'center', vertical: 'center' },
  text: { font: 0, fill: 0, border: true, horizontal: 'left', vertical: 'center' },
  centre: { font: 0, fill: 0, border: true, horizontal: 'center', vertical: 'center' },
  'fill-in': { font: 0, fill: 6, border: true, horizontal: 'left', vertical: 'center' },
  error: { font: 3, fill: 3, border: true, horizontal: 'center', vertical: 'center' },
  warning: { font: 0, fill: 4, border: true, horizontal: 'center', vertical: 'center' },
  notice: { font: 0, fill: 5, border: true, horizontal: 'center', vertical: 'center' },
};

/** Fills whose lightness differs as well as their hue, so that a grey print still tells them apart. */
const FILLS = ['D9E2EC', 'F2A9A0', 'FBE3B0', 'EEF3F8', 'FFFEF5'];

const FONTS = [
  '<sz val="10"/>',
  '<b/><sz val="16"/>',
  '<sz val="10"/><color rgb="FF555555"/>',
  '<b/><sz val="10"/>',
];

const SIDE = 'style="thin"><color rgb="FF9AA5B1"/>';

/** The style sheet of every workbook. */
export function styleSheet(): string {
  const codes = [...decimals().map(formatCode), ...decimals().map((places) => `${formatCode(places)}%`)];
  const formats = codes.map((code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`);
  const fonts = FONTS.map((font) => `<font>${font}<name val="宋体"/><charset val="134"/></font>`);
  const fills = FILLS.map(
    (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`,
  );
  const looks = STYLES.map((style) => format(LOOKS[style], 0));
  const numbers = codes.map((_, at) => format(LOOKS.centre, FIRST_FORMAT + at));
  const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...looks, ...numbers];
  return `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left ${SIDE}</left><right ${SIDE}</right><top ${SIDE}</top><bottom ${SIDE}</bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const decimals = (): number[] => Array.from({ length: MOST_DECIMALS + 1 }, (_, places) => places);

const formatCode = (places: number): string => (places === 0 ? '0' : `0.${'0'.repeat(places)}`);

const format = (look: Look, numberFormat: number): string =>
  `<xf numFmtId="${numberFormat}" fontId="${look.font}" fillId="${look.fill}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${numberFormat === 0 ? ' quotePrefix="1"' : ''}><alignment horizontal="${look.horizontal}" vertical="${look.vertical}"${look.border ? ' wrapText="1"' : ''}${look.border && look.horizontal !== 'center' ? ' indent="1"' : ''}/></xf>`;
