import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Provision } from "#domain/legislation.ts";
import { readAkomaNtoso } from "#indexer/readers/akoma-ntoso.ts";
import type { Reading } from "#indexer/readers/reading.ts";

async function read(name: string): Promise<Reading> {
  const path = resolve(import.meta.dirname, "../../input/readers/xml", name);
  return readAkomaNtoso({ path: name, bytes: readFileSync(path), facts: {} });
}

async function readText(text: string): Promise<Reading> {
  return readAkomaNtoso({ path: "law.xml", bytes: new TextEncoder().encode(text), facts: { language: "en" } });
}

function provision(reading: Reading, anchor: string): Provision {
  const found = reading.provisions.find((each) => each.anchor === anchor);
  if (found === undefined)
    throw new Error(`no ${anchor} among ${reading.provisions.map((each) => each.anchor).join(", ")}`);
  return found;
}

describe("readAkomaNtoso(file) of version 2.0 made from a scan", () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await read("akoma-ntoso-scan.xml");
  });

  it("takes number and year from the work, the day from the preface, and ignores the constant 1980-01-01", () => {
    expect(reading.facts).toEqual({
      title: "The Ferries Act, 1971",
      number: "Act 12 of 1971",
      language: "en",
      type: "act",
      year: 1971,
      adopted: "1971-05-13",
    });
  });

  it("keeps the long title as preamble, its lines joined, without number and date", () => {
    expect(provision(reading, "preamble").text).toBe(
      "An Act to keep ferries and what they carry from those who would misuse them.",
    );
  });

  it("names sections and strips the dash of the scan from headings", () => {
    expect(provision(reading, "s-1")).toMatchObject({
      label: "s. 1",
      kind: "article",
      heading: "Short title and commencement",
    });
    expect(provision(reading, "s-14c")).toMatchObject({ label: "s. 14C", path: ["Chapter II — Cargo"] });
  });

  it("takes the first line of a chapter without heading as its heading", () => {
    expect(provision(reading, "s-1").path).toEqual(["Chapter I — PRELIMINARY"]);
  });

  it("joins the lines of a sentence and drops footnote figures", () => {
    expect(provision(reading, "s-1").text).toBe(
      "(1) This Act may be called the Ferries Act, 1971.\n" +
        "(2) It shall come into force on such date as the Central Government may appoint.",
    );
  });

  it("drops a running page head and splits a heading from the text", () => {
    expect(provision(reading, "s-2")).toMatchObject({
      heading: "Definitions",
      text: "In this Act, unless the context otherwise requires, [“ferry” means a ship that is towed over a river;]",
    });
  });

  it("leaves a number that belongs to its word, and makes the special hyphen an ordinary one", () => {
    expect(provision(reading, "s-14c").text).toContain("non-listed cargo");
    expect(provision(reading, "s-14c").text).toContain("described in section6; or");
  });

  it("gives a line that begins with a year back to the sentence it was torn from", () => {
    expect(provision(reading, "s-14c").text).toMatch(
      /as defined in the Arms Act, 1959\.\nA licence does not change this\.$/u,
    );
  });

  it("leaves out a section of which only its repeal is told", () => {
    expect(reading.provisions.some((each) => each.anchor === "s-15")).toBe(false);
  });

  it("reads a component as schedule, numbered by its ordinal, with table rows", () => {
    expect(provision(reading, "sch-2")).toEqual({
      anchor: "sch-2",
      kind: "schedule",
      label: "THE SECOND SCHEDULE",
      path: [],
      text: "(1) Caesium 137.\n(2) Cobalt | 60",
    });
  });
});

describe("readAkomaNtoso(file) of version 3.0", () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await read("akoma-ntoso-3.xml");
  });

  it("reads title, language, kind, dates and repeal from the metadata", () => {
    expect(reading.facts).toEqual({
      title: "Décret sur les bacs",
      number: "Decree 44 of 2011",
      language: "fr",
      type: "decree",
      year: 2011,
      adopted: "2011-06-07",
      status: "repealed",
      repealed: "2019-02-03",
      statusNote: "repealed on 2019-02-03",
    });
  });

  it("takes articles for provisions, not the sections that hold them, and the anchor from the identifier", () => {
    expect(reading.provisions.map((each) => each.anchor)).toEqual(["preamble", "art-5-1", "art-6", "sch-b"]);
    expect(provision(reading, "art-5-1")).toEqual({
      anchor: "art-5-1",
      kind: "article",
      label: "Article 5-1",
      heading: "Permis",
      path: ["TITRE Ier — Des sources", "Section 1 — Du permis"],
      text: "1. Nul ne charge de source de plus de 10³ Bq sans permis.",
    });
  });

  it("does not take a quoted article for one of the act", () => {
    expect(provision(reading, "art-6").text).toBe(
      "La loi sur les ports est modifiée comme suit :\nArticle 9 Le port est gardé.",
    );
  });

  it("keeps recitals and leaves out the formula", () => {
    expect(provision(reading, "preamble").text).toMatch(/^Considérant .* vol,$/u);
  });

  it("reads an attachment as schedule", () => {
    expect(provision(reading, "sch-b")).toMatchObject({
      label: "Annexe B",
      text: "Liste des sources :\ncésium\ncobalt",
    });
  });
});

describe("readAkomaNtoso(file)", () => {
  it.each(["3.0/CSD13", "3.0/WD17", "3.0"])("reads the namespace of %s", async (version) => {
    const reading = await readText(
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/${version}"><act><body><section><num>1.</num><content><p>A ferry has a lock.</p></content></section></body></act></akomaNtoso>`,
    );
    expect(reading.provisions).toEqual([
      { anchor: "s-1", kind: "article", label: "s. 1", path: [], text: "A ferry has a lock." },
    ]);
  });

  it("reads a document without articles as passages", async () => {
    const reading = await readText(
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="guideline"><mainBody><p>Keep the key.</p><p>Count the locks.</p></mainBody></doc></akomaNtoso>',
    );
    expect(reading.provisions).toEqual([
      { anchor: "p-1", kind: "passage", label: "", path: [], text: "Keep the key.\nCount the locks." },
    ]);
  });

  it("calls a bill a draft", async () => {
    const reading = await readText(
      '<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><bill><body/></bill></akomaNtoso>',
    );
    expect(reading).toEqual({ facts: { status: "draft" }, provisions: [] });
  });

  it("refuses another namespace and a file without a law, with the reason", async () => {
    await expect(readText('<akomaNtoso xmlns="urn:other"/>')).rejects.toThrow(
      "begins with akomaNtoso in its namespace",
    );
    await expect(readText('<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><debate/></akomaNtoso>')).rejects.toThrow(
      "holds no act, bill or document",
    );
  });

  it("refuses a document type", async () => {
    await expect(readText('<!DOCTYPE akomaNtoso [<!ENTITY x "y">]><akomaNtoso/>')).rejects.toThrow(
      "declares a document type",
    );
  });
});
