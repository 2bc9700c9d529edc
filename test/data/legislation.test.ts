import { existsSync, readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { register } from "#data/legislation.ts";
import { states } from "#data/states.ts";
import { lawId } from "#indexer/law-id.ts";

const data = resolve(import.meta.dirname, "../../data");
const corpus = resolve(import.meta.dirname, "../../../shared/corpus/legislation");
const isAbsent = !existsSync(corpus);
if (isAbsent)
  console.warn("Skipped: the register beside the texts it was read from in ../shared/corpus, which is not here.");

const laws = parse(readFileSync(resolve(data, "legislation.csv")), { columns: true }) as Record<string, string>[];

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

describe.skipIf(isAbsent)("the register beside the texts it was read from", () => {
  it("names files that are there", () => {
    expect(laws.filter(({ corpus_path: path }) => !existsSync(resolve(corpus, path!)))).toEqual([]);
  });
});
