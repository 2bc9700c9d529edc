import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCompoundFile } from "#indexer/readers/compound-file.ts";
import { readDoc } from "#indexer/readers/doc.ts";
import type { Reading } from "#indexer/readers/reading.ts";

function bytesOf(name: string): Buffer {
  return readFileSync(resolve(import.meta.dirname, "../../input/readers/doc", name));
}

async function read(bytes: Uint8Array): Promise<Reading> {
  return readDoc({ path: "law.doc", bytes, facts: { language: "ru" } });
}

describe("readDoc(file)", () => {
  it("reads title, number and date, and the status that the page head states", async () => {
    const { facts } = await read(bytesOf("law.doc"));
    expect(facts).toEqual({
      title: "ЗАКОН РЕСПУБЛИКИ ПРИМЕРИЯ О веществах",
      type: "act",
      number: "5-V",
      adopted: "2016-01-12",
      year: 2016,
      status: "in-force",
      statusNote: "in force on 2025-03-31, says the database it was printed from",
    });
  });

  it("cuts at articles whose number follows a non-breaking blank, and keeps rows of tables as lines", async () => {
    const { provisions } = await read(bytesOf("law.doc"));
    expect(provisions.map(({ anchor }) => anchor)).toEqual(["preamble", "art-1", "art-2", "art-3"]);
    expect(provisions[2]).toMatchObject({
      label: "Статья 2",
      text: "1. Владелец ведет журнал.\nВид | Количество | Срок",
    });
  });

  it("refuses an encrypted document", async () => {
    await expect(read(bytesOf("encrypted.doc"))).rejects.toThrow("needs a password");
  });

  it("refuses a cut document", async () => {
    await expect(read(bytesOf("law.doc").subarray(0, 3000))).rejects.toThrow("damaged");
  });
});

describe("checkCompoundFile(bytes)", () => {
  const sectorTable = 512;
  const directory = 1024;

  it("passes a sound container", () => {
    expect(() => checkCompoundFile(bytesOf("law.doc"))).not.toThrow();
  });

  it("refuses sectors that run in a circle, which would be followed for ever", () => {
    const bytes = bytesOf("law.doc");
    bytes.writeInt32LE(3, sectorTable + 4 * 4);
    bytes.writeInt32LE(4, sectorTable + 3 * 4);
    expect(() => checkCompoundFile(bytes)).toThrow("run in a circle");
  });

  it("refuses a directory in which two entries name the same one", () => {
    const bytes = bytesOf("law.doc");
    bytes.writeInt32LE(2, directory + 128 + 68);
    expect(() => checkCompoundFile(bytes)).toThrow("no tree");
  });

  it("refuses impossible sizes and places", () => {
    const bytes = bytesOf("law.doc");
    bytes.writeInt32LE(2_000_000_000, 44);
    expect(() => checkCompoundFile(bytes)).toThrow("impossible size");
    const outside = bytesOf("law.doc");
    outside.writeInt32LE(9999, 76);
    expect(() => checkCompoundFile(outside)).toThrow("outside the file");
    expect(() => checkCompoundFile(Buffer.alloc(600))).toThrow("too short");
  });
});
