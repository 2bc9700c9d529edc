import { describe, expect, it } from "vitest";

import { cleanText } from "#indexer/readers/clean-text.ts";

describe("cleanText(text)", () => {
  it("collapses blanks of every kind and trims", () => {
    expect(cleanText("\u00A0 export \t\u3000licence\r\n  needed\u2003")).toBe("export licence needed");
  });

  it("decodes character references, named and numeric", () => {
    expect(cleanText("sustancias qu&iacute;micas &#1602;&#1575; &#x641;")).toBe("sustancias químicas قا ف");
  });

  it("leaves an ampersand that begins no reference", () => {
    expect(cleanText("R&D; a & b, &nosuchname; 5 &lt; 6")).toBe("R&D; a & b, &nosuchname; 5 < 6");
  });

  it("does not take decoded angle brackets for markup", () => {
    expect(cleanText("&lt;b&gt;bold&lt;/b&gt;")).toBe("<b>bold</b>");
  });

  it("removes soft hyphens, zero-width characters, direction marks and controls", () => {
    expect(cleanText("nu\u00ADcle\u200Bar\u200F \u202Atext\u202C\u2066\u2069\uFEFF\u0000\u009D")).toBe("nuclear text");
  });

  it("makes the non-breaking hyphen an ordinary one", () => {
    expect(cleanText("non\u2011State actors")).toBe("non-State actors");
  });

  it("removes the Arabic tatweel and keeps vowel signs and Arabic-Indic digits", () => {
    expect(cleanText("الكيميـائيـة مُ ٢")).toBe("الكيميائية مُ ٢");
  });

  it("folds Arabic presentation forms, ligatures, Kangxi radicals and CJK compatibility characters", () => {
    expect(cleanText("\uFEE3\uFEEE\uFE8D\uFEA9 \uFEFB")).toBe("مواد لا");
    expect(cleanText("\u2F26 \uF9D1 \u{2F800}")).toBe("子 六 丽");
  });

  it("keeps superscript digits and full-width marks as written", () => {
    expect(cleanText("226¹ （一）")).toBe("226¹ （一）");
  });

  it("composes letters to NFC", () => {
    expect(cleanText("Arti\u0301culo y\u0438\u0306")).toBe("Artículo yй");
  });

  it("joins wrapped Chinese lines without a blank, and keeps a blank typed inside a line", () => {
    expect(cleanText("第十二条 出口\n  管制，\n应当")).toBe("第十二条 出口管制，应当");
    expect(cleanText("核\nIAEA")).toBe("核 IAEA");
  });

  it("joins a word divided at a line end, and keeps a hyphen before a capital", () => {
    expect(cleanText("предприним-\n  ательской prohi-\nbited soft\u00AD\n ened")).toBe(
      "предпринимательской prohibited softened",
    );
    expect(cleanText("non-\nState, 2004 -\nnote")).toBe("non-State, 2004 - note");
  });

  it("replaces half a surrogate pair, and keeps a whole one", () => {
    expect(cleanText("a\uD800b 𠮷")).toBe("a\uFFFDb 𠮷");
  });

  it("gives the same text when applied again", () => {
    const once = cleanText(" Arti\u0301culo\u00A01.-\n  sus\u00ADtancias ﻻ ");
    expect(cleanText(once)).toBe(once);
  });

  it("stays quick on a long hostile paragraph", () => {
    const started = performance.now();
    cleanText("-\n ".repeat(200_000) + "&amp".repeat(200_000) + " ".repeat(500_000) + "x");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
