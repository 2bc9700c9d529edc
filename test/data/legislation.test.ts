import { existsSync, readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { register } from "#data/legislation.ts";
import { obligations } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import { lawId } from "#indexer/law-id.ts";
import { readLaw } from "#indexer/readers/read.ts";

const data = resolve(import.meta.dirname, "../../data");
const corpus = resolve(import.meta.dirname, "../../../shared/corpus/legislation");
const isAbsent = !existsSync(corpus);
if (isAbsent)
  console.warn("Skipped: the register beside the texts it was read from in ../shared/corpus, which is not here.");

const laws = rowsOf("legislation.csv");
const provisions = rowsOf("key-provisions.csv");

function rowsOf(table: string) {
  return parse(readFileSync(resolve(data, table)), { columns: true }) as Record<string, string>[];
}

describe("the register of laws", () => {
  it("holds at least 150 laws of at least 12 States", () => {
    expect(register.length).toBeGreaterThanOrEqual(150);
    expect(new Set(register.map(({ state }) => state)).size).toBeGreaterThanOrEqual(12);
  });

  it("gives each law an id of its own, the one the indexer gives to its file", () => {
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    for (const { id, state, number, corpus_path: path } of laws)
      expect(id).toBe(lawId(state!, state === "CAN" ? number! : basename(path!, extname(path!))));
  });

  it("names Member States only", () => {
    expect(register.filter(({ state }) => !states.has(state))).toEqual([]);
  });

  it("gives an English title to every law that is in another language", () => {
    expect(
      register.filter(({ language, englishTitle }) => (language === "en") === (englishTitle !== undefined)),
    ).toEqual([]);
  });

  it("says what a status rests on unless the status is unknown or the consolidation itself", () => {
    const bare = register.filter(({ status, statusNote }) => status !== "unknown" && statusNote === undefined);
    expect(bare.filter(({ state, status }) => state !== "CAN" || status !== "in-force")).toEqual([]);
  });

  it("does not show a repealed law as living", () => {
    const statusOf = (id: string) => register.find((entry) => entry.id === id)?.status;
    expect(statusOf("can-b-5.3")).toBe("repealed-before-in-force");
    expect(statusOf("can-sor-2000-209")).toBe("repealed");
    expect(statusOf("chn-核两用品及相关技术出口管制条例-2007-01-26")).toBe("repealed");
    expect(statusOf("chn-生物安全法-2020-10-17")).toBe("superseded");
    expect(register.filter(({ status, repealed }) => repealed !== undefined && !status.startsWith("repealed"))).toEqual(
      [],
    );
  });
});

describe("the key provisions", () => {
  it("are at least 300, each of a law of the register", () => {
    expect(provisions.length).toBeGreaterThanOrEqual(300);
    const known = new Set(laws.map(({ id }) => id));
    expect(provisions.filter(({ law_id: law }) => !known.has(law))).toEqual([]);
  });

  it("name known obligations, each once", () => {
    for (const { law_id: law, anchor, obligations: codes } of provisions) {
      const list = codes!.split(" ");
      expect(
        list.filter((code) => !obligations.has(code)),
        `${law}/${anchor}`,
      ).toEqual([]);
      expect(new Set(list).size, `${law}/${anchor}`).toBe(list.length);
    }
  });

  it("have well-formed anchors, each once in its law", () => {
    const addresses = provisions.map(({ law_id: law, anchor }) => `${law}/${anchor}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { anchor } of provisions)
      expect(anchor).toMatch(/^(preamble|(reg-)?(art|s|sch|p)(-[\p{Ll}\p{Lo}\p{N}.]+)+)$/u);
  });

  it("say in one plain sentence of 8 to 30 words what the provision does", () => {
    for (const { law_id: law, anchor, summary, facet } of provisions) {
      expect(summary!.split(/\s+/).length, `${law}/${anchor}`).toBeGreaterThanOrEqual(8);
      expect(summary!.split(/\s+/).length, `${law}/${anchor}`).toBeLessThanOrEqual(30);
      expect(summary, `${law}/${anchor}`).toMatch(/^\p{Lu}.*\.$/u);
      expect(["framework", "enforcement"]).toContain(facet);
    }
  });

  it("bear on every area of the resolution that national law can meet", () => {
    const met = new Set(provisions.flatMap(({ obligations: codes }) => codes!.split(" ")));
    for (const area of ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"]) {
      const rows = [...obligations.values()].filter(({ parent }) => parent === area).map(({ code }) => code);
      const without = rows.filter((code) => ![...met].some((one) => one === code || one.startsWith(`${code}.`)));
      expect(without.length, `${area} has no provision for ${without.join(", ")}`).toBeLessThanOrEqual(1);
    }
  });
});

describe.skipIf(isAbsent)("the register beside the texts it was read from", () => {
  it("names files that are there", () => {
    expect(laws.filter(({ corpus_path: path }) => !existsSync(resolve(corpus, path!)))).toEqual([]);
  });

  const withProvisions = laws.filter(({ id }) => provisions.some(({ law_id: law }) => law === id));
  it.each(withProvisions.map((law) => [law.id!, law] as const))("finds every key provision in %s", async (id, law) => {
    const path = law.corpus_path!;
    const { provisions: parsed } = await readLaw({
      path,
      bytes: readFileSync(resolve(corpus, path)),
      facts: { state: law.state!, language: law.language as "en", title: law.title! },
    });
    const labels = new Map(parsed.map(({ anchor, label }) => [anchor, label]));
    const expected = provisions.filter(({ law_id: of }) => of === id);
    expect(expected.filter(({ anchor }) => !labels.has(anchor!)).map(({ anchor }) => anchor)).toEqual([]);
    const asWritten = expected.filter(({ anchor }) => labels.get(anchor!) !== "");
    expect(asWritten.filter(({ anchor, label }) => labels.get(anchor!) !== label)).toEqual([]);
  });
});
