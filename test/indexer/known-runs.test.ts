import { describe, expect, it } from "vitest";
import { KnownRuns, type RunPattern } from "#indexer/known-runs.ts";

const words: RunPattern = { letter: /[\p{L}\p{N}]/u };

/** The runs of a text as they are written, and where they begin. */
function read(pattern: RunPattern, text: string): [run: string, start: number][] {
  const starts: number[] = [];
  return new KnownRuns(pattern, (run) => run).in(text, starts).map((run, place) => [run, starts[place]!]);
}

describe("the runs of a text", () => {
  it("are its letters between what is none, in all scripts", () => {
    expect(read(words, "«L’eau», ١٢ سلاح; 核安全法")).toEqual([
      ["L", 1],
      ["eau", 3],
      ["١٢", 9],
      ["سلاح", 12],
      ["核安全法", 18],
    ]);
    expect(read(words, "")).toEqual([]);
  });

  it("go on over what may stand inside, and end with a letter", () => {
    expect(read({ ...words, inner: /[.'-]/u }, "-19.749-x, l'eau.. 'a")).toEqual([
      ["19.749-x", 1],
      ["l'eau", 11],
      ["a", 20],
    ]);
  });

  it("are cut where they are too long, and what is apart stands apart", () => {
    expect(read({ ...words, inner: /-/u, longest: 4 }, "abcdefghi a-----b").map(([run]) => run)).toEqual([
      "abcd",
      "efgh",
      "i",
      "a",
      "b",
    ]);
    expect(read({ ...words, apart: /\p{Script=Han}/u }, "第12条a项")).toEqual([
      ["第", 0],
      ["12", 1],
      ["条", 3],
      ["a", 4],
      ["项", 5],
    ]);
  });

  it("are thought about once, each, also those that hash alike", () => {
    const thought: string[] = [];
    const runs = new KnownRuns(words, (run) => thought.push(run));
    expect(runs.in("Aa BB Aa BB AaAa BBBB AaBB BBAa")).toEqual([1, 2, 1, 2, 3, 4, 5, 6]);
    expect(runs.in("BBAa Aa")).toEqual([6, 1]);
    expect(thought).toEqual(["Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa"]);
  });

  it("are told apart also when they are very many, and the oldest are thought about again", () => {
    let thought = 0;
    const runs = new KnownRuns(words, (run) => {
      thought += 1;
      return run;
    });
    const many = Array.from({ length: 60_000 }, (_, place) => `w${(place * 7919).toString(36)}`);
    const text = many.join(" ");
    expect(runs.in(text)).toEqual(many);
    expect(thought).toBe(60_000);
    expect(runs.in(text)).toEqual(many);
    expect(thought).toBe(120_000);
  });
});
