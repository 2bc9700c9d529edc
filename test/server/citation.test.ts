import { describe, expect, it } from "vitest";
import { readCitation } from "#server/citation.ts";

describe("a citation", () => {
  it.each([
    ["ст. 226¹ УК РФ", "art-226.1", "rus102041891"],
    ["ст. 226.1 УК РФ", "art-226.1", "rus102041891"],
    ["статья 5 Федерального закона", "art-5"],
    ["Article L. 1333-9 du code de la défense", "art-l1333-9"],
    ["Article L2342-3", "art-l2342-3"],
    ["art. R*1333-67-10", "art-r1333-67-10"],
    ["Ley 19.749 artículo 3", "art-3", "ley19749"],
    ["المادة ١٢ من القانون رقم ٤٠ لسنة ٢٠٠٦", "art-12", "402006"],
    ["المادة الثانية عشرة", "art-12"],
    ["出口管制法第十二条", "art-12"],
    ["s. 7.1 of the Export and Import Permits Act", "art-7.1"],
    ["section 7(1)", "art-7"],
    ["art. 12", "art-12"],
    ["EIPA s. 14.2", "s-14.2", "cane19"],
  ])("%s names its provision and its law", (typed, anchor, ...law) => {
    const { anchors, symbols } = readCitation(typed);
    expect(anchors).toContain(anchor);
    expect(symbols).toEqual(expect.arrayContaining(law));
  });

  it.each(["SOR/2000-209", "sor 2000-209", "SOR / 2000 - 209"])("%s names a law in any spelling", (typed) => {
    expect(readCitation(typed)).toMatchObject({
      anchors: [],
      symbols: expect.arrayContaining(["sor2000209"]) as unknown,
    });
  });

  it.each(["licence to export", "смерть 5 человек", "acts of 2004", "articles of clothing", "禁止开发"])(
    "%s names no provision",
    (typed) => {
      expect(readCitation(typed)).toMatchObject({ anchors: [] });
    },
  );
});
