import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Provision } from "#domain/legislation.ts";
import { readLawJson } from "#indexer/readers/law-json.ts";
import { sectionParagraphs } from "#indexer/readers/law-json-text.ts";
import { ReadError, type Reading } from "#indexer/readers/reading.ts";

async function readText(text: string): Promise<Reading> {
  return readLawJson({ path: "law.json", bytes: new TextEncoder().encode(text), facts: {} });
}

async function failure(text: string): Promise<ReadError> {
  const error: unknown = await readText(text).catch((reason: unknown) => reason);
  if (error instanceof ReadError) return error;
  throw new Error("It was read, or failed otherwise.", { cause: error });
}

function provision(reading: Reading, anchor: string): Provision {
  const found = reading.provisions.find((each) => each.anchor === anchor);
  if (found === undefined)
    throw new Error(`no ${anchor} among ${reading.provisions.map((each) => each.anchor).join(", ")}`);
  return found;
}

describe("readLawJson(file)", () => {
  let reading: Reading;
  beforeAll(async () => {
    const path = resolve(import.meta.dirname, "../../input/readers/json/law.json");
    reading = await readLawJson({ path, bytes: readFileSync(path), facts: {} });
  });

  it("takes of a first of January only the year, and the citation from the first section", () => {
    expect(reading.facts).toEqual({
      title: "Ferries (Control of Cargo) Act",
      number: "Act 77 of 1998",
      citation: "Ferries (Control of Cargo) Act [Chapter 9:99]",
      type: "act",
      status: "in-force",
      year: 1998,
      adopted: "1998",
      url: "https://laws.example/akn/zw/act/1998/77/eng@2016-12-31",
    });
  });

  it("strips number and heading from the content, and tidies blanks", () => {
    expect(provision(reading, "s-1")).toEqual({
      anchor: "s-1",
      kind: "article",
      label: "s. 1",
      heading: "Short title",
      path: ["Part I"],
      text: "This Act may be cited as the Ferries (Control of Cargo) Act [Chapter 9:99].",
    });
  });

  it("makes paragraphs of subsections, definitions and lists, drops editors’ notes and what they repealed", () => {
    expect(provision(reading, "s-2").text.split("\n")).toEqual([
      "(1) In this Act—",
      "“ferry” means a ship that crosses a river;",
      '"master" means the Director’s delegate;',
      "“source” includes—",
      "(a) any sealed matter; and",
      "(b) any vessel referred to in paragraph (a) of subsection (3) of section 9;",
      "(3) A raft is not a ferry.",
    ]);
  });

  it("gives the heading of a part to the sections after it, and a division’s too", () => {
    expect(provision(reading, "s-9a").path).toEqual(["Part II — Cargo", "A — Sealed sources"]);
    expect(provision(reading, "s-11").path).toEqual(["Part II — Cargo", "B — Other cargo"]);
    expect(provision(reading, "s-9a").text).toMatch(/offence:\nProvided that .* section 2\.$/u);
  });

  it("leaves out a repealed section", () => {
    expect(reading.provisions.some((each) => each.anchor === "s-10")).toBe(false);
  });

  it("cuts the schedules off the last section, and their numbered items into paragraphs", () => {
    expect(provision(reading, "s-11").heading).toBe("Minister’s regulations");
    expect(provision(reading, "s-11").text).toBe(
      "The Minister may make regulations on the matters listed in the First Schedule.",
    );
    expect(provision(reading, "sch-1")).toEqual({
      anchor: "sch-1",
      kind: "schedule",
      label: "First Schedule",
      path: [],
      text: "Matters for regulations\n1. Locks and keys.\n2. Lamps, in a number not below 3.",
    });
    expect(provision(reading, "sch-2").text).toBe(
      "Rivers\nPart I – Great rivers\n1. The Upper River.\n2. The Lower River.",
    );
  });

  it("takes whole dates as they are, and a date in force that says something of its own", async () => {
    const { facts } = await readText(
      '\uFEFF{"title":"T","issued_date":"2011-03-04","in_force_date":"2012-05-06","provisions":[]}',
    );
    expect(facts).toEqual({ title: "T", adopted: "2011-03-04", inForce: "2012-05-06", year: 2011 });
  });

  it("reads articles under other names, and texts without numbers as passages", async () => {
    const named = await readText(
      '{"title":"Loi","language":"fr","articles":[{"number":3,"heading":"Clés","text":"Un\\nDeux"}]}',
    );
    expect(named.facts.language).toBe("fr");
    expect(named.provisions).toEqual([
      { anchor: "s-3", kind: "article", label: "s. 3", heading: "Clés", path: [], text: "Un\nDeux" },
    ]);
    const bare = await readText('{"title":"T","sections":[{"text":"One."},{"text":"Two."}]}');
    expect(bare.provisions).toEqual([{ anchor: "p-1", kind: "passage", label: "", path: [], text: "One.\nTwo." }]);
  });

  it("says where text that is not JSON goes wrong", async () => {
    const error = await failure('{\n  "title": "T",\n  "provisions": ["a" "b"]\n}');
    expect(error.message).toContain("This is not JSON");
    expect(error.place).toBe("line 3, column 22");
    expect((await failure('{\n  "title": "T",')).place).toBe("line 2, column 16");
  });

  it("names the value of the wrong shape", async () => {
    expect((await failure('{"title":"T","provisions":[{"section":"1"},{"section":"2","content":7}]}')).place).toBe(
      "provisions.1.content",
    );
    expect((await failure('{"provisions":[]}')).place).toBe("title");
    expect((await failure('["a"]')).place).toBe("the outermost value");
  });

  it("refuses JSON nested 100,000 deep, and bytes that are not UTF-8", async () => {
    const deep = `{"title":"T","provisions":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(await failure(deep)).toBeInstanceOf(ReadError);
    expect(() => readLawJson({ path: "x", bytes: new Uint8Array([0x22, 0xff, 0x22]), facts: {} })).toThrow("not UTF-8");
  });

  it("does not let __proto__ change objects", async () => {
    await readText('{"title":"T","__proto__":{"polluted":true},"provisions":[]}');
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("sectionParagraphs(text)", () => {
  it("does not break a reference", () => {
    const text = "The fee under paragraphs (a), (b) and (c) of subsection (2) is due.";
    expect(sectionParagraphs(text)).toEqual([text]);
  });

  it("keeps the line breaks that a text has", () => {
    expect(sectionParagraphs("One.\n\n Two: (a) three")).toEqual(["One.", "Two: (a) three"]);
  });
});
