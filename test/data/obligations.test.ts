import { describe, expect, it } from "vitest";
import { obligations } from "#data/obligations.ts";
import { languages } from "#domain/languages.ts";
import { weapons } from "#domain/codings.ts";

const all = [...obligations.values()];

describe("the obligations of the resolution", () => {
  it("are 113, under ten paragraphs", () => {
    expect(all).toHaveLength(113);
    expect(all.filter(({ level }) => level === 1).map(({ code }) => code)).toEqual(
      Array.from({ length: 10 }, (_, index) => `OP${index + 1}`),
    );
  });

  it("form a tree: only paragraphs hang under nothing, and all others under a higher one that stands before them", () => {
    expect(all.filter(({ parent, level }) => (parent === undefined) !== (level === 1))).toEqual([]);
    for (const [index, { code, parent, level }] of all.entries()) {
      const levelAbove = parent === undefined ? 0 : all.slice(0, index).find((above) => above.code === parent)?.level;
      expect(levelAbove, code).toBeLessThan(level);
    }
  });

  it.each(languages)("have a label in %s, unlike those of their neighbours", (language) => {
    expect(all.filter(({ labels }) => labels[language].trim() === "")).toEqual([]);
    expect(new Set(all.map(({ parent, labels }) => `${parent}: ${labels[language]}`)).size).toBe(all.length);
  });

  it("have labels in the script of their language, beginning with a capital where it has them", () => {
    for (const { labels } of all) {
      expect(labels.ar).toMatch(/^\p{Script=Arabic}/u);
      expect(labels.zh).toMatch(/\p{Script=Han}/u);
      expect(labels.ru).toMatch(/^[\p{Lu}\d]/u);
      expect(labels.ru).not.toMatch(/[ёЁ]/u);
      for (const language of ["en", "fr", "es"] as const) expect(labels[language]).toMatch(/^[\p{Lu}\d]/u);
    }
  });

  it("name no other weapon than NW, CW and BW", () => {
    for (const obligation of all) expect(weapons).toEqual(expect.arrayContaining(obligation.weapons));
  });
});
