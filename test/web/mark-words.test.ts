// @vitest-environment node
import { describe, expect, it } from "vitest";
import { patternOf, wordsOf } from "#web/law/mark-words.ts";

const marked = (query: string, text: string) => {
  const pattern = patternOf(wordsOf(query));
  return pattern === undefined ? [] : [...text.matchAll(pattern)].map(([found]) => found);
};

describe("wordsOf(query)", () => {
  it("takes words and phrases, and leaves operators and excluded words", () => {
    expect(wordsOf('"end user" -medical | (export* permit)')).toEqual(["end user", "export", "permit"]);
  });

  it("leaves words too short to help, but not in Chinese", () => {
    expect(wordsOf("to be 核")).toEqual(["核"]);
  });
});

describe("patternOf(words)", () => {
  it("finds words with short endings, not the beginnings of others", () => {
    expect(marked("export", "Exports, exporter, exportation, reexport")).toEqual(["Exports", "exporter"]);
  });

  it("finds Arabic words behind an article, and Chinese ones anywhere", () => {
    expect(marked("عبور", "العبور وعبور المعبر")).toEqual(["العبور", "وعبور"]);
    expect(marked("过境", "核材料过境运输")).toEqual(["过境"]);
  });

  it("takes signs of a query literally", () => {
    expect(marked('"3(c)"', "3(c) and 3c")).toEqual(["3(c)"]);
  });
});
