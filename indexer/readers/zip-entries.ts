import { createInflateRaw } from "node:zlib";
import { ReadError } from "./reading.ts";

/** One file of a ZIP archive, as the central directory describes it. Sizes are in bytes and may lie. */
export interface ZipEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  compressedSize: number;
  size: number;
  localHeader: number;
}

/** A Word file holds some twenty parts; anything near these limits is an attack. */
const mostEntries = 10_000;
const largestEntry = 100_000_000;
const largestArchive = 300_000_000;
const highestRatio = 200;
/** Below this size no ratio is alarming: a page of blanks packs a thousandfold. */
const ratioMattersFrom = 1_000_000;

/** The entries of a ZIP archive, from its central directory. Throws a `ReadError` when there is none, or too many entries. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new ReadError(`The archive has ${count} entries; ${mostEntries} are allowed.`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw new ReadError("The archive's directory is damaged.", `byte ${at + 1}`);
    }
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The directory's end record stands last, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ReadError("The archive has no directory: the file was cut.", `byte ${view.byteLength}`);
}

/**
 * Refuses an archive that would unpack beyond the limits (100 MB an entry, 300 MB in all, 200 times its size), by the
 * sizes it states and then by unpacking and counting, since stated sizes may lie. Also refuses entries that overlap
 * and XML parts with a document type declaration.
 */
export async function checkZip(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<void> {
  let stated = 0;
  for (const entry of entries) {
    checkSize(entry, entry.size, entry.compressedSize);
    stated += entry.size;
  }
  checkTotal(stated);
  let total = 0;
  let free = 0;
  for (const entry of entries.toSorted((one, other) => one.localHeader - other.localHeader)) {
    const start = dataStart(bytes, entry);
    if (entry.localHeader < free) throw new ReadError(`The entry ${entry.name} overlaps another: refused.`);
    free = start + entry.compressedSize;
    if (free > bytes.length) throw new ReadError(`The entry ${entry.name} is cut.`, `byte ${bytes.length}`);
    total += await countedSize(entry, bytes.subarray(start, free));
    checkTotal(total);
  }
}

function checkSize(entry: ZipEntry, size: number, compressedSize: number): void {
  if (size > largestEntry) {
    throw new ReadError(`The entry ${entry.name} unpacks to more than ${largestEntry / 1_000_000} MB: refused.`);
  }
  if (size > ratioMattersFrom && size > compressedSize * highestRatio) {
    throw new ReadError(`The entry ${entry.name} unpacks to more than ${highestRatio} times its size: refused.`);
  }
}

function checkTotal(size: number): void {
  if (size > largestArchive)
    throw new ReadError(`The archive unpacks to more than ${largestArchive / 1_000_000} MB: refused.`);
}

/** The name and extra field before the data may differ in length from those in the directory. */
function dataStart(bytes: Uint8Array, entry: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.localHeader + 30 > bytes.length || view.getUint32(entry.localHeader, true) !== 0x04034b50) {
    throw new ReadError(`The entry ${entry.name} is not where the directory says.`, `byte ${entry.localHeader + 1}`);
  }
  return (
    entry.localHeader + 30 + view.getUint16(entry.localHeader + 26, true) + view.getUint16(entry.localHeader + 28, true)
  );
}

async function countedSize(entry: ZipEntry, data: Uint8Array): Promise<number> {
  if (entry.method === 0) return data.length;
  if (entry.method !== 8)
    throw new ReadError(`The entry ${entry.name} is packed in an unknown way (method ${entry.method}).`);
  const isXml = /\.(?:xml|rels)$/iu.test(entry.name);
  let size = 0;
  let tail = "";
  const inflate = createInflateRaw();
  inflate.end(data);
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      checkSize(entry, size, data.length);
      if (!isXml) continue;
      tail = tail.slice(-16) + chunk.toString("latin1");
      if (tail.includes("<!DOCTYPE"))
        throw new ReadError(`The part ${entry.name} declares a document type, which is refused for safety.`);
    }
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`The entry ${entry.name} is damaged and cannot be unpacked.`, undefined, error);
  }
  return size;
}
