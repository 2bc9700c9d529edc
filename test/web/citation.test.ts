import { describe, expect, it } from "vitest";
import { citationIn, type Cited } from "#web/law/citation.ts";

const act: Cited = {
  id: "gha-seals-act",
  state: "Ghana",
  title: "Seals & Weights Act {No. 5} of 100% #1_a\\b",
  number: "5/2004",
  date: "2004-04",
  language: "en",
  provision: "s. 2",
  address: "https://compendium.example/legislation/gha-seals-act?language=en#s-2",
  source: "https://example.org/seals?act=1&part=2",
  accessed: "2026-11-22",
};
const chinese: Cited = {
  id: "chn-核安全法-2017-09-01",
  state: "中国",
  title: "中华人民共和国核安全法",
  date: "2017-09-01",
  language: "zh",
  address: "https://compendium.example/legislation/chn-%E6%A0%B8%E5%AE%89%E5%85%A8%E6%B3%95-2017-09-01?language=zh",
  accessed: "2026-11-22",
};
const arabic: Cited = { ...act, id: "sau-m-82", state: "السعودية", title: "نظام\nالمواد المشعة", language: "ar" };

describe("a citation", () => {
  it("as text names State, title, number, year, provision, source and the lasting address", () => {
    expect(citationIn.text({ ...act, title: "Seals Act" })).toBe(
      "Ghana: Seals Act, 5/2004, 2004, s. 2. https://example.org/seals?act=1&part=2. Compendium 1540, https://compendium.example/legislation/gha-seals-act?language=en#s-2",
    );
    expect(citationIn.text(chinese)).toContain("中国: 中华人民共和国核安全法, 2017.");
  });

  it("as BibTeX disarms what TeX reads, and leaves addresses as they are", () => {
    const entry = citationIn.bibtex(act);
    expect(entry).toContain(String.raw`title = {{Seals \& Weights Act \{No. 5\} of 100\% \#1\_a\textbackslash{}b}}`);
    expect(entry).toContain(`url = {${act.address}}`);
    expect(entry).toMatch(/^@misc\{gha-seals-act,\n/);
    expect(entry.endsWith("\n}")).toBe(true);
  });

  it("as BibTeX has a key of ASCII for a Chinese law, and its title as it is", () => {
    expect(citationIn.bibtex(chinese)).toMatch(
      /^@misc\{chn-2017-09-01,\n {2}author = \{\{中国\}\},\n {2}title = \{\{中华/,
    );
  });

  it("as RIS has one field a line, also of a title with a line break", () => {
    const lines = citationIn.ris(arabic).split("\r\n");
    expect(lines[0]).toBe("TY  - STAT");
    expect(lines).toContain("TI  - نظام المواد المشعة");
    expect(lines).toContain("DA  - 2004/04/");
    expect(lines).toContain("SE  - s. 2");
    expect(lines.at(-1)).toBe("ER  - ");
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  it("as CSL-JSON is data that reads back, dates as precise as they are known", () => {
    expect(JSON.parse(citationIn.csl(arabic))).toMatchObject([
      {
        type: "legislation",
        title: arabic.title,
        section: "s. 2",
        issued: { "date-parts": [[2004, 4]] },
        accessed: { "date-parts": [[2026, 11, 22]] },
      },
    ]);
    const undated = JSON.parse(citationIn.csl({ ...chinese, date: undefined })) as object[];
    expect(undated[0]).not.toHaveProperty("issued");
  });
});
