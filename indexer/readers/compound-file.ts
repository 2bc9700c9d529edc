import { ReadError } from "./reading.ts";

/**
 * Refuses an OLE2 container (Office 97) whose tables run in circles or point outside the file: following them, the Word
 * library would never end. Numbers are those of the format [MS-CFB].
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  if (bytes.length < 512 + 512) throw damaged("it is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6)
    throw damaged("its sectors have an unknown size");
  const file: CompoundFile = { view, sectorSize: 2 ** shift };
  const sectors = nextSectors(file);
  if (hasLoop(sectors)) throw damaged("its sectors run in a circle");
  const shortSectors = numbersAt(file, chainFrom(view.getInt32(60, true), sectors));
  if (hasLoop(shortSectors)) throw damaged("its short sectors run in a circle");
  checkDirectory(file, chainFrom(view.getInt32(48, true), sectors));
}

interface CompoundFile {
  view: DataView;
  /** In bytes. */
  sectorSize: number;
}

function damaged(how: string): ReadError {
  return new ReadError(`The Office file is damaged: ${how}.`);
}

/** The sector after each sector, negative at the end of a chain. The header lists the sectors of this table; the rest of the list is a chain. */
function nextSectors(file: CompoundFile): Int32Array {
  const { view, sectorSize } = file;
  const count = view.getInt32(44, true);
  const most = view.byteLength / sectorSize;
  if (count < 1 || count > most) throw damaged("its table of sectors has an impossible size");
  const list = Array.from({ length: Math.min(count, 109) }, (_, index) => view.getInt32(76 + index * 4, true));
  let next = view.getInt32(68, true);
  for (let read = 0; list.length < count; read++) {
    if (read > most) throw damaged("the list of its sector tables runs in a circle");
    const numbers = numbersAt(file, [next]);
    list.push(...numbers.subarray(0, Math.min(numbers.length - 1, count - list.length)));
    next = numbers.at(-1) ?? -2;
  }
  return numbersAt(file, list);
}

/** The 32-bit numbers in some sectors. */
function numbersAt({ view, sectorSize }: CompoundFile, sectors: readonly number[]): Int32Array {
  const each = sectorSize / 4;
  const numbers = new Int32Array(sectors.length * each);
  for (const [place, sector] of sectors.entries()) {
    const start = (sector + 1) * sectorSize;
    if (sector < 0 || start >= view.byteLength) throw damaged("a table lies outside the file");
    for (let index = 0; index < each && start + index * 4 + 4 <= view.byteLength; index++) {
      numbers[place * each + index] = view.getInt32(start + index * 4, true);
    }
  }
  return numbers;
}

function hasLoop(next: Int32Array): boolean {
  const walks = new Int32Array(next.length); // The walk that came by each sector, 0 for none.
  for (let start = 0; start < next.length; start++) {
    for (
      let at = start;
      at >= 0 && at < next.length && (walks[at] === 0 || walks[at] === start + 1);
      at = next[at] ?? -2
    ) {
      if (walks[at] === start + 1) return true;
      walks[at] = start + 1;
    }
  }
  return false;
}

function chainFrom(first: number, next: Int32Array): number[] {
  const chain: number[] = [];
  for (let at = first; at >= 0 && at < next.length; at = next[at] ?? -2) chain.push(at);
  return chain;
}

/** Each entry of 128 bytes names up to three others (left, right, child); in a tree no entry is named twice. */
function checkDirectory(file: CompoundFile, sectors: readonly number[]): void {
  const numbers = numbersAt(file, sectors);
  const named = new Set<number>();
  for (let entry = 0; entry * 32 < numbers.length; entry++) {
    for (const field of [17, 18, 19]) {
      const other = numbers[entry * 32 + field] ?? -1;
      if (other < 0) continue;
      const isEmpty = (((numbers[entry * 32 + 16] ?? 0) >> 16) & 0xff) === 0;
      if (isEmpty) continue;
      if (named.has(other) || other * 32 >= numbers.length) throw damaged("its directory is no tree");
      named.add(other);
    }
  }
}
