import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkZip, zipEntries } from "#indexer/readers/zip-entries.ts";
import { writeZip, type ZipPart } from "../../support/write-zip.ts";

async function check(parts: ZipPart[]): Promise<void> {
  const bytes = writeZip(parts);
  await checkZip(bytes, zipEntries(bytes));
}

const blanks = Buffer.alloc(20_000_000, " ");

describe("zipEntries(bytes)", () => {
  it("lists names and sizes", () => {
    const [first] = zipEntries(writeZip([{ name: "word/документ.xml", content: "<x/>" }]));
    expect(first).toMatchObject({ name: "word/документ.xml", size: 4, isEncrypted: false });
  });

  it("refuses more than 10,000 entries", () => {
    const bytes = Buffer.from(writeZip([{ name: "a", content: "a" }]));
    bytes.writeUInt16LE(10_001, bytes.length - 12);
    expect(() => zipEntries(bytes)).toThrow("10001 entries");
  });

  it("refuses an archive whose directory is damaged", () => {
    const bytes = Buffer.from(writeZip([{ name: "a", content: "a" }]));
    bytes.write("XX", bytes.indexOf("PK\x01\x02"));
    expect(() => zipEntries(bytes)).toThrow("directory is damaged");
  });
});

describe("checkZip(bytes, entries)", () => {
  it("passes a Word document", async () => {
    const bytes = readFileSync(resolve(import.meta.dirname, "../../input/readers/docx/law-fr.docx"));
    await expect(checkZip(bytes, zipEntries(bytes))).resolves.toBeUndefined();
  });

  it("refuses an entry that says it unpacks to more than 100 MB", async () => {
    await expect(check([{ name: "word/document.xml", content: "<x/>", size: 200_000_000 }])).rejects.toThrow(
      "more than 100 MB",
    );
  });

  it("refuses an entry that unpacks to more than it says", async () => {
    await expect(check([{ name: "word/document.xml", content: blanks, size: 100 }])).rejects.toThrow(
      "200 times its size",
    );
  });

  it("refuses an archive that unpacks to more than 300 MB in all", async () => {
    const parts = Array.from({ length: 4 }, (_, index) => ({ name: String(index), content: "x", size: 90_000_000 }));
    await expect(check(parts)).rejects.toThrow("200 times its size");
    const random = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * index * 7) % 251));
    const heavy = Array.from({ length: 4 }, (_, index) => ({ name: String(index), content: random, size: 90_000_000 }));
    await expect(check(heavy)).rejects.toThrow(/more than (?:300 MB|200 times)/u);
  });

  it("refuses entries that share their data", async () => {
    await expect(
      check([
        { name: "a", content: "some words" },
        { name: "b", content: "some words", at: 0 },
      ]),
    ).rejects.toThrow("overlaps");
  });

  it("refuses an entry that is not where the directory says", async () => {
    await expect(check([{ name: "a", content: "a", at: 5 }])).rejects.toThrow("not where the directory says");
  });

  it("refuses a document type declaration in any part", async () => {
    const content = `<?xml version="1.0"?>${" ".repeat(70_000)}<!DOCTYPE x [<!ENTITY a "b">]><x/>`;
    await expect(check([{ name: "word/styles.xml", content }])).rejects.toThrow("document type");
  });
});
