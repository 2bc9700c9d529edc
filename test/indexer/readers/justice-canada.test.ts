import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Provision } from "#domain/legislation.ts";
import { readJusticeCanada } from "#indexer/readers/justice-canada.ts";
import type { Reading } from "#indexer/readers/reading.ts";

async function read(name: string): Promise<Reading> {
  const path = resolve(import.meta.dirname, "../../input/readers/xml", name);
  return readJusticeCanada({ path: name, bytes: readFileSync(path), facts: {} });
}

function provision(reading: Reading, anchor: string): Provision {
  const found = reading.provisions.find((each) => each.anchor === anchor);
  if (found === undefined)
    throw new Error(`no ${anchor} among ${reading.provisions.map((each) => each.anchor).join(", ")}`);
  return found;
}

describe("readJusticeCanada(file) of an act", () => {
  let english: Reading;
  let french: Reading;
  beforeAll(async () => {
    english = await read("canada-act-en.xml");
    french = await read("canada-act-fr.xml");
  });

  it("states title, number, citation, dates and address, and not the day the database began", () => {
    expect(english.facts).toEqual({
      language: "en",
      title: "Ferries Safety Act",
      number: "F-99.1",
      citation: "S.C. 1999, c. 7",
      type: "act",
      url: "https://laws-lois.justice.gc.ca/eng/acts/F-99.1/",
      year: 1999,
      adopted: "1999-03-04",
      inForce: "2000-05-31",
      status: "in-force",
    });
  });

  it("states the same in French, cited in French", () => {
    expect(french.facts).toEqual({
      ...english.facts,
      language: "fr",
      title: "Loi sur la sécurité des traversiers",
      citation: "L.C. 1999, ch. 7",
      url: "https://laws-lois.justice.gc.ca/fra/lois/F-99.1/",
    });
  });

  it("gives both languages the same anchors, and each its own labels", () => {
    const anchors = [
      "preamble",
      "s-1",
      "s-2",
      "s-3",
      "s-14.2",
      "s-unnumbered",
      "sch-1-group-5",
      "sch-1-item-77",
      "sch-1-item-78",
      "sch-2",
    ];
    expect(english.provisions.map((each) => each.anchor)).toEqual(anchors);
    expect(french.provisions.map((each) => each.anchor)).toEqual(anchors);
    expect(provision(english, "s-14.2").label).toBe("s. 14.2");
    expect(provision(french, "s-14.2").label).toBe("art. 14.2");
    expect(provision(english, "sch-1-item-77").label).toBe("Schedule 1, item 77");
    expect(provision(french, "sch-1-item-77").label).toBe("Annexe 1, art. 77");
  });

  it("keeps the reasons of the preamble and leaves out the words of enactment", () => {
    expect(provision(english, "preamble")).toEqual({
      anchor: "preamble",
      kind: "preamble",
      label: "Preamble",
      path: [],
      text: "Whereas ferries carry goods whose sources must be kept from those who would misuse them;",
    });
  });

  it("takes the marginal note as heading, and the headings above as path", () => {
    expect(provision(english, "s-2")).toMatchObject({
      heading: "Licence",
      path: ["PART I — Cargo", "Sources"],
      kind: "article",
    });
  });

  it("ends a heading with the next of its level, though one that was repealed", () => {
    expect(provision(english, "s-14.2").path).toEqual(["PART II — Penalties"]);
  });

  it("writes subsections, paragraphs and notes of subsections each on a line, without footnotes, history and repealed units", () => {
    expect(provision(english, "s-2").text.split("\n")).toEqual([
      "(1) No person shall load a sealed source except",
      "(a) under a licence; or",
      "(i) below 10⁻⁶ TBq,",
      "Exception",
      "(2) Subsection (1) does not apply to a lighthouse.",
    ]);
  });

  it("keeps defined terms of both languages in the text, and leaves out a definition of which only the term is left", () => {
    expect(provision(english, "s-3").text).toBe(
      "The following definitions apply.\nferry means a ship that crosses a strait. (traversier)",
    );
    expect(provision(french, "s-3").text).toBe(
      "Les définitions qui suivent s’appliquent.\ntraversier Navire qui traverse un détroit. (ferry)",
    );
  });

  it("leaves out repealed sections and the editors’ placeholders", () => {
    expect(english.provisions.some((each) => each.anchor === "s-4" || each.anchor === "s-5")).toBe(false);
  });

  it("leaves out amendments not in force, though they reuse a section’s number", () => {
    expect(english.provisions.filter((each) => each.label === "s. 2")).toHaveLength(1);
    expect(english.provisions.some((each) => each.text.includes("Nobody shall"))).toBe(false);
  });

  it("makes the items of a schedule provisions of their own, under its headings", () => {
    expect(provision(english, "sch-1-group-5")).toEqual({
      anchor: "sch-1-group-5",
      kind: "schedule",
      label: "Schedule 1",
      heading: "GROUP 5 — Certain Uses",
      path: ["Schedule 1 — Controlled Cargo"],
      text: "The following cargo:",
    });
    const item = provision(english, "sch-1-item-77");
    expect(item.path).toEqual(["Schedule 1 — Controlled Cargo", "GROUP 5 — Certain Uses"]);
    expect(item.text).toMatch(/^Cargo whether or not listed elsewhere.*\n\(a\) in any harbour; and$/u);
  });

  it("keeps a schedule of names and a table whole, in the file’s own language, rows joined by bars", () => {
    expect(provision(english, "sch-2")).toEqual({
      anchor: "sch-2",
      kind: "schedule",
      label: "Schedule 2",
      heading: "Harbours",
      path: [],
      text: "North Harbour\n1 Alpha\n2 Beta\nFees\nItem | Fee\n1 | 5 × 10³ $\na Half in winter.",
    });
    expect(provision(french, "sch-2")).toMatchObject({ label: "Annexe 2", heading: "Ports" });
    expect(provision(french, "sch-2").text).toMatch(/^Port du Nord\n/u);
  });
});

describe("readJusticeCanada(file) of a regulation", () => {
  it("gives a repealed shell its status, date and repealing instrument, in English words, and no provision", async () => {
    const reading = await read("canada-repealed-fr.xml");
    expect(reading.provisions).toEqual([]);
    expect(reading.facts).toMatchObject({
      language: "fr",
      number: "SOR/98-77",
      citation: "DORS/98-77",
      year: 1998,
      status: "repealed",
      repealed: "2020-06-01",
      statusNote: "repealed on 1 June 2020 by SOR/2020-15, s. 8",
      url: "https://laws-lois.justice.gc.ca/fra/reglements/DORS-98-77/",
    });
  });

  it("names no day for a repeal long before the day in the file, which is one of a clean-up", async () => {
    const { facts } = await read("canada-repealed-long-ago.xml");
    expect(facts).toMatchObject({
      number: "C.R.C., c. 9999",
      status: "repealed",
      statusNote: "repealed by S.C. 1997, c. 20, s. 44",
    });
    expect(facts.repealed).toBeUndefined();
  });

  it("tells a law repealed before it came into force from a repealed one", async () => {
    const reading = await read("canada-repealed-before-in-force.xml");
    expect(reading.provisions).toEqual([]);
    expect(reading.facts).toMatchObject({
      status: "repealed-before-in-force",
      statusNote: "repealed before coming into force by S.C. 2008, c. 20, s. 3",
    });
  });

  it("reads an order without sections as passages, without signature, place and date", async () => {
    const reading = await read("canada-order.xml");
    expect(reading.facts).toMatchObject({ number: "SI/98-5", type: "decision" });
    expect(reading.provisions).toEqual([
      {
        anchor: "p-1",
        kind: "passage",
        label: "",
        path: [],
        text: "Her Excellency designates the Minister of Ferries,\n(a) for the purposes of the Ferries Safety Act.",
      },
    ]);
  });

  it("leaves out sections not in force, and says so", async () => {
    const reading = await read("canada-partly-in-force.xml");
    expect(reading.provisions.map((each) => each.anchor)).toEqual(["preamble", "s-1", "s-3"]);
    expect(reading.facts).toMatchObject({
      status: "partly-in-force",
      statusNote: "not yet in force and left out here: s. 2",
      inForce: "1998-02-09",
    });
  });

  it("refuses other XML, with the reason", async () => {
    await expect(async () =>
      readJusticeCanada({ path: "x.xml", bytes: new TextEncoder().encode("<html/>"), facts: {} }),
    ).rejects.toThrow("A Justice Canada file begins with Statute or Regulation, this one with html.");
  });
});
