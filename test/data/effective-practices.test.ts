import { describe, expect, it } from "vitest";
import { weapons } from "#domain/codings.ts";
import { practiceCategories } from "#domain/effective-practices.ts";
import { languages } from "#domain/languages.ts";
import { codings } from "#data/codings.ts";
import { effectivePractices, organisations } from "#data/effective-practices.ts";
import { register } from "#data/legislation.ts";
import { concepts } from "#data/thesaurus.ts";

const laws = new Map(register.map((law) => [law.id, law]));

describe("the bundled effective practices", () => {
  it("are at least 60, each once", () => {
    expect(effectivePractices.length).toBeGreaterThanOrEqual(60);
    expect(new Set(effectivePractices.map(({ id }) => id)).size).toBe(effectivePractices.length);
  });

  it("cover paragraph 2 and each area of paragraph 3 for each kind of weapon, and each category", () => {
    const areas = ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"];
    const missing = areas.flatMap((area) =>
      weapons.filter(
        (weapon) =>
          !effectivePractices.some(
            (practice) =>
              practice.weapons.includes(weapon) && practice.obligations.some((code) => code.split(".")[0] === area),
          ),
      ),
    );
    expect(missing).toEqual([]);
    const used = new Set(effectivePractices.map(({ category }) => category));
    expect(practiceCategories.filter((category) => !used.has(category))).toEqual([]);
  });

  it("have a title and a summary in each of the six languages, translated", () => {
    for (const { id, titles, summaries } of effectivePractices) {
      for (const language of languages) {
        expect(titles[language], `${id} ${language}`).toMatch(/\p{L}/u);
        expect(summaries[language], `${id} ${language}`).toMatch(/[.。]$/u);
      }
      expect(new Set(Object.values(titles)).size, id).toBe(languages.length);
      expect(new Set(Object.values(summaries)).size, id).toBe(languages.length);
    }
  });

  it("say what was done, by whom, and where it can be traced", () => {
    for (const { id, descriptions, states, organisations: own, source, evidence, provisions } of effectivePractices) {
      expect(descriptions.en, id).toMatch(/\.$/u);
      expect(states.length + own.length, id).toBeGreaterThan(0);
      expect(
        own.filter((code) => !organisations.has(code)),
        id,
      ).toEqual([]);
      const traces = [source.symbol, source.address, ...evidence, ...provisions].filter((trace) => trace !== undefined);
      expect(traces.length, id).toBeGreaterThan(0);
    }
  });

  it("lead to coded provisions of the register wherever they name one, of a State that contributes", () => {
    for (const { id, provisions, states } of effectivePractices)
      for (const { law, anchor } of provisions) {
        expect(
          codings.get(law)?.map((coding) => coding.anchor),
          `${id}: ${law}`,
        ).toContain(anchor);
        expect(states, id).toContain(laws.get(law)?.state);
      }
  });

  it("claim to have read a text only where they name its provisions", () => {
    const unread = effectivePractices.filter(
      ({ checked, provisions }) => checked === "text-read" && provisions.length === 0,
    );
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  it("are all shared, and name concepts that there are", () => {
    expect(effectivePractices.filter(({ consent }) => consent !== "shared")).toEqual([]);
    expect(effectivePractices.flatMap((practice) => practice.concepts).filter((id) => !concepts.has(id))).toEqual([]);
  });

  it("name no organisation that contributes nothing", () => {
    const used = new Set(effectivePractices.flatMap((practice) => practice.organisations));
    expect([...organisations.keys()].filter((code) => !used.has(code))).toEqual([]);
  });
});
