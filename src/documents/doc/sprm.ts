/** Property modifiers (sprm): the unit in which Word 97 writes every formatting property. */

/** The modifiers this reader understands. */
export const SPRM = {
  paragraphStyle: 0x4600,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  listOverride: 0x460b,
  /** Numbers as Word 6 and 95 kept them, which converted files may still hold. */
  oldNumber: 0xc63e,
  hugeProperties: 0x6646,
  hugeProperties97: 0x6645,
  tableDefinition: 0xd608,
  mergeCells: 0x5624,
  splitCells: 0x5625,
  insertCells: 0x7621,
  deleteCells: 0x5622,
  verticalMerge: 0xd62b,
  deleted: 0x0800,
  inserted: 0x0801,
  oleObject: 0x080a,
  hidden: 0x083c,
  struck: 0x0837,
  doubleStruck: 0x2a53,
  position: 0x2a48,
  font: 0x4a4f,
  dataLocation: 0x6a03,
  embeddedObject: 0x0856,
  symbol: 0x6a09,
  characterStyle: 0x4a30,
} as const;

/** One modifier: its code and operand, the length prefix of variable operands taken off. */
export interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** Operand sizes by the topmost three bits of the code; 6 is variable. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, null, 3] as const;
const TAB_CHANGES = 0xc615;

/** The modifiers of a property list, in order. A list that breaks off ends there. */
export function sprms(list: Uint8Array): Sprm[] {
  const found: Sprm[] = [];
  for (let at = 0; at + 2 < list.length; ) {
    const code = wordAt(list, at);
    at += 2;
    let size: number | null = OPERAND_BYTES[code >> 13] ?? null;
    if (size === null) {
      if (code === SPRM.tableDefinition) {
        // Stated as one more than what follows the two bytes of the count.
        size = wordAt(list, at) - 1;
        at += 2;
      } else {
        size = list[at] ?? 0;
        if (code === TAB_CHANGES && size === 255) size = longTabChanges(list, at + 1);
        at += 1;
      }
    }
    if (size < 0 || at + size > list.length) break;
    found.push({ code, operand: list.subarray(at, at + size) });
    at += size;
  }
  return found;
}

const wordAt = (list: Uint8Array, at: number): number => (list[at] ?? 0) | ((list[at + 1] ?? 0) << 8);

/** A list of tab changes longer than 254 bytes states 255 and counts its members instead. */
function longTabChanges(list: Uint8Array, at: number): number {
  const deleted = list[at] ?? 0;
  const added = list[at + 1 + deleted * 4] ?? 0;
  return 2 + deleted * 4 + added * 3;
}

/** First operand byte as a switch. */
export const flag = ({ operand }: Sprm): boolean => ((operand[0] ?? 0) & 1) === 1;
export const byte = ({ operand }: Sprm): number => operand[0] ?? 0;
export const word = ({ operand }: Sprm): number => wordAt(operand, 0);
