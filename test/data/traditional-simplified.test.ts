import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const table = resolve(import.meta.dirname, "../../data/traditional-simplified.csv");
const [header, ...pairs] = readFileSync(table, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

describe("the table from Traditional to Simplified Chinese", () => {
  it("holds at least 2,500 pairs of single characters of the Basic Multilingual Plane", () => {
    expect(header).toEqual(["traditional", "simplified"]);
    expect(pairs.length).toBeGreaterThanOrEqual(2500);
    for (const pair of pairs) {
      expect(pair).toHaveLength(2);
      for (const character of pair) expect(character).toMatch(/^[\u2E80-\u9FFF\uF900-\uFAFF\u3400-\u4DBF]$/);
    }
  });

  it("gives each character one answer, which is final", () => {
    const traditional = new Set(pairs.map(([character]) => character));
    expect(traditional.size).toBe(pairs.length);
    expect(pairs.filter(([, simplified]) => traditional.has(simplified))).toEqual([]);
  });

  it("turns the words of non-proliferation into what the laws of mainland China write", () => {
    const folding = new Map(pairs.map(([from, to]) => [from, to]));
    const fold = (text: string) => [...text].map((character) => folding.get(character) ?? character).join("");
    expect(fold("實物保護")).toBe("实物保护");
    expect(fold("大規模殺傷性武器擴散")).toBe("大规模杀伤性武器扩散");
    expect(fold("臺灣衞生")).toBe("台湾卫生");
    expect(fold("著作")).toBe("著作");
  });
});
