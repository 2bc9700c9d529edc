import { describe, expect, it } from "vitest";
import { regions, regionsOf, states } from "#data/states.ts";
import { languages } from "#domain/languages.ts";

const all = [...states.values()];

describe("the Member States", () => {
  it("are 193, each code used once", () => {
    expect(all).toHaveLength(193);
    for (const code of ["iso3", "iso2", "m49"] as const)
      expect(new Set(all.map((state) => state[code])).size).toBe(193);
  });

  it("have well-formed codes", () => {
    for (const state of all) expect([state.iso3, state.iso2, state.m49].join(" ")).toMatch(/^[A-Z]{3} [A-Z]{2} \d{3}$/);
  });

  it.each(languages)("have a name of their own in %s", (language) => {
    const names = all.map((state) => state.names[language]);
    expect(names.filter((name) => name.trim() === "")).toEqual([]);
    expect(new Set(names).size).toBe(193);
  });

  it("have names without the article that UNTERM puts in brackets", () => {
    const article = /\((?:the|l['’]|le|la|les|el|las|los)\)/u;
    expect(all.flatMap((state) => Object.values(state.names)).filter((name) => article.test(name))).toEqual([]);
  });

  it("have names in the script of their language", () => {
    for (const { names } of all) {
      expect(names.ar).toMatch(/^[\p{Script=Arabic}\p{P}\s\u064B-\u0655]+$/u);
      expect(names.zh).toMatch(/^[\p{Script=Han}\p{P}\s]+$/u);
      expect(names.ru).toMatch(/^[\p{Script=Cyrillic}\p{P}\s]+$/u);
      for (const language of ["en", "fr", "es"] as const)
        expect(names[language]).toMatch(/^[\p{Script=Latin}\p{P}\s]+$/u);
    }
  });

  it("are named as the United Nations name them today", () => {
    expect(states.get("TUR")?.names).toMatchObject({ en: "Türkiye", ru: "Турция", zh: "土耳其", ar: "تركيا" });
    expect(states.get("CIV")?.names).toEqual({
      ar: "كوت ديفوار",
      zh: "科特迪瓦",
      en: "Côte d’Ivoire",
      fr: "Côte d’Ivoire",
      ru: "Кот-д’Ивуар",
      es: "Côte d’Ivoire",
    });
    expect(["MKD", "SWZ", "CPV", "CZE"].map((code) => states.get(code)?.names.en)).toEqual([
      "North Macedonia",
      "Eswatini",
      "Cabo Verde",
      "Czechia",
    ]);
  });

  it("add up in their regional groups", () => {
    const sizes = Object.fromEntries(
      ["AFR", "APG", "EEG", "GRULAC", "WEOG", "none"].map((group) => [
        group,
        all.filter((state) => state.group === group).length,
      ]),
    );
    expect(sizes).toEqual({ AFR: 54, APG: 53, EEG: 23, GRULAC: 33, WEOG: 29, none: 1 });
  });

  it("say why where the group is not plain", () => {
    expect(all.filter((state) => state.groupNote !== undefined).map((state) => [state.iso3, state.group])).toEqual([
      ["KIR", "none"],
      ["TUR", "WEOG"],
      ["USA", "WEOG"],
    ]);
  });
});

describe("the regions", () => {
  it("have unique codes and names in six languages", () => {
    expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
    for (const language of languages) {
      expect(regions.filter(({ names }) => names[language].trim() === "")).toEqual([]);
    }
  });

  it("are those the States are in, none more and none less", () => {
    const used = new Set([...states.keys()].flatMap(regionsOf));
    expect(regions.map(({ code }) => code).toSorted()).toEqual([...used].toSorted());
  });

  it("hold each State in a sub-region of its region", () => {
    const parents = new Map(regions.map(({ code, parent }) => [code, parent]));
    expect(all.filter((state) => parents.get(state.subregion) !== state.region)).toEqual([]);
  });
});
