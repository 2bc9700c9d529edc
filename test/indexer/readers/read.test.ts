import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { LawFacts } from "#domain/legislation.ts";
import { readLaw } from "#indexer/readers/read.ts";
import { ReadError, type Reading } from "#indexer/readers/reading.ts";

const input = resolve(import.meta.dirname, "../../input/readers");

async function read(path: string, bytes: Uint8Array, facts: Partial<LawFacts> = {}): Promise<Reading> {
  return readLaw({ path, bytes, facts });
}

describe("readLaw(file)", () => {
  it.each([
    "doc/law.doc",
    "docx/law-fr.docx",
    "html/emirates.html",
    "pdf/law-ru.pdf",
    "text/contents-ru.txt",
    "xml/canada-act-en.xml",
    "xml/akoma-ntoso-3.xml",
    "json/law.json",
    "markdown/uruguayan.md",
  ])("gives %s to its reader, whatever its name", async (name) => {
    const { provisions } = await read("law", readFileSync(resolve(input, name)), { title: "Law" });
    expect(provisions.some(({ kind }) => kind === "article")).toBe(true);
  });

  it("refuses a file without the words of a law, unless it is known to be repealed or a title only", async () => {
    const page = Buffer.from("<html><body><h1>Act of 1990</h1></body></html>");
    await expect(read("act.html", page)).rejects.toThrow("no text of a law");
    await expect(read("act.html", page, { status: "repealed" })).resolves.toMatchObject({ provisions: [] });
    await expect(read("act.html", page, { textStatus: "title-only" })).resolves.toMatchObject({
      facts: { title: "Act of 1990" },
    });
  });

  it("refuses a law that has no title, and takes one from the manifest", async () => {
    const text = Buffer.from("Article 1. This text goes on for a while and names nothing.\nArticle 2. It ends here.");
    await expect(read("act.txt", text)).rejects.toThrow("no title");
    await expect(read("act.txt", text, { title: "Act", language: "en" })).resolves.toMatchObject({ facts: {} });
  });

  it("reads or refuses every damaged copy of a file, and never fails otherwise", async () => {
    const names = [
      "doc/law.doc",
      "docx/law-fr.docx",
      "html/emirates.html",
      "html/russian-portal.html",
      "text/wrapped-zh.txt",
      "text/law-gb18030.txt",
    ];
    for (const name of names) {
      for (const bytes of damagedCopies(readFileSync(resolve(input, name)), 48)) {
        const outcome = await read(name, bytes, { title: "Law" }).catch((error: unknown) => error);
        expect(outcome instanceof Error ? outcome : undefined, name).toSatisfy(
          (error) => error === undefined || error instanceof ReadError,
        );
      }
    }
  });

  it("reads or refuses damaged copies of a PDF, and leaves no promise behind", async () => {
    for (const bytes of damagedCopies(readFileSync(resolve(input, "pdf/law-ru.pdf")), 12)) {
      const outcome = await read("law.pdf", bytes, { title: "Law" }).catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome : undefined).toSatisfy(
        (error) => error === undefined || error instanceof ReadError,
      );
    }
  });
});

/** Copies cut at a sixteenth of the length, with bits turned and with a stretch of zeros, in turn; the same on every run. */
function* damagedCopies(bytes: Uint8Array, count: number): Generator<Uint8Array> {
  let state = 20_040_428;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let index = 0; index < count; index++) {
    const copy = Uint8Array.from(bytes);
    if (index % 3 === 0) {
      yield copy.subarray(0, Math.floor((copy.length * ((index / 3) % 16)) / 16));
    } else if (index % 3 === 1) {
      for (let bit = 0; bit < 20; bit++) {
        const place = random(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random(8));
      }
      yield copy;
    } else {
      const start = random(copy.length);
      yield copy.fill(0, start, start + 400);
    }
  }
}
