import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { effectivePractices } from "#indexer/effective-practices.ts";
import { practiceRow, writePractices } from "../support/practices.ts";
import { writeZip } from "../support/write-zip.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compendium-practices-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a table of effective practices", () => {
  it("gives a record a row, with texts in one language or several", async () => {
    const table = await writePractices(join(folder, "several"), [
      { ...practiceRow, title_ar: "سجلات مسببات الأمراض", organisations: "WHO;Kenya Medical Research Institute" },
      { ...practiceRow, id: "tunis", text_language: "fr", title: "Registres", summary: "Un registre par laboratoire." },
    ]);
    const { records, rejects } = await effectivePractices.read(table, {});
    expect(rejects).toEqual([]);
    expect(records[0]).toMatchObject({
      titles: { en: "Registers of pathogens", ar: "سجلات مسببات الأمراض" },
      obligations: ["OP3A.02", "OP3A.03"],
      states: ["KEN"],
      organisations: ["WHO", "Kenya Medical Research Institute"],
      source: { title: "Letter to the Committee", publisher: "Ministry of Health" },
    });
    expect(records[1]).toMatchObject({
      titles: { fr: "Registres" },
      summaries: { fr: "Un registre par laboratoire." },
    });
  });

  it("names line, column and what was expected of a row that does not fit, and keeps the others", async () => {
    const { title: _title, ...untitled } = practiceRow;
    const table = await writePractices(join(folder, "wrong"), [
      practiceRow,
      { ...practiceRow, id: "a", obligations: "OP3A.99" },
      { ...practiceRow, id: "b", consent: "yes" },
      { ...practiceRow, id: "c", states: "Kenya" },
      { ...untitled, id: "d" },
      { ...practiceRow, id: "e", states: "" },
      { ...practiceRow, id: "f", concepts: "no-such-concept" },
    ]);
    const { records, rejects } = await effectivePractices.read(table, {});
    expect(records.map(({ id }) => id)).toEqual([practiceRow.id]);
    expect(rejects.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      expect.stringContaining('line 3: column "obligations": "OP3A.99" does not fit: codes of obligations'),
      expect.stringMatching(/line 4: column "consent": "yes" does not fit: .*"shared"\|"asked"\|"not-shared"/),
      expect.stringContaining('line 5: column "states": "Kenya" does not fit: three-letter codes'),
      expect.stringContaining('line 6: column "title": it is empty: a title'),
      expect.stringContaining('line 7: column "states": it is empty: a contributor'),
      expect.stringContaining('line 8: column "concepts": "no-such-concept" does not fit'),
    ]);
  });

  it("takes the words of the files it names, and rejects a row whose file cannot be read", async () => {
    const place = join(folder, "documents");
    await writePractices(place, [
      { ...practiceRow, path: "letter.docx" },
      { ...practiceRow, id: "broken", path: "broken.pdf" },
      { ...practiceRow, id: "absent", path: "absent.docx" },
      { ...practiceRow, id: "outside", path: "../several/practices.csv" },
    ]);
    await writeFile(join(place, "letter.docx"), wordDocument("The keeper signs for every vial."));
    await writeFile(join(place, "broken.pdf"), "%PDF-1.7 and nothing more");
    await writeFile(join(place, "other.docx"), wordDocument("Nobody names this."));
    const { records, rejects, skips } = await effectivePractices.read(place, {});
    expect(records.map(({ id, document }) => [id, document?.language, document?.text])).toEqual([
      [practiceRow.id, "en", expect.stringContaining("The keeper signs for every vial.")],
    ]);
    expect(rejects.map(({ path, place: row }) => `${path} ${row}`)).toEqual([
      "broken.pdf row broken",
      "absent.docx row absent",
      "../several/practices.csv row outside",
    ]);
    expect(rejects[2]?.reason).toContain("outside the source folder");
    expect(skips.map(({ path }) => path)).toEqual(["documents/other.docx"]);
  }, 60_000);
});

function wordDocument(text: string): Uint8Array {
  const office = "http://schemas.openxmlformats.org";
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]);
}
