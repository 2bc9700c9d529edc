import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Coding } from "#domain/codings.ts";
import { lawStatuses, type Instrument, type LawStatus, type RegisterEntry } from "#domain/legislation.ts";
import { checkCodings } from "#indexer/check-codings.ts";
import { codingsOf, hashOf } from "#indexer/codings.ts";
import { documentsOf } from "#indexer/documents.ts";
import type { LawVersion } from "#indexer/laws.ts";
import { Library } from "#indexer/library.ts";

/** Nothing was found in the provisions. */
const unread = new Map();

const words = "No person shall export a pathogen without a licence.";

const rule = coding("s-3", { textHash: hashOf(words) });
const penalty = coding("s-9", {
  label: "s. 9",
  summary: "Export without a licence is punished by prison.",
  obligations: ["OP3D.02.a", "OP2.07"],
  weapons: ["BW", "CW"],
  facet: "enforcement",
});

describe("hashOf(text)", () => {
  it("does not see how a text is laid out or its characters composed", () => {
    expect(hashOf("  No person\nshall  export caf\u0065\u0301.")).toBe(hashOf("No person shall export caf\u00e9."));
  });

  it("sees each word", () => {
    expect(hashOf(words)).toMatch(/^[0-9a-f]{16}$/u);
    expect(hashOf(words)).not.toBe(hashOf(words.replace("No", "A")));
  });
});

describe("codingsOf(law, instrument)", () => {
  const states = (law: LawVersion, instrument?: Instrument) => codingsOf(law, instrument).map(({ state }) => state);

  it("takes codings as they are where no text is loaded", () => {
    expect(states(version([rule, penalty]))).toEqual(["confirmed", "confirmed"]);
    expect(states(version([rule]), text({}))).toEqual(["confirmed"]);
  });

  it("confirms a coding whose provision still has its words", () => {
    expect(states(version([rule]), text({ "s-3": `${words}\n` }))).toEqual(["confirmed"]);
  });

  it("holds a coding made without a text to its anchor only", () => {
    expect(states(version([penalty]), text({ "s-9": "Whatever it says." }))).toEqual(["confirmed"]);
  });

  it("finds a coding stale whose provision reads otherwise or is gone", () => {
    expect(states(version([rule]), text({ "s-3": "A person may export a pathogen." }))).toEqual(["stale"]);
    expect(states(version([rule]), text({ "s-4": words }))).toEqual(["stale"]);
  });

  it("does not compare the words of another language", () => {
    const french = { ...version([rule, penalty]), language: "fr" as const };
    const translated = text({ "s-3": "Nul n'exporte un agent pathogène sans permis." });
    expect(states(french, translated)).toEqual(["confirmed", "stale"]);
  });

  it("counts no coding of a law that is gone or never was one", () => {
    const counting = lawStatuses.filter((status) => states(version([rule], status))[0] === "confirmed");
    expect(counting).toEqual(["adopted-not-in-force", "in-force", "partly-in-force", "amended", "unknown"]);
    expect(states({ ...version([rule], "unknown"), superseded: true })).toEqual(["not-a-measure"]);
  });
});

describe("documentsOf(law, instrument)", () => {
  it("counts a law and its provision by their codings", () => {
    const { law, provisions } = documentsOf(version([rule, penalty]), text({ "s-3": words, "s-9": "Prison." }), unread);
    expect(law).toMatchObject({
      obligations: ["OP2", "OP2.07", "OP3", "OP3D", "OP3D.01", "OP3D.02", "OP3D.02.a"],
      weapons: ["BW", "CW"],
      facets: ["framework", "enforcement"],
      summaries: [rule.summary, penalty.summary],
      orphanCodings: [],
    });
    expect(provisions.get("ken-1/s-3@en")).toMatchObject({ codes: ["OP3D.01"], summary: rule.summary });
  });

  it("joins what two codings say of one provision", () => {
    const both = [rule, { ...penalty, anchor: "s-3" }];
    expect(documentsOf(version(both), undefined, unread).provisions.get("ken-1/s-3@en")).toMatchObject({
      codes: ["OP3D.01", "OP3D.02.a", "OP2.07"],
      weapons: ["BW", "CW"],
      facets: ["framework", "enforcement"],
      summary: `${rule.summary} ${penalty.summary}`,
      codings: [{ facet: "framework" }, { facet: "enforcement" }],
    });
  });

  it("keeps a stale coding to be shown, and counts it nowhere", () => {
    const { law, provisions } = documentsOf(version([rule, penalty]), text({ "s-3": "Other words." }), unread);
    expect(law).toMatchObject({ obligations: [], weapons: [], facets: [], summaries: [] });
    expect(law.orphanCodings).toEqual([
      {
        anchor: "s-9",
        label: "s. 9",
        obligations: ["OP3D.02.a", "OP2.07"],
        weapons: ["BW", "CW"],
        facet: "enforcement",
        summary: penalty.summary,
        coder: "compendium-editors",
        codedOn: "2026-11-22",
        state: "stale",
      },
    ]);
    const provision = provisions.get("ken-1/s-3@en")!;
    expect(provision).toMatchObject({
      obligations: [],
      weapons: [],
      facets: [],
      codes: [],
      codings: [{ state: "stale" }],
    });
    expect(provision).not.toHaveProperty("summary");
  });

  it("counts nothing of a repealed law, and still says what it said", () => {
    const { law, provisions } = documentsOf(version([rule], "repealed"), text({ "s-3": words }), unread);
    expect(law).toMatchObject({ obligations: [], weapons: [], facets: [], summaries: [rule.summary] });
    expect(provisions.get("ken-1/s-3@en")).toMatchObject({
      obligations: [],
      codes: [],
      summary: rule.summary,
      codings: [{ state: "not-a-measure", summary: rule.summary }],
    });
  });
});

describe("checkCodings(library, codings, register)", () => {
  let home: string;
  let library: Library;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "compendium-test-"));
    library = new Library(home);
    const law = text({ "s-3": "A person may export a pathogen.", "s-4": words });
    const { id, language, state, title, type } = law;
    const outcome = { law: id, language, provisions: 2, articles: 2, state, title, type };
    await library.writeCatalogue("laws", {
      "a.txt": { key: "1", outcome: { ...outcome, record: await library.write("laws", law) } },
    });
  });

  afterAll(() => rm(home, { recursive: true, force: true }));

  const check = (codings: Coding[], more: [string, Coding[]][] = []) =>
    checkCodings(library, new Map([["ken-1", codings], ...more]), [version(codings).entry!]);

  it("finds no fault with codings that hold", async () => {
    expect(await check([{ ...rule, anchor: "s-4" }])).toEqual({
      codings: 1,
      laws: 1,
      withText: 1,
      byState: { KEN: { confirmed: 1, stale: 0, notAMeasure: 0 } },
      byArea: { OP3D: { confirmed: 1, stale: 0, notAMeasure: 0 } },
      faults: [],
    });
  });

  it("names what reads otherwise now and what points nowhere", async () => {
    const { faults, byState, byArea } = await check([rule, penalty], [["ken-2", [rule]]]);
    expect(faults).toEqual([
      {
        law: "ken-1",
        language: "en",
        anchor: "s-3",
        fault: "changed-text",
        textHash: hashOf("A person may export a pathogen."),
      },
      { law: "ken-1", language: "en", anchor: "s-9", fault: "unknown-anchor" },
      { law: "ken-2", anchor: "s-3", fault: "unknown-law" },
    ]);
    expect(byState).toEqual({ KEN: { confirmed: 0, stale: 2, notAMeasure: 0 } });
    expect(byArea).toMatchObject({ OP2: { stale: 1 }, OP3D: { stale: 2 } });
  });
});

function coding(anchor: string, changes: Partial<Coding>): Coding {
  return {
    anchor,
    label: "s. 3",
    obligations: ["OP3D.01"],
    weapons: ["BW"],
    facet: "framework",
    summary: "Export of a pathogen needs a licence.",
    coder: "compendium-editors",
    codedOn: "2026-11-22",
    ...changes,
  };
}

const facts = { state: "KEN", language: "en", title: "Pathogens Act", type: "act", textStatus: "original" } as const;

function version(codings: Coding[], status: LawStatus = "in-force"): LawVersion {
  const entry: RegisterEntry = { ...facts, id: "ken-1", status, factSource: "a test", codings };
  return { law: "ken-1", language: "en", entry, languages: ["en"], superseded: false };
}

/** @param provisions words by anchor */
function text(provisions: Record<string, string>): Instrument {
  return {
    ...facts,
    id: "ken-1",
    status: "unknown",
    source: { name: "laws", path: "a.txt" },
    provisions: Object.entries(provisions).map(([anchor, said]) => ({
      anchor,
      kind: "article",
      label: anchor,
      path: [],
      text: said,
    })),
  };
}
