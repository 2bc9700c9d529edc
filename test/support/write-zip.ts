import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive; `size` and `at` may be given to lie about size and place. */
export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  size?: number;
  at?: number;
}

/** A ZIP archive, also one that lies: what programs that write archives refuse to write. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size, at } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, place, path]));
    files.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entries, Buffer.from("PK\x05\x06"), end]);
}
